import { addYears } from '#foundation/calendar';
import { recusedStaff } from './actor-rules.js';
import { type CaseView, type EventShapes } from './case-view.js';
import { guard, type Guard, type RuleContext } from './guard.js';
import { localDayOf } from './moment.js';
import {
  type AccessIdentity,
  type AssignHandler,
  type AttachProcessRecord,
  type CorrectEntry,
  type EraseIdentity,
  type ExplainDeadlineMiss,
  type LinkCases,
  type MarkDeadlineMissed,
  type RecordRecusal,
} from './shared-commands.js';
import { type Role } from './roles.js';

/** 0.10 · the command names the case it is sent to. */
export const caseRefIsThisCase: Guard<{ caseRef: string }> = guard(
  'R-ALL-01',
  (c, kase) => c.caseRef === kase.caseId,
  'caseRef',
);

/** 0.10 · a handler holds the role and is not recused from the case. */
export const handlerHoldsRole = guard<AssignHandler, EventShapes>(
  'R-ALL-04',
  (c, kase, x) => x.township.holdsRole(c.staffRef, c.handlerRole as Role) && !recusedStaff(kase.state).has(c.staffRef),
  'staffRef',
);

/** 0.10 · a refused recusal says why. */
export const refusedRecusalHasReason = guard<RecordRecusal, EventShapes>(
  'R-ALL-05',
  (c) => c.decision !== 'REFUSED' || !!c.reason,
  'reason',
);

/** 0.10 · a record is kept with the hash of its content, so that it cannot be exchanged later. */
export const hashIsSha256 = guard<AttachProcessRecord, EventShapes>(
  'R-ALL-05',
  (c) => /^(sha256:)?[0-9a-f]{64}$/.test(c.contentHash),
  'contentHash',
);

/**
 * 0.10 · the record was made inside the stage it documents (APL art. 47). Before the first event of the stage is
 * recorded it may not be older than the latest recorded step.
 */
export const capturedInsideStage = guard<AttachProcessRecord, EventShapes>(
  'R-ALL-05',
  (c, kase, x) => {
    const table = x.table;
    const day = localDayOf(c.capturedAt);
    const steps = kase.state.events.filter((event) => table.stepOfEvent.get(event.type)?.stage !== undefined);
    const dates = steps
      .filter((event) => table.stepOfEvent.get(event.type)?.stage === c.stage)
      .map((event) => event.on)
      .sort();
    if (dates.length > 0) return day >= dates[0]! && day <= dates.at(-1)!;
    const latest = steps
      .map((event) => event.on)
      .sort()
      .at(-1);
    return (latest === undefined || day >= latest) && day <= x.today;
  },
  'capturedAt',
);

/** 0.10 · a case is not linked to itself, and only to a case that exists. */
export const otherCaseExists = guard<LinkCases, EventShapes>(
  'R-ALL-01',
  (c, kase, x) => c.otherCaseRef !== kase.caseId && x.processOf(c.otherCaseRef) !== undefined,
  'otherCaseRef',
);

const aboutPeople = ['petition', 'labourDispute'];

/** 0.8 · what is linked with a petition is a matter: neither somebody behind the petition nor a member of staff. */
export const linkNamesNoPerson = guard<LinkCases, EventShapes>(
  'R-ALL-14',
  (c, kase, x) => !aboutPeople.includes(kase.state.process) || !isPerson(c.otherCaseRef, kase, x),
  'otherCaseRef',
);

const isPerson = (ref: string, kase: CaseView, x: RuleContext): boolean =>
  x.township.isStaff(ref) ||
  kase.state.events.some(({ data }) => [data.identityToken, data.identityTokens].flat().includes(ref));

/** 0.8, 0.10 · petitions are joined with the matter they are about, never with each other through a person. */
export const linkJoinsMatters = guard<LinkCases, EventShapes>(
  'R-ALL-14',
  (c, kase, x) => {
    const kinds = [kase.state.process, x.processOf(c.otherCaseRef) ?? ''];
    if (kinds.every((kind) => kind === 'petition')) return false;
    return !kinds.some((kind) => aboutPeople.includes(kind)) || ['COMPLAINED_MATTER', 'ORIGIN'].includes(c.linkKind);
  },
  'linkKind',
);

/** 0.10, 0.4 · only terms with effect MISSED_EVENT become events, and only for a step that would have met them. */
export const termIsOneTheClockRecords = guard<MarkDeadlineMissed, EventShapes>('R-ALL-04', (c, _, x) => {
  const spec = x.table.deadlines.find((deadline) => deadline.code === c.deadlineCode);
  return spec?.effect === 'MISSED_EVENT' && spec.endsOn.includes(c.missedStep);
});

