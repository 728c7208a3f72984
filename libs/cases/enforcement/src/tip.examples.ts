import { but, cast, type ExampleStep } from '#foundation/given';
import { step } from './enforcement.measures.examples.js';

// Steps of a tip as its people ask for them, in the order of a life.

export const leadRef = '01890a5d-0000-774b-bcce-000000000001';
export const received = step('ReceiveTip', 'petitionClerk', {
  tipId: 'JB-2022-0001',
  channel: 'HOTLINE_12345',
  matterCode: 'ILLEGAL_PLASTICS',
  receivedOn: '2022-03-01',
  anonymous: false,
  identityToken: 'TOK-0001',
});
export const anonymous = but(received, { anonymous: true, identityToken: undefined });
export const accusing = but(received, {
  matterCode: 'OFFICIAL_CONDUCT',
  accusedStaffRefs: [cast.officer.code],
  accusedOrgan: 'ECOLOGY_DEPT',
});
export const assigned = step('AssignTip', 'petitionClerk', {
  assignedOn: '2022-03-02',
  toRole: 'ENFORCEMENT_OFFICER',
  handlerStaffRef: cast.officer.code,
  leadCaseRef: leadRef,
});
export const toDiscipline = but(assigned, {
  toRole: 'DISCIPLINE_AUDITOR',
  handlerStaffRef: cast.auditor.code,
  leadCaseRef: undefined,
});
export const forwarded = step('ForwardTip', 'petitionClerk', {
  forwardedOn: '2022-03-02',
  toAuthority: 'WATER_DEPT',
  sealedHandOverNo: '密移〔2022〕1号',
});
export const answered = step('ReturnTipOutcome', 'petitionClerk', {
  returnedOn: '2022-03-10',
  outcomeCode: 'PROVED',
  reachable: true,
});
export const rewarded = step('PayTipReward', 'finance', {
  paidOn: '2022-03-20',
  amountFen: 50_000,
  codeVoucherNo: '密奖-0001',
});
export const closed = step('CloseTip', 'petitionClerk', { closedOn: '2022-03-25' });
export const corrected: ExampleStep = {
  command: 'CorrectTipEntry',
  by: 'petitionClerk',
  body: (idOf) => ({
    correctedEventId: idOf('TipReceived'),
    reasonCode: 'TYPING',
    replacedFields: ['channel=PHONE'],
    approvedByStaffRef: cast.head.code,
  }),
};
