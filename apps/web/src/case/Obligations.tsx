import { type Case } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { useProduct } from '../product/product';

/** What is still owed, and the step that made it so. */
export function Obligations({ kase }: { kase: Case }) {
  const say = useSay();
  const product = useProduct();
  if (!kase.obligations?.length) return <p className="muted">{say(caseWords.noObligations)}</p>;
  return (
    <ul className="plain">
      {kase.obligations.map(({ code, key, openedBy, openedOn }) => {
        // Another case may be what the matter waits for: it is named by its kind then.
        const opening = product.step(openedBy)?.label ?? product.process(openedBy)?.title;
        return (
          <li key={`${code}.${key}`}>
            <strong>{say(product.obligation(kase.process, code))}</strong>{' '}
            {say(product.obligationKey(kase.process, key))}
            <div className="muted">
              {say(caseWords.openedByStep)} {openedOn} {say(opening)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
