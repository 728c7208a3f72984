import { refusalTexts } from './refusal-texts.js';

/** How a refusal is answered over HTTP (RFC 9457): what kind of "no" it is, not which rule said it. */
export type RefusalKind = 'malformed' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'rule';

export const httpStatusOf: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  rule: 422,
};

/** A code of the closed list in the specification (refusals.csv), or one of the import's own two. */
export type RefusalCode = string;

export interface Obligation {
  /** Code within its process, for example `REMEDY`. */
  readonly code: string;
  /** Tells several of one code apart: the remedy, item or promise it is about. Empty when there is only one. */
  readonly key: string;
  readonly openedBy: string;
  readonly openedOn: string;
}

/**
 * A "no" of the product: a rule's code, never just a text. Tests and callers look at `code`; people read the
 * sentence that goes with it in their own language.
 */
export class Refusal extends Error {
  /** The event of the step that was refused, where several steps were asked for at once. */
  step?: string;

  constructor(
    readonly code: RefusalCode,
    readonly kind: RefusalKind,
    readonly details: {
      /** Names of the fields at fault, with the code that each one met. */
      readonly fields?: readonly { readonly field: string; readonly code: RefusalCode }[];
      /** Everything still owed, when closing is refused (R-ALL-10). */
      readonly obligations?: readonly Obligation[];
      /** The steps that somebody else recorded meanwhile (R-ALL-12), so that the caller need not ask again. */
      readonly changed?: readonly object[];
      /** What exactly was wrong, for the log and the curious; never the basis of a decision. */
      readonly reason?: string;
    } = {},
  ) {
    // An answer, not a fault: where in the program it was said helps nobody, and writing that down is most of its cost.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`${code}: ${details.reason ?? refusalTexts[code]?.en ?? ''}`);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Refusal';
  }
}

export { refusalTexts };
