import { cast, type ExampleStep } from '#foundation/given';
import { linked } from './kinds.js';

// The steps that every kind of case shares. They touch nobody who handles the cases of the walks, so that the walks go
// on after them, and are asked for by somebody whom no case complains of: the others would not find it. Their moments
// are moved to where each case stands.

const stages = ['START', 'SURVEY', 'EVIDENCE', 'HEARING', 'REVIEW', 'DECISION', 'SERVICE', 'EXECUTION', 'CLOSING'];
const step = (command: string, by: ExampleStep['by'], body: Record<string, unknown>): ExampleStep => ({
  ...{ command, by, body },
});
const token = '令牌-X0001';

/** Each as it may be asked for; of several tellings the first that the rules allow counts. */
export const sharedExamples: Readonly<Record<string, readonly ExampleStep[]>> = {
  HandlerAssigned: [
    step('AssignHandler', 'head', {
      ...{ handlerRole: 'DISCIPLINE_AUDITOR', staffRef: cast.auditor.code, fromOn: '2022-03-01' },
    }),
  ],
  RecusalRecorded: [
    step('RecordRecusal', 'head', {
      ...{ staffRef: cast.statistician.code, requestedBy: 'OFFICER', decision: 'GRANTED', decidedOn: '2022-03-01' },
    }),
  ],
  ProcessRecordAttached: stages.map((stage) =>
    step('AttachProcessRecord', 'permitClerk', {
      ...{
        stage,
        recordKind: 'PHOTO',
        capturedAt: '2022-03-01T09:00',
        contentHash: 'a'.repeat(64),
        docRef: '纸质:记录-1',
      },
    }),
  ),
  CasesLinked: [step('LinkCases', 'permitClerk', { otherCaseRef: linked.ref, linkKind: 'COMPLAINED_MATTER' })],
  IdentityAccessed: [
    step('AccessIdentity', 'custodian', {
      ...{ identityToken: token, purposeCode: 'SERVICE_OF_PAPERS', requesterStaffRef: cast.petitionClerk.code },
      ...{ approvedByStaffRef: cast.head.code, accessedAt: '2022-03-01T09:00' },
    }),
  ],
  IdentityErased: [
    step('EraseIdentity', 'custodian', {
      ...{
        identityToken: token,
        retentionRule: 'LAWFUL_REQUEST',
        erasedAt: '2022-03-01T09:00',
        requestDocRef: '纸质:申请-1',
      },
      ...{ requestedByStaffRef: cast.petitionClerk.code, approvedByStaffRef: cast.head.code },
    }),
  ],
};

/** What only the clock records, asked for by a person; and the explanation of a miss that never was. */
export const machineOnly = step('MarkDeadlineMissed', 'head', {
  ...{ deadlineCode: 'D-PET-02', dueOn: '2022-03-01', missedStep: 'OpinionServed' },
});
export const explained = step('ExplainDeadlineMiss', 'head', {
  ...{ deadlineCode: 'D-DEM-01', reasonCode: 'WAITING_OTHER_ORGAN', reason: '人手不足', remedialStepBy: '2022-04-01' },
  approvedByStaffRef: cast.leader.code,
});
