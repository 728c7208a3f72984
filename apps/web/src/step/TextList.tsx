import { Button, Input } from 'antd';
import { useSay } from '../app/language';
import { stepWords } from '../app/words';

interface TextListProps {
  /** Label of the field, for the entries' own names. */
  readonly label: string;
  /** Given by the form item around it. */
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** Several texts, each with a line of its own: sentences hold every mark that could set them off. */
export function TextList({ label, id, value, onChange }: TextListProps) {
  const say = useSay();
  const texts = Array.isArray(value) && value.length > 0 ? (value as string[]) : [''];
  return (
    <div className="text-list">
      {texts.map((text, index) => (
        <div key={index}>
          <Input.TextArea
            id={index === 0 ? id : undefined}
            aria-label={index === 0 ? undefined : `${label} ${index + 1}`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={text}
            onChange={({ target }) => onChange?.(texts.with(index, target.value))}
          />
          {texts.length > 1 && (
            <Button
              aria-label={`${say(stepWords.remove)} ${label} ${index + 1}`}
              onClick={() => onChange?.(texts.toSpliced(index, 1))}
            >
              {say(stepWords.remove)}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => onChange?.([...texts, ''])}>{say(stepWords.add)}</Button>
    </div>
  );
}
