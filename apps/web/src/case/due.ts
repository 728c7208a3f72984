import { type Case, type Deadline } from '../api/queries';
import { type Product } from '../product/product';
import { today } from '../product/values';

/** What a passed term of these leads to is somebody's duty; of all others it is a right that ends, or a step that opens. */
const owing = new Set(['MISSED_EVENT', 'FLAG', 'WAITING']);

/** A duty whose term runs, and by which day it falls due; no day where none can be told. */
export interface Due {
  readonly deadline: Deadline;
  readonly by: string | null;
  /** Days from today until then, negative once it has passed. */
  readonly daysLeft: number | undefined;
}

/** The duties of a case that nothing has met yet, missed or not, the most urgent first. */
export function dueOf(product: Product, kase: Case): readonly Due[] {
  return (kase.deadlines ?? [])
    .filter(({ code, end }) => end === 'open' && owing.has(product.deadline(kase.process, code)?.effect ?? ''))
    .map((deadline) => ({
      deadline,
      by: deadline.dueOn,
      daysLeft: deadline.dueOn === null ? undefined : daysBetween(today(), deadline.dueOn),
    }))
    .toSorted((one, other) => (one.by ?? '9').localeCompare(other.by ?? '9'));
}

export const isOverdue = ({ daysLeft }: Due): boolean => daysLeft !== undefined && daysLeft < 0;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
