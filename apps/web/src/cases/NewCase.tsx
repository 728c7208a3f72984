import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../app/language';
import { useSession } from '../app/session';
import { listWords } from '../app/words';
import { type Process, type Step, useProduct } from '../product/product';

const StepDrawer = lazy(() => import('../step/StepDrawer'));

/** The steps that open a case, of those kinds whose table lets the reader's role take them. */
export function NewCase() {
  const say = useSay();
  const navigate = useNavigate();
  const product = useProduct();
  const { data: session } = useSession();
  const [chosen, choose] = useState<{ process: Process; step: Step }>();
  const openings = product.processes.flatMap((process) =>
    process.steps
      .filter((step) => step.opens && step.roles.some((role) => session?.roles.includes(role)))
      .map((step) => ({ process, step })),
  );
  if (openings.length === 0) return null;
  const [first] = openings;
  return (
    <>
      {openings.length === 1 ? (
        <Button type="primary" onClick={() => choose(first)}>
          {say(listWords.newCase)}
        </Button>
      ) : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: openings.map(({ process, step }) => ({
              key: `${process.name}.${step.command}`,
              label: `${say(process.title)} · ${say(step.label)}`,
              onClick: () => choose({ process, step }),
            })),
          }}
        >
          <Button type="primary">{say(listWords.newCase)}</Button>
        </Dropdown>
      )}
      {chosen && (
        <Suspense>
          <StepDrawer
            process={chosen.process.name}
            step={chosen.step}
            onClose={() => choose(undefined)}
            onRecorded={({ caseId }) => void navigate(`/cases/${caseId}`)}
          />
        </Suspense>
      )}
    </>
  );
}
