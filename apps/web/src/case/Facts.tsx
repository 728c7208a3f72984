import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { useProduct } from '../product/product';
import { useShow } from '../product/values';
import { factsOf } from './facts-of';

export function Facts({ events }: { events: readonly HistoryEntry[] }) {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const facts = factsOf(product, events);
  if (facts.length === 0) return <p className="muted">{say(caseWords.noFacts)}</p>;
  return (
    <dl className="pairs">
      {facts.map(({ field, value, step, on }) => (
        <div key={`${field.name}.${field.label.zh}`}>
          <dt>{say(field.label)}</dt>
          <dd title={`${say(step.label)} ${on}`}>{show.value(field, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
