import { Form, Select } from 'antd';
import { type Schemas } from '../api/client';
import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { stepWords } from '../app/words';
import { type Step, useProduct } from '../product/product';
import { useShow } from '../product/values';
import { checksOf, setOffCheck } from './checks';
import { type Correctable, correctableOf } from './correctable';
import { FieldInput } from './FieldInput';
import { FieldItems } from './FieldItems';
import { bodyOf, type FormValues, replacementOf, toTyped } from './form-values';
import { RecordingDrawer, showAtFields } from './StepDrawer';
import { useRecording } from './useRecording';

interface CorrectionDrawerProps {
  readonly process: string;
  /** The process's own correction. */
  readonly step: Step;
  readonly caseId: string;
  readonly revision: number;
  readonly history: readonly HistoryEntry[];
  readonly onClose: () => void;
  readonly onRecorded: (answer: Schemas['RecordedAnswer']) => void;
}

/** Puts an earlier entry right: which step, which of its fields, what it should have said. */
export default function CorrectionDrawer({ process, step, caseId, revision, history, ...on }: CorrectionDrawerProps) {
  const say = useSay();
  const show = useShow();
  const product = useProduct();
  const [form] = Form.useForm<FormValues>();
  const recording = useRecording({ process, caseId, path: step.path, revision }, on.onRecorded);
  const event = Form.useWatch<string | undefined>('event', form);
  const chosen = history.find(({ eventId }) => eventId === event);
  const names = Form.useWatch<string[] | undefined>('fields', form) ?? [];
  const correctable = history.filter(({ type }) => !product.step(type)?.correction);
  const values = correctableOf(chosen && product.step(chosen.type), chosen?.corrected ?? chosen?.data ?? {});
  const labelOf = ({ field, within }: Correctable): string =>
    within ? `${say(within.field.label)} ${within.number} · ${say(field.label)}` : say(field.label);
  const rest = step.fields.filter(({ name }) => name !== 'correctedEventId' && name !== 'replacedFields');
  const send = async (typed: FormValues): Promise<void> => {
    const next = (typed['values'] ?? {}) as FormValues;
    const replaced = values.filter(({ name }) => names.includes(name));
    await recording.send({
      ...bodyOf(product, rest, typed),
      correctedEventId: chosen?.correctedBy.at(-1) ?? chosen?.eventId,
      replacedFields: replaced.map(({ name, field }) => replacementOf(product, name, field, next[name])),
    });
  };
  return (
    <RecordingDrawer title={step.label} form={form} process={process} recording={recording} onClose={on.onClose}>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={(typed) => void send(typed).catch((error: unknown) => showAtFields(form, error))}
      >
        <Form.Item
          name="event"
          label={say(stepWords.whichEvent)}
          rules={[{ required: true, message: say(stepWords.required) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say(stepWords.pick)}
            onChange={() => form.setFieldsValue({ fields: [], values: {} })}
            options={correctable.map(({ eventId, type, on: day }) => ({
              value: eventId,
              label: `${day} ${say(product.stepLabel(type))}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="fields"
          label={say(stepWords.whichField)}
          rules={[{ required: true, message: say(stepWords.required) }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say(stepWords.pick)}
            disabled={!chosen}
            onSelect={(name: string) => {
              const value = values.find((each) => each.name === name);
              if (value) form.setFieldValue(['values', name], toTyped(product, value.field, value.present));
            }}
            options={values.map((value) => ({ value: value.name, label: labelOf(value) }))}
          />
        </Form.Item>
        {values
          .filter(({ name }) => names.includes(name))
          .map((value) => (
            <Form.Item
              key={value.name}
              name={['values', value.name]}
              label={`${labelOf(value)} · ${say(stepWords.newValue)}`}
              extra={`${say(stepWords.presentValue)}: ${show.value(value.field, value.present) || '-'}`}
              rules={[...checksOf(value.field, true, say), ...(value.field.type === 'text' ? [setOffCheck(say)] : [])]}
            >
              <FieldInput field={value.field} mayLieAhead />
            </Form.Item>
          ))}
        <FieldItems fields={rest} futureDates={step.futureDates} />
      </Form>
    </RecordingDrawer>
  );
}
