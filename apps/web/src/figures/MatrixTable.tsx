import { useSay } from '../app/language';
import { figureWords } from '../app/words';
import { type Product, useProduct } from '../product/product';
import { type Amount } from '../product/values';
import { FigureValue } from './FigureValue';
import { type Matrix } from './matrices';

type Values = Readonly<Record<string, Amount>>;

interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly values: Values;
  readonly previous: Values | undefined;
  readonly query: string;
}

/** Rows by one code, columns by the other, each cell a count and a sum, with the period before below. */
export function MatrixTable({ matrix, values, previous, query }: MatrixTableProps) {
  const say = useSay();
  const product = useProduct();
  const { rowDimension, columnDimension, rows, columns } = matrix;
  const cell = (row: string | undefined, column: string | undefined) => (
    <td key={`${row}.${column}`}>
      {matrix.cell(row, column).map((figure) => (
        <div key={figure.id}>
          <FigureValue {...{ figure, query }} value={values[figure.id]} previous={previous?.[figure.id]} />
        </div>
      ))}
    </td>
  );
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say(product.process(matrix.process)?.title)}>
      <table className="plain-table matrix">
        <thead>
          <tr>
            <th scope="col">{say(product.field(rowDimension)?.label)}</th>
            {columns.map((code) => (
              <th key={code} scope="col">
                {say(wordOf(product, columnDimension, code))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{say(wordOf(product, rowDimension, row))}</th>
              {columns.map((column) => cell(row, column))}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{say(figureWords.total)}</th>
            <td colSpan={columns.length}>
              {matrix.cell(undefined, undefined).map((figure) => (
                <div key={figure.id}>
                  <FigureValue {...{ figure, query }} value={values[figure.id]} previous={previous?.[figure.id]} />
                </div>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function wordOf(product: Product, dimension: string, code: string) {
  const codeList = product.field(dimension)?.codeList;
  return codeList ? product.word(codeList, code) : { zh: code, en: code };
}
