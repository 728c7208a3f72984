import { Spin } from 'antd';
import { useSay } from '../app/language';
import { words } from '../app/words';

export function Busy() {
  const say = useSay();
  return (
    <div className="busy" role="status" aria-label={say(words.loading)}>
      <Spin />
    </div>
  );
}
