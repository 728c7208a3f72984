import { asked, but, cast, type ExampleStep, given } from '#foundation/given';
import * as ex from './petition.examples.js';
import { again, lives } from './petition.examples.js';
import { petition } from './petition.process.js';

// R-PET-01 to R-PET-06: from registration to the findings. One sentence a reason for which a code refuses.

type Told = readonly [sentence: string, history: readonly ExampleStep[], step: ExampleStep, field?: string];

const refuses = (code: string, reasons: readonly Told[]): void => {
  for (const [sentence, history, step, field] of reasons)
    it(
      sentence,
      () =>
        void given(petition, ...history)
          .when(step)
          .thenRefused(code, field),
    );
};
const records = (reasons: readonly Told[]): void => {
  for (const [sentence, history, step] of reasons)
    it(
      sentence,
      () =>
        void given(petition, ...history)
          .when(step)
          .thenRecorded(),
    );
};

const asking = (values: Record<string, unknown>) => but(ex.registered, values);

describe('R-PET-01 refuses a registration', () => {
  refuses('R-PET-01', [
    ['with a name in the place of the token', [], asking({ identityToken: '张三' }), 'identityToken'],
    ['with a name in Latin letters', [], asking({ identityToken: 'Zhang San' }), 'identityToken'],
    ['with a name and a number', [], asking({ identityToken: '张三-0001' }), 'identityToken'],
    ['with a name and a village', [], asking({ identityToken: '令牌-张三' }), 'identityToken'],
    ['of somebody who is not anonymous, without token', [], asking({ identityToken: undefined }), 'identityToken'],
    ['of somebody who wishes to stay unknown, with token', [], asking({ anonymous: true }), 'identityToken'],
    ['with six representatives', [], asking({ partiesCount: 8, representativeCount: 6 }), 'representativeCount'],
    ['with more representatives than people', [], asking({ representativeCount: 4 }), 'representativeCount'],
    ['of a joint visit without representatives', [], asking({ representativeCount: undefined }), 'representativeCount'],
    ['without a claim', [], asking({ claims: [] }), 'claims'],
    ['that accuses nobody', [], asking({ matterKind: 'REPORT_ACCUSATION' }), 'accusedOrgan'],
    [
      'that accuses somebody who is not staff',
      [],
      but(ex.accusation, { accusedStaffRefs: ['村民-01'] }),
      'accusedStaffRefs',
    ],
    // There is no field for any of these, and none can be slipped in.
    ['with an opinion of the petitioner', [], asking({ opinions: '反对征收' }), 'opinions'],
    ["with the petitioner's health", [], asking({ healthCondition: '慢性病' }), 'healthCondition'],
    ["with the petitioner's movements", [], asking({ movements: '常去县城' }), 'movements'],
    ["with the petitioner's contacts", [], asking({ contacts: ['甲', '乙'] }), 'contacts'],
    ["with the petitioner's mood", [], asking({ mood: '激动' }), 'mood'],
    ["with the petitioner's reliability", [], asking({ stabilityLevel: 3 }), 'stabilityLevel'],
    ["with the petitioner's name", [], asking({ petitionerName: '张三' }), 'petitionerName'],
  ]);
  records([
    ['but not with five representatives', [], asking({ partiesCount: 8, representativeCount: 5 })],
    ['but not of one visitor without representatives', [], asking({ partiesCount: 1, representativeCount: undefined })],
    ['but not of many who wrote', [], asking({ channel: 'LETTER', representativeCount: undefined })],
    ['but not anonymous, without token', [], asking({ anonymous: true, identityToken: undefined })],
    ['but not with a token of the vault', [], asking({ identityToken: '0198f0c2-7d3e-7c1a-9b0f-2f7b1f0f6a11' })],
    [
      'but not of an accusation against an organ',
      [],
      asking({ matterKind: 'REPORT_ACCUSATION', accusedOrgan: 'OTHER' }),
    ],
  ]);

  it('in other words for what is no field at all', () => {
    given(petition)
      .when(asking({ recievedOn: '2022-05-05' }))
      .thenRefused('R-ALL-05', 'recievedOn');
  });
  it('and R-ALL-11 one that writes a number of a person into a claim', () => {
    given(petition)
      .when(asking({ claims: ['请联系13912345678'] }))
      .thenRefused('R-ALL-11', 'claims');
  });
  it('and R-ALL-05 a forwarded one that hides who forwarded it', () => {
    given(petition)
      .when(asking({ channel: 'FORWARDED' }))
      .thenRefused('R-ALL-05', 'forwardedBy');
    given(petition)
      .when(asking({ channel: 'FORWARDED', forwardedBy: 'COUNTY_PETITION_BUREAU' }))
      .thenRecorded();
  });
  it('and R-ALL-07 one of nobody', () => {
    given(petition)
      .when(asking({ partiesCount: 0, channel: 'LETTER', representativeCount: undefined }))
      .thenRefused('R-ALL-07', 'partiesCount');
  });
});

