import { Slider } from 'antd';
import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { localMinute } from '../product/values';

interface KnownAtProps {
  /** Every step as known now. */
  readonly events: readonly HistoryEntry[];
  /** Log position, undefined for now. */
  readonly asOf: number | undefined;
  readonly onChange: (asOf: number | undefined) => void;
}

/** Goes back through what was known: one notch for each step, in the order in which they were recorded. */
export function KnownAt({ events, asOf, onChange }: KnownAtProps) {
  const say = useSay();
  if (events.length < 2) return null;
  const last = events.length - 1;
  const index =
    asOf === undefined
      ? last
      : Math.max(
          0,
          events.findLastIndex(({ position }) => position <= asOf),
        );
  const worded = (notch: number | undefined): string =>
    notch === undefined || notch === last ? say(caseWords.knownNow) : localMinute(events[notch]?.recordedAt ?? '');
  return (
    <div className="known-at">
      <span className="muted">{say(caseWords.knownAt)}</span>
      <Slider
        min={0}
        max={last}
        value={index}
        dots
        tooltip={{ formatter: worded }}
        ariaLabelForHandle={say(caseWords.knownAt)}
        ariaValueTextFormatterForHandle={worded}
        onChange={(notch: number) => onChange(notch === last ? undefined : events[notch]?.position)}
      />
    </div>
  );
}
