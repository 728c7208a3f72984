import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../api/client';
import { type Case, useCase, useHistory, useRights } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords, listWords } from '../app/words';
import { StatusTag } from '../cases/columns';
import { FollowUps } from '../follow-ups/FollowUps';
import { useProduct } from '../product/product';
import { localMinute } from '../product/values';
import { Busy } from '../shared/Busy';
import { Panel } from '../shared/Panel';
import { RefusalNote } from '../shared/RefusalNote';
import { useTitle } from '../shared/useTitle';
import { Actions } from './Actions';
import { Deadlines } from './Deadlines';
import { Facts } from './Facts';
import { KnownAt } from './KnownAt';
import { Obligations } from './Obligations';
import { Owed } from './Owed';
import { StageBar } from './StageBar';
import { Timeline } from './Timeline';

/** One case, whole: where it stands, what is known, what is owed, what was done, and what can be done next. */
export default function CasePage() {
  const { caseId = '' } = useParams();
  const [asOf, setAsOf] = useState<number>();
  const { data: kase, error } = useCase(caseId, asOf);
  useTitle(kase?.caseNo ?? undefined);
  if (error && !kase) return <Absent error={error} />;
  if (!kase) return <Busy />;
  return <CaseFile key={caseId} kase={kase} asOf={asOf} setAsOf={setAsOf} />;
}

function CaseFile({ kase, asOf, setAsOf }: { kase: Case; asOf: number | undefined; setAsOf: (asOf?: number) => void }) {
  const say = useSay();
  const product = useProduct();
  const [params] = useSearchParams();
  const { data: rights } = useRights();
  const full = rights?.cases[kase.process] === 'full';
  const now = useHistory(kase.caseId, undefined, full);
  const then = useHistory(kase.caseId, asOf, full && asOf !== undefined);
  const shown = asOf === undefined ? now.data : then.data;
  const moment = now.data?.events.findLast(({ position }) => asOf !== undefined && position <= asOf);
  return (
    <>
      <div className="heading">
        <h1>{kase.caseNo ?? say(listWords.unnumbered)}</h1>
        <StatusTag row={kase} />
        <span className="muted">{kase.statusSince && say(caseWords.since(kase.statusSince))}</span>
      </div>
      <p>
        {[say(product.process(kase.process)?.title), kase.place].filter(Boolean).join(' · ')}
        {kase.village && ' · '}
        <span className="whole">
          {kase.village} {kase.gridCode}
        </span>
      </p>
      {asOf !== undefined && (
        <Alert
          type="warning"
          showIcon
          className="spaced"
          title={`${say(caseWords.knownAt)}: ${moment ? localMinute(moment.recordedAt) : ''}`}
          description={say(caseWords.pastNotice)}
          action={<Button onClick={() => setAsOf(undefined)}>{say(caseWords.backToNow)}</Button>}
        />
      )}
      {full && asOf === undefined && <Owed kase={kase} />}
      {full && asOf === undefined && <FollowUps kase={kase} />}
      {asOf === undefined && <Actions kase={kase} history={now.data?.events ?? []} />}
      {!full && <p className="muted">{say(caseWords.stageOnly)}</p>}
      {full && <RefusalNote error={now.error ?? then.error} />}
      {shown && (
        <>
          <StageBar process={kase.process} events={shown.events} />
          <div className="columns">
            <div>
              <Panel title={say(caseWords.facts)}>
                <Facts events={shown.events} />
              </Panel>
              <Panel title={say(caseWords.timeline)}>
                <KnownAt events={now.data?.events ?? []} asOf={asOf} onChange={setAsOf} />
                <Timeline events={shown.events} marked={params.get('event') ?? undefined} />
              </Panel>
            </div>
            <div>
              <Panel title={say(caseWords.obligations)}>
                <Obligations kase={kase} />
              </Panel>
              <Panel title={say(caseWords.deadlines)}>
                <Deadlines kase={kase} events={shown.events} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </>
  );
}

function Absent({ error }: { error: unknown }) {
  const say = useSay();
  if (error instanceof ApiProblem && error.problem.status === 404)
    return <Alert type="info" showIcon title={say(caseWords.noCase)} />;
  return <RefusalNote error={error} />;
}
