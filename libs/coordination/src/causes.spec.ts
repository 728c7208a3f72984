import { demolition } from '#cases/demolition';
import { emptyCase, type EventMetadata, evolve, type Origin } from '#foundation/process';
import { type LogEvent } from '#foundation/event-log';
import { causes } from './causes.js';

const caseId = '01890a5d-0000-7000-8000-000000000001';
const web: Origin = { kind: 'web' };

/** The statements for one first event of a demolition case. */
function statementsFor(type: string, data: Readonly<Record<string, unknown>>, origin: Origin) {
  const metadata = { occurredOn: '2022-07-01', recordedAt: '2022-07-01T02:00:00Z', origin } as EventMetadata;
  const id = '01890a5d-0000-7000-8000-000000000009';
  const event: LogEvent = { stream: `demolition-${caseId}`, id, type, data, metadata, revision: 0, position: 7 };
  const before = emptyCase(demolition, caseId);
  const change = { process: demolition, caseId, event, before, after: evolve(demolition, before, event) };
  return causes.apply({ changes: [change], others: [], position: 7, calendars: [], revisited: [] }, 's');
}

describe('the events from which something follows', () => {
  it('are noted when they name another case', () => {
    const [statement] = statementsFor('IllegalBuildingFound', { tipId: 'JB-2022-0001' }, web);
    expect(statement?.text).toContain('s.cause');
  });

  it.each([
    ['that name none', 'IllegalBuildingFound', {}, web],
    ['that a ledger tells', 'IllegalBuildingFound', { tipId: 'JB-2022-0001' }, { kind: 'ledger', file: 'a', row: 1 }],
    ['of types that cause nothing', 'HandlerAssigned', { tipId: 'JB-2022-0001' }, web],
    ['that the process does not know', 'Imagined', { tipId: 'JB-2022-0001' }, web],
  ] as const)('are not those %s', (_, type, data, origin) => {
    expect(statementsFor(type, data, origin)).toEqual([]);
  });
});
