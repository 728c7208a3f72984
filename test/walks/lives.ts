import { but, type ExampleStep } from '#foundation/given';
import * as demolition from '../../libs/cases/demolition/src/demolition.examples.js';
import * as enforcement from '../../libs/cases/enforcement/src/enforcement.examples.js';
import * as household from '../../libs/cases/relocation/src/household.examples.js';

// Rare lives that a search would find only after a long time: second rounds, and what stays open across them. The dates
// move to where each case stands.

type Life = readonly ExampleStep[];

const { second } = demolition;
const inTown = but(second.surveyed, { planningArea: 'TOWN', legalBasis: 'CPL64', authority: 'PLANNING_DEPT' });
/** Pulled down and counted, then the order falls: the township is liable, and a second round begins. */
const orderFell: Life = [...demolition.lives.verified, demolition.remedyFiled, demolition.setAside];
const secondOrder: Life = [
  ...orderFell,
  ...[second.surveyed, second.stopped, second.notified, second.heard, second.ordered],
];
/** Rebuilt while the remedy against the first order is open; the second order falls as well and is made good. */
const settledUnderRemedy: Life = [
  ...[...demolition.lives.closed, demolition.remedyFiled, demolition.rebuilt],
  ...[second.surveyed, second.stopped, second.notified, second.heard, second.ordered, second.remedyFiled],
  ...[but(second.setAside, { restitutionDue: true }), demolition.liabilitySettled],
];

export const demolitionLives: readonly Life[] = [
  [demolition.found, demolition.surveyedInTown, demolition.stopped, demolition.transferred],
  [...secondOrder, second.demanded, second.announced, second.executionDecided],
  [...secondOrder, second.selfDemolished, second.verified],
  [...secondOrder, second.regularised],
  [...orderFell, inTown, demolition.transferred],
  [
    ...orderFell,
    but(second.surveyed, { ...demolition.surveyedOnArableLand.body, surveyedOn: '2022-06-10' }),
    ...[but(second.notified, { legalBasis: 'LAL77' }), second.heard],
    but(second.ordered, { legalBasis: 'LAL77', authority: 'NATURAL_RESOURCES_DEPT' }),
    ...[second.demanded, but(demolition.courtApplied, { appliedOn: '2022-07-25' })],
  ],
  settledUnderRemedy,
];

const { lead, verified, noticed, filed, evidence, concluded, priorNotice, heard, reviewed, decided } = enforcement;
const toDecision: Life = [filed, evidence, concluded, priorNotice, heard, reviewed, decided, enforcement.served];
const seizedAlong = but(enforcement.transferred, {
  ...{ custodyMeasureIds: ['扣-1'], partyInformedOn: '2022-03-20', partyNoticeRef: '纸质:告知-1' },
});
/** Closed, then contested, and started again by the operator while the remedy is open. */
const reboundUnderRemedy: Life = [
  ...[...enforcement.lives.served, enforcement.paid, enforcement.bannedByOrder, enforcement.closed],
  ...[enforcement.remedyFiled, enforcement.rebound],
];
const farm: Life = [enforcement.farmLead, verified, noticed, enforcement.stockSurveyed, enforcement.closureOrdered];
const farmByDecision: Life = [...farm, ...toDecision];

export const enforcementSteps: readonly ExampleStep[] = [seizedAlong];
export const enforcementLives: readonly Life[] = [
  [lead, verified, noticed, enforcement.seized, ...toDecision],
  [lead, verified, noticed, enforcement.seized, seizedAlong],
  [lead, verified, noticed, enforcement.cut, ...toDecision],
  [lead, verified, noticed, enforcement.cut, filed, evidence, concluded, enforcement.noPenalty],
  [lead, verified, noticed, filed, evidence, enforcement.sealedUrgently, concluded, priorNotice],
  [...reboundUnderRemedy, enforcement.noPenalty],
  [...reboundUnderRemedy, filed, enforcement.transferred],
  [...farmByDecision, enforcement.demanded, enforcement.executionDecided],
  [...farmByDecision, enforcement.remedyFiled, enforcement.setAside, enforcement.noPenalty],
];

export const householdSteps: readonly ExampleStep[] = [
  household.reopened('HH_OFFERED', 'AGREEMENT_VOID', '2022-06-01'),
  household.reopened('HH_OFFERED', 'DECISION_SET_ASIDE', '2022-06-01'),
  household.reopened('HH_ACCEPTED', 'PAYMENT_CLAIM_UPHELD', '2022-06-01'),
];