const accusing = (accusedOrgan: string) => but(ex.accusation, { accusedStaffRefs: undefined, accusedOrgan });
const registered = lives.registered;

describe('R-PET-02 refuses to accept or decline', () => {
  refuses('R-PET-02', [
    ['what belongs to a court', registered, but(ex.accepted, { path: 'LITIGATION' }), 'path'],
    ['what belongs to arbitration', registered, but(ex.accepted, { path: 'ARBITRATION' }), 'path'],
    ['what belongs to reconsideration', registered, but(ex.accepted, { path: 'RECONSIDERATION' }), 'path'],
    ['without a notice', registered, but(ex.accepted, { docRef: undefined }), 'docRef'],
    ['an accusation against an organ of the county', [accusing('COUNTY_GOVERNMENT')], ex.accepted],
    ['without a ground', registered, but(ex.declined, { ground: undefined }), 'ground'],
    ['on a ground of no list', registered, but(ex.declined, { ground: 'REPEATED_VISITS' }), 'ground'],
    ['without guidance', registered, but(ex.declined, { guidance: undefined }), 'guidance'],
    ['without the organ that has the power', registered, but(ex.declined, { rightOrgan: undefined }), 'rightOrgan'],
    ['by naming itself', registered, but(ex.declined, { rightOrgan: 'TOWNSHIP_GOVERNMENT' }), 'rightOrgan'],
  ]);
  records([
    ['but not what is a statutory duty', registered, but(ex.accepted, { path: 'STATUTORY_DUTY' })],
    ['but not an accusation against an organ of the township', [accusing('TOWNSHIP_GOVERNMENT')], ex.accepted],
    [
      'but not what is in handling already',
      registered,
      but(ex.declined, { ground: 'IN_HANDLING', rightOrgan: undefined }),
    ],
  ]);
  it('and R-ALL-03 who is told before it is decided', () => {
    given(petition, ...registered)
      .when(but(ex.accepted, { informedOn: '2022-05-09' }))
      .thenRefused('R-ALL-03', 'informedOn');
    given(petition, ...registered)
      .when(but(ex.forwarded, { informedOn: '2022-05-11' }))
      .thenRefused('R-ALL-03', 'informedOn');
  });
});

describe('R-PET-03 refuses to forward', () => {
  const toTownship = but(ex.forwarded, { toOrgan: 'TOWNSHIP_GOVERNMENT' });
  refuses('R-PET-03', [
    ['to the organ complained of', [accusing('TRANSPORT_DEPT')], ex.forwarded, 'toOrgan'],
    ['to the unit of the officer complained of', [ex.accusation], toTownship, 'toOrgan'],
    [
      'to an organ complained of beside a demand',
      [asking({ accusedOrgan: 'TRANSPORT_DEPT' })],
      ex.forwarded,
      'toOrgan',
    ],
  ]);
  records([['but not to another one', [accusing('WATER_DEPT')], ex.forwarded]]);
  it('and R-ALL-08 to correct the accusation so that it was', () => {
    given(petition, accusing('WATER_DEPT'), ex.forwarded)
      .when(ex.corrected('PetitionRegistered', 'accusedOrgan=TRANSPORT_DEPT'))
      .thenRefused('R-ALL-08');
  });
});

