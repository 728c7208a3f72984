import { defaultCalendar } from '#foundation/calendar';
import { dueDatesOf, evolve } from '#foundation/process';
import { caseOf, dues, eventsOf, type Happened, idOf, processes, processNamed, published } from './case-of.js';

const lead = (caseType: string): Happened => ['LeadRegistered', '2022-02-01', { caseType }];
const decided = (on: string): Happened => [
  'PenaltyDecided',
  on,
  { decisionNo: '罚1', penalties: ['FINE'], fineFen: 100 },
];
const decisionServed = (on: string): Happened => ['DecisionServed', on, { decisionNo: '罚1' }];
const accepted = (on: string): Happened => ['PetitionAccepted', on];
const project = (tenure: string): Happened => ['RelocationProjectRegistered', '2022-01-04', { tenure }];
const hazard = (grade: string): Happened => ['HazardFound', '2022-03-01', { grade }];
const ordered: Happened = ['HazardRectificationOrdered', '2022-03-01', { dueOn: '2022-03-20' }];
const orderServed = (legalBasis: string): Happened => ['DemolitionOrderServed', '2022-03-16', { legalBasis }];

/**
 * Every line of the deadlines table that has a number or a date in a document, counted by hand on the calendar of 2022:
 * Spring Festival 31 January to 6 February with 29 and 30 January worked; Qingming 3 to 5 April with 2 April worked;
 * Labour Day 30 April to 4 May with 24 April and 7 May worked; National Day 1 to 7 October with 8 and 9 October worked.
 * The last event of each line started the term, or moved it.
 */
