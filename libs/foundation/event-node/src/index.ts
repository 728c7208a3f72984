export { type EventNode, type EventNodeOptions, startEventNode } from './server.js';
