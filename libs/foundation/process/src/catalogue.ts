import { type Process, type Step } from './process.js';
import { refusalTexts } from './refusal-texts.js';
import { roles } from './roles.js';
import { sharedEvents } from './shared-steps.js';

/** Codes tested on every command (processes.md 0.10), over and above those of the step's own line. */
const everyCommand = [
  ...['R-ALL-01', 'R-ALL-02', 'R-ALL-03', 'R-ALL-04', 'R-ALL-05', 'R-ALL-06', 'R-ALL-07'],
  ...['R-ALL-09', 'R-ALL-11', 'R-ALL-12', 'R-ALL-13'],
];

/** What the running code says of itself, for the specification's conformance check, forms and documentation. */
export function catalogue(processes: readonly Process[]): object {
  const first = processes[0];
  return {
    processes: [
      ...processes.map((process) => ({
        name: process.name,
        zh: process.title.zh,
        en: process.title.en,
        states: Object.entries(process.states).map(([code, { zh, en, terminal }]) => ({ code, zh, en, terminal })),
        steps: process.steps.filter((step) => !sharedEvents.has(step.event)).map((step) => describe(step, process)),
        deadlines: process.deadlines.map(({ code, label, length, unit, owner, basis, effect }) => ({
          ...{ code, ...label, length, unit, owner, basis, effect },
        })),
        obligations: process.obligations.map(({ code, label, blocks }) => ({
          code,
          ...label,
          blocks: Object.keys(blocks),
        })),
      })),
      {
        name: 'shared',
        states: [],
        steps: first ? first.steps.filter((step) => sharedEvents.has(step.event)).map((step) => describe(step)) : [],
        deadlines: [],
        obligations: [],
      },
    ],
    figures: processes.flatMap((process) =>
      process.figures.map(({ id, label, source, unit, format }) => ({ id, ...label, source, unit, format })),
    ),
    refusals: Object.keys(refusalTexts).filter((code) => !code.startsWith('R-IMPORT')),
    roles: Object.keys(roles),
  };
}

/** The refusals that a step can meet: those of every command, its fields, its rules and its obligations. */
export function refusalsOf(step: Step, process?: Process): readonly string[] {
  const codes = new Set<string>(everyCommand);
  for (const field of step.fields) {
    codes.add(field.missing);
    if (field.outside) codes.add(field.outside);
  }
  for (const rule of step.guards) codes.add(rule.code);
  if (step.unwanted) codes.add(step.unwanted.code);
  for (const obligation of process?.obligations ?? []) {
    const code = obligation.blocks[step.event];
    if (code) codes.add(code);
  }
  if (step.correction) codes.add('R-ALL-08');
  return [...codes].sort();
}

function describe(step: Step, process?: Process): object {
  const opens = step.moves.some((move) => move.from.includes('NONE'));
  const fields = step.fields.map((field) => ({
    name: field.name,
    zh: field.label.zh,
    en: field.label.en,
    type: field.list ? `list<${field.type}>` : field.type,
    unit: field.unit ?? null,
    codeList: field.codeList?.name ?? null,
    required: !field.optional,
  }));
  return {
    command: step.commandName,
    event: step.event,
    ...step.label,
    transitions: step.moves.map(({ from, to }) => ({ from, to })),
    // The product gives the case its id; the caller never sends one.
    fields: opens
      ? [
          { name: 'caseId', zh: '案件标识', en: 'Case id', type: 'ref', unit: null, codeList: null, required: false },
          ...fields,
        ]
      : fields,
    roles: step.by,
    occurredOn: step.occurredOn,
    refusals: refusalsOf(step, process),
  };
}