// prettier-ignore
const falling: readonly (readonly [process: string, code: string, events: readonly Happened[], dueOn: string])[] = [
  // 25 to 28 January are four, 29 and 30 worked days, then 7 February.
  ['enforcement', 'D-ENF-01', [['LeadVerified', '2022-01-24']], '2022-02-07'],
  // 28 and 29 April, 5, 6 and the worked Saturday 7 May, 9 and 10 May.
  ['enforcement', 'D-ENF-02', [['EvidencePreserved', '2022-04-27', { preservationNo: '保1' }]], '2022-05-10'],
  ['enforcement', 'D-ENF-03', [['PremisesSealed', '2022-03-01', { measureId: 'm', endOn: '2022-03-31' }]], '2022-03-31'],
  ['enforcement', 'D-ENF-03', [
    ['PropertyTakenIntoCustody', '2022-03-01', { measureId: 'm', itemId: 'i', legalForm: 'SEIZED', endOn: '2022-03-31' }],
    ['CustodyExtended', '2022-03-30', { measureId: 'm', newEndOn: '2022-04-30' }],
  ], '2022-04-30'],
  ['enforcement', 'D-ENF-04', [
    ['PremisesSealed', '2022-03-01', { measureId: 'm', endOn: '2022-03-31', urgent: true, startedAt: '2022-03-01T16:30' }],
  ], '2022-03-02'],
  // 30 days of March, 30 of April, 30 of May.
  ['enforcement', 'D-ENF-05', [['CaseFiled', '2022-03-01']], '2022-05-30'],
  ['enforcement', 'D-ENF-05', [['CaseFiled', '2022-03-01'], ['DecisionTermExtended', '2022-05-20', { newDueOn: '2022-08-01' }]], '2022-08-01'],
  // 28 January, the worked 29 and 30, 7 and 8 February.
  ['enforcement', 'D-ENF-06', [['PriorNoticeServed', '2022-01-27', { hearingRight: true }]], '2022-02-08'],
  // 29 and 30 September, the worked 8 and 9 October, 10, 11 and 12 October.
  ['enforcement', 'D-ENF-08', [decided('2022-09-28')], '2022-10-12'],
  // The 15th day is 30 April, the first of five rest days: a term of the party runs on to 5 May.
  ['enforcement', 'D-ENF-09', [decided('2022-04-14'), decisionServed('2022-04-15')], '2022-05-05'],
  ['enforcement', 'D-ENF-09', [
    decided('2022-04-14'),
    decisionServed('2022-04-15'),
    ['FineDeferred', '2022-04-20', { decisionNo: '罚1', newDueOn: '2022-06-30' }],
  ], '2022-06-30'],
  // The worked Saturday 2 April, 6 and 7 April.
  ['enforcement', 'D-ENF-10', [
    decided('2022-03-01'),
    decisionServed('2022-03-02'),
    ['PenaltyPublished', '2022-03-05', { decisionNo: '罚1' }],
    ['RemedyFiled', '2022-03-10', { remedyId: 'r' }],
    ['DecisionSetAside', '2022-04-01', { remedyId: 'r' }],
  ], '2022-04-07'],
  // Sixty days end on Sunday 15 May and run on to Monday; six months end on 16 September, which is later.
  ['enforcement', 'D-ENF-11', [decided('2022-03-15'), decisionServed('2022-03-16')], '2022-09-16'],
  // Three months from the end of the remedy term, 16 September.
  ['enforcement', 'D-ENF-12', [
    decided('2022-03-15'),
    decisionServed('2022-03-16'),
    ['DemandNoticeServed', '2022-10-10'],
  ], '2022-12-16'],
  ['enforcement', 'D-ENF-13', [['LeadVerified', '2022-03-01', { offenceEndedOn: '2020-05-01' }]], '2025-05-01'],
  // Three days to the decision, one more to the hand-over.
  ['enforcement', 'D-ENF-14', [['InvestigationConcluded', '2022-03-01', { proposal: 'TRANSFER_CRIMINAL' }]], '2022-03-05'],
  // Decided on the second day, so the day of the hand-over is the next one.
  ['enforcement', 'D-ENF-14', [
    ['InvestigationConcluded', '2022-03-01', { proposal: 'TRANSFER_CRIMINAL' }],
    ['CaseTransferred', '2022-03-04', { criminal: true, suspectedOn: '2022-03-01', decidedOn: '2022-03-03' }],
  ], '2022-03-04'],
  ['enforcement', 'D-ENF-15', [['CaseClosed', '2022-03-01', { lookBackDueOn: '2022-03-31' }]], '2022-03-31'],
  ['enforcement', 'D-ENF-16', [lead('WORKPLACE_SAFETY'), decided('2022-09-28')], '2022-10-12'],
  ['waterRemediation', 'D-WAT-01', [['WaterProblemRegistered', '2022-03-01', { dueOn: '2022-06-30' }]], '2022-06-30'],
  ['waterRemediation', 'D-WAT-03', [['WaterCaseClosed', '2022-03-01', { lookBackDueOn: '2022-08-31' }]], '2022-08-31'],
  // 28 January and the worked 29 and 30.
  ['demolition', 'D-DEM-01', [['IllegalBuildingFound', '2022-01-27']], '2022-01-30'],
  ['demolition', 'D-DEM-02', [['DemolitionPriorNoticeServed', '2022-03-01', { statementDueOn: '2022-03-08' }]], '2022-03-08'],
  ['demolition', 'D-DEM-03', [['DemolitionOrderServed', '2022-03-01', { selfDemolishBy: '2022-03-15' }]], '2022-03-15'],
  ['demolition', 'D-DEM-04', [['DemolitionDemandServed', '2022-04-01', { performBy: '2022-04-18' }]], '2022-04-18'],
  ['demolition', 'D-DEM-04', [['DemolitionAnnounced', '2022-04-01', { selfDemolishBy: '2022-04-20' }]], '2022-04-20'],
  ['demolition', 'D-DEM-05', [orderServed('CPL65')], '2022-09-16'],
  ['demolition', 'D-DEM-05', [orderServed('LAL77')], '2022-03-31'],
  // Three months from 31 March; June has thirty days.
  ['demolition', 'D-DEM-06', [
    ['SiteSurveyed', '2022-03-01', { legalBasis: 'LAL77' }],
    orderServed('LAL77'),
    ['DemolitionDemandServed', '2022-04-11', { performBy: '2022-04-25' }],
  ], '2022-06-30'],
  // 30 September, the worked 8 and 9 October, 10 and 11 October.
  ['demolition', 'D-DEM-08', [['SelfDemolitionRecorded', '2022-09-29']], '2022-10-11'],
  ['demolition', 'D-DEM-09', [['DemolitionCaseClosed', '2022-03-01', { lookBackDueOn: '2022-04-01' }]], '2022-04-01'],
  // From receipt: 29, 30 September, 8 to 14 October are seven, 17 to 21 five, 24 October.
  ['relocationProject', 'D-REL-05', [['LandApprovalGranted', '2022-09-20', { receivedOn: '2022-09-28' }]], '2022-10-24'],
  ['relocationProject', 'D-REL-09', [project('STATE_OWNED'), ['PreAnnouncementPosted', '2022-03-01']], '2023-03-01'],
  // A date in the agreement stands, though it is a Sunday and a holiday.
  ['relocationHousehold', 'D-REL-07', [['AgreementSigned', '2022-03-01', { firstPaymentBy: '2022-05-01' }]], '2022-05-01'],
  ['relocationHousehold', 'D-REL-10', [['CompensationDecided', '2022-03-10', { servedOn: '2022-03-16' }]], '2022-09-16'],
  // In the middle of Spring Festival: the government's own term does not run on.
  ['petition', 'D-PET-01', [['PetitionRegistered', '2022-01-17']], '2022-02-01'],
  // 11 days of January, 28 of February, 21 of March.
  ['petition', 'D-PET-02', [accepted('2022-01-20')], '2022-03-21'],
  ['petition', 'D-PET-02', [accepted('2022-01-20'), ['PetitionDeadlineExtended', '2022-03-01', { days: 20 }]], '2022-04-10'],
  ['petition', 'D-PET-03', [accepted('2022-01-20')], '2022-03-21'],
  // The thirtieth day is 4 April, Qingming: the petitioner has until Wednesday 6 April.
  ['petition', 'D-PET-04', [['OpinionServed', '2022-03-05']], '2022-04-06'],
  ['petition', 'D-PET-05', [['ReviewRequested', '2022-03-05']], '2022-04-04'],
  ['petition', 'D-PET-06', [['ReviewConcluded', '2022-03-01', { servedOn: '2022-03-05' }]], '2022-04-06'],
  ['petition', 'D-PET-06', [['ReviewConcluded', '2022-03-05']], '2022-04-06'],
  ['petition', 'D-PET-07', [['ReReviewRequested', '2022-03-01']], '2022-03-31'],
  // Three days of hearing, the first and the last included.
  ['petition', 'D-PET-07', [
    ['ReReviewRequested', '2022-03-01'],
    ['PetitionHearingHeld', '2022-03-10', { endedOn: '2022-03-12' }],
  ], '2022-04-03'],
  // The worked 8 and 9 October, then Monday 10 October.
  ['petition', 'D-PET-09', [accepted('2022-09-30')], '2022-10-10'],
  ['petition', 'D-PET-10', [['ResponsibilityTeamAssigned', '2022-03-01']], '2022-03-08'],
  ['labourDispute', 'D-LAB-01', [['LabourMediationStarted', '2022-03-01']], '2022-03-16'],
  ['labourDispute', 'D-LAB-02', [['LabourComplaintReceived', '2022-01-27']], '2022-01-30'],
  ['labourDispute', 'D-LAB-03', [['LabourComplaintReferred', '2022-09-29', { toOrgan: 'LABOUR_SUPERVISION' }]], '2022-10-11'],
  // One in September, 18 in October, 22 in November, 19 in December.
  ['labourDispute', 'D-LAB-04', [['LabourComplaintReferred', '2022-09-29', { toOrgan: 'LABOUR_SUPERVISION' }]], '2022-12-27'],
  // A year from 3 October 2021 is a holiday: the worker has until the worked Saturday 8 October.
  ['labourDispute', 'D-LAB-05', [['LabourComplaintReceived', '2022-03-01', { claimAroseOn: '2021-10-03' }]], '2022-10-08'],
  ['labourDispute', 'D-LAB-06', [['LabourAgreementReached', '2022-03-01']], '2022-03-31'],
  // 3 October 2023 lies in the holiday to 6 October; Saturday 7 October 2023 is worked.
  ['labourDispute', 'D-LAB-07', [['LabourComplaintReceived', '2022-03-01', { claimAroseOn: '2021-10-03' }]], '2023-10-07'],
  ['hazard', 'D-INS-02', [hazard('GENERAL')], '2022-03-01'],
  ['hazard', 'D-INS-03', [hazard('MAJOR')], '2022-03-01'],
  ['hazard', 'D-INS-05', [ordered], '2022-03-30'],
  ['hazard', 'D-INS-05', [ordered, ['HazardRectificationReported', '2022-03-10']], '2022-03-20'],
  // Reported after the term in the order: the term counts.
  ['hazard', 'D-INS-05', [ordered, ['HazardRectificationReported', '2022-03-25']], '2022-03-30'],
  ['hazard', 'D-INS-06', [ordered], '2022-03-20'],
  ['hazard', 'D-INS-07', [ordered, ['FollowUpVisited', '2022-04-01', { result: 'FAIL' }]], '2022-04-07'],
  // 27 and 28 January, the worked 29 and 30, 7 February.
  ['housePermit', 'D-PER-04', [['ApplicationSubmittedToTown', '2022-01-26']], '2022-02-07'],
  // Four in January, then 7 to 11, 14 to 18, 21 to 25 and 28 February.
  ['housePermit', 'D-PER-05', [['ApplicationSubmittedToTown', '2022-01-26']], '2022-02-28'],
  ['housePermit', 'D-PER-05', [
    ['ApplicationSubmittedToTown', '2022-01-26'],
    ['PermitTermExtended', '2022-02-20', { newDueOn: '2022-03-10' }],
  ], '2022-03-10'],
  // 29 and 30 September, 8 to 14 October are seven, 17 October.
  ['housePermit', 'D-PER-06', [['PermitApproved', '2022-09-28']], '2022-10-17'],
  ['housePermit', 'D-PER-10', [['SettingOutRequested', '2022-09-29']], '2022-10-11'],
];

