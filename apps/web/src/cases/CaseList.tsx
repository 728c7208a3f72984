import { Button, Empty, Grid, Select, Table } from 'antd';
import { download } from '../api/client';
import { type CaseRow, useCases } from '../api/queries';
import { useSay } from '../app/language';
import { listWords, words } from '../app/words';
import { useProduct } from '../product/product';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { useTask } from '../shared/useTask';
import { useTitle } from '../shared/useTitle';
import { CaseFilters } from './CaseFilters';
import { CaseLink, columns, NextDue, StatusTag, useColumns } from './columns';
import { exportAddress, useCaseFilter } from './filter';
import { NewCase } from './NewCase';

const pageSize = 50;

/** Every case that the reader may see, newest first, page by page: as fast at a million cases as at ten. */
export function CaseList() {
  const say = useSay();
  const narrow = !Grid.useBreakpoint().md;
  const list = useCaseFilter();
  const { filter } = list;
  const { data, error, isFetching } = useCases(filter, list.after, pageSize);
  const { chosen, choose } = useColumns();
  const exporting = useTask(() => download(exportAddress(filter, chosen), `${say(words.cases)}.xlsx`));
  useTitle(words.cases);
  return (
    <>
      <div className="heading">
        <h1>{say(words.cases)}</h1>
        <div className="end">
          {!narrow && <ColumnChoice chosen={chosen} choose={choose} />}
          <Button onClick={exporting.run} loading={exporting.busy}>
            {say(words.exportExcel)}
          </Button>
          <NewCase />
        </div>
      </div>
      <CaseFilters list={list} narrow={narrow} />
      <RefusalNote error={error ?? exporting.error} />
      {!data && !error && <Busy />}
      {data && (narrow ? <Cards rows={data.cases} /> : <Rows rows={data.cases} chosen={chosen} busy={isFetching} />)}
      {data && (list.page > 1 || data.next) && (
        <div className="pager">
          <Button disabled={list.page === 1} onClick={list.toPrevious}>
            {say(words.previousPage)}
          </Button>
          <span>{list.page}</span>
          <Button disabled={!data.next} onClick={() => data.next && list.toNext(data.next)}>
            {say(words.nextPage)}
          </Button>
        </div>
      )}
    </>
  );
}

function Rows({ rows, chosen, busy }: { rows: readonly CaseRow[]; chosen: readonly string[]; busy: boolean }) {
  const say = useSay();
  const product = useProduct();
  return (
    <Table<CaseRow>
      size="small"
      rowKey="caseId"
      dataSource={rows}
      loading={{ spinning: busy, delay: 400 }}
      pagination={false}
      scroll={{ x: 1000 }}
      locale={{ emptyText: <Nothing /> }}
      columns={columns
        .filter(({ name }) => chosen.includes(name))
        .map(({ name, title, width, cell }) => ({
          key: name,
          title: say(title),
          width,
          render: (_: unknown, row: CaseRow) => cell(row, product, say),
        }))}
    />
  );
}

/** The list on a telephone: what tells cases apart, one below the other. */
function Cards({ rows }: { rows: readonly CaseRow[] }) {
  const say = useSay();
  const product = useProduct();
  if (rows.length === 0) return <Nothing />;
  return rows.map((row) => (
    <article key={row.caseId} className="case-card">
      <div>
        <CaseLink row={row} /> <StatusTag row={row} /> <NextDue row={row} />
      </div>
      <div>{row.place}</div>
      <div className="muted">
        {[say(product.process(row.process)?.title), row.village].filter(Boolean).join(' · ')} ·{' '}
        <span className="whole">{row.openedOn}</span>
      </div>
    </article>
  ));
}

function Nothing() {
  const say = useSay();
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(listWords.nothing)} />;
}

function ColumnChoice({ chosen, choose }: { chosen: readonly string[]; choose: (names: string[]) => void }) {
  const say = useSay();
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={say(listWords.columns)}
      value={[...chosen]}
      onChange={choose}
      maxTagCount={0}
      maxTagPlaceholder={`${say(listWords.columns)} ${chosen.length}/${columns.length}`}
      style={{ minWidth: 150 }}
      options={columns.map(({ name, title }) => ({ value: name, label: say(title) }))}
    />
  );
}
