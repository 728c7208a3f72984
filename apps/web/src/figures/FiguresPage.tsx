import { Button } from 'antd';
import { download } from '../api/client';
import { useFigures } from '../api/queries';
import { useSay } from '../app/language';
import { figureWords, words } from '../app/words';
import { type Figure, type Process, useProduct } from '../product/product';
import { type Amount, useShow } from '../product/values';
import { Busy } from '../shared/Busy';
import { Panel } from '../shared/Panel';
import { RefusalNote } from '../shared/RefusalNote';
import { useTask } from '../shared/useTask';
import { useTitle } from '../shared/useTitle';
import { Breakdown } from './Breakdown';
import { FigureFilters } from './FigureFilters';
import { Change, FigureValue } from './FigureValue';
import { periodText, previousPeriod, useFigureFilter } from './figure-filter';
import { matricesOf } from './matrices';
import { MatrixTable } from './MatrixTable';

type Values = Readonly<Record<string, Amount>>;

/** The figures of a period, of every kind of case that has some. */
export default function FiguresPage() {
  const say = useSay();
  const product = useProduct();
  const view = useFigureFilter();
  const { filter } = view;
  const { data, error } = useFigures(filter);
  const before = useFigures({ ...filter, period: previousPeriod(filter.period) });
  const exporting = useTask(() =>
    download(`/api/v1/figures.xlsx?${view.asked}`, `${say(figureWords.title)}-${filter.period}.xlsx`),
  );
  useTitle(figureWords.title);
  const figuresOf = (process: Process) => product.catalogue.figures.filter((figure) => figure.process === process.name);
  const kinds = product.processes.filter((each) => figuresOf(each).length > 0);
  const process = kinds.find(({ name }) => name === view.kind) ?? kinds[0];
  // The parts of a ratio are declared as figures and told with it alone.
  const figures = process ? figuresOf(process).filter(({ id }) => !data || id in data.figures) : [];
  return (
    <>
      <div className="heading">
        <h1>{say(figureWords.title)}</h1>
        <span className="muted">
          {say(periodText(filter.period))}
          {data && ` · ${say(figureWords.position)} ${data.position}`}
        </span>
        <div className="end">
          <Button onClick={exporting.run} loading={exporting.busy}>
            {say(words.exportExcel)}
          </Button>
        </div>
      </div>
      <FigureFilters kinds={kinds} {...view} />
      <RefusalNote error={error ?? exporting.error} />
      {!data && !error && <Busy />}
      {data && process && (
        <>
          <Panel title={say(process.title)}>
            <ProcessFigures
              {...{ process, figures, query: view.query }}
              values={data.figures}
              previous={before.data?.figures}
            />
          </Panel>
          <Panel title={say(figureWords.chart)}>
            <Breakdown key={process.name} figures={figures} filter={filter} />
          </Panel>
        </>
      )}
    </>
  );
}

interface ProcessFiguresProps {
  readonly process: Process;
  readonly figures: readonly Figure[];
  readonly values: Values;
  readonly previous: Values | undefined;
  readonly query: string;
}

function ProcessFigures({ process, figures, values, previous, query }: ProcessFiguresProps) {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const matrices = matricesOf(product, process.name);
  const others = figures.filter(({ id }) => !matrices.some((matrix) => matrix.figures.has(id)));
  return (
    <>
      {matrices.map((matrix) => (
        <MatrixTable key={matrix.rowDimension} {...{ matrix, values, previous, query }} />
      ))}
      {others.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={say(figureWords.otherFigures)}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say(figureWords.figure)}</th>
                <th scope="col">{say(figureWords.value)}</th>
                <th scope="col">{say(figureWords.previous)}</th>
                <th scope="col">{say(figureWords.change)}</th>
              </tr>
            </thead>
            <tbody>
              {others.map((figure) => (
                <tr key={figure.id}>
                  <th scope="row">{say(figure.label)}</th>
                  <td>
                    <FigureValue {...{ figure, query }} value={values[figure.id]} />
                  </td>
                  <td>{show.amount(figure.unit, previous?.[figure.id] ?? null)}</td>
                  <td>
                    <Change figure={figure} value={values[figure.id]} previous={previous?.[figure.id]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
