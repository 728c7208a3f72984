import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useSettings } from '../api/queries';
import { useSay } from '../app/language';
import { figureWords, listWords, words } from '../app/words';
import { type Process } from '../product/product';
import { localMinute } from '../product/values';
import { periods, periodText, type useFigureFilter } from './figure-filter';

interface FigureFiltersProps extends ReturnType<typeof useFigureFilter> {
  readonly kinds: readonly Process[];
}

/** Which kind of case, which period, as known when, and where. */
export function FigureFilters({ kinds, kind, filter, change }: FigureFiltersProps) {
  const say = useSay();
  const { data: settings } = useSettings();
  const villages = [...new Set((settings?.cells ?? []).map(({ village }) => village))];
  const offered = periods();
  const asOf = filter.asOf && !/^\d+$/.test(filter.asOf) ? dayjs(localMinute(filter.asOf)) : null;
  return (
    <search className="filters">
      {kinds.length > 1 && (
        <Select
          aria-label={say(listWords.kind)}
          value={kind ?? kinds[0]?.name}
          onChange={(name) => change({ kind: name })}
          style={{ minWidth: 260 }}
          options={kinds.map(({ name, title }) => ({ value: name, label: say(title) }))}
        />
      )}
      <Select
        aria-label={say(figureWords.period)}
        value={filter.period}
        onChange={(period) => change({ period })}
        style={{ minWidth: 180 }}
        options={[...new Set([filter.period, ...offered])].map((period) => ({
          value: period,
          label: say(periodText(period)),
        }))}
      />
      <DatePicker
        aria-label={say(figureWords.asOf)}
        placeholder={say(figureWords.asOf)}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={asOf}
        onChange={(moment) => change({ asOf: moment ? `${moment.format('YYYY-MM-DDTHH:mm')}:59+08:00` : undefined })}
        style={{ minWidth: 210 }}
      />
      <Select
        aria-label={say(figureWords.village)}
        value={filter.village ?? ''}
        onChange={(village) => change({ village: village || undefined })}
        style={{ minWidth: 180 }}
        options={[
          { value: '', label: say(words.wholeTownship) },
          ...villages.map((village) => ({ value: village, label: village })),
        ]}
      />
    </search>
  );
}
