import { but, cast, type ExampleStep, given } from '#foundation/given';
import * as ex from './demolition.examples.js';
import { lives } from './demolition.examples.js';
import { demolition } from './demolition.process.js';

// R-DEM-01 to R-DEM-07: from the report to the order. One sentence a reason for which a code refuses.

type Refused = readonly [sentence: string, history: readonly ExampleStep[], step: ExampleStep, field?: string];

function refuses(code: string, reasons: readonly Refused[]): void {
  for (const [sentence, history, step, field] of reasons)
    it(
      sentence,
      () =>
        void given(demolition, ...history)
          .when(step)
          .thenRefused(code, field),
    );
}

function records(reasons: readonly Refused[]): void {
  for (const [sentence, history, step] of reasons)
    it(
      sentence,
      () =>
        void given(demolition, ...history)
          .when(step)
          .thenRecorded(),
    );
}

const anywhere = { by: 'officer' } as const;
const seen = (values: Record<string, unknown>): ExampleStep => but({ ...ex.found, ...anywhere }, values);

describe('R-DEM-01 refuses a report', () => {
  refuses('R-DEM-01', [
    ['from a cell that is in no register', [], seen({ gridCode: 'WG-99-99' }), 'gridCode'],
    ['from a cell before it came into force', [], seen({ gridCode: 'WG-02-02', foundOn: '2022-05-31' }), 'gridCode'],
    ['from a cell that is no longer in force', [], seen({ gridCode: 'WG-02-03', foundOn: '2022-01-01' }), 'gridCode'],
    ['from a tip that is not named', [], seen({ leadSource: 'TIP' }), 'tipId'],
    ['that names a tip it does not come from', [], seen({ tipId: 'TIP-0007' }), 'tipId'],
  ]);
  records([
    ['but not on the first day of a cell', [], seen({ gridCode: 'WG-02-02', foundOn: '2022-06-01' })],
    ['but not on the last day of a cell', [], seen({ gridCode: 'WG-02-03', foundOn: '2021-12-31' })],
    ['but not from a tip that is named', [], seen({ leadSource: 'TIP', tipId: 'TIP-0007' })],
  ]);

  const place = (location: string) => `WG-01-01|${location}`;
  it('of a place that another open case holds, blanks apart', () => {
    const elsewhere = given(demolition).under({ taken: [place('东岭村1组水塘北侧')] });
    elsewhere.when(ex.found).thenRefused('R-DEM-01');
    elsewhere.when(but(ex.found, { location: ' 东岭村 1组　水塘北侧 ' })).thenRefused('R-DEM-01');
    elsewhere.when(but(ex.found, { location: '东岭村1组水塘南侧' })).thenRecorded();
    elsewhere.when(but(ex.found, { gridCode: 'WG-01-02' })).thenRecorded();
  });

  it('and a reopening of a closed case whose place another case holds meanwhile', () => {
    const taken = [place('东岭村1组水塘北侧')];
    given(demolition, ...lives.closed)
      .under({ taken })
      .when(ex.reopened)
      .thenRefused('R-DEM-01');
    given(demolition, ...lives.closed)
      .under({ taken })
      .when(ex.rebuilt)
      .thenRefused('R-DEM-01');
  });
});

const survey = (values: Record<string, unknown>): ExampleStep => but(ex.surveyed, values);
const finished = (startedOn: string, stockClass: string): ExampleStep =>
  but(ex.surveyedFinished, { startedOn, stockClass });
const on = (legalBasis: string, planningArea: string) => survey({ legalBasis, planningArea });

describe('R-DEM-02 refuses a survey', () => {
  refuses('R-DEM-02', [
    ['by one officer', lives.found, survey({ officerRefs: [cast.officer.code] }), 'officerRefs'],
    ['by the same officer twice', lives.found, survey({ officerRefs: ['执法-01', '执法-01'] }), 'officerRefs'],
    ['by nobody', lives.found, survey({ officerRefs: undefined }), 'officerRefs'],
    ['by an officer and somebody else', lives.found, survey({ officerRefs: ['执法-01', '网格-01'] }), 'officerRefs'],
    ['of no area', lives.found, survey({ floorAreaDm2: 0 }), 'floorAreaDm2'],
    ['of an area below zero', lives.found, survey({ floorAreaDm2: -12_050 }), 'floorAreaDm2'],
    ['of a finished structure without its start', lives.found, survey({ constructionStatus: 'FINISHED' }), 'startedOn'],
    ['that calls existing what is being built', lives.found, survey({ stockClass: 'EXISTING' }), 'stockClass'],
    [
      'that calls existing what began on the baseline date',
      lives.found,
      finished('2021-07-01', 'EXISTING'),
      'stockClass',
    ],
    ['that calls new what began the day before', lives.found, finished('2021-06-30', 'NEW'), 'stockClass'],
    ['on CPL art. 65 in a city', lives.found, on('CPL65', 'CITY'), 'legalBasis'],
    ['on CPL art. 64 in a village', lives.found, on('CPL64', 'VILLAGE'), 'legalBasis'],
    ['on a ground of another kind of case', lives.found, on('SPL_65', 'VILLAGE'), 'legalBasis'],
    ['with a footprint larger than the floors', lives.found, survey({ footprintDm2: 12_051 }), 'footprintDm2'],
  ]);
  records([
    ['but not of what began on the baseline date as new', lives.found, finished('2021-07-01', 'NEW')],
    ['but not of what began the day before as existing', lives.found, finished('2021-06-30', 'EXISTING')],
    ['but not on CPL art. 65 in a town', lives.found, on('CPL65', 'TOWN')],
    ['but not on CPL art. 64 in a city', lives.found, on('CPL64', 'CITY')],
    ['but not on the land law wherever it is', lives.found, on('LAL78', 'VILLAGE')],
    ['but not with a footprint as large as the one floor', lives.found, survey({ footprintDm2: 12_050, storeys: 1 })],
    [
      'but not for a footprint where no storey was counted',
      lives.found,
      survey({ footprintDm2: 12_051, storeys: undefined }),
    ],
  ]);

  it('of a finished structure while no baseline date is published', () => {
    const unset = given(demolition, ex.found).under({ settings: { baselineDate: undefined } });
    unset.when(ex.surveyedFinished).thenRefused('R-DEM-02', 'stockClass');
    unset.when(ex.surveyed).thenRecorded();
  });
});

