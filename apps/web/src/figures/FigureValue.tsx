import { Link } from 'react-router';
import { useSay } from '../app/language';
import { figureWords } from '../app/words';
import { type Figure } from '../product/product';
import { type Amount, useShow } from '../product/values';

interface FigureValueProps {
  readonly figure: Figure;
  readonly value: Amount | undefined;
  readonly previous?: Amount;
  /** Period, moment and village of the figure, as in the address. */
  readonly query: string;
}

/** A number that opens to the steps which it counts or sums. */
export function FigureValue({ figure, value, previous, query }: FigureValueProps) {
  const say = useSay();
  const show = useShow();
  if (value === null || value === undefined) return <>-</>;
  return (
    <>
      <Link
        className="number-link"
        to={`/figures/${figure.id}?${query}`}
        aria-label={`${say(figure.label)} ${show.amount(figure.unit, value)}`}
      >
        {show.amount(figure.unit, value)}
      </Link>
      {previous !== undefined && previous !== null && (
        <div className="muted">
          {say(figureWords.previous)} {show.amount(figure.unit, previous)}
          <Change
            by={typeof value === 'number' && typeof previous === 'number' ? value - previous : 0}
            unit={figure.unit}
          />
        </div>
      )}
    </>
  );
}

function Change({ by, unit }: { by: number; unit: string }) {
  const say = useSay();
  const show = useShow();
  if (by === 0) return null;
  return (
    <>
      {' · '}
      {say(by > 0 ? figureWords.more : figureWords.less)} {show.quantity(unit, Math.abs(by))}
    </>
  );
}
