import { Empty } from 'antd';
import { useRefusedFollowUps } from '../api/queries';
import { useSay } from '../app/language';
import { followUpWords } from '../app/words';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { useTitle } from '../shared/useTitle';
import { RefusedFollowUp } from './RefusedFollowUp';

/** For supervision: everything that was to follow across kinds of case and was refused, the oldest first. */
export default function FollowUpsPage() {
  const say = useSay();
  const { data, error } = useRefusedFollowUps();
  useTitle(followUpWords.pageTitle);
  return (
    <>
      <div className="heading">
        <h1>{say(followUpWords.pageTitle)}</h1>
      </div>
      <p className="muted">{say(followUpWords.explained)}</p>
      <RefusalNote error={error} />
      {!data && !error && <Busy />}
      {data?.waiting.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(followUpWords.nothing)} />
      )}
      {data && data.waiting.length > 0 && (
        <section className="owed apart" aria-label={say(followUpWords.pageTitle)}>
          {data.waiting.map((refused) => (
            <RefusedFollowUp key={`${refused.crossing}.${refused.causeEvent}.${refused.since}`} refused={refused} />
          ))}
        </section>
      )}
    </>
  );
}
