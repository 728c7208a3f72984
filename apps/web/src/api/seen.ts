/**
 * The log position up to which this page has been told of changes, or has made some. Queries ask for no less, so that
 * nobody loses sight of what they have just done or seen.
 */
let position: number | undefined;

export const seenPosition = (): number | undefined => position;

export function saw(seen: number): void {
  if (position === undefined || seen > position) position = seen;
}

export function forgetSeen(): void {
  position = undefined;
}

export const atLeast = (): { atLeast?: number } => (position === undefined ? {} : { atLeast: position });
