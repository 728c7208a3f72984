import { type CorrectEntry, vocabulary } from '#foundation/process';
import {
  accusedStaff,
  isAccused,
  type PetitionCase,
  type PetitionEvents,
  type PetitionState,
  registrationOf,
  teamOf,
} from './petition.case.js';
import type * as commands from './petition.commands.js';
import { lastReviewDay } from './petition.deadlines.js';
import { handlingOrgan, isAbove } from './petition.organs.js';

// The rules of processes.md D from the disposition to closing and correction, in the order of the table.

const { guard, precondition } = vocabulary<PetitionEvents, PetitionState>();

/**
 * R-PET-07 · a referral names the unlawful act, the organ and its receipt; no other part of the rule does. The list of
 * acts is the law's: petitioning is none of them.
 */
export const referralNamesActAndReceipt = guard<commands.RecordDisposition>(
  'R-PET-07',
  (c) => {
    const named = [c.unlawfulAct, c.toOrgan, c.receiptNo].filter((value) => value !== undefined).length;
    return named === (c.kind === 'REFERRED' ? 3 : 0);
  },
  'unlawfulAct',
);

/** R-PET-03 · misconduct and retaliation are not left to those accused of them. */
export const notReferredToAccused = guard<commands.RecordDisposition>(
  'R-PET-03',
  (c, kase) => {
    const againstOffice = c.unlawfulAct === 'OFFICIAL_MISCONDUCT' || c.unlawfulAct === 'RETALIATION';
    return !againstOffice || c.toOrgan === undefined || !isAccused(c.toOrgan, kase);
  },
  'toOrgan',
);

/** R-ALL-07 · money is part of a demand met or of aid, and of nothing else. */
export const sumOnlyWithMoney = guard<commands.RecordDisposition>(
  'R-ALL-07',
  (c) => c.amountFen === undefined || c.kind === 'AIDED' || c.kind === 'DEMAND_MET',
  'amountFen',
);

/** R-ALL-14 · the related case is the matter complained of, never another petition. */
export const relatedCaseIsNoPetition = guard<commands.RecordDisposition>(
  'R-ALL-14',
  (c, _, x) => c.relatedCaseRef === undefined || x.processOf(c.relatedCaseRef) !== 'petition',
  'relatedCaseRef',
);

/** R-PET-07 · no opinion before something was done about the matter in this round. */
export const hasDisposition = precondition('R-PET-07', (kase) => kase.has('DispositionRecorded'));

/** R-PET-07 · every claim is answered, in its order. */
export const everyClaimAnswered = guard<commands.IssueOpinion>(
  'R-PET-07',
  (c, kase) => c.claimResults.length === registrationOf(kase)?.claims.length,
  'claimResults',
);

/** R-PET-07 · the result is what the answers to the claims add up to. */
export const resultFollowsClaims = guard<commands.IssueOpinion>(
  'R-PET-07',
  (c) => c.result === resultOf(c.claimResults),
  'result',
);

type Result = commands.IssueOpinion['result'];

function resultOf(claims: readonly Result[]): Result {
  if (claims.every((result) => result === 'SUPPORTED')) return 'SUPPORTED';
  if (claims.some((result) => result === 'SUPPORTED' || result === 'PARTLY_SUPPORTED')) return 'PARTLY_SUPPORTED';
  return claims.includes('NOT_SUPPORTED') ? 'NOT_SUPPORTED' : 'EXPLAINED';
}

/** R-PET-07 · the petitioner is told of the right to a review (PR22 art. 35). */
export const reviewRightIsStated = guard<commands.IssueOpinion>(
  'R-PET-07',
  (c) => c.reviewRightStated === true,
  'reviewRightStated',
);

/** R-ALL-05 · what is served is the opinion that was issued. */
export const servesIssuedOpinion = guard<commands.ServeOpinion>(
  'R-ALL-05',
  (c, kase) => c.opinionNo.trim() === kase.latest('OpinionIssued')?.data.opinionNo.trim(),
  'opinionNo',
);

/** R-ALL-05 · electronic service needs the petitioner's signed consent. */
export const electronicServiceHasConsent = guard<commands.ServeOpinion>(
  'R-ALL-05',
  (c) => c.serviceMethod !== 'ELECTRONIC' || c.electronicConsentRef !== undefined,
  'electronicConsentRef',
);

/** R-PET-08 · nobody reviews his own opinion, or that of an equal (PR22 art. 35). */
export const reviewOrganIsAbove = guard<commands.RecordReviewRequest>(
  'R-PET-08',
  (c) => isAbove(c.reviewOrgan, handlingOrgan),
  'reviewOrgan',
);

/** R-PET-08 · an opinion is given by the organ that was asked for it. */
export const reviewWasRequested = precondition('R-PET-08', (kase) => kase.open('REVIEW').length > 0);

