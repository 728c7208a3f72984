import { vocabulary } from '#foundation/process';
import {
  type EnforcementEvents,
  enforcementRestarts,
  type EnforcementState,
  enforcementStates,
  summaryOf,
} from './enforcement.case.js';
import { closureSteps } from './enforcement.closure.steps.js';
import { enforcementDeadlines } from './enforcement.deadlines.js';
import { executionSteps } from './enforcement.execution.steps.js';
import {
  enforcementDerivedFacts,
  enforcementFacts,
  enforcementFigures,
  enforcementVoids,
} from './enforcement.facts.js';
import { leadSteps } from './enforcement.lead.steps.js';
import { enforcementObligations } from './enforcement.obligations.js';
import { procedureSteps } from './enforcement.procedure.steps.js';

const { process } = vocabulary<EnforcementEvents, EnforcementState>();

/**
 * 执法查处: an operation that breaks the law, from the lead to the look-back (processes.md A). Its table
 * stands in four files, in the order of a life.
 */
export const enforcement = process({
  name: 'enforcement',
  title: ['执法查处', 'Enforcement'],
  states: enforcementStates,
  steps: [...leadSteps, ...procedureSteps, ...executionSteps, ...closureSteps],
  restarts: enforcementRestarts,
  obligations: enforcementObligations,
  deadlines: enforcementDeadlines,
  facts: enforcementFacts,
  derivedFacts: enforcementDerivedFacts,
  voids: enforcementVoids,
  figures: enforcementFigures,
  caseNumber: ['执法', 'EN'],
  summary: summaryOf,
});
