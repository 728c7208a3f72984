export { type EntriesPage, type FigureQuestion, type Figures, OperatorClient, Refused } from './operator-client.js';
export { shownValue, tableOf, widthOf } from './table.js';
