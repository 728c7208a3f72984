// Journeys and integration tests tell their stories with the steps of the demolition specs.
export * from '../../libs/cases/demolition/src/demolition.examples.js';