const team = (values: Record<string, unknown>) => but(ex.assigned, values);
const members = ['包案-01', '站办-01', '镇干-01', '村干-01', '法顾-01'];
const roles = ['LEAD_OFFICIAL', 'RESPONSIBLE_OFFICE', 'TOWN_CADRE', 'VILLAGE_CADRE', 'LEGAL_ADVISER'];
const accused = [ex.accusation, ex.accepted];
const withAccused = members.with(2, cast.secondTownCadre.code);

describe('R-PET-04 refuses a team', () => {
  refuses('R-PET-04', [
    ['of four', lives.accepted, team({ members: members.slice(0, 4), teamRoles: roles.slice(0, 4) }), 'teamRoles'],
    ['with one role twice', lives.accepted, team({ teamRoles: roles.with(4, 'TOWN_CADRE') }), 'teamRoles'],
    ['with one person in two roles', lives.accepted, team({ members: members.with(4, '包案-01') }), 'members'],
    ['with a member too few', lives.accepted, team({ members: members.slice(0, 4) }), 'members'],
    ['with somebody who is not staff', lives.accepted, team({ members: members.with(3, '村民-01') }), 'members'],
    ['with an officer complained of', accused, team({ members: withAccused }), 'members'],
    ['without duties', lives.accepted, team({ duties: [] }), 'duties'],
    ['that is to watch the petitioner', lives.accepted, team({ duties: ['LISTEN', 'WATCH'] }), 'duties'],
    ['that is to accompany the petitioner', lives.accepted, team({ duties: ['ACCOMPANY'] }), 'duties'],
    ['that is to follow the petitioner, in words', lives.accepted, team({ duties: ['盯守'] }), 'duties'],
    ['that is to dissuade from travel', lives.accepted, team({ duties: ['DISSUADE_TRAVEL'] }), 'duties'],
    ['with a police officer as sixth role', lives.accepted, team({ teamRoles: roles.with(4, 'POLICE') }), 'teamRoles'],
    ["with a field for the petitioner's stability", lives.accepted, team({ stability: 'HIGH' }), 'stability'],
  ]);
  const swap = (values: Record<string, unknown>) => but(ex.replaced, values);
  refuses('R-PET-04', [
    ['in which somebody leaves who was not there', lives.assigned, swap({ fromStaffRef: '村干-01' }), 'fromStaffRef'],
    ['in which one would hold two roles', lives.assigned, swap({ toStaffRef: '村干-01' }), 'toStaffRef'],
    ['in which a stranger would join', lives.assigned, swap({ toStaffRef: '村民-01' }), 'toStaffRef'],
    ['in which the accused would join', [...accused, ex.assigned], ex.replaced, 'toStaffRef'],
  ]);
  it('but one may leave and come back', () => {
    const back = swap({ replacedOn: '2022-05-20', fromStaffRef: '镇干-02', toStaffRef: '镇干-01' });
    given(petition, ...lives.assigned, ex.replaced)
      .when(back)
      .thenRecorded();
    given(petition, ...lives.assigned)
      .when(back)
      .thenRefused('R-PET-04', 'fromStaffRef');
  });
});

describe('R-ALL-04 refuses a step', () => {
  const byAccused = asked('secondTownCadre', ex.heard);
  it('by an officer who is complained of, whatever the step', () => {
    const kase = given(petition, ...accused, ex.assigned);
    kase.when(byAccused).thenRefused('R-ALL-04');
    kase.when(ex.heard).thenRecorded();
    given(petition, ...lives.assigned)
      .when(byAccused)
      .thenRecorded();
  });
});

