import { asked, but, cast, type Given, given } from '#foundation/given';
import * as ex from './demolition.examples.js';
import { corrected, lives } from './demolition.examples.js';
import { demolition } from './demolition.process.js';

// Corrections (processes.md 0.5, B.6): R-ALL-08.

const finishedLife = lives.verified
  .filter((step) => step !== ex.stopped)
  .map((step) => (step === ex.surveyed ? ex.surveyedFinished : step));
const finished = given(demolition, ...finishedLife);
const site = (kase: Given) =>
  kase.state.facts.map(({ on, quantity, dims, eventId }) => ({ on, quantity, eventId, ...dims }));
const verifiedId = finished.idOf('DemolitionVerified');

describe('a correction', () => {
  it('of the class moves the site from one cell to the other, and carries the verification along', () => {
    const kase = finished.and(corrected('SiteSurveyed', 'startedOn=2019-04-02', 'stockClass=EXISTING'));
    expect(site(kase)).toEqual([
      {
        on: '2022-03-28',
        quantity: 12_000,
        structureKind: 'HOUSE',
        stockClass: 'EXISTING',
        mode: 'SELF',
        eventId: verifiedId,
      },
    ]);
    expect(kase.state.events.find(({ type }) => type === 'DemolitionVerified')?.data).toMatchObject({
      stockClass: 'EXISTING',
    });
    expect(kase.state.status).toBe('DM_VERIFIED');
  });

  it('of the kind does so too, after closing as before', () => {
    const kase = finished.and(ex.debrisCleared, ex.closed, corrected('SiteSurveyed', 'structureKind=SHED'));
    expect(site(kase)).toMatchObject([{ structureKind: 'SHED', stockClass: 'NEW' }]);
    expect(kase.state.status).toBe('DM_CLOSED');
  });

  it('of the area moves the figure by the difference', () => {
    expect(site(finished.and(corrected('DemolitionVerified', 'verifiedAreaDm2=9500')))).toMatchObject([
      { quantity: 9_500 },
    ]);
  });

  it('of the day of demolition moves the site to that day, whoever verified it', () => {
    const kase = finished.and(corrected('SelfDemolitionRecorded', 'demolishedOn=2022-03-20'));
    expect(site(kase)).toMatchObject([{ on: '2022-03-20' }]);
  });

  it('leaves the first entry as it was recorded, and says what changed it', () => {
    const kase = finished.and(corrected('DemolitionVerified', 'verifiedAreaDm2=9500'));
    const verification = kase.state.events.find(({ type }) => type === 'DemolitionVerified')!;
    expect(verification.correctedBy).toEqual([kase.idOf('DemolitionEntryCorrected')]);
    expect(verification.metadata.recordedByStaffRef).toBe(cast.coordinator.code);
  });

  it('keeps the same facts where it moves no figure', () => {
    expect(finished.and(corrected('SiteSurveyed', 'storeys=3')).state.facts).toBe(finished.state.facts);
  });

  it('reads lists, yes and no, and takes an optional value away', () => {
    const kase = finished.and(
      corrected('SiteSurveyed', 'officerRefs=执法-02、执法-03', 'occupiedAsHome=true', 'storeys='),
    );
    const survey = kase.state.events.find(({ type }) => type === 'SiteSurveyed')!.data;
    expect(survey).toMatchObject({ officerRefs: ['执法-02', '执法-03'], occupiedAsHome: true });
    expect(survey).not.toHaveProperty('storeys');
  });

  it('of a correction points at the latest one', () => {
    const once = finished.and(corrected('DemolitionVerified', 'verifiedAreaDm2=9500'));
    once.when(corrected('DemolitionVerified', 'verifiedAreaDm2=9600')).thenRefused('R-ALL-08');
    const twice = once.and(corrected('DemolitionEntryCorrected', 'verifiedAreaDm2=9600'));
    expect(site(twice)).toMatchObject([{ quantity: 9_600 }]);
    const first = once.idOf('DemolitionEntryCorrected');
    twice.when(but(corrected('SiteSurveyed', 'storeys=3'), { correctedEventId: first })).thenRefused('R-ALL-08');
  });
});

