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
};

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, number>>;
