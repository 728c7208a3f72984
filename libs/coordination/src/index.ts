export { Coordinator, type CoordinatorParts } from './coordinator.js';
export { type Crossing, type FollowUp, type Owed, type Owing } from './crossing.js';
export { crossings, owings } from './crossings.js';
export { FollowUps, type WaitingFollowUp } from './follow-ups.js';
export { OwedSteps } from './owed.js';
