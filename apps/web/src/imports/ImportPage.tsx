import { Alert, Button, Switch, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { download, type Schemas } from '../api/client';
import { type ImportRun, useImport, useRights } from '../api/queries';
import { useSay } from '../app/language';
import { importWords, words } from '../app/words';
import { useProduct } from '../product/product';
import { localMinute } from '../product/values';
import { Busy } from '../shared/Busy';
import { RefusalNote } from '../shared/RefusalNote';
import { Staff } from '../shared/Staff';
import { useTask } from '../shared/useTask';
import { useTitle } from '../shared/useTitle';
import { ImportProgress } from './ImportsPage';

/** One import: how far it is, and what became of every row. */
export default function ImportPage() {
  const say = useSay();
  const { importId = '' } = useParams();
  const { data: run, error } = useImport(importId);
  useTitle(run?.fileName);
  return (
    <>
      <p>
        <Link to="/imports">{say(words.back)}</Link>
      </p>
      <RefusalNote error={error} />
      {!run && !error && <Busy />}
      {run && <Run run={run} />}
    </>
  );
}

function Run({ run }: { run: ImportRun }) {
  const say = useSay();
  const product = useProduct();
  const refusedRows = useTask(() =>
    download(`/api/v1/imports/${run.id}/refused.csv`, `${say(importWords.refused)}-${run.fileName}`),
  );
  return (
    <>
      <div className="heading">
        <h1>{run.fileName}</h1>
        <Tag color={run.dryRun ? 'warning' : 'processing'}>
          {say(run.dryRun ? importWords.dryRun : importWords.realRun)}
        </Tag>
        <span className="muted">
          <Staff code={run.requestedBy} /> · {localMinute(run.createdAt)}
        </span>
        <div className="end" role="status">
          <ImportProgress run={run} />
        </div>
      </div>
      {run.trouble && <Alert type="warning" showIcon title={say(importWords.trouble)} />}
      {run.refusal && (
        <Alert
          type="error"
          showIcon
          title={
            <>
              {say(product.refusal(run.refusal.code))} <code>{run.refusal.code}</code>
            </>
          }
        />
      )}
      <RefusalNote error={refusedRows.error} />
      {run.result && (
        <>
          <p data-testid="verdicts">
            {say(importWords.rows)} {run.result.rows} · {say(importWords.accepted)} {run.result.accepted} ·{' '}
            {say(importWords.refused)} {run.result.refused}
          </p>
          <Verdicts
            result={run.result}
            download={
              <Button onClick={refusedRows.run} loading={refusedRows.busy} disabled={run.result.refused === 0}>
                {say(importWords.downloadRefused)}
              </Button>
            }
          />
        </>
      )}
    </>
  );
}

type Verdict = Schemas['RowVerdictView'];

function Verdicts({ result, download: button }: { result: Schemas['ImportResultView']; download: React.ReactNode }) {
  const say = useSay();
  const product = useProduct();
  const { data: rights } = useRights();
  const [onlyRefused, setOnlyRefused] = useState(result.refused > 0);
  const opens = Object.values(rights?.cases ?? {}).some((sight) => sight !== 'none');
  const rows = result.verdicts.filter(({ verdict }) => !onlyRefused || verdict === 'refused');
  return (
    <>
      <div className="filters">
        <label>
          <Switch checked={onlyRefused} onChange={setOnlyRefused} aria-label={say(importWords.onlyRefused)} />{' '}
          {say(importWords.onlyRefused)}
        </label>
        {button}
      </div>
      <Table<Verdict>
        size="small"
        rowKey="row"
        dataSource={rows}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 900 }}
        columns={[
          { key: 'row', title: say(importWords.row), dataIndex: 'row' },
          { key: 'number', title: say(importWords.number), dataIndex: 'ledgerNumber' },
          {
            key: 'verdict',
            title: say(importWords.verdict),
            render: (_, { verdict, first }) => (
              <>
                <Tag color={verdict === 'accepted' ? 'success' : 'error'}>{say(importWords[verdict])}</Tag>
                {first === false && <span className="muted">{say(importWords.before)}</span>}
              </>
            ),
          },
          {
            key: 'case',
            title: say(importWords.caseNo),
            render: (_, { caseId, caseNo }) =>
              caseId && opens ? <Link to={`/cases/${caseId}`}>{caseNo ?? caseId}</Link> : caseNo,
          },
          {
            key: 'at',
            title: say(importWords.at),
            render: (_, { column, step }) => column ?? (step && say(product.stepLabel(step))),
          },
          {
            key: 'reason',
            title: say(importWords.reason),
            render: (_, { code }) =>
              code && (
                <span className="reason">
                  {say(product.refusal(code))} <code>{code}</code>
                </span>
              ),
          },
        ]}
      />
    </>
  );
}
