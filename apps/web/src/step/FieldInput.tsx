import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import { type Dayjs } from 'dayjs';
import { useSettings } from '../api/queries';
import { useSay } from '../app/language';
import { stepWords } from '../app/words';
import { type Field, useProduct } from '../product/product';
import { decimalsOf } from '../product/values';
import { liesAhead } from './checks';
import { TextList } from './TextList';

interface InputProps {
  readonly field: Field;
  readonly mayLieAhead: boolean;
  /** Given by the form item around it. */
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** Lists whose codes are the cells of the township's register. */
const gridLists = new Set(['GridCode', 'VillagerGroupCode']);

/** The control that fits a field of a command: made from its declaration alone. */
export function FieldInput({ field, mayLieAhead, ...bound }: InputProps) {
  const say = useSay();
  const product = useProduct();
  if (field.staff) return <StaffPicker field={field} {...bound} />;
  if (field.codeList && gridLists.has(field.codeList)) return <GridPicker field={field} {...bound} />;
  const props = bound as Record<string, never>;
  const dates = { ...props, style: { width: '100%' }, disabledDate: (day: Dayjs) => !mayLieAhead && liesAhead(day) };
  switch (field.type) {
    case 'date':
      return <DatePicker {...dates} placeholder="YYYY-MM-DD" format="YYYY-MM-DD" />;
    case 'datetime':
      return (
        <DatePicker
          {...dates}
          placeholder="YYYY-MM-DD HH:mm"
          format="YYYY-MM-DD HH:mm"
          showTime={{ format: 'HH:mm' }}
        />
      );
    case 'int': {
      const { label, scale } = product.unit(field.unit);
      return (
        <InputNumber
          {...props}
          style={{ width: '100%' }}
          precision={decimalsOf(scale)}
          suffix={field.unit && say(label)}
          controls={false}
          inputMode="decimal"
        />
      );
    }
    case 'bool':
      return (
        <Radio.Group
          {...props}
          aria-label={say(field.label)}
          options={[
            { value: true, label: say(stepWords.yes) },
            { value: false, label: say(stepWords.no) },
          ]}
        />
      );
    case 'code': {
      const options = product.codes(field.codeList ?? '').map(([code, text]) => ({ value: code, label: say(text) }));
      return <Picker field={field} options={options} placeholder={say(stepWords.pick)} {...bound} />;
    }
    case 'text':
      if (!field.list) return <Input.TextArea {...props} autoSize={{ minRows: 2, maxRows: 8 }} />;
      return <TextList label={say(field.label)} {...bound} />;
    default:
      if (field.list) return <Several {...bound} />;
      return <Input {...props} placeholder={field.type === 'doc' ? say(stepWords.docHint) : undefined} />;
  }
}

function StaffPicker({ field, ...bound }: Omit<InputProps, 'mayLieAhead'>) {
  const say = useSay();
  const { data: settings } = useSettings();
  const options = (settings?.staff ?? []).map(({ code, post }) => ({ value: code, label: `${code} ${post}` }));
  return <Picker field={field} options={options} placeholder={say(stepWords.pickStaff)} {...bound} />;
}

function GridPicker({ field, ...bound }: Omit<InputProps, 'mayLieAhead'>) {
  const say = useSay();
  const { data: settings } = useSettings();
  const options = (settings?.cells ?? []).map(({ code, village, group }) => ({
    value: code,
    label: `${code} ${village}${group}`,
  }));
  return <Picker field={field} options={options} placeholder={say(stepWords.pickGrid)} {...bound} />;
}

type PickerProps = Omit<InputProps, 'mayLieAhead'> & {
  readonly options: { readonly value: string; readonly label: string }[];
  readonly placeholder: string;
};

function Picker({ field, options, placeholder, ...bound }: PickerProps) {
  return (
    <Select
      {...(bound as Record<string, never>)}
      mode={field.list ? 'multiple' : undefined}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      options={options}
    />
  );
}

function Several(bound: Omit<InputProps, 'field' | 'mayLieAhead'>) {
  const say = useSay();
  return (
    <Select
      {...(bound as Record<string, never>)}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', ',', '，', ';', '；', ' ']}
      placeholder={say(stepWords.typeAndEnter)}
    />
  );
}
