import { useSay } from '../app/language';
import { words } from '../app/words';

/** A code of the staff register, never a name. The one code outside the register is the machine's own command line. */
export function Staff({ code }: { code: string }) {
  const say = useSay();
  return <>{code === 'operator' ? say(words.operator) : code}</>;
}
