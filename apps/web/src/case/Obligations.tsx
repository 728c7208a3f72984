import { type Case, type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { useProduct } from '../product/product';

/** What is still owed, and the step that made it so. */
export function Obligations({ kase, events }: { kase: Case; events: readonly HistoryEntry[] }) {
  const say = useSay();
  const product = useProduct();
  if (!kase.obligations?.length) return <p className="muted">{say(caseWords.noObligations)}</p>;
  return (
    <ul className="plain">
      {kase.obligations.map(({ code, key, openedBy, openedOn }) => {
        const opening = events.find(({ eventId }) => eventId === openedBy);
        return (
          <li key={`${code}.${key}`}>
            <strong>{say(product.obligation(kase.process, code))}</strong> {key}
            <div className="muted">
              {say(caseWords.openedByStep)} {openedOn} {opening && say(product.stepLabel(opening.type))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
