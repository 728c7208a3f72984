import { StringValue } from '#foundation/http';
import { CaseListQuery } from './cases.requests.js';

/** Columns of the case list in their order there. */
export const caseColumns = [
  'caseNo',
  'process',
  'status',
  'statusSince',
  'village',
  'gridCode',
  'place',
  'openedOn',
  'lastEvent',
  'lastOn',
  'openObligations',
  'nextDueOn',
] as const;

export type CaseColumn = (typeof caseColumns)[number];

const column = `(${caseColumns.join('|')})`;

export class CaseExportQuery extends CaseListQuery {
  @StringValue({
    optional: true,
    pattern: new RegExp(`^${column}(,${column})*$`),
    description: '所选列，逗号分隔，缺省为全部 / Columns shown, with commas; all of them if not given',
  })
  columns?: string;
}
