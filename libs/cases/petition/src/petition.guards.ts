import { vocabulary } from '#foundation/process';
import {
  accusedStaff,
  isAccused,
  type PetitionEvents,
  type PetitionState,
  registrationOf,
  teamOf,
} from './petition.case.js';
import { TeamRole } from './petition.codes.js';
import type * as commands from './petition.commands.js';
import { concludeBy } from './petition.deadlines.js';
import { handlingOrgan, isAbove } from './petition.organs.js';
import { isToken } from './token.js';

// The rules of processes.md D from registration to the findings, in the order of the table. Rules of the opinion and of
// what comes after it stand in petition.opinion.guards.ts.

const { guard, precondition } = vocabulary<PetitionEvents, PetitionState>();

/** R-ALL-04 · nobody acts in a case in which he or she is complained of (0.8, personas.md 13.6). */
export const actorIsNotAccused = precondition('R-ALL-04', (kase, x) => !accusedStaff(kase).includes(x.actor.staffRef));

/** R-PET-01, 0.8 · who asks is known by a token of the vault, or asked to stay unknown; never by name. */
export const identityIsToken = guard<commands.RegisterPetition>(
  'R-PET-01',
  (c) => (c.anonymous ? c.identityToken === undefined : c.identityToken !== undefined && isToken(c.identityToken)),
  'identityToken',
);

/** R-PET-01, D-PET-08 · a joint visit names its representatives: at most five, and no more than there are people. */
export const representativesAreFew = guard<commands.RegisterPetition>(
  'R-PET-01',
  (c) => {
    if (c.representativeCount === undefined) return !(c.channel === 'VISIT' && c.partiesCount > 1);
    return c.representativeCount <= 5 && c.representativeCount <= c.partiesCount;
  },
  'representativeCount',
);

/** R-PET-01 · those complained of by name are staff of the township: no register of other people is kept here. */
export const accusedAreStaff = guard<commands.RegisterPetition>(
  'R-PET-01',
  (c, _, x) => (c.accusedStaffRefs ?? []).every((ref) => x.township.isStaff(ref)),
  'accusedStaffRefs',
);

/** R-PET-01 · an accusation says whom it accuses, so that it is never passed to them. */
export const accusationNamesAccused = guard<commands.RegisterPetition>(
  'R-PET-01',
  (c) => c.matterKind !== 'REPORT_ACCUSATION' || c.accusedStaffRefs !== undefined || c.accusedOrgan !== undefined,
  'accusedOrgan',
);

/** R-ALL-05 · a petition that another organ passed on names that organ. */
export const forwarderIsNamed = guard<commands.RegisterPetition>(
  'R-ALL-05',
  (c) => c.channel !== 'FORWARDED' || c.forwardedBy !== undefined,
  'forwardedBy',
);

/** R-PET-02 · what belongs to a court, to arbitration or to reconsideration is guided there (PR22 art. 31). */
export const pathIsTownships = guard<commands.AcceptPetition>(
  'R-PET-02',
  (c) => !['LITIGATION', 'ARBITRATION', 'RECONSIDERATION'].includes(c.path),
  'path',
);

/** R-PET-02 · no township examines an accusation against an organ above it. */
export const accusedIsNotAbove = precondition('R-PET-02', (kase) => {
  const registration = registrationOf(kase);
  if (registration?.matterKind !== 'REPORT_ACCUSATION' || registration.accusedOrgan === undefined) return true;
  return !isAbove(registration.accusedOrgan, handlingOrgan);
});

/** R-ALL-03 · the petitioner is told of a decision, not of one that is still to be made. */
export const toldAfterAcceptance = guard<commands.AcceptPetition>(
  'R-ALL-03',
  (c) => c.informedOn >= c.acceptedOn,
  'informedOn',
);

const grounds: readonly string[] = ['ALREADY_REREVIEWED', 'IN_HANDLING', 'NO_CONCRETE_CLAIM'];

/** R-PET-02 · who is declined is told where the power lies, which is never the township that declines for want of it. */
export const rightOrganIsNamed = guard<commands.DeclinePetition>(
  'R-PET-02',
  (c) => grounds.includes(c.ground) || (c.rightOrgan !== undefined && c.rightOrgan !== handlingOrgan),
  'rightOrgan',
);

/** R-PET-03 · a petition is never passed to the organ or the unit of the people it complains of (PR22). */
export const notForwardedToAccused = guard<commands.ForwardPetition>(
  'R-PET-03',
  (c, kase) => !isAccused(c.toOrgan, kase),
  'toOrgan',
);