const inTown = [ex.found, ex.surveyedInTown];
const townshipInTown = [ex.found, but(ex.surveyedInTown, { authority: 'TOWNSHIP_GOVERNMENT' })];
const delegation = {
  authority: 'PLANNING_DEPT',
  legalBasis: 'CPL64',
  documentNo: '县政发〔2021〕9号',
  from: '2022-03-04',
};
const inTownNotice = but(ex.notified, { legalBasis: 'CPL64' });

describe('R-DEM-03 refuses', () => {
  refuses('R-DEM-03', [
    ['a stop order on a power of the county department', townshipInTown, ex.stopped],
    ['a notice on a power of the county department', townshipInTown, inTownNotice],
    ['a transfer of what the township decides itself', lives.surveyed, ex.transferred],
    ['a transfer without a receipt', inTown, but(ex.transferred, { receiptNo: undefined }), 'receiptNo'],
    ['a transfer with a blank receipt', inTown, but(ex.transferred, { receiptNo: '　 ' }), 'receiptNo'],
  ]);
  it('not the county department itself', () =>
    void given(demolition, ...inTown)
      .when(ex.stopped)
      .thenRecorded());

  it('not the township once the power was handed over, published and in force', () => {
    const delegated = { settings: { delegations: [delegation] } };
    const kase = given(demolition, ...townshipInTown).under(delegated);
    kase.when(but(ex.stopped, { servedOn: '2022-03-03' })).thenRefused('R-DEM-03');
    kase.when(ex.stopped).thenRecorded('DM_STOPPED');
    kase.when(ex.transferred).thenRefused('R-DEM-03');
    const toOrder = kase.and(ex.stopped, inTownNotice, ex.heard);
    toOrder.when(but(ex.ordered, { legalBasis: 'CPL64' })).thenRecorded('DM_ORDERED');
    const elsewhere = { settings: { delegations: [{ ...delegation, legalBasis: 'CPL66' }] } };
    given(demolition, ...townshipInTown)
      .under(elsewhere)
      .when(ex.stopped)
      .thenRefused('R-DEM-03');
  });
});

describe('R-DEM-04', () => {
  it('refuses to stop the building of what is finished', () =>
    void given(demolition, ex.found, ex.surveyedFinished).when(ex.stopped).thenRefused('R-DEM-04'));
});

describe('R-DEM-05 refuses', () => {
  const notice = (values: Record<string, unknown>) => but(ex.notified, values);
  refuses('R-DEM-05', [
    ['a notice without facts', lives.stopped, notice({ facts: undefined }), 'facts'],
    ['a notice without reasons', lives.stopped, notice({ reasons: '  ' }), 'reasons'],
    ['a notice without its ground', lives.stopped, notice({ legalBasis: undefined }), 'legalBasis'],
    [
      'a notice that does not say whether it states the rights',
      lives.stopped,
      notice({ rightsStated: undefined }),
      'rightsStated',
    ],
    ['a notice that does not state the rights', lives.stopped, notice({ rightsStated: false }), 'rightsStated'],
    [
      'a term to speak that ends with service',
      lives.stopped,
      notice({ statementDueOn: '2022-03-07' }),
      'statementDueOn',
    ],
    ['a statement that is not answered', lives.notified, but(ex.heard, { adopted: undefined }), 'adopted'],
    ['a statement without its record', lives.notified, but(ex.heard, { recordRef: undefined }), 'recordRef'],
    ['a waiver that nobody signed', lives.notified, but(ex.heard, { waived: true, recordRef: '' }), 'recordRef'],
  ]);
  it('not a signed waiver', () =>
    void given(demolition, ...lives.notified)
      .when(but(ex.heard, { waived: true, adopted: undefined }))
      .thenRecorded());
});

