import { Button, Collapse, message } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { type Action, type Case, type HistoryEntry, useActions } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords, stepWords } from '../app/words';
import { type Step, useProduct } from '../product/product';
import { separator } from '../product/values';
import { Panel } from '../shared/Panel';
import { RefusalNote } from '../shared/RefusalNote';
import { dueOf } from './due';

const StepDrawer = lazy(() => import('../step/StepDrawer'));
const CorrectionDrawer = lazy(() => import('../step/CorrectionDrawer'));

/** The case stands elsewhere in its table: the least surprising of reasons, told last. */
const elsewhere = 'R-ALL-01';

interface Open {
  readonly step: Step;
  readonly action: Action;
  readonly revision: number;
}

/** What can be done next as buttons, and all else greyed with the reason why not. */
export function Actions({ kase, history }: { kase: Case; history: readonly HistoryEntry[] }) {
  const say = useSay();
  const product = useProduct();
  const { data, error } = useActions(kase.caseId);
  const [open, setOpen] = useState<Open>();
  const [told, toldAnchor] = message.useMessage();
  const steps = new Map(product.process(kase.process)?.steps.map((step) => [step.command, step]));
  // Only a machine takes a step that belongs to no role of a person, and a new case is registered from the list.
  const actions = (data?.actions ?? []).filter(({ command }) => {
    const step = steps.get(command);
    return step?.continues && step.roles.some((role) => role !== 'SYSTEM_CLOCK');
  });
  const possible = actions.filter(({ allowed }) => allowed);
  const answers = new Set(
    [...(kase.obligations ?? []), ...dueOf(product, kase).map(({ deadline }) => deadline)].flatMap((owed) =>
      product.answersTo(kase.process, owed),
    ),
  );
  const aside = ({ command }: Action): boolean => {
    const step = steps.get(command);
    return step?.shared === true || step?.correction === true;
  };
  const main = possible
    .filter((action) => !aside(action))
    .toSorted((one, other) => Number(answers.has(other.event)) - Number(answers.has(one.event)));
  const others = possible.filter(aside);
  const start = (action: Action): void => {
    const step = steps.get(action.command);
    if (step && data) setOpen({ step, action, revision: data.revision });
  };
  const refused = actions
    .filter(({ allowed }) => !allowed)
    .toSorted((one, other) => Number(one.refusal?.code === elsewhere) - Number(other.refusal?.code === elsewhere));
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    void told.success(`${say(stepWords.recorded)}: ${say(open?.step.label)}`);
  };
  return (
    <Panel title={say(caseWords.actions)}>
      {toldAnchor}
      <RefusalNote error={error} />
      {data && possible.length === 0 && <p className="muted">{say(caseWords.nothingPossible)}</p>}
      <div className="actions">
        {main.map((action) => (
          <Button
            key={action.command}
            type={answers.has(action.event) ? 'primary' : 'default'}
            onClick={() => start(action)}
          >
            {say(action.label)}
          </Button>
        ))}
      </div>
      {others.length > 0 && (
        <div className="actions aside">
          <span className="muted">{say(caseWords.otherSteps)}</span>
          {others.map((action) => (
            <Button key={action.command} size="small" onClick={() => start(action)}>
              {say(action.label)}
            </Button>
          ))}
        </div>
      )}
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'refused',
            label: say(caseWords.notPossible),
            children: (
              <ul className="refused">
                {refused.map((action) => (
                  <li key={action.command}>
                    <Button disabled>{say(action.label)}</Button>
                    <Reason process={kase.process} refusal={action.refusal} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {open && (
        <Suspense>
          {open.step.correction ? (
            <CorrectionDrawer
              {...{ process: kase.process, step: open.step, caseId: kase.caseId, revision: open.revision, history }}
              onClose={close}
              onRecorded={done}
            />
          ) : (
            <StepDrawer
              {...{ process: kase.process, step: open.step, caseId: kase.caseId, revision: open.revision }}
              prefill={open.action.prefill}
              onClose={close}
              onRecorded={done}
            />
          )}
        </Suspense>
      )}
    </Panel>
  );
}

function Reason({ process, refusal }: { process: string; refusal: Action['refusal'] }) {
  const say = useSay();
  const product = useProduct();
  if (!refusal) return null;
  const owed = refusal.obligations ?? [];
  return (
    <span>
      {say(product.refusal(refusal.code))} <code>{refusal.code}</code>
      {owed.length > 0 && (
        <div className="muted">
          {say(stepWords.stillOwed)}:{' '}
          {owed.map(({ code }) => say(product.obligation(process, code))).join(say(separator))}
        </div>
      )}
    </span>
  );
}
