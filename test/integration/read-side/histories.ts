import { randomUUID } from 'node:crypto';
import { CHAIN_START, type EventLog } from '#foundation/event-log';
import { type NewEvent, type Role } from '#foundation/process';
import { SETTINGS_STREAM } from '#foundation/settings';

let instant = Date.parse('2022-01-01T00:00:00.000Z');

/** A recorded step, one second after the one before. Histories are written as events, never as rows. */
export function step(
  type: string,
  data: Record<string, unknown>,
  on: string,
  role: Role = 'ENFORCEMENT_OFFICER',
): NewEvent {
  const requestId = randomUUID();
  return {
    id: randomUUID(),
    type,
    data,
    metadata: {
      caseRef: 'case',
      occurredOn: on,
      recordedAt: new Date((instant += 1_000)).toISOString(),
      recordedByStaffRef: 'ZF-01',
      actingRole: role,
      requestId,
      requestHash: '',
      origin: { kind: 'web' },
      $correlationId: requestId,
      $causationId: requestId,
    },
  };
}

export const found = (gridCode: string, location: string, foundOn = '2022-03-01'): NewEvent =>
  step('IllegalBuildingFound', { foundOn, leadSource: 'GRID_PATROL', gridCode, location }, foundOn, 'GRID_MEMBER');

export const surveyed = (structureKind = 'HOUSE', stockClass = 'NEW', floorAreaDm2 = 10_000): NewEvent =>
  step('SiteSurveyed', { surveyedOn: '2022-03-02', structureKind, stockClass, floorAreaDm2 }, '2022-03-02');

export const notified = (noticeNo: string): NewEvent =>
  step('DemolitionPriorNoticeServed', { noticeNo, servedOn: '2022-03-03', statementDueOn: '2022-03-10' }, '2022-03-03');

export const demolished = (demolishedOn: string): NewEvent =>
  step('SelfDemolitionRecorded', { demolishedOn, mode: 'SELF', photoRefs: ['p'] }, demolishedOn);

export const verified = (
  demolishedOn: string,
  verifiedAreaDm2: number,
  structureKind = 'HOUSE',
  stockClass = 'NEW',
): NewEvent =>
  step(
    'DemolitionVerified',
    { verifiedOn: demolishedOn, demolishedOn, structureKind, stockClass, mode: 'SELF', verifiedAreaDm2 },
    demolishedOn,
    'VILLAGE_COORDINATOR',
  );

export const closed = (closedOn: string): NewEvent =>
  step(
    'DemolitionCaseClosed',
    { closedOn, archiveNo: randomUUID(), lookBackDueOn: '2023-01-01' },
    closedOn,
    'APPROVING_HEAD',
  );

export const corrected = (event: NewEvent, ...replacedFields: string[]): NewEvent =>
  step(
    'DemolitionEntryCorrected',
    { correctedEventId: event.id, reasonCode: 'TYPING', replacedFields, approvedByStaffRef: 'LD-01' },
    '2022-08-01',
  );

/** Appends to a stream whatever it holds. @returns the position reached */
export async function record(log: EventLog, stream: string, ...events: NewEvent[]): Promise<number> {
  const last = (await log.readCase(stream)).at(-1);
  const appended = await log.append(stream, last?.revision ?? -1, events, last?.metadata.chain.hash ?? CHAIN_START);
  return appended.position;
}

export const recordCase = (log: EventLog, caseId: string, ...events: NewEvent[]): Promise<number> =>
  record(log, `demolition-${caseId}`, ...events);

export const publishGrid = (log: EventLog, cells: readonly { code: string; village: string }[]): Promise<number> =>
  record(
    log,
    SETTINGS_STREAM,
    step('GridRegisterPublished', { cells: cells.map((cell) => ({ ...cell, group: '第1组' })) }, '2022-01-01'),
  );
