import { useSay } from '../app/language';
import { words } from '../app/words';

/**
 * A code of the staff register, never a name. Outside the register are the machine's own command line and the
 * product's clock.
 */
export function Staff({ code }: { code: string }) {
  const say = useSay();
  if (code === 'operator') return <>{say(words.operator)}</>;
  return <>{code === 'clock' ? say(words.clock) : code}</>;
}
