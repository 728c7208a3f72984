import { vocabulary } from '#foundation/process';
import { permitBuildingSteps } from './permit.building.steps.js';
import { type PermitEvents, type PermitState, permitStates } from './permit.case.js';
import { permitDeadlines } from './permit.deadlines.js';
import { permitDerivedFacts, permitFacts, permitFigures } from './permit.facts.js';
import { permitObligations } from './permit.obligations.js';
import { permitApplicationSteps } from './permit.application.steps.js';

const { process } = vocabulary<PermitEvents, PermitState>();

/** 农村建房联审联批: a house in a village, from the application to the accepted house (processes.md F). */
export const housePermit = process({
  name: 'housePermit',
  title: ['农村建房审批', 'Rural house building permits'],
  states: permitStates,
  steps: [...permitApplicationSteps, ...permitBuildingSteps],
  restarts: ['PermitReopened'],
  obligations: permitObligations,
  deadlines: permitDeadlines,
  facts: permitFacts,
  derivedFacts: permitDerivedFacts,
  // An acceptance or approval that is revoked later was given all the same, and stays counted (0.6).
  voids: {},
  figures: permitFigures,
  caseNumber: ['建房', 'HP'],
  // An application names its household by a code and no place: the village sees the permits it acts in (decision 0015).
  summary: () => ({}),
});
