import { asRecorded, viewOf } from '#foundation/process';
import { appendRows, type CaseChange, type Columns, type Projection } from '#foundation/read-model';
import { crossings } from './crossings.js';

const columns = {
  position: 'bigint',
  process: 'text',
  case_id: 'uuid',
  event_id: 'uuid',
  type: 'text',
} as const satisfies Columns;

/**
 * The events from which something follows in another case, or in their own. Found while each case is at hand to be
 * projected: the coordinator would have to read every case in which anything might follow, and from most nothing does.
 * It is told where to look and no more: what follows it works out from the log, as it counts then.
 */
export const causes: Projection = {
  name: 'causes',
  version: 1,
  tables: ['cause'],
  createTables: (schema) => [
    `create table ${schema}.cause (
       position bigint primary key,
       process text not null,
       case_id uuid not null,
       event_id uuid not null,
       type text not null)`,
  ],
  createIndexes: () => [],
  apply: ({ changes }, schema) =>
    appendRows(
      `${schema}.cause`,
      columns,
      changes.filter(isCause).map(({ process, caseId, event, after }) => ({
        position: event.position,
        process: process.name,
        case_id: caseId,
        event_id: event.id,
        type: after.events.at(-1)!.type,
      })),
      ['position'],
    ),
};

/** By kind of case and event: most events are no cause of anything. */
const crossingsOf = new Map(
  [...Map.groupBy(crossings, ({ from }) => from)].map(([from, all]) => {
    const types = new Set(all.flatMap(({ on }) => on));
    return [from, new Map([...types].map((type) => [type, all.filter(({ on }) => on.includes(type))]))];
  }),
);

function isCause({ process, event, after }: CaseChange): boolean {
  const last = after.events.at(-1);
  // A ledger tells what was done on paper, and its own rows tell what followed: nothing is added to it.
  if (last?.id !== event.id || event.metadata.origin?.kind === 'ledger') return false;
  const possible = crossingsOf.get(process.name)?.get(last.type);
  if (!possible) return false;
  const kase = viewOf(after, process.restarts);
  return possible.some(({ given }) => follows(() => given(asRecorded(last), kase)));
}

/** History cannot be refused: from words that make no sense to a crossing nothing follows. */
function follows(given: () => unknown): boolean {
  try {
    return given() !== undefined;
  } catch {
    return false;
  }
}
