import { Tag } from 'antd';
import { type Case, type Deadline, type HistoryEntry } from '../api/queries';
import { type Text, useLanguage, useSay } from '../app/language';
import { caseWords } from '../app/words';
import { type Product, useProduct } from '../product/product';
import { today } from '../product/values';
import { type Due, dueOf, isOverdue } from './due';

type Term = Deadline['terms'][number];

const lengths: Readonly<Record<Exclude<Term['unit'], 'document'>, (n: number) => Text>> = {
  working: (n) => ({ zh: `${n}个工作日`, en: `${n} working days` }),
  calendar: (n) => ({ zh: `${n}日`, en: `${n} days` }),
  month: (n) => ({ zh: `${n}个月`, en: `${n} months` }),
  year: (n) => ({ zh: `${n}年`, en: `${n} years` }),
  hour: (n) => ({ zh: `${n}小时`, en: `${n} hours` }),
};
const lengthOf = ({ n, unit }: Term): Text =>
  n === null || unit === 'document' ? caseWords.inDocument : lengths[unit](n);
const bounds: Readonly<Record<Term['bound'], Text>> = {
  at: caseWords.dueOn,
  min: caseWords.notBefore,
  max: caseWords.notAfter,
};

/** Every term that runs or ran: what started it, how long it is, on what basis, and what became of it. */
export function Deadlines({ kase, events }: { kase: Case; events: readonly HistoryEntry[] }) {
  const say = useSay();
  const product = useProduct();
  const deadlines = [...(kase.deadlines ?? [])].reverse();
  const dues = dueOf(product, kase);
  if (deadlines.length === 0) return <p className="muted">{say(caseWords.noDeadlines)}</p>;
  const step = (eventId: string | undefined): string => {
    const event = events.find((each) => each.eventId === eventId);
    return event ? `${event.on} ${say(product.stepLabel(event.type))}` : '';
  };
  return (
    <ul className="plain">
      {deadlines.map((deadline) => {
        const spec = product.deadline(kase.process, deadline.code);
        return (
          <li key={`${deadline.code}.${deadline.startedBy}`}>
            <strong>{say(spec?.label)}</strong>{' '}
            <Ending deadline={deadline} due={dues.find((due) => due.deadline === deadline)} />
            {deadline.terms.map((term, index) => (
              <TermLine key={index} term={term} />
            ))}
            <div className="muted">
              {say(caseWords.startedBy)}: {step(deadline.startedBy)}
              {deadline.endedBy && deadline.end === 'met' && ` · ${say(caseWords.metBy)} ${step(deadline.endedBy)}`}
            </div>
            {spec && (
              <div className="muted">
                {say(caseWords.owner)}: {say(ownerOf(product, spec.owner))}
                {deadline.handler && ` (${deadline.handler})`} · {deadline.code}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TermLine({ term }: { term: Term }) {
  const say = useSay();
  return (
    <div>
      {say(bounds[term.bound])}: {term.endsOn ?? say(caseWords.beyondCalendar)}{' '}
      <span className="muted">({say(lengthOf(term))})</span>
    </div>
  );
}

function Ending({ deadline: { status, dueOn }, due }: { deadline: Deadline; due: Due | undefined }) {
  const { language } = useLanguage();
  if (status === 'met') return <Tag color="success">{caseWords.met[language]}</Tag>;
  if (status === 'void') return <Tag>{caseWords.lapsed[language]}</Tag>;
  if (status === 'missed') return <Tag color="error">{caseWords.missed[language]}</Tag>;
  if (due && isOverdue(due)) return <Tag color="error">{caseWords.overdue[language]}</Tag>;
  if (!due && dueOn !== null && dueOn < today()) return <Tag>{caseWords.passed[language]}</Tag>;
  return <Tag color="processing">{caseWords.running[language]}</Tag>;
}

export function ownerOf(product: Product, owner: string): Text {
  if (owner === 'PARTY') return caseWords.party;
  if (owner === 'OTHER_ORGAN') return caseWords.otherOrgan;
  return product.role(owner);
}