describe('R-DEM-06 refuses an order', () => {
  const order = (values: Record<string, unknown>) => but(ex.ordered, values);
  const spoken = [...lives.notified, ex.heard];
  const within = { decidedOn: '2022-03-14', servedOn: '2022-03-16' };
  refuses('R-DEM-06', [
    ['on the last day of the term to speak, unheard', lives.notified, order(within), 'decidedOn'],
    ['decided before the statement was heard', spoken, order({ ...within, decidedOn: '2022-03-09' }), 'decidedOn'],
    ['by an organ without the power', spoken, order({ authority: 'PLANNING_DEPT' }), 'authority'],
    [
      'on another ground than the party was told',
      spoken,
      order({ legalBasis: 'CPL64', authority: 'PLANNING_DEPT' }),
      'legalBasis',
    ],
    ['without its remedies', spoken, order({ remedyInfoGiven: false }), 'remedyInfoGiven'],
    ['that does not say whether it states remedies', spoken, order({ remedyInfoGiven: undefined }), 'remedyInfoGiven'],
    ['that gives no day to pull down oneself', spoken, order({ selfDemolishBy: '2022-03-16' }), 'selfDemolishBy'],
    ['without a self-demolition date', spoken, order({ selfDemolishBy: undefined }), 'selfDemolishBy'],
    ['served before it was made', spoken, order({ decidedOn: '2022-03-17' }), 'selfDemolishBy'],
  ]);
  records([
    ['but not the day after the term to speak, unheard', lives.notified, order({ decidedOn: '2022-03-15' })],
    ['but not within the term once the party has spoken', spoken, order({ decidedOn: '2022-03-10' })],
    ['but not with the next day to pull down oneself', spoken, order({ selfDemolishBy: '2022-03-17' })],
  ]);
});

describe('R-DEM-07 refuses', () => {
  const bare = but(ex.regularised, { permitNo: undefined });
  refuses('R-DEM-07', [
    ['to regularise without permit or check', lives.ordered, bare, 'permitNo'],
    ['to regularise on a permit case alone', lives.ordered, but(bare, { permitCaseRef: 'PER-0001' }), 'permitNo'],
  ]);
  records([['but not on a checked correction', lives.ordered, but(bare, { checkRecordRef: '纸质:核查-0001' })]]);
});

describe('R-ALL-05 refuses', () => {
  const strangers = [but(ex.found, { partyRef: undefined }), ex.surveyed];
  refuses('R-ALL-05', [
    [
      'a building found lawful without permit or reason',
      lives.found,
      but(ex.foundLawful, { permitNo: undefined }),
      'permitNo',
    ],
    [
      'to send back without a reason',
      [...inTown, ex.transferred],
      but(ex.transferReturned, { outcomeCode: 'NOT_COMPETENT' }),
      'reason',
    ],
    ['a stop order on nobody', strangers, ex.stopped],
    ['a notice to nobody', strangers, ex.notified],
    [
      'electronic service without consent',
      lives.surveyed,
      but(ex.stopped, { serviceMethod: 'ELECTRONIC' }),
      'electronicConsentRef',
    ],
    ['a code that is not in its list', lives.found, but(ex.surveyed, { landUse: 'ROOF' }), 'landUse'],
    ['a field that the step does not have', lives.found, but(ex.surveyed, { opinion: 'x' }), 'opinion'],
  ]);
  records([
    [
      'but not lawful for a reason',
      lives.found,
      but(ex.foundLawful, { permitNo: undefined, reason: '建于1986年，无须许可' }),
    ],
    [
      'but not to send back with one',
      [...inTown, ex.transferred],
      but(ex.transferReturned, { outcomeCode: 'OTHER', reason: '材料不全' }),
    ],
    [
      'but not once the survey names the party',
      [strangers[0]!, but(ex.surveyed, { partyRef: 'PTY-0001' })],
      ex.stopped,
    ],
    [
      'but not with consent',
      lives.surveyed,
      but(ex.stopped, { serviceMethod: 'ELECTRONIC', electronicConsentRef: '纸质:同意-1' }),
    ],
  ]);

  it('every required field of every step, each by itself', () => {
    const histories: readonly (readonly [readonly ExampleStep[], ExampleStep])[] = [
      [[], ex.found],
      [lives.found, ex.surveyed],
      [lives.surveyed, ex.stopped],
      [lives.stopped, ex.notified],
      [[...lives.notified, ex.heard], ex.ordered],
      [lives.ordered, ex.remedyFiled],
      [lives.ordered, ex.demanded],
      [lives.demanded, ex.announced],
      [lives.announced, ex.executionDecided],
      [lives.executionDecided, ex.compulsorilyDemolished],
      [lives.demolished, ex.verified],
      [lives.demolished, ex.rejected],
      [[...lives.verified, ex.debrisCleared], ex.closed],
    ];
    for (const [history, step] of histories) {
      const { fields } = demolition.stepOfCommand.get(step.command)!;
      for (const { name, optional } of fields) {
        if (optional || name === 'tipId') continue;
        const { refusal } = given(demolition, ...history).when(but(step, { [name]: undefined })).decision;
        expect([step.command, name, refusal?.details.fields?.[0]?.field]).toEqual([step.command, name, name]);
      }
    }
  });
});
