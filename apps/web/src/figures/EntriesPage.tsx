import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { download } from '../api/client';
import { type Entry, useEntries, useRights } from '../api/queries';
import { useSay } from '../app/language';
import { figureWords, listWords, words } from '../app/words';
import { type Figure, useProduct } from '../product/product';
import { useShow } from '../product/values';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { useTask } from '../shared/useTask';
import { useTitle } from '../shared/useTitle';
import { periodText, useFigureFilter } from './figure-filter';

/** A figure opened: exactly the recorded steps that it counts or sums, each leading to its case and event. */
export default function EntriesPage() {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const { figureId = '' } = useParams();
  const { filter, query, asked } = useFigureFilter();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { data, error } = useEntries(figureId, filter, cursors.at(-1));
  const figure = product.catalogue.figures.find(({ id }) => id === figureId);
  const exporting = useTask(() =>
    download(`/api/v1/figures/${figureId}/entries.xlsx?${asked}`, `${figureId}-${filter.period}.xlsx`),
  );
  useTitle(figure?.label);
  return (
    <>
      <p>
        <Link to={`/figures?${query}`}>{say(words.back)}</Link>
      </p>
      <div className="heading">
        <h1>{say(figure?.label)}</h1>
        <span className="muted">
          {say(periodText(filter.period))}
          {filter.village && ` · ${filter.village}`}
        </span>
        {data && figure && <strong data-testid="value">{show.amount(figure.unit, data.value)}</strong>}
        <div className="end">
          <Button onClick={exporting.run} loading={exporting.busy}>
            {say(words.exportExcel)}
          </Button>
        </div>
      </div>
      <p className="muted">{say(figureWords.entriesExplained)}</p>
      <RefusalNote error={error ?? exporting.error} />
      {!data && !error && <Busy />}
      {data && figure && <Entries entries={data.entries} figure={figure} />}
      {data && (cursors.length > 0 || data.next) && (
        <div className="pager">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {say(words.previousPage)}
          </Button>
          <span>{cursors.length + 1}</span>
          <Button disabled={!data.next} onClick={() => data.next && setCursors([...cursors, data.next])}>
            {say(words.nextPage)}
          </Button>
        </div>
      )}
    </>
  );
}

function Entries({ entries, figure }: { entries: readonly Entry[]; figure: Figure }) {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const { data: rights } = useRights();
  const opens = (rights?.cases[figure.process] ?? 'none') !== 'none';
  // A case that complains of whoever asks counts and says no more.
  const caseNo = (entry: Entry) =>
    entry.caseNo ?? say(entry.caseId === null ? figureWords.notOpened : listWords.unnumbered);
  const step = (entry: Entry) => entry.eventType !== null && say(product.stepLabel(entry.eventType));
  const opened = (entry: Entry) => opens && entry.caseId !== null;
  return (
    <Table<Entry>
      size="small"
      dataSource={entries.map((entry, key) => ({ ...entry, key }))}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(figureWords.noEntries)} /> }}
      columns={[
        {
          key: 'caseNo',
          title: say(listWords.caseNo),
          render: (_, entry) =>
            opened(entry) ? <Link to={`/cases/${entry.caseId}`}>{caseNo(entry)}</Link> : caseNo(entry),
        },
        {
          key: 'step',
          title: say(figureWords.step),
          render: (_, entry) =>
            opened(entry) ? (
              <Link to={`/cases/${entry.caseId}?event=${entry.eventId}`}>{step(entry)}</Link>
            ) : (
              step(entry)
            ),
        },
        { key: 'on', title: say(figureWords.countedOn), dataIndex: 'on' },
        { key: 'place', title: say(listWords.place), dataIndex: 'place' },
        { key: 'village', title: say(listWords.village), dataIndex: 'village' },
        {
          key: 'quantity',
          title: say(figureWords.quantity),
          align: 'right',
          render: (_, entry) => show.quantity(figure.unit, figure.format === 'integer' ? 1 : entry.quantity),
        },
      ]}
    />
  );
}