/** R-ALL-03 · a review opinion is not served before it is given. */
export const reviewServedAfterConclusion = guard<commands.RecordReviewOpinion>(
  'R-ALL-03',
  (c) => c.servedOn === undefined || c.servedOn >= c.concludedOn,
  'servedOn',
);

/** R-PET-08 · a re-review follows a review, by an organ above that of the review (PR22 art. 36). */
export const reReviewOrganIsAbove = guard<commands.RecordReReviewRequest>(
  'R-PET-08',
  (c, kase) => {
    const review = kase.latest('ReviewRequested');
    return kase.has('ReviewConcluded') && review !== undefined && isAbove(c.reviewOrgan, review.data.reviewOrgan);
  },
  'reviewOrgan',
);

/** R-PET-08 · as for the review. */
export const reReviewWasRequested = precondition('R-PET-08', (kase) => kase.open('REREVIEW').length > 0);

const heldAgainst = (kase: PetitionCase, result: string): boolean =>
  kase.latest('ReviewConcluded')?.data.result === result || kase.latest('ReReviewConcluded')?.data.result === result;

/** R-PET-09 · the ground of a reopening stands in the case; new facts alone come from outside it. */
export const reopeningHasGround = guard<commands.ReopenPetition>(
  'R-PET-09',
  (c, kase) => {
    switch (c.ground) {
      case 'REVIEW_CHANGED':
        return heldAgainst(kase, 'CHANGED');
      case 'REVIEW_REMANDED':
        return heldAgainst(kase, 'REMANDED');
      case 'PROMISE_BROKEN':
        return kase.ever.has('FulfilmentStarted');
      case 'WRONGLY_DECLINED':
        return kase.has('PetitionDeclined');
      default:
        return true;
    }
  },
  'ground',
);

/** R-PET-07 · something was granted, by the township's opinion or by a review that changed it. */
export const somethingWasGranted = precondition('R-PET-07', (kase) => {
  const claims = kase.latest('OpinionIssued')?.data.claimResults ?? [];
  return (
    claims.some((result) => result === 'SUPPORTED' || result === 'PARTLY_SUPPORTED') || heldAgainst(kase, 'CHANGED')
  );
});

/** R-ALL-03 · a promise falls due after it is made. */
export const promiseFallsDueLater = guard<commands.StartFulfilment>('R-ALL-03', (c) => c.dueOn >= c.startedOn, 'dueOn');

/** R-ALL-05 · what is confirmed is a promise of this case that is still open. */
export const promiseIsOpen = guard<commands.ConfirmFulfilment>(
  'R-ALL-05',
  (c, kase) => kase.open('PROMISE').includes(String(c.promiseIndex)),
  'promiseIndex',
);

/** R-PET-05 · supervision asks the unit that handles the case, never the petitioner. */
export const supervisesHandlingUnit = guard<commands.IssueSupervision>(
  'R-PET-05',
  (c) => c.toUnit === handlingOrgan,
  'toUnit',
);

/** R-PET-09 · that a petitioner withdraws freely is confirmed by staff outside the team, and not by the accused. */
export const withdrawalIsFree = guard<commands.WithdrawPetition>(
  'R-PET-09',
  (c, kase, x) =>
    x.township.isStaff(c.voluntaryConfirmedBy) &&
    ![...teamOf(kase).values()].includes(c.voluntaryConfirmedBy) &&
    !accusedStaff(kase).includes(c.voluntaryConfirmedBy),
  'voluntaryConfirmedBy',
);

/**
 * R-ALL-10 · nothing is archived while the petitioner may still turn to the organ above, unless he or she waived it in
 * writing. Where something else is still owed, that refusal speaks first: it lists what.
 */
export const reviewTermIsOver = guard<commands.ClosePetition>(
  'R-ALL-10',
  (c, kase, x) => {
    if (c.reviewWaiverRef !== undefined || kase.state.obligations.length > 0) return true;
    const lastDay = lastReviewDay(kase, x.township.calendar);
    return lastDay === undefined || c.closedOn > lastDay;
  },
  'reviewWaiverRef',
);

/** R-ALL-08, D.7 · a claim may be put into better words, never taken away: it is answered. */
export const noClaimIsRemoved = guard<CorrectEntry>(
  'R-ALL-08',
  (c, kase) => {
    const claims = c.replacedFields.findLast((pair) => /^\s*claims\s*=/u.test(pair));
    const reworded = claims?.slice(claims.indexOf('=') + 1).split(/[；|]/u) ?? [];
    return (
      claims === undefined ||
      reworded.filter((claim) => claim.trim()).length >= (registrationOf(kase)?.claims.length ?? 0)
    );
  },
  'replacedFields',
);
