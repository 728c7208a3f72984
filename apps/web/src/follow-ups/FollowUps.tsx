import { Button, message, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Case, type Owed, useActions, useFollowUps } from '../api/queries';
import { useSay } from '../app/language';
import { useSession } from '../app/session';
import { followUpWords, listWords, stepWords } from '../app/words';
import { type Step, useProduct } from '../product/product';
import { separator } from '../product/values';
import { RefusalNote } from '../shared/RefusalNote';
import { CaseOfKind, RefusedFollowUp } from './RefusedFollowUp';

const StepDrawer = lazy(() => import('../step/StepDrawer'));

/** What is to be done because of a case of another kind, and what was to follow by itself and was refused. */
export function FollowUps({ kase }: { kase: Case }) {
  const say = useSay();
  const { data, error } = useFollowUps(kase.caseId);
  if (!data) return <RefusalNote error={error} />;
  if (data.owed.length + data.waiting.length === 0) return null;
  return (
    <section className="owed apart" aria-label={say(followUpWords.title)}>
      <h2>{say(followUpWords.title)}</h2>
      {data.owed.map((owed) => (
        <OwedStep key={`${owed.process}.${owed.command}`} owed={owed} kase={kase} />
      ))}
      {data.waiting.map((refused) => (
        <RefusedFollowUp key={`${refused.crossing}.${refused.causeEvent}`} refused={refused} seenFrom={kase.caseId} />
      ))}
    </section>
  );
}

/** One step in words, in which case it is due, and its form for whoever may take it, with what is known filled in. */
function OwedStep({ owed, kase }: { owed: Owed; kase: Case }) {
  const say = useSay();
  const product = useProduct();
  const step = product.process(owed.process)?.steps.find(({ command }) => command === owed.command);
  return (
    <div>
      <strong>{say(owed.label)}</strong>
      {owed.ifNeeded && <Tag>{say(followUpWords.ifNeeded)}</Tag>}
      {owed.caseId === undefined && (
        <span>
          {say(followUpWords.asNewCase)}: {say(product.process(owed.process)?.title)}
        </span>
      )}
      {owed.caseId === kase.caseId && <span>{say(followUpWords.inThisCase)}</span>}
      {owed.caseId !== undefined && owed.caseId !== kase.caseId && (
        <span>
          {say(followUpWords.inCase)}: <CaseOfKind process={owed.process} caseId={owed.caseId} />
        </span>
      )}
      <span className="muted">
        {say(followUpWords.takenBy)}: {step?.roles.map((role) => say(product.role(role))).join(say(separator))}
      </span>
      {step && owed.caseId === undefined && <Opening owed={owed} step={step} />}
      {step && owed.caseId === kase.caseId && <Taking owed={owed} step={step} kase={kase} />}
    </div>
  );
}

function Opening({ owed, step }: { owed: Owed; step: Step }) {
  const say = useSay();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const [open, setOpen] = useState(false);
  if (!step.roles.some((role) => session?.roles.includes(role))) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(listWords.newCase)}
      </Button>
      {open && (
        <Suspense>
          <StepDrawer
            {...{ process: owed.process, step, prefill: owed.known }}
            onClose={() => setOpen(false)}
            onRecorded={({ caseId }) => void navigate(`/cases/${caseId}`)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Offered once the case itself allows the step. */
function Taking({ owed, step, kase }: { owed: Owed; step: Step; kase: Case }) {
  const say = useSay();
  const { data } = useActions(kase.caseId);
  const [revision, setRevision] = useState<number>();
  const [told, toldAnchor] = message.useMessage();
  const action = data?.actions.find(({ command }) => command === owed.command);
  const close = () => setRevision(undefined);
  return (
    <>
      {toldAnchor}
      {action?.allowed && (
        <Button size="small" onClick={() => setRevision(data?.revision)}>
          {say(followUpWords.take)}
        </Button>
      )}
      {revision !== undefined && (
        <Suspense>
          <StepDrawer
            {...{ process: kase.process, step, caseId: kase.caseId, revision }}
            prefill={{ ...action?.prefill, ...owed.known }}
            onClose={close}
            onRecorded={() => {
              close();
              void told.success(`${say(stepWords.recorded)}: ${say(step.label)}`);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