/** Terms that make the next step wait: nothing falls due, the step is not possible before the day. */
// prettier-ignore
const waiting: readonly (readonly [process: string, code: string, events: readonly Happened[], notBefore: string])[] = [
  ['enforcement', 'D-ENF-07', [['HearingRequested', '2022-03-01']], '2022-03-10'],
  ['waterRemediation', 'D-WAT-02', [['RemediationCompleted', '2022-03-01']], '2022-03-10'],
  // 25 to 28 January, the worked 29 and 30, 7 to 10 February.
  ['relocationProject', 'D-REL-01', [['PreAnnouncementPosted', '2022-01-24']], '2022-02-10'],
  ['relocationProject', 'D-REL-02', [project('COLLECTIVE'), ['CompensationPlanAnnounced', '2022-03-01']], '2022-03-31'],
  ['relocationProject', 'D-REL-08', [project('STATE_OWNED'), ['CompensationPlanAnnounced', '2022-03-01']], '2022-03-31'],
  ['relocationHousehold', 'D-REL-11', [['SurveyResultPublished', '2022-03-01']], '2022-03-08'],
  ['hazard', 'D-INS-04', [['SafetyPowerCutNotified', '2022-03-01T09:00', { urgent: false }]], '2022-03-02'],
  ['housePermit', 'D-PER-03', [['ApplicationPublicised', '2022-03-01']], '2022-03-08'],
];

