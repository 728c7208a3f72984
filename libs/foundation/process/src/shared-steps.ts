import { fieldsOf } from './fields.js';
import { type Guard } from './guard.js';
import { type CommandClass, type Step } from './process.js';
import { type Role } from './roles.js';
import {
  AccessIdentity,
  AssignHandler,
  AttachProcessRecord,
  EraseIdentity,
  ExplainDeadlineMiss,
  LinkCases,
  MarkDeadlineMissed,
  RecordRecusal,
} from './shared-commands.js';
import * as rules from './shared-guards.js';

interface SharedStep<Command> {
  readonly label: readonly [zh: string, en: string];
  readonly from: 'ANY' | 'ANY_OPEN';
  readonly by: readonly Role[];
  readonly guards: readonly Guard<Command>[];
  readonly on?: keyof Command & string;
  readonly future?: readonly (keyof Command & string)[];
}

function shared<Command extends { caseRef: string }>(
  event: string,
  command: CommandClass<Command>,
  spec: SharedStep<Command>,
): Step {
  return {
    event,
    commandName: command.name,
    command,
    label: { zh: spec.label[0], en: spec.label[1] },
    fields: fieldsOf(command),
    moves: [{ from: [spec.from], to: '(same)' }],
    by: spec.by,
    guards: [rules.caseRefIsThisCase, ...spec.guards] as readonly unknown[] as readonly Guard[],
    occurredOn: spec.on ?? 'recorded',
    futureDates: spec.future ?? [],
    numbers: [],
    sharedNumbers: [],
    // These steps stand beside the procedure: they depend on the case existing, not on its latest step.
    notBefore: [],
    openToAll: true,
    correction: false,
    relates: () => [],
    declaresRelations: false,
    relatesChildren: [],
    follows: {},
  };
}

/** The steps that every process has (processes.md 0.10), written into the stream of the case they are about. */
export const sharedSteps: readonly Step[] = [
  shared('HandlerAssigned', AssignHandler, {
    label: ['指定经办人', 'Handler assigned'],
    from: 'ANY',
    by: ['APPROVING_HEAD', 'LEAD_OFFICIAL'],
    future: ['fromOn'],
    guards: [rules.handlerHoldsRole],
  }),
  shared('RecusalRecorded', RecordRecusal, {
    label: ['回避', 'Recusal recorded'],
    from: 'ANY_OPEN',
    by: ['APPROVING_HEAD'],
    on: 'decidedOn',
    guards: [rules.refusedRecusalHasReason],
  }),
  shared('ProcessRecordAttached', AttachProcessRecord, {
    label: ['全过程记录归集', 'Process record attached'],
    from: 'ANY',
    by: ['ENFORCEMENT_OFFICER', 'SAFETY_INSPECTOR', 'RELOCATION_OFFICER', 'PERMIT_CLERK', 'PETITION_CLERK'],
    on: 'capturedAt',
    guards: [rules.hashIsSha256, rules.capturedInsideStage],
  }),
  shared('CasesLinked', LinkCases, {
    label: ['案件关联', 'Cases linked'],
    from: 'ANY',
    by: ['ENFORCEMENT_OFFICER', 'PETITION_CLERK', 'SAFETY_INSPECTOR', 'PERMIT_CLERK', 'STATISTICIAN'],
    guards: [rules.linkNamesNoPerson, rules.otherCaseExists, rules.linkJoinsMatters],
  }),
  shared('DeadlineMissed', MarkDeadlineMissed, {
    label: ['期限届满未办', 'Deadline missed'],
    from: 'ANY',
    by: ['SYSTEM_CLOCK'],
    future: ['dueOn'],
    guards: [rules.termIsOneTheClockRecords, rules.missIsNew],
  }),
  shared('DeadlineMissExplained', ExplainDeadlineMiss, {
    label: ['逾期说明', 'Missed deadline explained'],
    from: 'ANY',
    by: ['LEAD_OFFICIAL', 'APPROVING_HEAD'],
    future: ['remedialStepBy'],
    guards: [rules.missExists, rules.remedyDateOrStepDone, rules.explanationHasSecondPerson],
  }),
  shared('IdentityAccessed', AccessIdentity, {
    label: ['身份信息查阅', 'Identity accessed'],
    from: 'ANY',
    by: ['IDENTITY_CUSTODIAN'],
    on: 'accessedAt',
    guards: [rules.accessHasTwoPeople, rules.supervisionNamesItsFile],
  }),
  shared('IdentityErased', EraseIdentity, {
    label: ['身份信息销毁', 'Identity erased'],
    from: 'ANY',
    by: ['IDENTITY_CUSTODIAN'],
    on: 'erasedAt',
    guards: [rules.erasureHasTwoPeople, rules.retentionIsOver],
  }),
];

export const sharedEvents: ReadonlySet<string> = new Set(sharedSteps.map((step) => step.event));
