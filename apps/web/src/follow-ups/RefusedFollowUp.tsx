import { Tag } from 'antd';
import { Link } from 'react-router';
import { type Waiting } from '../api/queries';
import { useSay } from '../app/language';
import { followUpWords } from '../app/words';
import { useProduct } from '../product/product';
import { localMinute } from '../product/values';

interface RefusedFollowUpProps {
  readonly refused: Waiting;
  /** The case on whose page it is shown, which is not told again; absent where it stands among those of all cases. */
  readonly seenFrom?: string;
}

/** A step that was to follow by itself and was refused: between which cases, why, and how often it was tried. */
export function RefusedFollowUp({ refused, seenFrom }: RefusedFollowUpProps) {
  const say = useSay();
  const product = useProduct();
  const { causeProcess, causeCase, causeCaseNo, process, caseId, caseNo, code, tries, since } = refused;
  return (
    <div>
      <strong>{say(refused.label)}</strong>
      <Tag color="error">{say(followUpWords.refused)}</Tag>
      {(seenFrom === undefined || seenFrom !== causeCase) && (
        <span>
          {say(followUpWords.causedBy)}: <CaseOfKind process={causeProcess} caseId={causeCase} caseNo={causeCaseNo} />
        </span>
      )}
      {(seenFrom === undefined || seenFrom !== caseId) && (
        <span>
          {say(followUpWords.recordedIn)}: <CaseOfKind {...{ process, caseId, caseNo }} />
        </span>
      )}
      <span>
        {say(product.refusal(code))} <code>{code}</code>
      </span>
      <span className="muted">{say(followUpWords.tried(tries, localMinute(since)))}</span>
    </div>
  );
}

interface CaseOfKindProps {
  readonly process: string;
  /** Null for a case that does not exist, or that is not the reader's to see. */
  readonly caseId: string | null;
  readonly caseNo?: string | null;
}

export function CaseOfKind({ process, caseId, caseNo }: CaseOfKindProps) {
  const say = useSay();
  const product = useProduct();
  const title = say(product.process(process)?.title);
  if (caseId === null) return <>{title}</>;
  return (
    <>
      {caseNo && title} <Link to={`/cases/${caseId}`}>{caseNo ?? title}</Link>
    </>
  );
}
