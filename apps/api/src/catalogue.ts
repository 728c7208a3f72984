import { kebab } from '#foundation/commands';
import { problemTexts } from '#foundation/http';
import { ADMINISTRATOR } from '#foundation/identity';
import {
  type CodeList,
  fieldsOf,
  type FieldSpec,
  type Process,
  refusalTexts,
  roles,
  sharedEvents,
  type Step,
  type Text,
  units,
} from '#foundation/process';
import { type CatalogueView, type FieldView, type ProcessView, type StepView } from './catalogue.views.js';

/** What the running code says of itself, with all its words: forms, filters and figures are made from it. */
export function describeProduct(processes: readonly Process[]): CatalogueView {
  return {
    processes: processes.map(describeProcess),
    codeLists: codeListsOf(processes),
    figures: processes.flatMap((process) =>
      process.figures.map(({ id, label, unit, format, factKind, where }) => ({
        ...{ id, label, unit, format, factKind, where },
        process: process.name,
      })),
    ),
    units,
    refusals: { ...refusalTexts, ...problemTexts },
    roles: { ...roles, [ADMINISTRATOR]: { zh: '系统管理员', en: 'Administrator' } },
  };
}

const describeProcess = (process: Process): ProcessView => ({
  name: process.name,
  title: process.title,
  states: Object.entries(process.states).map(([code, { zh, en, terminal }]) => ({ code, label: { zh, en }, terminal })),
  steps: process.steps.map(describeStep),
  obligations: process.obligations.map(({ code, label, closes }) => ({ code, label, closedBy: Object.keys(closes) })),
  deadlines: process.deadlines.map(({ code, label, length, unit, owner, basis, effect, endsOn }) => ({
    ...{ code, label, length, unit, owner, basis, effect, endsOn },
  })),
});

function describeStep(step: Step): StepView {
  const froms = step.moves.flatMap(({ from }) => from);
  return {
    command: step.commandName,
    path: kebab(step.commandName),
    event: step.event,
    label: step.label,
    opens: froms.includes('NONE'),
    continues: froms.some((from) => from !== 'NONE'),
    fields: step.fields.map(describeField),
    roles: step.by,
    occurredOn: step.occurredOn,
    futureDates: step.futureDates,
    correction: step.correction,
    shared: sharedEvents.has(step.event),
  };
}

const describeField = (field: FieldSpec): FieldView => ({
  name: field.name,
  label: field.label,
  type: field.type,
  list: field.list,
  required: !field.optional,
  emptyAllowed: field.emptyAllowed,
  staff: field.staff,
  unit: field.unit ?? null,
  codeList: field.codeList?.name ?? null,
  sign: field.sign,
  ...(field.struct ? { fields: fieldsOf(field.struct).map(describeField) } : {}),
});

type Words = Readonly<Record<string, Text>>;

/** Closed lists as declared; the two open ones whose codes are the product's own names, with those names. */
function codeListsOf(processes: readonly Process[]): Record<string, Words> {
  const lists = new Map<string, CodeList>();
  const collect = (fields: readonly FieldSpec[]): void => {
    for (const { codeList, struct } of fields) {
      if (codeList && !codeList.open) lists.set(codeList.name, codeList);
      if (struct) collect(fieldsOf(struct));
    }
  };
  for (const { steps } of processes) for (const step of steps) collect(step.fields);
  const named = (entries: readonly (readonly [string, Text])[]): Words => Object.fromEntries(entries);
  return {
    ...Object.fromEntries([...lists].map(([name, { codes }]) => [name, codes as Words])),
    DeadlineCode: named(processes.flatMap((each) => each.deadlines.map(({ code, label }) => [code, label] as const))),
    EventName: named(processes.flatMap((each) => each.steps.map(({ event, label }) => [event, label] as const))),
  };
}
