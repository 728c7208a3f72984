// The steps of every kind of case as its own specs tell them, for stories over HTTP.
export * as demolitionSteps from '../../libs/cases/demolition/src/demolition.examples.js';
export * as enforcementSteps from '../../libs/cases/enforcement/src/enforcement.examples.js';
export * as householdSteps from '../../libs/cases/relocation/src/household.examples.js';
export * as inspectionSteps from '../../libs/cases/inspection/src/inspection.examples.js';
export * as labourSteps from '../../libs/cases/petition/src/labour.examples.js';
export * as permitSteps from '../../libs/cases/permit/src/permit.examples.js';
export * as petitionSteps from '../../libs/cases/petition/src/petition.examples.js';
export * as projectSteps from '../../libs/cases/relocation/src/project.examples.js';
export * as tipSteps from '../../libs/cases/enforcement/src/tip.examples.js';
export * as waterSteps from '../../libs/cases/enforcement/src/water.examples.js';
