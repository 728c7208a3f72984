export {
  type FigureEntries,
  type FigureEntry,
  FigureQueries,
  type Figures,
  type FiguresOptions,
} from './figure.queries.js';
export { type Period, periodOf } from './period.js';
export { statistics } from './statistics.projection.js';
