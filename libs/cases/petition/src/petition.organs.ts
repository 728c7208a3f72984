import { type Authority, type Code } from '#foundation/process';

type Organ = Code<typeof Authority>;

const higher: Readonly<Partial<Record<Organ, number>>> = {
  CITY_GOVERNMENT: 2,
  CITY_PETITION_BUREAU: 2,
  CITY_DEPARTMENT: 2,
  PROVINCE_GOVERNMENT: 3,
  PROVINCE_DEPARTMENT: 3,
  STATE_COUNCIL: 4,
};

/**
 * Level of an organ (codes.csv): township 0, county 1, city 2, province 3, state 4. Undefined for an organ of unknown
 * level, which is never above another. Departments are listed at the level at which the township meets them: the county.
 */
export function levelOf(organ: Organ): number | undefined {
  if (organ === 'OTHER') return undefined;
  return organ === 'TOWNSHIP_GOVERNMENT' ? 0 : (higher[organ] ?? 1);
}

/** Whether an organ stands above another: PR22 arts. 35-36 give review and re-review to the organ above. */
export function isAbove(organ: Organ, other: Organ): boolean {
  const [level, otherLevel] = [levelOf(organ), levelOf(other)];
  return level !== undefined && otherLevel !== undefined && level > otherLevel;
}

/** The organ that handles the petitions of this product. */
export const handlingOrgan: Organ = 'TOWNSHIP_GOVERNMENT';
