import { Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { type Field, useProduct } from '../product/product';
import { localMinute, separator, useShow } from '../product/values';
import { Staff } from '../shared/Staff';
import { correctableOf } from '../step/correctable';

interface TimelineProps {
  readonly events: readonly HistoryEntry[];
  /** Event to show the reader, who came from a figure. */
  readonly marked: string | undefined;
}

/** Every step, the latest first, by both clocks: when it happened and when it was recorded. */
export function Timeline({ events, marked }: TimelineProps) {
  return (
    <ol className="timeline" reversed>
      {[...events].reverse().map((event) => (
        <Entry key={event.eventId} event={event} events={events} marked={event.eventId === marked} />
      ))}
    </ol>
  );
}

function Entry({ event, events, marked }: { event: HistoryEntry; events: readonly HistoryEntry[]; marked: boolean }) {
  const say = useSay();
  const product = useProduct();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) place.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  const step = product.step(event.type);
  return (
    <li ref={place} id={event.eventId} className={marked ? 'marked' : undefined} aria-current={marked || undefined}>
      <div>
        <strong>{event.on}</strong> <strong>{say(product.stepLabel(event.type))}</strong>{' '}
        {event.correctedBy.length > 0 && <Tag color="warning">{say(caseWords.corrected)}</Tag>}
      </div>
      <div className="muted">
        {say(caseWords.recorded)} {localMinute(event.recordedAt)} ·{' '}
        {event.actingRole !== 'SYSTEM_CLOCK' && <Staff code={event.staffRef} />} {say(product.role(event.actingRole))}{' '}
        <Origin origin={event.origin} />
      </div>
      {event.lateEntryReason && (
        <div>
          {say(caseWords.lateReason)}: {event.lateEntryReason}
        </div>
      )}
      {step?.correction ? (
        <Correction event={event} events={events} />
      ) : (
        <Values fields={step?.fields ?? []} event={event} />
      )}
    </li>
  );
}

function Values({ fields, event }: { fields: readonly Field[]; event: HistoryEntry }) {
  const say = useSay();
  const show = useShow();
  const data = event.corrected ?? event.data;
  const told = fields.filter(
    ({ name }) =>
      name !== 'caseId' && name !== 'caseRef' && (data[name] !== undefined || event.data[name] !== undefined),
  );
  return (
    <dl className="pairs">
      {told.map((field) => {
        const value = show.value(field, data[field.name]);
        const before = show.value(field, event.data[field.name]);
        return (
          <div key={field.name}>
            <dt>{say(field.label)}</dt>
            <dd>
              {value}
              {before !== value && (
                <span className="muted">
                  {' '}
                  ({say(caseWords.asRecorded)}: <s>{before || '-'}</s>)
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A correction in words: which step, which field, to what; its own fields name events and fields by code. */
function Correction({ event, events }: { event: HistoryEntry; events: readonly HistoryEntry[] }) {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const { correctedEventId, replacedFields } = event.data as { correctedEventId?: string; replacedFields?: string[] };
  const target = events.find(
    (each) => each.eventId === correctedEventId || each.correctedBy.includes(correctedEventId ?? ''),
  );
  const names = (replacedFields ?? []).map((pair) => pair.slice(0, pair.indexOf('=')).trim());
  const named = correctableOf(target && product.step(target.type), target?.corrected ?? target?.data ?? {}).filter(
    ({ name }) => names.includes(name),
  );
  const rest = product
    .step(event.type)
    ?.fields.filter(({ name }) => !(name in hidden) && event.data[name] !== undefined);
  return (
    <dl className="pairs">
      {target && (
        <div>
          <dt>{say(caseWords.corrected)}</dt>
          <dd>
            {target.on} {say(product.stepLabel(target.type))}:{' '}
            {named
              .map(({ field, within }) =>
                within ? `${say(within.field.label)} ${within.number} ${say(field.label)}` : say(field.label),
              )
              .join(say(separator))}
          </dd>
        </div>
      )}
      {rest?.map((field) => (
        <div key={field.name}>
          <dt>{say(field.label)}</dt>
          <dd>{show.value(field, event.data[field.name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const hidden = { correctedEventId: true, replacedFields: true, caseRef: true };

function Origin({ origin }: { origin: HistoryEntry['origin'] }) {
  const say = useSay();
  const { kind, file, row } = origin as { kind?: string; file?: string; row?: number };
  if (kind === 'ledger') {
    return (
      <>
        · {say(caseWords.fromLedger)} {file} {row !== undefined && say(caseWords.row(row))}
      </>
    );
  }
  if (kind === 'coordination') return <>· {say(caseWords.fromOther)}</>;
  return null;
}