describe('a term falls due', () => {
  it.each(falling)('%s %s %j on %s', (process, code, events, dueOn) => {
    expect(dues(process, code, events).at(-1)).toMatchObject({ dueOn, awaitsCalendar: false });
  });

  it.each(waiting)('never, but holds the next step back: %s %s %j until %s', (process, code, events, notBefore) => {
    const [due] = dues(process, code, events);
    expect(due!.dueOn).toBeNull();
    expect(due!.terms).toMatchObject([{ bound: 'min', endsOn: notBefore }]);
  });

  it('for every line of the table that has a number or a date', () => {
    const lines = processes.flatMap(({ deadlines }) =>
      deadlines.filter(({ length }) => length !== '-').map(({ code }) => code),
    );
    const tested = new Set([...falling, ...waiting].map(([, code]) => code));
    expect(lines.filter((code) => !tested.has(code))).toEqual([]);
  });

  it('at the minute, where hours are counted', () => {
    const [due] = dues('enforcement', 'D-ENF-04', [
      [
        'PremisesSealed',
        '2022-03-01',
        { measureId: 'm', endOn: '2022-03-31', urgent: true, startedAt: '2022-03-01T16:30' },
      ],
    ]);
    expect(due).toMatchObject({ dueAt: '2022-03-02T16:30', terms: [{ n: 24, unit: 'hour' }] });
  });

  it('on the day of each of several terms', () => {
    const terms = (process: string, code: string, events: readonly Happened[]) =>
      dues(process, code, events)[0]!.terms.map(({ n, unit, bound, endsOn }) => [n, unit, bound, endsOn]);
    expect(terms('demolition', 'D-DEM-05', [orderServed('CPL65')])).toEqual([
      [60, 'calendar', 'at', '2022-05-16'],
      [6, 'month', 'at', '2022-09-16'],
    ]);
    // Ten working days from the demand of Monday 10 October: 11 to 14, 17 to 21, 24 October.
    const demanded: readonly Happened[] = [
      decided('2022-03-15'),
      decisionServed('2022-03-16'),
      ['DemandNoticeServed', '2022-10-10'],
    ];
    expect(terms('enforcement', 'D-ENF-12', demanded)).toEqual([
      [10, 'working', 'min', '2022-10-24'],
      [3, 'month', 'max', '2022-12-16'],
    ]);
    expect(
      terms('enforcement', 'D-ENF-13', [['LeadVerified', '2022-03-01', { offenceEndedOn: '2020-05-01' }]]),
    ).toEqual([
      [2, 'year', 'max', '2022-05-01'],
      [5, 'year', 'max', '2025-05-01'],
    ]);
  });

  it('again and again where a look-back is followed by the next', () => {
    const closed: Happened = ['WaterCaseClosed', '2022-03-01', { lookBackDueOn: '2022-08-31' }];
    const looked = ['2022-08-30', '2023-02-20', '2023-08-28', '2024-02-27'].map((on): Happened => [
      'WaterLookBackRecorded',
      on,
    ]);
    const days = dues('waterRemediation', 'D-WAT-03', [closed, ...looked]).map(({ dueOn, status }) => [dueOn, status]);
    // Every six months for two years: the fourth is the last.
    expect(days).toEqual([
      ['2022-08-31', 'met'],
      ['2023-03-01', 'met'],
      ['2023-09-01', 'met'],
      ['2024-03-01', 'met'],
    ]);
    const shut: Happened = ['CaseClosed', '2022-03-01', { lookBackDueOn: '2022-03-31' }];
    const after = (data = {}): Happened => ['LookBackRecorded', '2022-03-28', data];
    expect(dues('enforcement', 'D-ENF-15', [shut, after()]).at(-1)).toMatchObject({ dueOn: '2022-06-01' });
    const named = dues('enforcement', 'D-ENF-15', [shut, after({ nextDueOn: '2022-05-15' })]);
    expect(named.at(-1)).toMatchObject({ dueOn: '2022-05-15', status: 'open' });
  });
});