/** R-ALL-03 · told of the forwarding, not before it. */
export const toldAfterForwarding = guard<commands.ForwardPetition>(
  'R-ALL-03',
  (c) => c.informedOn >= c.forwardedOn,
  'informedOn',
);

/** R-PET-04 · five roles, each once, each with its member. */
export const teamIsComplete = guard<commands.AssignResponsibilityTeam>(
  'R-PET-04',
  (c) => {
    const posts = Object.keys(TeamRole.codes);
    return c.teamRoles.length === posts.length && new Set(c.teamRoles).size === posts.length;
  },
  'teamRoles',
);

/** R-PET-04 · five different people of the staff: two roles in one hand are one pair of eyes less. */
export const membersAreFive = guard<commands.AssignResponsibilityTeam>(
  'R-PET-04',
  (c, _, x) =>
    c.members.length === c.teamRoles.length &&
    new Set(c.members).size === c.members.length &&
    c.members.every((ref) => x.township.isStaff(ref)),
  'members',
);

/** R-PET-04 · nobody examines a complaint about himself or herself. */
export const membersAreNotAccused = guard<commands.AssignResponsibilityTeam>(
  'R-PET-04',
  (c, kase) => !c.members.some((ref) => accusedStaff(kase).includes(ref)),
  'members',
);

/** R-PET-04 · who leaves holds the role that is filled anew. */
export const leavingMemberHoldsRole = guard<commands.ReplaceTeamMember>(
  'R-PET-04',
  (c, kase) => teamOf(kase).get(c.teamRole) === c.fromStaffRef,
  'fromStaffRef',
);

/** R-PET-04 · who joins is of the staff, holds no role of the team yet and is not complained of. */
export const joiningMemberIsFree = guard<commands.ReplaceTeamMember>(
  'R-PET-04',
  (c, kase, x) =>
    x.township.isStaff(c.toStaffRef) &&
    ![...teamOf(kase).values()].includes(c.toStaffRef) &&
    !accusedStaff(kase).includes(c.toStaffRef),
  'toStaffRef',
);

/** R-PET-05 · nobody comes to the petitioner's home unless the petitioner agreed in writing. */
export const homeVisitHasConsent = guard<commands.HearPetitioner>(
  'R-PET-05',
  (c) => c.form !== 'HOME_VISIT' || c.consentRef !== undefined,
  'consentRef',
);

/** R-PET-05 · mediation is for those who both want it. */
export const mediationHasConsent = guard<commands.MediatePetition>(
  'R-PET-05',
  (c) => c.bothConsent === true,
  'bothConsent',
);

/** R-ALL-05 · what was agreed is on paper. */
export const agreementIsOnPaper = guard<commands.MediatePetition>(
  'R-ALL-05',
  (c) => !c.agreed || c.agreementRef !== undefined,
  'agreementRef',
);

/** R-PET-08 · the days of a hearing, which a re-review does not count, run forward. */
export const hearingEndsAfterStart = guard<commands.HoldPetitionHearing>(
  'R-PET-08',
  (c) => c.endedOn >= c.startedOn,
  'endedOn',
);

/** R-PET-06 · one extension a term. */
export const extendedOnce = precondition('R-PET-06', (kase) => !kase.has('PetitionDeadlineExtended'));

/** R-PET-06 · by 1 to 30 days. */
export const extensionIsShort = guard<commands.ExtendPetitionDeadline>(
  'R-PET-06',
  (c) => c.days >= 1 && c.days <= 30,
  'days',
);

/** R-PET-06 · while the term still runs: what is over cannot be made longer. */
export const extendedInTime = guard<commands.ExtendPetitionDeadline>(
  'R-PET-06',
  (c, kase, x) => c.extendedOn <= (concludeBy(kase, x.township.calendar) ?? '0000-00-00'),
  'extendedOn',
);

/** R-PET-06 · the petitioner is told of the extension that was decided. */
export const toldOfExtension = guard<commands.ExtendPetitionDeadline>(
  'R-PET-06',
  (c) => c.informedOn >= c.extendedOn,
  'informedOn',
);

/** R-PET-05 · no findings before the petitioner was heard in this round, or declined it in writing. */
export const petitionerWasHeard = guard<commands.RecordPetitionInvestigation>(
  'R-PET-05',
  (c, kase) => kase.has('PetitionerHeard') || c.hearingDeclinedRef !== undefined,
  'hearingDeclinedRef',
);
