import { type Figure, type Product } from '../product/product';

/** Figures of one thing counted, split by two codes: the table that the half-year report prints. */
export interface Matrix {
  readonly process: string;
  /** Names of the two dimensions, as fields of the steps. */
  readonly rowDimension: string;
  readonly columnDimension: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The figures of a cell, `undefined` codes for the totals: usually a count and a sum. */
  cell(row: string | undefined, column: string | undefined): readonly Figure[];
  readonly figures: ReadonlySet<string>;
}

/**
 * Finds the matrices among the declared figures by what they filter by; nothing says so but their declarations. Only
 * dimensions that are fields with a code list have words for a table's head.
 */
export function matricesOf(product: Product, process: string): readonly Matrix[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of product.catalogue.figures.filter((each) => each.process === process)) {
    groups.set(figure.factKind, [...(groups.get(figure.factKind) ?? []), figure]);
  }
  return [...groups.values()]
    .flatMap((figures) => matrixOf(process, figures) ?? [])
    .filter(({ rowDimension, columnDimension }) =>
      [rowDimension, columnDimension].every((dimension) => product.field(dimension)?.codeList),
    );
}

function matrixOf(process: string, figures: readonly Figure[]): Matrix | undefined {
  const split = figures.filter(({ where }) => Object.values(where).every((code) => typeof code === 'string'));
  const parts = split.filter(({ where }) => Object.keys(where).length === 2);
  const [rowDimension, columnDimension] = Object.keys(parts[0]?.where ?? {});
  if (!rowDimension || !columnDimension) return undefined;
  const cells = parts.filter(({ where }) => rowDimension in where && columnDimension in where);
  const totals = split.filter(({ where }) => Object.keys(where).length === 0);
  const codes = (dimension: string) => [...new Set(cells.map(({ where }) => String(where[dimension])))];
  const rows = codes(rowDimension);
  const columns = codes(columnDimension);
  if (rows.length < 2 || columns.length < 2) return undefined;
  return {
    process,
    rowDimension,
    columnDimension,
    rows,
    columns,
    cell: (row, column) =>
      row === undefined && column === undefined
        ? totals
        : cells.filter(({ where }) => where[rowDimension] === row && where[columnDimension] === column),
    figures: new Set([...cells, ...totals].map(({ id }) => id)),
  };
}