describe('what becomes of a term', () => {
  const registered: Happened = ['PetitionRegistered', '2022-03-01'];
  const [first] = dues('petition', 'D-PET-01', [registered, accepted('2022-03-16')]);

  it('it is met on its last day, and missed a day later', () => {
    expect(first).toMatchObject({ dueOn: '2022-03-16', status: 'met', late: false, endedOn: '2022-03-16' });
    const [late] = dues('petition', 'D-PET-01', [registered, accepted('2022-03-17')]);
    expect(late).toMatchObject({ dueOn: '2022-03-16', status: 'missed', late: true, endedOn: '2022-03-17' });
  });

  it('it is missed at the minute after its hours', () => {
    const sealed: Happened = [
      'PremisesSealed',
      '2022-03-01',
      { measureId: 'm', endOn: '2022-03-31', urgent: true, startedAt: '2022-03-01T16:30' },
    ];
    const approved = (at: string): Happened => ['UrgentMeasureApproved', at, { measureId: 'm' }];
    const [inTime] = dues('enforcement', 'D-ENF-04', [sealed, approved('2022-03-02T16:30')]);
    expect(inTime!.status).toBe('met');
    const [late] = dues('enforcement', 'D-ENF-04', [sealed, approved('2022-03-02T16:31')]);
    expect(late!.status).toBe('missed');
  });

  it('an extension moves it, though its day had been asked for before', () => {
    const petition = processNamed('petition');
    const [began, extended] = eventsOf('petition', [
      accepted('2022-01-20'),
      ['PetitionDeadlineExtended', '2022-03-01', { days: 20 }],
    ]);
    const before = caseOf('petition', [began!]);
    const concludeBy = (state: typeof before) =>
      dueDatesOf(petition, state, published).find(({ code }) => code === 'D-PET-02')!.dueOn;
    expect(concludeBy(before)).toBe('2022-03-21');
    expect(concludeBy(evolve(petition, before, extended!))).toBe('2022-04-10');
    expect(concludeBy(before)).toBe('2022-03-21');
  });

  it('of several of one code each is ended by what concerns it', () => {
    const seized = (itemId: string, endOn: string): Happened => [
      'PropertyTakenIntoCustody',
      '2022-03-01',
      { measureId: 'm', itemId, legalForm: 'SEIZED', endOn },
    ];
    const given: Happened = ['CustodyResolved', '2022-03-10', { measureId: 'm', itemId: 'a' }];
    const ends = dues('enforcement', 'D-ENF-03', [seized('a', '2022-03-15'), seized('b', '2022-03-20'), given]);
    expect(ends.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2022-03-15', 'met'],
      ['2022-03-20', 'open'],
    ]);
  });

  it('it stays missed once it is recorded, on whatever day a correction puts it', () => {
    const missed: Happened = ['DeadlineMissed', '2022-03-17', { deadlineCode: 'D-PET-01', dueOn: '2022-03-16' }];
    const receivedOn = (day: string): Happened => [
      'PetitionEntryCorrected',
      '2022-04-01',
      { correctedEventId: idOf(0), replacedFields: [`receivedOn=${day}`] },
    ];
    const [later] = dues('petition', 'D-PET-01', [registered, missed, receivedOn('2022-03-05')]);
    expect(later).toMatchObject({ dueOn: '2022-03-20', status: 'missed', missedBy: idOf(1) });
    const [inTime] = dues('petition', 'D-PET-01', [
      registered,
      missed,
      accepted('2022-03-18'),
      receivedOn('2022-03-05'),
    ]);
    expect(inTime).toMatchObject({ dueOn: '2022-03-20', status: 'missed', late: false, missedBy: idOf(1) });
  });

  it('a reopened case has its own terms, and what extended the old ones extends none of them', () => {
    const rounds = dues('petition', 'D-PET-02', [
      registered,
      accepted('2022-03-10'),
      ['PetitionDeadlineExtended', '2022-04-01', { days: 30 }],
      ['OpinionServed', '2022-06-01'],
      ['PetitionReopened', '2022-10-10'],
    ]);
    // 60 and 30 days from 10 March end on 8 June; 60 days from 10 October end on 9 December.
    expect(rounds.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2022-06-08', 'met'],
      ['2022-12-09', 'open'],
    ]);
  });
});

