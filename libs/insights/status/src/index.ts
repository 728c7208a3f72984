export { type CaseFilter, type CasePage, type CaseRow, type Scope } from './case-filter.js';
export { type CaseDetail, type CaseHistory, CaseQueries, type DeadlineRow, type HistoryEntry } from './case.queries.js';
export { type MissedCursor, type MissedPage, type MissedTerm, MissedTerms } from './missed-terms.js';
export { placeGrams, searchable } from './place-grams.js';
export { status } from './status.projection.js';
export { type StatusTables } from './tables.js';
