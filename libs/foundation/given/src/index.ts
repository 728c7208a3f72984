export { actorOf, cast, type CastMember, cells } from './cast.js';
export { asked, but, type ExampleStep, type IdOf, on } from './example.js';
export { exampleCaseId, exampleSettings, given, Given, Outcome, type Surroundings } from './given.js';
