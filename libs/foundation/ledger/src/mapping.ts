import { type CellFormat, type CellValue, type FieldValue, staffCode } from './formats.js';

/** A column of the ledger: its header and how its cells are written. */
export interface LedgerColumn {
  readonly header: string;
  readonly format: CellFormat;
}

/** The read cells of a row by header; an empty cell is undefined. */
export type Cells = Readonly<Record<string, CellValue | undefined>>;

/**
 * A step of the case as the ledger records it. It is taken exactly when its ★ cell, the date of the step, is filled;
 * the other columns are then its fields.
 */
export interface LedgerStep {
  /** Type of the event that the step records. */
  readonly event: string;
  /** Header of the ★ column. */
  readonly star: string;
  readonly fields: Readonly<Record<string, LedgerColumn>>;
  /** Column with the day of a step that has no date field of its own: its day of recording on paper. */
  readonly dated?: LedgerColumn;
  /** Column with the staff code of the person who took the step; without it the import acts for whoever may. */
  readonly actor?: LedgerColumn;
  /** Further columns of the step, from which derived fields are made: five members of a team in five columns. */
  readonly reads?: readonly LedgerColumn[];
  /** Fields that no column of the step holds: constants, and values that stand elsewhere in the row. */
  readonly derived?: Readonly<Record<string, (cells: Cells) => FieldValue | undefined>>;
  /** The case in whose stream the step belongs, where that is not the row's own: a payment out of a project's money. */
  readonly of?: { readonly process: string; readonly number: LedgerColumn };
}

/** One ★ column behind which different steps may stand; another cell of the row tells which. */
export interface LedgerChoice {
  readonly star: string;
  readonly oneOf: readonly LedgerStep[];
  readonly choose: (cells: Cells) => LedgerStep;
}

/** How the rows of one kind of paper ledger become the steps of cases. */
export interface LedgerMapping {
  /** Name of the kind of ledger, for example `demolition`. */
  readonly kind: string;
  /** Process whose cases the rows are. */
  readonly process: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Headers that together no other kind of ledger has. */
  readonly recognisedBy: readonly string[];
  readonly caseNumber: LedgerColumn;
  /** In the order of the process, which is also the order of steps on the same day. */
  readonly steps: readonly (LedgerStep | LedgerChoice)[];
  /** Columns that are recorded nowhere and only scanned for personal data. */
  readonly remarks: readonly LedgerColumn[];
}

export const column = (header: string, format: CellFormat): LedgerColumn => ({ header, format });

/** Events of a process, each with the fields it carries. */
type EventFields = Readonly<Record<string, object>>;

type Derived<Fields> = { readonly [Field in keyof Fields]?: (cells: Cells) => FieldValue | undefined };

/**
 * Gives the function that declares the steps of one process. The compiler holds every event and field name of the
 * ledger against the events of the process.
 */
export function ledgerSteps<Events extends EventFields>() {
  /** A step: event type, the field that its ★ column fills or, for a step without a date of its own, that column, and the columns of its fields in the ledger's order. */
  return <Type extends keyof Events & string>(
    event: Type,
    star: (keyof Events[Type] & string) | LedgerColumn,
    fields: { readonly [Field in keyof Events[Type]]?: LedgerColumn },
    options: {
      readonly actor?: string;
      readonly reads?: readonly LedgerColumn[];
      readonly derived?: Derived<Events[Type]>;
      readonly of?: LedgerStep['of'];
    } = {},
  ): LedgerStep => {
    const columns = fields as Readonly<Record<string, LedgerColumn>>;
    const starColumn = typeof star === 'string' ? columns[star] : star;
    if (!starColumn) throw new Error(`${event}: no column fills the field ${String(star)}`);
    return {
      event,
      star: starColumn.header,
      fields: columns,
      ...(typeof star === 'string' ? {} : { dated: star }),
      ...(options.actor ? { actor: column(options.actor, staffCode) } : {}),
      ...(options.reads ? { reads: options.reads } : {}),
      ...(options.derived ? { derived: options.derived as Required<LedgerStep>['derived'] } : {}),
      ...(options.of ? { of: options.of } : {}),
    };
  };
}

/** Declares that another cell tells which of several steps stands behind a ★ column. All share that column. */
export function ledgerChoice<Steps extends Readonly<Record<string, LedgerStep>>>(
  steps: Steps,
  choose: (cells: Cells) => keyof Steps,
): LedgerChoice {
  const oneOf = Object.values(steps);
  const star = oneOf[0]!.star;
  if (oneOf.some((step) => step.star !== star)) throw new Error(`The steps of a choice share one date column: ${star}`);
  return { star, oneOf, choose: (cells) => steps[choose(cells)]! };
}

/** All steps that a row may take at one place of the order. */
export const stepsAt = (place: LedgerStep | LedgerChoice): readonly LedgerStep[] =>
  'oneOf' in place ? place.oneOf : [place];

/** All columns that a step reads. */
export const columnsOf = (step: LedgerStep): readonly LedgerColumn[] => [
  ...Object.values(step.fields),
  ...(step.reads ?? []),
  ...(step.of ? [step.of.number] : []),
  ...(step.dated ? [step.dated] : []),
  ...(step.actor ? [step.actor] : []),
];

/** Every column of the ledger by header. Throws when two steps read one column in different ways. */
export function ledgerColumns(mapping: LedgerMapping): ReadonlyMap<string, LedgerColumn> {
  const columns = new Map<string, LedgerColumn>();
  const all = [mapping.caseNumber, ...mapping.steps.flatMap(stepsAt).flatMap(columnsOf), ...mapping.remarks];
  for (const each of all) {
    const known = columns.get(each.header);
    // A column may be a field and name the acting person at once; then both read the same text.
    if (known && known.format !== each.format) throw new Error(`${each.header} is read in two ways`);
    columns.set(each.header, each);
  }
  return columns;
}
