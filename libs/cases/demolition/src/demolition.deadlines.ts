import { addDays, type LocalDate, type WorkCalendar } from '#foundation/calendar';
import {
  type CaseEvent,
  type Code,
  dateIn,
  lastRemedyDay,
  type LegalBasis,
  onWorkingDay,
  type TermRule,
} from '#foundation/process';
import { type DemolitionCase } from './demolition.case.js';

type Basis = Code<typeof LegalBasis>;

/** Grounds of the Land Administration Law: the organ never executes itself (LAL art. 83). */
export const isLandLaw = (basis: Basis): boolean => basis === 'LAL77' || basis === 'LAL78';

/**
 * D-DEM-05 · the last day on which the party may still ask for reconsideration (60 days) or sue (6 months; 15 days on
 * a Land Administration Law ground). A term that ends on a rest day runs on to the next working day, because it
 * favours the citizen (T-END; ARL, ALiL art. 46, LAL art. 83).
 */
export const lastRemedyDayOn = (servedOn: LocalDate, basis: Basis, calendar: WorkCalendar): LocalDate =>
  isLandLaw(basis) ? onWorkingDay(addDays(servedOn, 15), calendar) : lastRemedyDay(servedOn, calendar);

/** D-DEM-05 · the remedies that a ground gives, the longest last. */
const remedyTerms = (servedOn: LocalDate, basis: Basis): readonly TermRule[] =>
  (isLandLaw(basis)
    ? [{ n: 15, unit: 'calendar' } as const]
    : [{ n: 60, unit: 'calendar' } as const, { n: 6, unit: 'month' } as const]
  ).map((length) => ({ ...length, bound: 'at', from: servedOn, favoursCitizen: true }));

/** The terms of processes.md B.3 and deadlines.csv: what starts them, how long they run, what meets them. */
export const demolitionDeadlines = {
  'D-DEM-01': {
    label: ['勘验期限', 'Survey after finding'],
    starts: ['IllegalBuildingFound', 'RebuildingFound', 'DemolitionCaseReopened'],
    ends: ['SiteSurveyed', 'BuildingFoundLawful'],
    length: '3d',
    unit: 'working',
    owner: 'ENFORCEMENT_OFFICER',
    basis: 'local patrol rules',
    effect: 'FLAG',
  },
  'D-DEM-02': {
    label: ['陈述申辩期限', 'Statement after the prior notice'],
    starts: ['DemolitionPriorNoticeServed'],
    ends: ['DemolitionStatementHeard'],
    length: 'min 5d',
    unit: 'working',
    owner: 'PARTY',
    basis: 'APL arts. 44-45 give no number',
    effect: 'REFUSE',
    dueOn: (started: CaseEvent) => dateIn(started, 'statementDueOn'),
  },
  'D-DEM-03': {
    label: ['自行拆除期限', 'Self-demolition term in the order'],
    starts: ['DemolitionOrderServed'],
    ends: ['SelfDemolitionRecorded', 'BuildingRegularised'],
    length: 'min 7d',
    unit: 'calendar',
    owner: 'PARTY',
    basis: 'CPL art. 65 gives no number; at least 7 by product norm',
    effect: 'OPEN_NEXT',
    dueOn: (started: CaseEvent) => dateIn(started, 'selfDemolishBy'),
  },
  'D-DEM-04': {
    label: ['催告公告期限', 'Demand and announcement terms'],
    starts: ['DemolitionDemandServed', 'DemolitionAnnounced'],
    ends: ['SelfDemolitionRecorded'],
    length: '10d',
    unit: 'working',
    owner: 'PARTY',
    basis: 'ACL arts. 35, 44 give no number; product norm 10',
    effect: 'OPEN_NEXT',
    dueOn: (started: CaseEvent) => dateIn(started, 'performBy') ?? dateIn(started, 'selfDemolishBy'),
  },
  'D-DEM-05': {
    label: ['复议诉讼期限', 'Reconsideration or litigation against the order'],
    starts: ['DemolitionOrderServed'],
    ends: ['DemolitionRemedyFiled'],
    length: '60d; 6m; 15d',
    unit: 'calendar|calendar|calendar',
    owner: 'PARTY',
    basis: 'ARL, ALiL art. 46; LAL art. 83',
    effect: 'OPEN_NEXT',
    terms: ({ on, data }: CaseEvent): readonly TermRule[] =>
      remedyTerms(on, data.legalBasis as Basis).map((rule) => ({ ...rule, bound: 'at' })),
  },
  'D-DEM-06': {
    label: ['申请法院强拆期限', 'Application to the court'],
    starts: ['DemolitionDemandServed'],
    ends: ['DemolitionCourtApplied'],
    length: 'min 10d; max 3m',
    unit: 'working|calendar',
    owner: 'LEGAL_REVIEWER',
    basis: 'ACL arts. 53-54',
    effect: 'REFUSE',
    terms: ({ on }: CaseEvent, kase: DemolitionCase): readonly TermRule[] => {
      const order = kase.latest('DemolitionOrderServed')?.data;
      const remedy = order && remedyTerms(order.servedOn, order.legalBasis).at(-1)!;
      return [
        { n: 10, unit: 'working', bound: 'min', from: on },
        ...(remedy ? [{ n: 3, unit: 'month', bound: 'max', from: remedy } as const] : []),
      ];
    },
    // Only a Land Administration Law ground leads to the court; on any other the term binds nobody.
    applies: (_: unknown, kase: DemolitionCase) => {
      const basis = kase.latest('SiteSurveyed')?.data.legalBasis;
      return basis !== undefined && isLandLaw(basis);
    },
  },
  'D-DEM-07': {
    label: ['禁止夜间节假日强拆', 'No execution at night or on statutory holidays, no cut of household utilities'],
    starts: ['DemolitionExecutionDecided', 'DemolitionCourtRuled'],
    ends: ['CompulsoryDemolitionRecorded'],
    length: '-',
    unit: 'none',
    owner: 'APPROVING_HEAD',
    basis: 'ACL art. 43',
    effect: 'REFUSE',
  },
  'D-DEM-08': {
    label: ['拆除核验期限', 'Verification after demolition'],
    starts: ['SelfDemolitionRecorded', 'CompulsoryDemolitionRecorded'],
    ends: ['DemolitionVerified', 'DemolitionRejected'],
    length: '5d',
    unit: 'working',
    owner: 'VILLAGE_COORDINATOR',
    basis: 'local',
    effect: 'FLAG',
  },
  'D-DEM-09': {
    label: ['违建回头看期限', 'First look-back'],
    starts: ['DemolitionCaseClosed'],
    ends: ['DemolitionLookBackRecorded', 'RebuildingFound'],
    length: '30d',
    unit: 'calendar',
    owner: 'GRID_MEMBER',
    basis: 'local',
    effect: 'FLAG',
    dueOn: (started: CaseEvent) => dateIn(started, 'lookBackDueOn'),
    applies: (_: unknown, kase: DemolitionCase) =>
      kase.latest('DemolitionCaseClosed')?.data.lookBackDueOn !== undefined,
  },
} as const;
