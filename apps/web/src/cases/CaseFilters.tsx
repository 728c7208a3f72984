import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useRights, useSettings } from '../api/queries';
import { useSay } from '../app/language';
import { listWords } from '../app/words';
import { useProduct } from '../product/product';
import { type useCaseFilter } from './filter';

const dateForm = 'YYYY-MM-DD';

/** Narrows the list; every choice applies at once. */
export function CaseFilters({ list, narrow }: { list: ReturnType<typeof useCaseFilter>; narrow: boolean }) {
  const { filter, change, clear } = list;
  const say = useSay();
  const product = useProduct();
  const { data: settings } = useSettings();
  const cells = settings?.cells ?? [];
  const villages = [...new Set(cells.map(({ village }) => village))];
  const { data: rights } = useRights();
  const open = product.processes.filter(({ name }) => (rights?.cases[name] ?? 'none') !== 'none');
  const kinds = open.filter(({ name }) => filter.process === undefined || name === filter.process);
  const severalKinds = kinds.length > 1;
  const picker = (label: string, name: 'process' | 'status' | 'village' | 'grid', options: readonly Option[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={filter[name]}
      onChange={(value: string | undefined) =>
        change({ [name]: value, ...(name === 'process' ? { status: undefined } : {}) })
      }
      options={[...options]}
    />
  );
  const pickers = (
    <>
      {open.length > 1 &&
        picker(
          say(listWords.kind),
          'process',
          open.map(({ name, title }) => ({ value: name, label: say(title) })),
        )}
      {picker(
        say(listWords.status),
        'status',
        kinds.flatMap(({ title, states }) =>
          states.map(({ code, label }) => ({
            value: code,
            label: severalKinds ? `${say(title)} ${say(label)}` : say(label),
          })),
        ),
      )}
      {picker(
        say(listWords.village),
        'village',
        villages.map((village) => ({ value: village, label: village })),
      )}
      {picker(
        say(listWords.grid),
        'grid',
        cells
          .filter(({ village }) => filter.village === undefined || village === filter.village)
          .map(({ code, village, group }) => ({ value: code, label: `${code} ${village}${group}` })),
      )}
      <DatePicker.RangePicker
        aria-label={say(listWords.openedBetween)}
        placeholder={[say(listWords.from), say(listWords.to)]}
        allowEmpty={[true, true]}
        value={[day(filter.openedFrom), day(filter.openedTo)]}
        onChange={(range) =>
          change({ openedFrom: range?.[0]?.format(dateForm), openedTo: range?.[1]?.format(dateForm) })
        }
      />
      <Checkbox
        checked={filter.overdue === 'true'}
        onChange={({ target }) => change({ overdue: target.checked ? 'true' : undefined })}
      >
        {say(listWords.overdue)}
      </Checkbox>
      {Object.keys(filter).length > 0 && <Button onClick={clear}>{say(listWords.clear)}</Button>}
    </>
  );
  return (
    <search className="filters">
      <Search key={filter.q ?? ''} q={filter.q} onSearch={(q) => change({ q })} />
      {narrow ? (
        <details>
          <summary>{say(listWords.more)}</summary>
          <div className="filters">{pickers}</div>
        </details>
      ) : (
        pickers
      )}
    </search>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const day = (date: string | undefined) => (date ? dayjs(date, dateForm) : null);

function Search({ q, onSearch }: { q: string | undefined; onSearch: (q: string | undefined) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState(q ?? '');
  return (
    <Input.Search
      aria-label={say(listWords.search)}
      placeholder={say(listWords.search)}
      style={{ maxWidth: 280 }}
      allowClear
      maxLength={100}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(value) => onSearch(value.trim() || undefined)}
      enterButton={say(listWords.searchLabel)}
    />
  );
}
