import { Tag } from 'antd';
import { Link } from 'react-router';
import { type ReactNode, useState } from 'react';
import { type CaseRow } from '../api/queries';
import { type Text, useSay } from '../app/language';
import { listWords } from '../app/words';
import { type Product, useProduct } from '../product/product';
import { today } from '../product/values';

interface Column {
  readonly name: string;
  readonly title: Text;
  readonly width?: number;
  /** Shown until the reader chooses otherwise. */
  readonly usual: boolean;
  readonly cell: (row: CaseRow, product: Product, say: (text: Text | undefined) => string) => ReactNode;
}

/** In the order of the table; the names are those of the export. */
export const columns: readonly Column[] = [
  { name: 'caseNo', title: listWords.caseNo, width: 165, usual: true, cell: (row) => <CaseLink row={row} /> },
  {
    name: 'process',
    title: listWords.kind,
    width: 130,
    usual: true,
    cell: (row, product, say) => say(product.process(row.process)?.title),
  },
  { name: 'status', title: listWords.status, width: 120, usual: true, cell: (row) => <StatusTag row={row} /> },
  { name: 'statusSince', title: listWords.statusSince, width: 120, usual: false, cell: (row) => row.statusSince },
  { name: 'village', title: listWords.village, width: 90, usual: true, cell: (row) => row.village },
  { name: 'gridCode', title: listWords.grid, width: 110, usual: false, cell: (row) => row.gridCode },
  { name: 'place', title: listWords.place, usual: true, cell: (row) => row.place },
  { name: 'openedOn', title: listWords.openedOn, width: 105, usual: true, cell: (row) => row.openedOn },
  {
    name: 'lastEvent',
    title: listWords.lastEvent,
    width: 130,
    usual: true,
    cell: (row, product, say) => (row.lastEvent ? say(product.stepLabel(row.lastEvent)) : ''),
  },
  { name: 'lastOn', title: listWords.lastOn, width: 130, usual: false, cell: (row) => row.lastOn },
  {
    name: 'openObligations',
    title: listWords.openObligations,
    width: 85,
    usual: true,
    cell: (row) => row.openObligations,
  },
  { name: 'nextDueOn', title: listWords.nextDueOn, width: 130, usual: true, cell: (row) => <NextDue row={row} /> },
];

const stored = 'liuhen.case-columns';

/** The columns that this reader has chosen, kept in the browser. */
export function useColumns() {
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(stored)?.split(',') ?? [];
    const known = columns.filter(({ name }) => kept.includes(name)).map(({ name }) => name);
    return known.length > 0 ? known : columns.filter(({ usual }) => usual).map(({ name }) => name);
  });
  return {
    chosen,
    choose: (names: readonly string[]) => {
      const ordered = columns.filter(({ name }) => names.includes(name)).map(({ name }) => name);
      if (ordered.length === 0) return;
      localStorage.setItem(stored, ordered.join(','));
      setChosen(ordered);
    },
  };
}

export function CaseLink({ row }: { row: Pick<CaseRow, 'caseId' | 'caseNo'> }) {
  const say = useSay();
  return (
    <Link className="number-link" to={`/cases/${row.caseId}`}>
      {row.caseNo ?? say(listWords.unnumbered)}
    </Link>
  );
}

/** The day on which the government owes the next step; red once it has passed. */
/** The day on which the next duty falls due, marked once it has passed. */
export function NextDue({ row: { nextDueOn } }: { row: Pick<CaseRow, 'nextDueOn'> }) {
  if (!nextDueOn) return null;
  return nextDueOn < today() ? <Tag color="error">{nextDueOn}</Tag> : <>{nextDueOn}</>;
}

export function StatusTag({ row }: { row: Pick<CaseRow, 'process' | 'status'> }) {
  const product = useProduct();
  const say = useSay();
  const ended = product.isTerminal(row.process, row.status);
  return <Tag color={ended ? undefined : 'processing'}>{say(product.state(row.process, row.status))}</Tag>;
}
