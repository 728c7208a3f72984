import { Alert } from 'antd';
import { ApiProblem, type Problem } from '../api/client';
import { useSay } from '../app/language';
import { stepWords, words } from '../app/words';
import { useKnownProduct } from '../product/product';

/** Says why something was refused or failed, in the reader's language, with its code. Announced to screen readers. */
export function RefusalNote({ error, process }: { error: unknown; process?: string }) {
  const say = useSay();
  const product = useKnownProduct();
  if (!error) return null;
  if (!(error instanceof ApiProblem)) return <Alert type="error" showIcon title={say(words.noAnswer)} role="alert" />;
  const { problem } = error;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        <>
          {product ? say(product.refusal(problem.code)) : problem.detail} <code>{problem.code}</code>
        </>
      }
      description={<StillOwed problem={problem} process={process} />}
    />
  );
}

function StillOwed({ problem, process = '' }: { problem: Problem; process?: string }) {
  const say = useSay();
  const product = useKnownProduct();
  if (!problem.obligations?.length || !product) return null;
  return (
    <>
      {say(stepWords.stillOwed)}
      <ul>
        {problem.obligations.map(({ code, key, openedOn }) => (
          <li key={`${code}.${key}`}>
            {say(product.obligation(process, code))} {say(product.obligationKey(process, key))} {openedOn}
          </li>
        ))}
      </ul>
    </>
  );
}
