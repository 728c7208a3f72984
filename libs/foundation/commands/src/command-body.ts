import { ApiProperty } from '@nestjs/swagger';
import { isLocalDate, type LocalDate } from '#foundation/calendar';
import { type CommandClass, localDayOf, isMoment, Refusal, type Step } from '#foundation/process';
import { describeFields } from './described-fields.js';

/** A request body taken apart: the command's own fields, and what every command may carry beside them. */
export interface CommandBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lateEntryReason?: string;
  readonly legalTextVersion?: string;
}

const maxLength = 1000;

/**
 * Takes a body apart. `occurredOn` is the command's own main date under its general name: it may stand in for it,
 * and must not contradict it.
 * @throws Refusal R-ALL-05 for what is no command body at all
 */
export function readBody(step: Step, body: unknown, caseId: string | undefined, today: LocalDate): CommandBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('R-ALL-05', 'malformed', { reason: 'a JSON object is expected' });
  const { occurredOn, lateEntryReason, legalTextVersion, ...fields } = body as Record<string, unknown>;
  const texts = {
    lateEntryReason: textOf('lateEntryReason', lateEntryReason),
    legalTextVersion: textOf('legalTextVersion', legalTextVersion),
  };
  if (occurredOn !== undefined && occurredOn !== null) applyDate(step, fields, occurredOn, today);
  // The address names the case already.
  if (caseId !== undefined && fields.caseRef === undefined && step.fields.some((field) => field.name === 'caseRef'))
    fields.caseRef = caseId;
  return {
    fields,
    ...(texts.lateEntryReason ? { lateEntryReason: texts.lateEntryReason } : {}),
    ...(texts.legalTextVersion ? { legalTextVersion: texts.legalTextVersion } : {}),
  };
}

function applyDate(step: Step, fields: Record<string, unknown>, occurredOn: unknown, today: LocalDate): void {
  const wrong = (): Refusal =>
    new Refusal('R-ALL-05', 'malformed', { fields: [{ field: 'occurredOn', code: 'R-ALL-05' }] });
  if (typeof occurredOn !== 'string' || !isLocalDate(occurredOn)) throw wrong();
  if (step.occurredOn === 'recorded') {
    if (occurredOn !== today) throw wrong();
    return;
  }
  const main = fields[step.occurredOn];
  if (main === undefined || main === null) {
    if (step.fields.find((field) => field.name === step.occurredOn)?.type === 'date')
      fields[step.occurredOn] = occurredOn;
  } else if (isMoment(main) ? localDayOf(main) !== occurredOn : main !== occurredOn) {
    throw wrong();
  }
}

function textOf(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  // eslint-disable-next-line no-control-regex -- hidden content is what it looks for
  if (typeof value !== 'string' || value.length > maxLength || /[\u0000-\u0008\u000e-\u001f]/.test(value))
    throw new Refusal('R-ALL-05', 'malformed', { fields: [{ field, code: 'R-ALL-05' }] });
  return value.trim() || undefined;
}

/** The request body of a step as the API description shows it: its fields and the three that every command may carry. */
export function bodyClassOf(step: Step, processName: string): CommandClass {
  const Parent = step.command as new () => object;
  describeFields(Parent);
  class Body extends Parent {
    occurredOn?: string;
    lateEntryReason?: string;
    legalTextVersion?: string;
  }
  const optional = { required: false, type: 'string' } as const;
  ApiProperty({ ...optional, format: 'date', description: '业务日期 / Business date' })(Body.prototype, 'occurredOn');
  ApiProperty({ ...optional, maxLength, description: '补录理由 / Reason for a late entry' })(
    Body.prototype,
    'lateEntryReason',
  );
  ApiProperty({ ...optional, maxLength, description: '法律文本版本 / Version of the legal text' })(
    Body.prototype,
    'legalTextVersion',
  );
  Object.defineProperty(Body, 'name', { value: `${processName}_${step.commandName}` });
  return Body;
}
