export {
  type FigureEntries,
  type FigureEntry,
  FigureQueries,
  type Figures,
  type FiguresOptions,
} from './figure.queries.js';
export { basisPoints, type FigureValue } from './figure-values.js';
export { type Period, periodOf } from './period.js';
export { statistics } from './statistics.projection.js';
