/**
 * Numbers that the law leaves to the province or the township, with the value that holds until another is published.
 * Each in its stored unit.
 */
export const defaultLimits = {
  /** Fine above which an individual or sole trader may ask for a hearing (APL art. 63), fen. */
  hearingFineCitizenFen: 500_000,
  /** Fine above which a unit may ask for a hearing (APL art. 63), fen. */
  hearingFineUnitFen: 5_000_000,
  /** 1 when every penalty passes the legal review, 0 when only those of APL art. 58 do. */
  legalReviewOfEveryPenalty: 0,
  /** Black and odorous water: transparency below this, cm (national guide for rural water). */
  waterTransparencyMinCm: 25,
  /** Dissolved oxygen below this, 0.01 mg/L. */
  waterDissolvedOxygenMin: 200,
  /** Ammonia nitrogen above this, 0.01 mg/L. */
  waterAmmoniaNMax: 1_500,
  /** Homestead plot at most, on arable land, dm2 (LAL art. 62, set by the province). */
  homesteadArableMaxDm2: 13_000,
  /** On unused land, dm2. */
  homesteadUnusedMaxDm2: 21_000,
  /** On other land, dm2. */
  homesteadOtherMaxDm2: 18_000,
  /** 1 when rebuilding and extending need a rural planning permit too, 0 when only new land does (CPL art. 41). */
  planningPermitForOldPlots: 0,
  /** Share of those present that a meeting of a villager group must exceed to agree, basis points. */
  groupMeetingAgreeOverBp: 5_000,
  /** 1 for each office that is a member of the joint review of house building, 0 for the others. */
  jointReviewAgriculture: 1,
  jointReviewNaturalResources: 1,
  jointReviewPlanningConstruction: 1,
  jointReviewForestry: 0,
  jointReviewWater: 0,
  jointReviewTransport: 0,
  jointReviewPower: 0,
  jointReviewEmergency: 0,
};

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, number>>;
