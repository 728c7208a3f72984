import { type CaseView, type Claim, normaliseNumber, type Recorded } from '#foundation/process';
import type * as commands from './household.commands.js';

/** Each event of a household case with the command whose fields it carries. */
export type HouseholdEvents = {
  HouseholdRegistered: commands.RegisterHousehold;
  HouseholdSurveyed: commands.SurveyHousehold;
  SurveyResultPublished: commands.PublishSurveyResult;
  SurveyObjectionRaised: commands.RaiseSurveyObjection;
  SurveyObjectionResolved: commands.ResolveSurveyObjection;
  PropertyAppraised: commands.AppraiseProperty;
  CompensationOffered: commands.OfferCompensation;
  AgreementSigned: commands.SignAgreement;
  AgreementRescinded: commands.RescindAgreement;
  SupplementaryAgreementSigned: commands.SignSupplementaryAgreement;
  CompensationDecided: commands.RecordCompensationDecision;
  RelocationRemedyFiled: commands.RecordRelocationRemedyFiled;
  RelocationRemedyConcluded: commands.RecordRelocationRemedyConcluded;
  CompensationPaid: commands.PayCompensation;
  ResettlementProvided: commands.ProvideResettlement;
  CourtVacatingApplied: commands.ApplyCourtVacating;
  CourtVacatingRuled: commands.RecordCourtVacatingRuling;
  HouseVacated: commands.ConfirmHouseVacated;
  HouseDemolished: commands.RecordHouseDemolished;
  SiteClearanceAccepted: commands.AcceptSiteClearance;
  HouseholdCaseClosed: commands.CloseHouseholdCase;
  HouseholdRemovedFromScope: commands.RemoveHouseholdFromScope;
  HouseholdCaseReopened: commands.ReopenHouseholdCase;
  HouseholdEntryCorrected: commands.CorrectHouseholdEntry;
};

export type HouseholdCase = CaseView<HouseholdEvents>;

/** The household states of C.1. */
export const householdStates = {
  HH_REGISTERED: ['已建档', 'Household on file'],
  HH_SURVEYED: ['已入户调查', 'Measured'],
  HH_SURVEY_PUBLISHED: ['调查已公示', 'Posted'],
  HH_APPRAISED: ['已评估', 'Valued'],
  HH_OFFERED: ['已告知方案', 'Offer made'],
  HH_SIGNED: ['已签约', 'Agreement in force'],
  HH_COMP_DECIDED: ['已作补偿决定', 'County decision'],
  HH_PAID: ['已付款', 'Due payment made'],
  HH_VACATED: ['已腾房', 'Empty'],
  HH_DEMOLISHED: ['已倒房', 'At least one building down'],
  HH_ACCEPTED: ['已验收', 'All down'],
  HH_REMOVED: ['已调出', 'Out of scope', 'terminal'],
  HH_CLOSED: ['已结案', 'Done', 'terminal'],
} as const;

export type HouseholdState = keyof typeof householdStates;

/** Nothing is signed yet: surveys may be repeated, and the household may leave the scope. */
export const beforeSigning = [
  'HH_REGISTERED',
  'HH_SURVEYED',
  'HH_SURVEY_PUBLISHED',
  'HH_APPRAISED',
  'HH_OFFERED',
] as const satisfies HouseholdState[];

export const afterPayment = [
  'HH_PAID',
  'HH_VACATED',
  'HH_DEMOLISHED',
  'HH_ACCEPTED',
] as const satisfies HouseholdState[];

/** An agreement or a decision stands. */
export const underTitle = ['HH_SIGNED', 'HH_COMP_DECIDED', ...afterPayment] as const satisfies HouseholdState[];

export const registrationOf = (kase: HouseholdCase) => kase.ever.latest('HouseholdRegistered')?.data;
export const surveyOf = (kase: HouseholdCase) => kase.ever.latest('HouseholdSurveyed');
export const projectOf = (kase: HouseholdCase): string | undefined => registrationOf(kase)?.projectRef;

type Title =
  | { readonly signed: Recorded<commands.SignAgreement>; readonly decided?: undefined; readonly revision: number }
  | {
      readonly decided: Recorded<commands.RecordCompensationDecision>;
      readonly signed?: undefined;
      readonly revision: number;
    };