/** 0.10 · once per case and deadline: one that begins again in a later round falls due on another day. */
export const missIsNew = guard<MarkDeadlineMissed, EventShapes>(
  'R-ALL-04',
  (c, kase) =>
    !kase.state.events.some(
      ({ type, data }) => type === 'DeadlineMissed' && data.deadlineCode === c.deadlineCode && data.dueOn === c.dueOn,
    ),
);

/** The latest miss of that code: what is explained is what happened last. */
const missOf = (kase: CaseView, code: string) =>
  kase.state.events.findLast((event) => event.type === 'DeadlineMissed' && event.data.deadlineCode === code);

/** 0.10 · there is a miss to explain. */
export const missExists = guard<ExplainDeadlineMiss, EventShapes>(
  'R-ALL-08',
  (c, kase) => missOf(kase, c.deadlineCode) !== undefined,
  'deadlineCode',
);

/** 0.10 · the step is made up for by a date, unless it has been recorded meanwhile. */
export const remedyDateOrStepDone = guard<ExplainDeadlineMiss, EventShapes>(
  'R-ALL-08',
  (c, kase) => {
    const miss = missOf(kase, c.deadlineCode);
    return (
      !!c.remedialStepBy ||
      kase.state.events.some((event) => event.type === miss?.data.missedStep && event.revision > miss.revision)
    );
  },
  'remedialStepBy',
);

/** 0.10 · approved by somebody else than the recorder and the person responsible for the miss. */
export const explanationHasSecondPerson = guard<ExplainDeadlineMiss, EventShapes>(
  'R-ALL-08',
  (c, kase, x) =>
    isSecondPerson(c.approvedByStaffRef, x) &&
    c.approvedByStaffRef !== missOf(kase, c.deadlineCode)?.data.responsibleStaffRef,
  'approvedByStaffRef',
);

/** 0.8 · who asks for an identity does not approve it himself. */
export const accessHasTwoPeople = guard<AccessIdentity, EventShapes>(
  'R-ALL-15',
  (c, _, x) =>
    c.approvedByStaffRef !== c.requesterStaffRef &&
    x.township.isStaff(c.approvedByStaffRef) &&
    x.township.isStaff(c.requesterStaffRef),
  'approvedByStaffRef',
);

/** 0.10 · supervision reads identities under its own file number only. */
export const supervisionNamesItsFile = guard<AccessIdentity, EventShapes>(
  'R-ALL-15',
  (c) => c.purposeCode !== 'SUPERVISION_FILE' || !!c.supervisionFileNo,
  'supervisionFileNo',
);

/** 0.8 · who asks for the destruction of a key does not approve it himself. */
export const erasureHasTwoPeople = guard<EraseIdentity, EventShapes>(
  'R-ALL-15',
  (c, _, x) =>
    c.approvedByStaffRef !== c.requestedByStaffRef &&
    x.township.isStaff(c.approvedByStaffRef) &&
    x.township.isStaff(c.requestedByStaffRef),
  'approvedByStaffRef',
);

const retentionYears: Readonly<Record<string, number>> = {
  TIPSTER_3Y: 3,
  PETITIONER_5Y: 5,
  WORKER_3Y: 3,
  OBJECTOR_3Y: 3,
};

/** personas.md 13.7, PIPL art. 47 · the retention term, counted from closing, is over, or the person asked lawfully. */
export const retentionIsOver = guard<EraseIdentity, EventShapes>(
  'R-ALL-15',
  (c, kase, x) => {
    if (c.retentionRule === 'LAWFUL_REQUEST') return !!c.requestDocRef;
    const closed = x.table.states[kase.status]?.terminal === true;
    return closed && x.on > addYears(kase.statusSince, retentionYears[c.retentionRule] ?? 100);
  },
  'retentionRule',
);

/** 0.5 · the catch-all reason needs words. */
export const otherReasonIsNamed = guard<CorrectEntry, EventShapes>(
  'R-ALL-08',
  (c) => c.reasonCode !== 'OTHER' || !!c.reason,
  'reason',
);

/** 0.5 · a correction is approved by a second person of the staff, not by its recorder. */
export const correctionHasSecondPerson = guard<CorrectEntry, EventShapes>(
  'R-ALL-08',
  (c, _, x) => isSecondPerson(c.approvedByStaffRef, x),
  'approvedByStaffRef',
);

const isSecondPerson = (approvedBy: string, x: RuleContext): boolean =>
  approvedBy !== x.actor.staffRef && x.township.isStaff(approvedBy);