describe('R-ALL-08 refuses a correction', () => {
  const area = corrected('DemolitionVerified', 'verifiedAreaDm2=9500');
  const refused = (sentence: string, step: typeof area, reason?: string) =>
    it(sentence, () => {
      const refusal = finished.when(step).thenRefused('R-ALL-08');
      if (reason) expect(refusal.details.reason).toContain(reason);
    });

  refused('without a second person', but(area, { approvedByStaffRef: undefined }));
  refused('approved by its recorder', but(area, { approvedByStaffRef: cast.officer.code }));
  refused('approved by a stranger', but(area, { approvedByStaffRef: '批准-99' }));
  refused('for another reason that is not named', but(area, { reasonCode: 'OTHER' }));
  refused('without a reason', but(area, { reasonCode: undefined }));
  refused('without new values', but(area, { replacedFields: [] }));
  refused('of nothing', but(area, { correctedEventId: undefined }));
  refused(
    'of an event of another case',
    but(area, { correctedEventId: '11111111-1111-4111-8111-111111111111' }),
    'not of this case',
  );
  refused(
    'of a field that the event does not have',
    corrected('DemolitionVerified', 'verifiedArea=9500'),
    'cannot be read',
  );
  refused('that is no pair', corrected('DemolitionVerified', '9500'), 'cannot be read');
  refused('with words for a number', corrected('DemolitionVerified', 'verifiedAreaDm2=九千'), 'cannot be read');
  refused('with a fraction', corrected('DemolitionVerified', 'verifiedAreaDm2=95.5'), 'cannot be read');
  refused('that empties a required field', corrected('DemolitionVerified', 'verifiedAreaDm2='), 'cannot be read');
  refused('with a code that is not in its list', corrected('SiteSurveyed', 'landUse=ROOF'), 'does not fit');
  refused(
    'with a date that does not exist',
    corrected('SelfDemolitionRecorded', 'demolishedOn=2022-02-30'),
    'does not fit',
  );
  refused('with a quantity below zero', corrected('SiteSurveyed', 'footprintDm2=-5'), 'does not fit');
  refused('that breaks the rule of the entry itself', corrected('SiteSurveyed', 'stockClass=EXISTING'), 'R-DEM-02');
  refused('that breaks the rule of a later step', corrected('SiteSurveyed', 'floorAreaDm2=11000'), 'R-DEM-13');
  refused('that breaks the order of dates', corrected('DemolitionVerified', 'verifiedOn=2022-03-27'), 'R-ALL-03');
  refused('that lies in the future', corrected('DemolitionVerified', 'verifiedOn=2022-12-31'), 'R-ALL-02');
  refused(
    'to a day before the first paper',
    corrected('SelfDemolitionRecorded', 'demolishedOn=2022-03-06'),
    'R-DEM-11',
  );
  refused(
    'that uses a number of the case again',
    corrected('DemolitionOrderServed', 'orderNo=拆告〔2022〕11号'),
    'R-ALL-06',
  );

  it('after which the case could not have come to where it is', () => {
    const stopped = given(demolition, ...lives.stopped);
    const change = corrected('SiteSurveyed', 'constructionStatus=FINISHED', 'startedOn=2021-08-15');
    expect(stopped.when(change).thenRefused('R-ALL-08').details.reason).toContain('R-DEM-04');
  });

  it('by which somebody would have verified his own record', () => {
    const kase = given(demolition, ...lives.verified);
    expect(
      kase.when(corrected('DemolitionVerified', 'verifierStaffRef=执法-01')).thenRefused('R-ALL-08').details.reason,
    ).toContain('R-DEM-13');
  });
});

describe('and the rules of every command hold for it', () => {
  it('a number that another case uses is R-ALL-06', () => {
    const taken = finished.under({ taken: ['限拆〔2022〕99号'] });
    taken.when(corrected('DemolitionOrderServed', 'orderNo=限拆〔2022〕99号')).thenRefused('R-ALL-06');
    taken.when(corrected('DemolitionOrderServed', 'orderNo=限拆〔2022〕98号')).thenRecorded();
  });

  it('a place that another open case holds is R-DEM-01', () => {
    const taken = finished.under({ taken: ['WG-01-01|东岭村1组水塘南侧'] });
    taken.when(corrected('IllegalBuildingFound', 'location=东岭村1组水塘南侧')).thenRefused('R-DEM-01');
  });

  it('the number of a person in it is R-ALL-11', () => {
    const told = but(corrected('IllegalBuildingFound', 'location=电话13800138000的院内'), {});
    finished.when(told).thenRefused('R-ALL-11', 'replacedFields');
  });

  it('only officers and the head correct', () => {
    finished.when(asked('coordinator', corrected('SiteSurveyed', 'storeys=3'))).thenRefused('R-ALL-04');
    const byHead = asked(
      'head',
      but(corrected('SiteSurveyed', 'storeys=3'), { approvedByStaffRef: cast.officer.code }),
    );
    finished.when(byHead).thenRecorded();
  });

  it('what was linked and handed over meanwhile does not stand in its way', () => {
    const petition = '01890a5d-ac96-774b-bcce-b302099a8099';
    const link = {
      command: 'LinkCases',
      by: 'officer',
      body: { otherCaseRef: petition, linkKind: 'COMPLAINED_MATTER' },
    } as const;
    const kase = finished.under({ otherCases: { [petition]: 'petition' } }).and(link);
    kase.when(corrected('SiteSurveyed', 'storeys=3')).thenRecorded();
  });
});
