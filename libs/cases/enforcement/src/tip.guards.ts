import { vocabulary } from '#foundation/process';
import { accusedByTip, casesOnTip, receivedTip, type TipEvents, type TipState } from './tip.case.js';
import type * as commands from './tip.commands.js';

// A tip protects two people: the tipster, who is a token or nobody, and whoever is complained of, who never handles it
// (processes.md 0.8, SWL art. 31).

const { guard, precondition } = vocabulary<TipEvents, TipState>();

/** R-ENF-26 · who gives a name is a token in the vault; who gives none has no token. */
export const tokenUnlessAnonymous = guard<commands.ReceiveTip>(
  'R-ENF-26',
  (c) => c.anonymous === (c.identityToken === undefined),
  'identityToken',
);

/** R-ENF-26 · a token or code always holds a digit; a name never does. */
const isNoName = (value: string): boolean => /\d/.test(value.normalize('NFKC'));

/** R-ENF-26 · nobody's name stands where the token belongs. */
export const tokenIsNoName = guard<commands.ReceiveTip>(
  'R-ENF-26',
  (c) => c.identityToken === undefined || isNoName(c.identityToken),
  'identityToken',
);

/** R-ENF-26 · of people complained of only staff of the township are named; anybody else is the matter of a case. */
export const accusedAreStaff = guard<commands.ReceiveTip>(
  'R-ENF-26',
  (c, _, x) => (c.accusedStaffRefs ?? []).every((ref) => x.township.isStaff(ref)),
  'accusedStaffRefs',
);

/** R-ALL-05 · a cell that is named is one in force. */
export const gridCodeInForce = guard<commands.ReceiveTip>(
  'R-ALL-05',
  (c, _, x) => c.gridCode === undefined || x.township.gridInForce(c.gridCode, c.receivedOn),
  'gridCode',
);

/** R-ENF-26 · whoever is complained of takes no step in the tip. */
export const actorIsNotAccused = precondition('R-ENF-26', (tip, x) => !accusedByTip(tip).includes(x.actor.staffRef));

/** R-ENF-26 · the tip goes to nobody who is complained of. */
export const handlerIsNotAccused = guard<commands.AssignTip>(
  'R-ENF-26',
  (c, tip) => !accusedByTip(tip).includes(c.handlerStaffRef),
  'handlerStaffRef',
);

/** R-ENF-26 · the conduct of officials is a matter of discipline inspection alone. */
export const conductGoesToDiscipline = guard<commands.AssignTip>(
  'R-ENF-26',
  (c, tip) => receivedTip(tip)?.matterCode !== 'OFFICIAL_CONDUCT' || c.toRole === 'DISCIPLINE_AUDITOR',
  'toRole',
);

/** R-ALL-04 · the handler holds the role in which the tip is handed over. */
export const handlerHoldsRole = guard<commands.AssignTip>(
  'R-ALL-04',
  (c, _, x) => x.township.holdsRole(c.handlerStaffRef, c.toRole),
  'handlerStaffRef',
);

/** R-ENF-26 · the tip leaves the township, and not to the organ complained of. */
export const receiverIsNotAccused = guard<commands.ForwardTip>(
  'R-ENF-26',
  (c, tip) => c.toAuthority !== 'TOWNSHIP_GOVERNMENT' && c.toAuthority !== receivedTip(tip)?.accusedOrgan,
  'toAuthority',
);

/** R-ENF-26 · an anonymous tip has no identity to hand over. */
export const handOverHasIdentity = guard<commands.ForwardTip>(
  'R-ENF-26',
  (c, tip) => c.sealedHandOverNo === undefined || receivedTip(tip)?.anonymous === false,
  'sealedHandOverNo',
);

const untouched: Readonly<Record<string, string>> = { enforcement: 'EN_LEAD', demolition: 'DM_FOUND' };

/** The kinds of case in which a tip can end. */
export const leadKinds = Object.keys(untouched);

/** R-ALL-01 · a tip is answered once somebody has been on site: the case opened on it has left its first state. */
export const leadWasLookedInto = precondition('R-ALL-01', (tip, x) =>
  casesOnTip(tip).every((ref) =>
    leadKinds.some((kind) => {
      const lead = x.related(kind, ref);
      return lead !== undefined && lead.status !== untouched[kind];
    }),
  ),
);

/** R-ENF-26 · only what proved true is rewarded. */
export const tipProvedTrue = precondition('R-ENF-26', (tip) =>
  ['PROVED', 'PARTLY_PROVED'].includes(tip.latest('TipOutcomeReturned')?.data.outcomeCode ?? ''),
);

/** R-ENF-26 · a reward is a sum, paid against a code and never to a name. */
export const rewardGoesToCode = guard<commands.PayTipReward>(
  'R-ENF-26',
  (c) => c.amountFen > 0 && isNoName(c.codeVoucherNo),
  'codeVoucherNo',
);
