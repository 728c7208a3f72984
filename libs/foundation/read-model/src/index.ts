export { requestRebuild, schemaOf } from './builds.js';
export { gridCells, type GridCellTables } from './grid-cells.js';
export { history, type HistoryTables } from './history.js';
export {
  type Batch,
  type CaseChange,
  type Projection,
  type RevisitedCase,
  type Statement,
  versionOf,
} from './projection.js';
export { Projector, type ProjectorOptions } from './projector.js';
export { type AsOf, NotYetProjected, ReadSide, type ReadTables, serving } from './read-side.js';
export { type Cell } from './binary-arrays.js';
export { appendRows, type Columns, insertRows, type Row, unnested } from './rows.js';
export { type WholeChange, wholeChanges } from './whole-changes.js';
