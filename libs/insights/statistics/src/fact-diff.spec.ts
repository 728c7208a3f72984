import fc from 'fast-check';
import { type CaseState, type Fact } from '#foundation/process';
import { factDiff, type KeyedFact } from './fact-diff.js';

const fact = (changes: Partial<Fact> = {}): Fact => ({
  kind: 'demolition.site',
  eventId: 'one',
  on: '2022-03-01',
  quantity: 120,
  dims: {},
  ...changes,
});

/** Of a case the facts and the cell are read, nothing else. */
const holding = (facts: readonly Fact[], gridCode = 'G-01'): CaseState =>
  ({ facts, summary: { gridCode } }) as unknown as CaseState;

const keys = (found: readonly KeyedFact[]): number[] => found.map(({ key }) => key);

/** All facts of a case, as if they had come at once. */
const allOf = (state: CaseState): number[] => keys(factDiff(holding([]), state).added);

describe('what an event changes in the figures', () => {
  const [first, second] = [fact(), fact({ eventId: 'two' })];

  it('is what came, where nothing fell', () => {
    const diff = factDiff(holding([first]), holding([first, second]));
    expect(diff.voided).toEqual([]);
    expect(diff.added.map((each) => each.fact)).toEqual([second]);
    expect(factDiff(holding([first]), holding([first]))).toEqual({ voided: [], added: [] });
  });

  it('is what fell, what came in its place, and all of it when the case moves to another cell', () => {
    const corrected = fact({ quantity: 90 });
    const diff = factDiff(holding([first, second]), holding([corrected, second]));
    expect(diff.voided.map((each) => each.fact)).toEqual([first]);
    expect(diff.added.map((each) => each.fact)).toEqual([corrected]);
    const moved = factDiff(holding([first, second]), holding([first, second], 'G-02'));
    expect(moved.voided.map((each) => each.gridCode)).toEqual(['G-01', 'G-01']);
    expect(moved.added.map((each) => each.gridCode)).toEqual(['G-02', 'G-02']);
  });

  it('counts equal facts apart', () => {
    const twice = allOf(holding([first, fact()]));
    expect(new Set(twice).size).toBe(2);
    expect(keys(factDiff(holding([first]), holding([first, fact()])).added)).toEqual([twice[1]]);
    expect(keys(factDiff(holding([first, fact()]), holding([first])).voided)).toEqual([twice[1]]);
  });

  it('is the difference of what stands after and what stood before, whatever happened', () => {
    const some = fc.record({
      kind: fc.constantFrom('a', 'b'),
      eventId: fc.constantFrom('one', 'two', 'three'),
      on: fc.constantFrom('2022-03-01', '2022-03-02'),
      quantity: fc.nat(2),
      dims: fc.dictionary(fc.constant('x'), fc.constant('1')),
    });
    const list = fc.array(some, { maxLength: 5 });
    const cells = fc.constantFrom('G-01', 'G-02');
    fc.assert(
      fc.property(list, fc.nat(5), list, cells, cells, (stood, kept, came, cell, newCell) => {
        const before = holding(stood, cell);
        const after = holding([...stood.slice(0, kept), ...came], newCell);
        const [was, is] = [allOf(before), allOf(after)];
        const diff = factDiff(before, after);
        expect(keys(diff.voided)).toEqual(was.filter((key) => !is.includes(key)));
        expect(keys(diff.added)).toEqual(is.filter((key) => !was.includes(key)));
      }),
      { numRuns: 500 },
    );
  });
});
