import { type Authority, type Code, type LegalBasis, type RuleContext } from '#foundation/process';
import { type ExecutionMeasure } from './enforcement.codes.js';

// Who may act (processes.md A.1). A ground without an organ here carries no penalty: nobody can file on it.

type Organ = Code<typeof Authority>;
type Basis = Code<typeof LegalBasis>;

const farms: readonly Organ[] = ['ECOLOGY_DEPT', 'AGRICULTURE_DEPT', 'COUNTY_GOVERNMENT'];
const safety: readonly Organ[] = ['EMERGENCY_DEPT', 'FIRE_RESCUE', 'CONSTRUCTION_DEPT', 'TRANSPORT_DEPT'];

const organsOf: { readonly [Ground in Basis]?: readonly Organ[] } = {
  SWL_102_7: ['ECOLOGY_DEPT'],
  SWL_104: ['ECOLOGY_DEPT'],
  SWL_27: ['ECOLOGY_DEPT'],
  UNLICENSED_BIZ: ['MARKET_SUPERVISION_DEPT'],
  WATER_DISCHARGE: ['ECOLOGY_DEPT'],
  AIR_72_117: ['ECOLOGY_DEPT', 'URBAN_MANAGEMENT_DEPT'],
  LBR_11_37: farms,
  LBR_39_41: farms,
  LBR_25: ['COUNTY_GOVERNMENT'],
  SPL_102: safety,
  SPL_65: safety,
  SPL_70: safety,
};

/** County level or above: of an organ that the list does not know no level is taken for granted. */
export const isCountyOrAbove = (organ: Organ): boolean => organ !== 'TOWNSHIP_GOVERNMENT' && organ !== 'OTHER';

/**
 * The organ that the law names for the ground, or the township under a published delegation (APL art. 24). A local rule
 * names its organ itself, at county level or above.
 */
export function isCompetent(organ: Organ, basis: Basis, x: RuleContext, delegationDocNo?: string): boolean {
  if (organ === 'TOWNSHIP_GOVERNMENT') return x.township.hasDelegation(basis, x.on, delegationDocNo);
  return basis === 'LOCAL_RULE' ? isCountyOrAbove(organ) : (organsOf[basis]?.includes(organ) ?? false);
}

/**
 * Grounds that carry the power to seal (ACL arts. 10, 22): a law or a regulation, never a mere rule. SWL art. 27, and
 * what it secures; art. 11 of the rules on unlicensed business; Environmental Protection Law art. 25; SPL art. 65.
 */
const sealing: ReadonlySet<Basis> = new Set<Basis>([
  ...(['SWL_27', 'SWL_102_7', 'SWL_104', 'UNLICENSED_BIZ'] as const),
  ...(['WATER_DISCHARGE', 'AIR_72_117', 'SPL_65'] as const),
]);

export const maySeal = (organ: Organ, basis: Basis, x: RuleContext): boolean =>
  sealing.has(basis) && isCompetent(organ, basis, x);

/** Deposits are transferred by tax and social-insurance organs only, and no such organ acts in these cases. */
export const mayExecute = (organ: Organ, basis: Basis, measure: Code<typeof ExecutionMeasure>, x: RuleContext) =>
  measure !== 'TRANSFER_DEPOSIT' && isCompetent(organ, basis, x);