describe('beyond the last holiday notice', () => {
  // The notices end with 2026: 28 to 31 December are four of seven working days.
  const lateInTheYear: readonly Happened[] = [['LeadVerified', '2026-12-25']];
  const next = {
    ...{ version: '2027', publishedFrom: '2027-01-01', publishedThrough: '2027-12-31' },
    ...{ holidays: ['2027-01-01'], makeupWorkdays: ['2027-01-02'] },
  };
  const known = { since: -1, calendar: defaultCalendar };
  const later = { since: 500, calendar: defaultCalendar.withNotice(next) };

  it('a date is not guessed', () => {
    const [due] = dues('enforcement', 'D-ENF-01', lateInTheYear, [known]);
    expect(due).toMatchObject({ dueOn: null, awaitsCalendar: true, terms: [{ n: 7, endsOn: null }], status: 'open' });
  });

  it('it is counted by the first notice that reaches far enough', () => {
    const [due] = dues('enforcement', 'D-ENF-01', lateInTheYear, [known, later]);
    // 28, 29, 30 and 31 December, the worked Saturday 2 January, 4 and 5 January 2027.
    expect(due).toMatchObject({ dueOn: '2027-01-05', awaitsCalendar: false, calendar: '2027' });
  });

  it('a later notice moves no date that was counted before', () => {
    const changed = defaultCalendar.withNotice({
      ...next,
      publishedFrom: '2022-01-01',
      publishedThrough: '2022-12-31',
    });
    const calendars = [known, { since: 500, calendar: changed }];
    const [due] = dues('enforcement', 'D-ENF-01', [['LeadVerified', '2022-01-24']], calendars);
    expect(due).toMatchObject({ dueOn: '2022-02-07', calendar: defaultCalendar.version });
  });

  it('days of the calendar need no notice', () => {
    expect(dues('petition', 'D-PET-02', [accepted('2026-12-01')], [known])[0]).toMatchObject({ dueOn: '2027-01-30' });
  });
});
