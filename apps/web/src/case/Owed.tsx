import { Tag } from 'antd';
import { type Case } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { useProduct } from '../product/product';
import { ownerOf } from './Deadlines';
import { type Due, dueOf, isOverdue } from './due';

/** How many terms are told at once; the others stand with the deadlines. */
const told = 3;

/** What is owed next, by whom and until when: the first thing that whoever opens the case should see. */
export function Owed({ kase }: { kase: Case }) {
  const say = useSay();
  const product = useProduct();
  const dues = dueOf(product, kase);
  const owed = kase.obligations ?? [];
  return (
    <section className={dues.length + owed.length > 0 ? 'owed' : 'owed nothing'} aria-label={say(caseWords.owed)}>
      {dues.slice(0, told).map((due) => {
        const spec = product.deadline(kase.process, due.deadline.code);
        return (
          <div key={`${due.deadline.code}.${due.deadline.startedBy}`} className={isOverdue(due) ? 'late' : undefined}>
            <strong>{say(spec?.label)}</strong>
            <span>
              {say(caseWords.owner)}: {say(ownerOf(product, due.deadline.owner))}
              {due.deadline.handler && ` (${due.deadline.handler})`}
            </span>
            <span>
              {due.by
                ? `${say(caseWords.dueOn)}: ${due.by}`
                : say(due.deadline.awaitsCalendar ? caseWords.beyondCalendar : caseWords.noFixedTerm)}
            </span>
            <DaysLeft due={due} />
          </div>
        );
      })}
      {owed.length > 0 && (
        <div>
          <strong>{say(caseWords.obligations)}</strong>
          {owed.map(({ code, key }) => (
            <span key={`${code}.${key}`}>
              {say(product.obligation(kase.process, code))} {say(product.obligationKey(kase.process, key))}
            </span>
          ))}
        </div>
      )}
      {dues.length === 0 && owed.length === 0 && <div className="muted">{say(caseWords.nothingOwed)}</div>}
    </section>
  );
}

function DaysLeft({ due }: { due: Due }) {
  const say = useSay();
  if (due.daysLeft === undefined) return null;
  if (isOverdue(due)) return <Tag color="error">{say(caseWords.overdueBy(-due.daysLeft))}</Tag>;
  return (
    <Tag color={due.daysLeft <= 3 ? 'warning' : 'processing'}>
      {say(due.daysLeft === 0 ? caseWords.dueToday : caseWords.daysLeft(due.daysLeft))}
    </Tag>
  );
}
