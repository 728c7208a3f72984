import { Button, Form } from 'antd';
import { useSay } from '../app/language';
import { stepWords } from '../app/words';
import { type Field } from '../product/product';
import { checksOf } from './checks';
import { FieldInput } from './FieldInput';

interface ItemsProps {
  readonly fields: readonly Field[];
  /** Names of the dates that may lie after today. */
  readonly futureDates: readonly string[];
  /** Where the fields lie in the form: the index within a list of structures. */
  readonly within?: readonly (string | number)[];
}

/** The fields of a command, or of a structure within one, each with its label, control and checks. */
export function FieldItems({ fields, futureDates, within = [] }: ItemsProps) {
  const say = useSay();
  return fields.map((field) => {
    if (field.type === 'struct') return <StructItem key={field.name} field={field} {...{ futureDates, within }} />;
    const mayLieAhead = futureDates.includes(field.name);
    return (
      <Form.Item
        key={field.name}
        name={[...within, field.name]}
        label={<FieldLabel field={field} />}
        rules={checksOf(field, mayLieAhead, say)}
        validateFirst
      >
        <FieldInput field={field} mayLieAhead={mayLieAhead} />
      </Form.Item>
    );
  });
}

export function FieldLabel({ field }: { field: Field }) {
  const say = useSay();
  return (
    <>
      {say(field.label)}
      {!field.required && <span className="muted">&nbsp;({say(stepWords.optional)})</span>}
    </>
  );
}

function StructItem({ field, futureDates, within = [] }: Omit<ItemsProps, 'fields'> & { field: Field }) {
  const say = useSay();
  const parts = field.fields ?? [];
  if (!field.list) {
    return (
      <fieldset className="panel">
        <legend>
          <FieldLabel field={field} />
        </legend>
        <FieldItems fields={parts} futureDates={futureDates} within={[...within, field.name]} />
      </fieldset>
    );
  }
  return (
    <Form.List name={[...within, field.name]} initialValue={field.required && !field.emptyAllowed ? [{}] : []}>
      {(rows, { add, remove }) => (
        <fieldset className="panel">
          <legend>
            <FieldLabel field={field} />
          </legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="struct-row">
              <FieldItems fields={parts} futureDates={futureDates} within={[name]} />
              <Button onClick={() => remove(name)}>{say(stepWords.remove)}</Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{say(stepWords.add)}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