const homeVisit = but(ex.heard, { form: 'HOME_VISIT' });
const secondTeam = but(ex.assigned, { assignedOn: '2022-10-12' });
const foundAgain = but(ex.investigated, { concludedOn: '2022-10-20' });

describe('R-PET-05 refuses', () => {
  refuses('R-PET-05', [
    ['a home visit without consent', lives.assigned, homeVisit, 'consentRef'],
    ['mediation that one side does not want', lives.assigned, but(ex.mediated, { bothConsent: false }), 'bothConsent'],
    [
      'mediation that nobody was asked about',
      lives.assigned,
      but(ex.mediated, { bothConsent: undefined }),
      'bothConsent',
    ],
    ['findings without hearing the petitioner', lives.assigned, ex.investigated, 'hearingDeclinedRef'],
    ['findings on what was said in an earlier round', [...again, secondTeam], foundAgain, 'hearingDeclinedRef'],
    ['supervision of another organ', lives.assigned, but(ex.supervised, { toUnit: 'TRANSPORT_DEPT' }), 'toUnit'],
    ['supervision of a petitioner', lives.assigned, but(ex.supervised, { toUnit: 'PETITIONER' }), 'toUnit'],
    ['supervision of nobody', lives.assigned, but(ex.supervised, { toUnit: undefined }), 'toUnit'],
  ]);
  records([
    ['but not a home visit that was agreed to', lives.assigned, but(homeVisit, { consentRef: '纸质:同意-0001' })],
    [
      'but not findings after a written waiver',
      lives.assigned,
      but(ex.investigated, { hearingDeclinedRef: '纸质:放弃-0001' }),
    ],
  ]);
  it('and R-ALL-05 an agreement without paper', () => {
    given(petition, ...lives.assigned)
      .when(but(ex.mediated, { agreed: true }))
      .thenRefused('R-ALL-05', 'agreementRef');
  });
  it('and R-PET-08 a hearing that ends before it began', () => {
    given(petition, ...lives.assigned)
      .when(but(ex.hearingHeld, { endedOn: '2022-05-18' }))
      .thenRefused('R-PET-08', 'endedOn');
  });
});

describe('R-PET-06 refuses an extension', () => {
  const longer = (values: Record<string, unknown>) => but(ex.extended, values);
  refuses('R-PET-06', [
    ['a second time', [...lives.assigned, ex.extended], longer({ extendedOn: '2022-07-20', informedOn: '2022-07-20' })],
    ['of 31 days', lives.assigned, longer({ days: 31 }), 'days'],
    ['of no day', lives.assigned, longer({ days: 0 }), 'days'],
    ['of less than none', lives.assigned, longer({ days: -5 }), 'days'],
    ['after the term', lives.assigned, longer({ extendedOn: '2022-07-10', informedOn: '2022-07-10' }), 'extendedOn'],
    ['of which nobody was told', lives.assigned, longer({ informedOn: undefined }), 'informedOn'],
    ['of which the petitioner was told before', lives.assigned, longer({ informedOn: '2022-06-30' }), 'informedOn'],
  ]);
  records([
    [
      'but not on the last day of the term',
      lives.assigned,
      longer({ extendedOn: '2022-07-09', informedOn: '2022-07-09' }),
    ],
    ['but not of a day', lives.assigned, longer({ days: 1 })],
    [
      'but not of the new term of a reopened case',
      [ex.registered, ex.accepted, ex.extended, ex.assigned, ex.heard, ex.investigated, ex.demandMet, ex.issued].concat(
        [ex.served, ex.closed, ex.reopened, secondTeam],
      ),
      longer({ extendedOn: '2022-12-01', informedOn: '2022-12-01' }),
    ],
  ]);
});
