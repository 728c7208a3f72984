import { Button, Radio, Select } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { saveAs } from '../api/client';
import { type FigureFilter, useBreakdown } from '../api/queries';
import { useSay } from '../app/language';
import { figureWords, words } from '../app/words';
import { type Figure, useProduct } from '../product/product';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { useTask } from '../shared/useTask';
import { type ChartHandle } from './FigureChart';
import { FigureValue } from './FigureValue';
import { periodText, queryOf } from './figure-filter';

const FigureChart = lazy(() => import('./FigureChart'));

/** One figure by month or by village, as a chart and as the table that says the same. */
export function Breakdown({ figures, filter }: { figures: readonly Figure[]; filter: FigureFilter }) {
  const say = useSay();
  const product = useProduct();
  const chart = useRef<ChartHandle>(null);
  const [by, setBy] = useState<'month' | 'village'>('month');
  const [id, setId] = useState(figures[0]?.id);
  const figure = figures.find((each) => each.id === id) ?? figures[0];
  const { data, error } = useBreakdown(by, filter);
  const { label, scale } = product.unit(figure?.unit);
  const bars = useMemo(
    () =>
      (data?.parts ?? []).map(({ key, figures: values }) => ({
        key,
        value: Number(values[figure?.id ?? ''] ?? 0) / scale,
      })),
    [data, figure, scale],
  );
  const image = useTask(async () => {
    if (chart.current) saveAs(await chart.current.image(), `${figure?.id}-${filter.period}.png`);
  });
  if (!figure) return null;
  const title = `${say(figure.label)}, ${say(periodText(filter.period))}, ${say(by === 'month' ? figureWords.byMonth : figureWords.byVillage)}`;
  return (
    <>
      <div className="filters">
        <Select
          aria-label={say(figureWords.shownFigure)}
          value={figure.id}
          onChange={setId}
          style={{ minWidth: 340, maxWidth: '100%' }}
          options={figures.map((each) => ({ value: each.id, label: say(each.label) }))}
        />
        <Radio.Group
          optionType="button"
          value={by}
          onChange={({ target }) => setBy(target.value as typeof by)}
          options={[
            { value: 'month', label: say(figureWords.byMonth) },
            { value: 'village', label: say(figureWords.byVillage) },
          ]}
        />
        <Button onClick={image.run} loading={image.busy} disabled={!data}>
          {say(words.exportImage)}
        </Button>
      </div>
      <RefusalNote error={error ?? image.error} />
      {!data && !error && <Busy />}
      {data && (
        <>
          <Suspense fallback={<Busy />}>
            <FigureChart ref={chart} label={title} unit={say(label)} bars={bars} />
          </Suspense>
          <div className="scroll" tabIndex={0} role="region" aria-label={title}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{say(by === 'month' ? figureWords.byMonth : figureWords.byVillage)}</th>
                  {data.parts.map(({ key }) => (
                    <th key={key} scope="col">
                      {key}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{say(figure.label)}</th>
                  {data.parts.map(({ key, figures: values }) => (
                    <td key={key}>
                      <FigureValue figure={figure} value={values[figure.id]} query={partQuery(filter, by, key)} />
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

const partQuery = (filter: FigureFilter, by: 'month' | 'village', key: string): string =>
  queryOf({ ...filter, ...(by === 'month' ? { period: key } : { village: key }) });
