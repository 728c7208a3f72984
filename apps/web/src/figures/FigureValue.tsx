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
          <Change {...{ figure, value, previous }} before=" · " />
        </div>
      )}
    </>
  );
}

interface ChangeProps {
  readonly figure: Figure;
  readonly value: Amount | undefined;
  readonly previous: Amount | undefined;
  /** Stands before the change, where there is one. */
  readonly before?: string;
}

/** By how much a number rose or fell. */
export function Change({ figure, value, previous, before }: ChangeProps) {
  const say = useSay();
  const show = useShow();
  if (typeof value !== 'number' || typeof previous !== 'number' || value === previous) return null;
  const by = value - previous;
  // The difference of two rates is no rate.
  const amount = show.quantity(figure.unit, Math.abs(by));
  return (
    <>
      {before}
      {say(by > 0 ? figureWords.more : figureWords.less)} {amount.replace('%', ` ${say(figureWords.points)}`)}
    </>
  );
}