/** What the household is owed under: the agreement or decision that nothing has ended since. */
export function titleOf(kase: HouseholdCase): Title | undefined {
  const signed = kase.ever.latest('AgreementSigned');
  const decided = kase.ever.latest('CompensationDecided');
  const title: Title | undefined =
    signed && (!decided || signed.revision > decided.revision)
      ? { signed, revision: signed.revision }
      : decided && { decided, revision: decided.revision };
  const ends = [
    ...kase.ever.all('AgreementRescinded'),
    ...kase.ever.all('HouseholdCaseReopened').filter(({ data }) => data.toStep === 'HH_OFFERED'),
  ];
  return title && ends.every((end) => end.revision < title.revision) ? title : undefined;
}

/** The total in force: of the agreement or decision, or of the latest supplement to it. */
export function totalOf(kase: HouseholdCase): number {
  const title = titleOf(kase);
  if (!title) return 0;
  const supplement = kase.ever.latest('SupplementaryAgreementSigned');
  if (supplement && supplement.revision > title.revision) return supplement.data.newTotalFen;
  return (title.signed ?? title.decided).data.totalFen;
}

/** Payments under the title in force; what was paid under one that fell is settled outside this case. */
export function paymentsOf(kase: HouseholdCase) {
  const title = titleOf(kase);
  return title ? kase.ever.all('CompensationPaid').filter(({ revision }) => revision > title.revision) : [];
}

export const paidOf = (kase: HouseholdCase): number =>
  paymentsOf(kase).reduce((sum, { data }) => sum + data.amountFen, 0);

/** Kinds of resettlement that fulfil a mode; a place to bridge the time is never what was agreed. */
const fulfilling: Readonly<Record<string, readonly string[]>> = {
  MONEY: [],
  RESETTLEMENT_HOUSING: ['RESETTLEMENT_HOUSING'],
  NEW_PLOT: ['NEW_PLOT'],
  MIXED: ['RESETTLEMENT_HOUSING', 'NEW_PLOT'],
};

/** What the agreement lets the household move to; undefined under a decision, which names its own. */
export function agreedKinds(kase: HouseholdCase): readonly string[] | undefined {
  const mode = titleOf(kase)?.signed?.data.compensationMode;
  return mode === undefined ? undefined : (fulfilling[mode] ?? []);
}

export const resettledUnderTitle = (kase: HouseholdCase) => {
  const title = titleOf(kase);
  return title ? kase.ever.all('ResettlementProvided').filter(({ revision }) => revision > title.revision) : [];
};

/** Buildings that came down, of those in the survey. */
export const demolishedIds = (kase: HouseholdCase): readonly string[] =>
  kase.ever.all('HouseDemolished').map(({ data }) => data.buildingId);

export const standingBuildings = (kase: HouseholdCase) => {
  const down = demolishedIds(kase);
  return (surveyOf(kase)?.data.buildings ?? []).filter(({ buildingId }) => !down.includes(buildingId));
};

export const surveyedBuilding = (kase: HouseholdCase, buildingId: string) =>
  surveyOf(kase)?.data.buildings.find((building) => building.buildingId === buildingId);

/** Every kind of building of the household that the statistics know apart: a house outweighs a factory, both a shed. */
export function mainUse(kase: HouseholdCase): string {
  const uses = (surveyOf(kase)?.data.buildings ?? []).map(({ buildingUse }) => buildingUse as string);
  return ['HOUSE', 'FACTORY'].find((use) => uses.includes(use)) ?? 'ANCILLARY';
}

/** R-REL-09 · a party stands in a project once, closed or not; only who was removed from the scope may come back. */
export function partyInProject(kase: HouseholdCase): readonly Claim[] {
  const registered = registrationOf(kase);
  if (typeof registered?.partyRef !== 'string' || typeof registered.projectRef !== 'string') return [];
  if (kase.status === 'HH_REMOVED') return [];
  const value = `${normaliseNumber(registered.projectRef)}|${normaliseNumber(registered.partyRef)}`;
  return [{ kind: 'relocation-party', value, refusal: 'R-REL-09' }];
}

/** What this kind reads of its project's own events. */
export type ProjectAsSeen = {
  RelocationProjectRegistered: { readonly projectId: string };
  PreAnnouncementPosted: object;
  CompensationPlanConfirmed: object;
  ExpropriationAnnounced: object;
  HouseExpropriationDecided: object;
};

export const projectProcess = 'relocationProject';
