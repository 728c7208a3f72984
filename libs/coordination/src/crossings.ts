import { type Crossing, type Owing } from './crossing.js';
import { enforcementToHazard, escalationToEnforcement, hazardOwes } from './hazard-and-enforcement.js';
import { projectOwes } from './last-household.js';
import { dispositionToMatter, petitionOwes } from './petition-and-matter.js';
import { clearingToShed, enforcementOwes, shedToOrigin } from './shed-demolition.js';
import { buildingToTip, leadToTip, tipOwes } from './tip-and-lead.js';

/** All that follows by itself across kinds of case. */
export const crossings: readonly Crossing[] = [
  ...[leadToTip, buildingToTip, escalationToEnforcement, enforcementToHazard],
  ...[clearingToShed, shedToOrigin, dispositionToMatter],
];

/** All that one kind of case owes because of another, and a person is to do. */
export const owings: readonly Owing[] = [tipOwes, hazardOwes, enforcementOwes, petitionOwes, projectOwes];
