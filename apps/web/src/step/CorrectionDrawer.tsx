import { Form, Select } from 'antd';
import { type Schemas } from '../api/client';
import { type HistoryEntry } from '../api/queries';
import { useSay } from '../app/language';
import { stepWords } from '../app/words';
import { type Field, type Step, useProduct } from '../product/product';
import { useShow } from '../product/values';
import { checksOf } from './checks';
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
  const fields = correctableFields(chosen && product.step(chosen.type));
  const present = chosen?.corrected ?? chosen?.data ?? {};
  const rest = step.fields.filter(({ name }) => name !== 'correctedEventId' && name !== 'replacedFields');
  const send = async (values: FormValues): Promise<void> => {
    const next = (values['values'] ?? {}) as FormValues;
    const replaced = fields.filter(({ name }) => names.includes(name));
    await recording.send({
      ...bodyOf(product, rest, values),
      correctedEventId: chosen?.correctedBy.at(-1) ?? chosen?.eventId,
      replacedFields: replaced.map((field) => replacementOf(product, field, next[field.name])),
    });
  };
  return (
    <RecordingDrawer title={step.label} form={form} process={process} recording={recording} onClose={on.onClose}>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => void send(values).catch((error: unknown) => showAtFields(form, error))}
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
              const field = fields.find((each) => each.name === name);
              if (field) form.setFieldValue(['values', name], toTyped(product, field, present[name]));
            }}
            options={fields.map(({ name, label }) => ({ value: name, label: say(label) }))}
          />
        </Form.Item>
        {fields
          .filter(({ name }) => names.includes(name))
          .map((field) => (
            <Form.Item
              key={field.name}
              name={['values', field.name]}
              label={`${say(field.label)} · ${say(stepWords.newValue)}`}
              extra={`${say(stepWords.presentValue)}: ${show.value(field, present[field.name]) || '-'}`}
              rules={checksOf(field, true, say)}
            >
              <FieldInput field={field} mayLieAhead />
            </Form.Item>
          ))}
        <FieldItems fields={rest} futureDates={step.futureDates} />
      </Form>
    </RecordingDrawer>
  );
}

/** Structures have no place in a correction's `name=value`, and the case itself is never corrected. */
const correctableFields = (step: Step | undefined): readonly Field[] =>
  (step?.fields ?? []).filter(({ name, type }) => type !== 'struct' && name !== 'caseRef');
