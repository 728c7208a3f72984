import { type LocalDate } from '#foundation/calendar';
import { type CaseView, type EventShapes } from './case-view.js';
import { type Actor } from './context.js';
import { type Process } from './process.js';
import { type RefusalCode } from './refusal.js';
import { type Township } from './township.js';

/** What a rule may know beyond the command and the case: the day, who acts, and the published configuration. */
export interface RuleContext {
  /** Business date of the step under decision. */
  readonly on: LocalDate;
  /** The day of deciding, Asia/Shanghai. */
  readonly today: LocalDate;
  /** Instant of deciding, UTC; when a correction takes the step again, the instant at which it was recorded. */
  readonly at: string;
  readonly actor: Actor;
  /** The table of the case's own process, for rules that every process shares. */
  readonly table: Process;
  readonly township: Township;
  /** Stream category of another case named in the command; undefined when there is no such case. */
  readonly processOf: (caseRef: string) => string | undefined;
  /** Another case that the step declares in `relates`; its events are typed by whoever asks. */
  readonly related: <Other extends EventShapes>(process: string, ref: string) => CaseView<Other> | undefined;
  /** Cases that belong to this one, of a kind that the step declares in `relatesChildren`. */
  readonly children: <Other extends EventShapes>(process: string) => readonly CaseView<Other>[];
}

/** A rule of a step. `holds` answers whether the step may be taken; false is a refusal with `code`. */
export interface Guard<Command = object, Events extends EventShapes = EventShapes> {
  readonly code: RefusalCode;
  /** The field that a refusal points at in a form; absent when the rule is about the case. */
  readonly field?: string;
  /** Needs the case and the day only, so the list of next actions can tell beforehand. */
  readonly beforehand: boolean;
  holds(command: Command, kase: CaseView<Events>, context: RuleContext): boolean;
}

/** A rule over the command's content: one sentence and its legal basis stand above each use. */
export function guard<Command, Events extends EventShapes>(
  code: RefusalCode,
  holds: (command: Command, kase: CaseView<Events>, context: RuleContext) => boolean,
  field?: keyof Command & string,
): Guard<Command, Events> {
  return { code, beforehand: false, holds, ...(field ? { field } : {}) };
}

/** A rule over the case and the day alone: whoever looks at the case sees it before filling in a form. */
export function precondition<Events extends EventShapes>(
  code: RefusalCode,
  holds: (kase: CaseView<Events>, context: RuleContext) => boolean,
): Guard<object, Events> {
  return { code, beforehand: true, holds: (_, kase, context) => holds(kase, context) };
}
