import { Alert, Button, Drawer, Form, type FormInstance, Grid, Input } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import dayjs, { type Dayjs } from 'dayjs';
import { ApiProblem, type ChangedStep, type Schemas } from '../api/client';
import { useSettings } from '../api/queries';
import { useSay } from '../app/language';
import { stepWords, words } from '../app/words';
import { type Step, useProduct } from '../product/product';
import { localMinute, today } from '../product/values';
import { RefusalNote } from '../shared/RefusalNote';
import { FieldItems } from './FieldItems';
import { bodyOf, type FormValues, toTyped } from './form-values';
import { useRecording } from './useRecording';

interface StepDrawerProps {
  readonly process: string;
  readonly step: Step;
  readonly caseId?: string;
  readonly revision?: number;
  /** Stored values that the step repeats from earlier ones. */
  readonly prefill?: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
  readonly onRecorded: (answer: Schemas['RecordedAnswer']) => void;
}

/** The form of one step, made from the fields that its command declares. */
export default function StepDrawer({ process, step, caseId, revision, prefill = {}, ...on }: StepDrawerProps) {
  const product = useProduct();
  const [form] = Form.useForm<FormValues>();
  const recording = useRecording({ process, caseId, path: step.path, revision }, on.onRecorded);
  // The case is named by the address.
  const fields = step.fields.filter(({ name }) => name !== 'caseRef' || !caseId);
  const main = fields.find(({ name }) => name === step.occurredOn);
  const initial: FormValues = {
    ...(main?.type === 'date' ? { [main.name]: dayjs(today()) } : {}),
    ...Object.fromEntries(
      fields
        .map((field) => [field.name, toTyped(product, field, prefill[field.name])])
        .filter(([, value]) => value !== undefined),
    ),
  };
  const send = async ({ lateEntryReason, ...values }: FormValues): Promise<void> => {
    await recording.send({ ...bodyOf(product, fields, values), ...(lateEntryReason ? { lateEntryReason } : {}) });
  };
  return (
    <RecordingDrawer title={step.label} form={form} process={process} recording={recording} onClose={on.onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => void send(values).catch((error: unknown) => showAtFields(form, error))}
      >
        <FieldItems fields={fields} futureDates={step.futureDates} />
        <LateEntry mainDate={main?.name} refused={recording.error} />
      </Form>
    </RecordingDrawer>
  );
}

interface RecordingDrawerProps {
  readonly title: Step['label'];
  readonly form: FormInstance;
  readonly process: string;
  readonly recording: ReturnType<typeof useRecording>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What every form that records something has around it: the button, what changed meanwhile, and the refusal. */
export function RecordingDrawer({ title, form, process, recording, onClose, children }: RecordingDrawerProps) {
  const say = useSay();
  const narrow = !Grid.useBreakpoint().sm;
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (recording.error || recording.stale) note.current?.scrollIntoView({ block: 'nearest' });
  }, [recording.error, recording.stale]);
  return (
    <Drawer
      open
      title={say(title)}
      size={narrow ? '100%' : 560}
      onClose={onClose}
      closable={{ 'aria-label': say(words.close) }}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="actions">
          <Button type="primary" loading={recording.busy} onClick={() => form.submit()}>
            {say(stepWords.record)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      }
    >
      {children}
      <div ref={note}>
        {recording.changed.length > 0 && <ChangedMeanwhile steps={recording.changed} />}
        <RefusalNote error={recording.error} process={process} />
      </div>
    </Drawer>
  );
}

function ChangedMeanwhile({ steps }: { steps: readonly ChangedStep[] }) {
  const say = useSay();
  const product = useProduct();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say(stepWords.changedTitle)}
      description={
        <>
          {say(stepWords.changedExplained)}
          <ul>
            {steps.map(({ revision, event, occurredOn, recordedAt, actingRole }) => (
              <li key={revision}>
                {occurredOn} {say(product.stepLabel(event))} ({say(product.role(actingRole))}, {localMinute(recordedAt)}
                )
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/** Asked for only where it is needed: when the business date lies in a frozen period, or the api said so. */
function LateEntry({ mainDate, refused }: { mainDate: string | undefined; refused: unknown }) {
  const say = useSay();
  const { data: settings } = useSettings();
  const date = Form.useWatch<Dayjs | undefined>(mainDate ?? '');
  const half = date ? `${date.format('YYYY')}H${date.month() < 6 ? 1 : 2}` : undefined;
  const asked = refused instanceof ApiProblem && refused.problem.code === 'R-ALL-13';
  if (!asked && !(half && settings?.frozenPeriods.includes(half))) return null;
  return (
    <Form.Item name="lateEntryReason" label={say(stepWords.lateEntry)}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
    </Form.Item>
  );
}

/** Puts the refusals that name a field next to it. */
export function showAtFields(form: FormInstance, error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  const errors = (error.problem.errors ?? []).map(({ field, message }) => ({
    name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    errors: [message],
  }));
  const known = errors.filter(
    ({ name }) => form.getFieldInstance(name) !== undefined || name[0]! in form.getFieldsValue(),
  );
  form.setFields(known);
  if (known[0]) form.scrollToField(known[0].name, { focus: true, block: 'center' });
}
