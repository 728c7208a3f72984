export { stand, type Standing } from './standing.js';
