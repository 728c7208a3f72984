export { type CaseFilter, type CasePage, type CaseRow, type Scope } from './case-filter.js';
export { type CaseDetail, type CaseHistory, CaseQueries, type HistoryEntry } from './case.queries.js';
export { placeGrams, searchable } from './place-grams.js';
export { status } from './status.projection.js';
export { type StatusTables } from './tables.js';
