import { type Figure } from '#foundation/process';
import { found, type Hazard, type HazardEvents } from './hazard.case.js';

type Recorded<Type extends keyof HazardEvents> = { readonly on: string; readonly data: HazardEvents[Type] };

const kind = {
  found: 'inspection.hazard-found',
  rectified: 'inspection.hazard-rectified',
  visited: 'inspection.follow-up',
} as const;

const ofGrade = (of: string) => (event: { readonly on: string }, hazard: Hazard) => {
  const grade = found(hazard)?.grade;
  const dims: Readonly<Record<string, string>> = grade ? { grade } : {};
  return [{ kind: of, on: event.on, quantity: 1, dims }];
};

/** What each event of a hazard adds to the statistics. One that comes back is found anew; its clearing stays. */
export const hazardFacts = {
  HazardFound: ofGrade(kind.found),
  HazardReturned: ofGrade(kind.found),
  HazardCorrectedOnSite: ofGrade(kind.rectified),
  HazardCleared: ofGrade(kind.rectified),
  FollowUpVisited: ({ on, data }: Recorded<'FollowUpVisited'>) => [
    { kind: kind.visited, on, quantity: 1, dims: { result: data.result } },
  ],
};

const count = (id: string, zh: string, en: string, unit: string, factKind: string): Figure => ({
  ...{ id, label: { zh, en }, source: 'case:inspection', unit, format: 'integer' },
  ...{ factKind, where: {}, aggregate: 'count' },
});

/** The figures of the half-year report that hazards yield. */
export const hazardFigures: readonly Figure[] = [
  count('inspection.hazard.found.count', '发现隐患数', 'Hazards found', 'hazard', kind.found),
  count('inspection.hazard.rectified.count', '整改隐患数', 'Hazards rectified', 'hazard', kind.rectified),
  count('inspection.followup.count', '跟踪回访次数', 'Follow-up visits', 'visit', kind.visited),
];
