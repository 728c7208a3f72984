export { RecordedAnswer } from './answer.js';
export { type CommandRecorder, CommandSide, type CommandSideParts } from './command-side.js';
export { CommandsModule } from './commands.module.js';
export { kebab } from './controllers.js';
export { idOfName, newCaseId, requestHashOf } from './ids.js';
export { type Recorded, type SeriesRequest, type StepRequest } from './request.js';
