// The steps of every kind of case as its own specs tell them, for stories over HTTP.
export * as demolitionSteps from '../../libs/cases/demolition/src/demolition.examples.js';
export * as enforcementSteps from '../../libs/cases/enforcement/src/enforcement.examples.js';
export * as inspectionSteps from '../../libs/cases/inspection/src/inspection.examples.js';
export * as petitionSteps from '../../libs/cases/petition/src/petition.examples.js';
