import { Button, Empty, Progress, Radio, Table, Upload } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { NoAnswer, problemOf, type Schemas } from '../api/client';
import { newRequestId } from '../api/commands';
import { useImports, useRights } from '../api/queries';
import { currentLanguage, useSay } from '../app/language';
import { importWords } from '../app/words';
import { localMinute } from '../product/values';
import { Panel } from '../shared/Panel';
import { RefusalNote } from '../shared/RefusalNote';
import { Staff } from '../shared/Staff';
import { useTitle } from '../shared/useTitle';

type Summary = Schemas['ImportListView']['imports'][number];

/** Hands in a ledger, to try out or to record, and lists what was handed in before. */
export default function ImportsPage() {
  const say = useSay();
  const { data: rights } = useRights();
  const { data, error } = useImports();
  useTitle(importWords.title);
  return (
    <>
      <div className="heading">
        <h1>{say(importWords.title)}</h1>
      </div>
      {rights?.imports === 'run' && <HandIn />}
      <Panel title={say(importWords.earlier)}>
        <RefusalNote error={error} />
        <Table<Summary>
          size="small"
          rowKey="id"
          dataSource={data?.imports ?? []}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{
            emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(importWords.nothing)} />,
          }}
          columns={[
            {
              key: 'file',
              title: say(importWords.file),
              render: (_, run) => <Link to={`/imports/${run.id}`}>{run.fileName}</Link>,
            },
            {
              key: 'kind',
              title: say(importWords.mode),
              render: (_, run) => say(run.dryRun ? importWords.dryRun : importWords.realRun),
            },
            { key: 'by', title: say(importWords.requestedBy), render: (_, run) => <Staff code={run.requestedBy} /> },
            { key: 'at', title: say(importWords.startedAt), render: (_, run) => localMinute(run.createdAt) },
            { key: 'state', title: say(importWords.state), render: (_, run) => <ImportProgress run={run} /> },
          ]}
        />
      </Panel>
    </>
  );
}

export function ImportProgress({ run }: { run: Pick<Summary, 'state' | 'rowsDone' | 'rowsTotal'> }) {
  const say = useSay();
  const word = run.state === 'refused' ? importWords.refusedFile : importWords[run.state];
  const percent = run.state === 'done' ? 100 : run.rowsTotal ? Math.floor((100 * run.rowsDone) / run.rowsTotal) : 0;
  return (
    <span className="progress">
      {say(word)}{' '}
      {run.state !== 'refused' && (
        <Progress percent={percent} size="small" aria-label={say(importWords.state)} style={{ width: 160 }} />
      )}
    </span>
  );
}

function HandIn() {
  const say = useSay();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [dryRun, setDryRun] = useState(true);
  const handIn = useMutation({
    mutationFn: () => send(file!, dryRun),
    onSuccess: ({ id }) => void navigate(`/imports/${id}`),
  });
  return (
    <Panel title={say(importWords.choose)}>
      <p className="muted">{say(importWords.explained)}</p>
      <div className="filters">
        <Upload
          accept=".csv,text/csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(chosen) => {
            setFile(chosen);
            return false;
          }}
        >
          <Button>{say(importWords.choose)}</Button>
        </Upload>
        <span className="chosen">{file?.name}</span>
        <Radio.Group
          value={dryRun}
          onChange={({ target }) => setDryRun(target.value as boolean)}
          options={[
            { value: true, label: say(importWords.dryRun) },
            { value: false, label: say(importWords.realRun) },
          ]}
        />
        <Button type="primary" disabled={!file} loading={handIn.isPending} onClick={() => handIn.mutate()}>
          {say(importWords.start)}
        </Button>
      </div>
      <RefusalNote error={handIn.error} />
    </Panel>
  );
}

async function send(file: File, dryRun: boolean): Promise<Schemas['ImportTakenView']> {
  const query = new URLSearchParams({ dryRun: String(dryRun), fileName: file.name });
  let response: Response;
  try {
    response = await fetch(`/api/v1/imports?${query.toString()}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        'accept-language': currentLanguage(),
        'idempotency-key': newRequestId(),
      },
      body: file,
    });
  } catch (error) {
    throw new NoAnswer(error);
  }
  if (!response.ok) throw problemOf(await response.json().catch(() => undefined), response);
  return (await response.json()) as Schemas['ImportTakenView'];
}
