import { Grid, Steps } from 'antd';
import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { caseWords } from '../app/words';
import { useProduct } from '../product/product';

/** The states that the case went through, in order, with the day on which each was entered. */
export function StageBar({ process, events }: { process: string; events: readonly HistoryEntry[] }) {
  const say = useSay();
  const product = useProduct();
  const narrow = !Grid.useBreakpoint().md;
  const visited = events.filter((event, index) => event.status !== events[index - 1]?.status);
  const last = visited.at(-1);
  const ended = last !== undefined && product.isTerminal(process, last.status);
  return (
    <section className="panel" aria-label={say(caseWords.stages)}>
      <Steps
        size="small"
        orientation={narrow ? 'vertical' : 'horizontal'}
        titlePlacement={narrow ? undefined : 'vertical'}
        current={visited.length - 1}
        status={ended ? 'finish' : 'process'}
        items={visited.map(({ eventId, status, on }) => ({
          key: eventId,
          title: say(product.state(process, status)),
          content: on,
        }))}
      />
    </section>
  );
}
