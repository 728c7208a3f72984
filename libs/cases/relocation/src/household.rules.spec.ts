import { asked, but, type ExampleStep, given } from '#foundation/given';
import * as ex from './household.examples.js';
import { relocationHousehold } from './household.process.js';
import * as project from './project.examples.js';
import { relocationProject } from './project.process.js';

const { lives } = ex;
const family = (...steps: readonly ExampleStep[]) =>
  given(relocationHousehold)
    .under(ex.ofProject)
    .and(...steps);
const settled = [...lives.HH_PAID, ex.resettled];
const decidedAndPaid = [...lives.HH_COMP_DECIDED, ex.deposited];
const ruled = [...decidedAndPaid, ex.courtApplied, ex.courtRuled];
const compelled = but(ex.vacated, { voluntary: false, vacatedOn: '2022-11-01' });
type Case = readonly [what: string, code: string, history: readonly ExampleStep[], step: ExampleStep];
const refused = (cases: readonly Case[]) =>
  it.each(cases)('%s (%s)', (_, code, history, step) => {
    family(...history)
      .when(step)
      .thenRefused(code);
  });

describe('until something is signed, refused is', () => {
  refused([
    ['a household of a project nobody knows', 'R-REL-09', [], but(ex.registered, { projectRef: 'XM-99' })],
    [
      'a household on file before the pre-announcement',
      'R-REL-09',
      [],
      but(ex.registered, { registeredOn: '2021-07-25' }),
    ],
    ['a household without group', 'R-ALL-05', [], but(ex.registered, { groupCode: undefined })],
    ['a group nobody knows', 'R-ALL-05', [], but(ex.registered, { groupCode: 'WG-77-77' })],
    ['a survey by one', 'R-REL-10', lives.HH_REGISTERED, but(ex.surveyed, { surveyorRefs: ['征拆-01'] })],
    [
      'a survey by one, named twice',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { surveyorRefs: ['征拆-01', '征拆-01'] }),
    ],
    [
      'a survey with a stranger',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { surveyorRefs: ['征拆-01', '某人'] }),
    ],
    [
      'a building of no area',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { buildings: [{ ...ex.buildings[0], floorAreaDm2: 0 }] }),
    ],
    [
      'two buildings of one number',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { buildings: [ex.buildings[0], ex.buildings[0]] }),
    ],
    [
      'a survey that found nothing',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { buildings: [], attachments: undefined }),
    ],
    ['no signature and no witness', 'R-REL-10', lives.HH_REGISTERED, but(ex.surveyed, { ownerSigned: false })],
    [
      'a surveyor as witness',
      'R-REL-10',
      lives.HH_REGISTERED,
      but(ex.surveyed, { ownerSigned: false, refusalWitnessRef: '征拆-02' }),
    ],
    ['a posting on the web alone', 'R-REL-10', lives.HH_SURVEYED, but(ex.published, { place: 'WEBSITE' })],
    ['an objection raised twice', 'R-ALL-10', [...lives.HH_SURVEYED, ex.objected], ex.objected],
    ['an answer to no objection', 'R-ALL-05', lives.HH_SURVEYED, ex.answered],
    [
      'a value within the publicity',
      'R-REL-11',
      lives.HH_SURVEY_PUBLISHED,
      but(ex.appraised, { appraisedOn: '2021-08-23' }),
    ],
    [
      'a value within seven days of a shorter one',
      'R-REL-11',
      [...lives.HH_SURVEYED, but(ex.published, { postedUntil: '2021-08-18' })],
      but(ex.appraised, { appraisedOn: '2021-08-23' }),
    ],
    ['a report kept from the owner', 'R-REL-11', lives.HH_SURVEY_PUBLISHED, but(ex.appraised, { served: false })],
    [
      'a rate-table office that compares the market',
      'R-REL-11',
      lives.HH_SURVEY_PUBLISHED,
      but(ex.appraised, { appraiser: 'RATE_TABLE_OFFICE' }),
    ],
    ['parts that do not add up', 'R-REL-11', lives.HH_APPRAISED, but(ex.offered, { totalFen: 30_000_001 })],
    ['a mode that was not offered', 'R-REL-11', lives.HH_APPRAISED, but(ex.offered, { compensationMode: 'NEW_PLOT' })],
    [
      'no choice for a household',
      'R-REL-11',
      lives.HH_APPRAISED,
      but(ex.offered, { modesOffered: ['RESETTLEMENT_HOUSING'] }),
    ],
    [
      'an agreement before the plan was confirmed',
      'R-REL-12',
      [...lives.HH_APPRAISED, but(ex.offered, { offeredOn: '2021-09-01' })],
      but(ex.signed, { signedOn: '2021-10-31' }),
    ],
    ['another total than the offer', 'R-REL-12', lives.HH_OFFERED, but(ex.signed, { totalFen: 29_000_000 })],
    [
      'moving out on the day of the first payment',
      'R-REL-12',
      lives.HH_OFFERED,
      but(ex.signed, { vacateBy: '2022-02-01' }),
    ],
    ['resettlement without a word where', 'R-REL-12', lives.HH_OFFERED, but(ex.signed, { resettlement: undefined })],
    ['an agent without power', 'R-REL-12', lives.HH_OFFERED, but(ex.signed, { signerCapacity: 'AUTHORISED_AGENT' })],
    ['a guardian without paper', 'R-REL-12', lives.HH_OFFERED, but(ex.signed, { signerCapacity: 'GUARDIAN' })],
    ['law not explained', 'R-REL-12', lives.HH_OFFERED, but(ex.signed, { legalExplained: false })],
    [
      'another agreement rescinded',
      'R-REL-12',
      lives.HH_SIGNED,
      but(ex.rescinded, { agreementNo: '征协字〔2022〕第0009号' }),
    ],
    ['a supplement below what was paid', 'R-REL-12', lives.HH_PAID, but(ex.supplemented, { newTotalFen: 19_999_999 })],
    ['removal without county document', 'R-REL-09', lives.HH_OFFERED, but(ex.removed, { countyDocNo: undefined })],
    ['a decision of the township', 'R-REL-13', lives.HH_OFFERED, but(ex.decided, { authority: 'TOWNSHIP_GOVERNMENT' })],
    ['a decision before the expropriation', 'R-REL-13', lives.HH_OFFERED, but(ex.decided, { decidedOn: '2022-03-21' })],
    ['a decision served before it was made', 'R-ALL-03', lives.HH_OFFERED, but(ex.decided, { servedOn: '2022-03-24' })],
  ]);

  it('a party that stands in the project already, closed or not, unless it was removed', () => {
    for (const [steps, held] of [
      [lives.HH_OFFERED, true],
      [lives.HH_CLOSED, true],
      [[...lives.HH_OFFERED, ex.removed], false],
    ] as const) {
      const { state } = family(...steps);
      const claims = relocationHousehold.keeps(family(...steps).view());
      expect([state.status, claims.map(({ refusal, value }) => [refusal, value])]).toEqual([
        state.status,
        held ? [['R-REL-09', 'XM-01|被征收-0001']] : [],
      ]);
    }
    given(relocationHousehold)
      .under({ ...ex.ofProject, taken: ['XM-01|被征收-0001'] })
      .when(ex.registered)
      .thenRefused('R-REL-09');
  });

  it('a household of a project that is only on file', () => {
    const onFile = given(relocationProject, ...project.lives.PJ_REGISTERED);
    given(relocationHousehold)
      .under({ related: { 'relocationProject/XM-01': onFile } })
      .when(ex.registered)
      .thenRefused('R-REL-09');
  });
});

describe('first compensate, then move: refused is', () => {
  refused([
    ['a payment of nothing', 'R-REL-14', lives.HH_SIGNED, but(ex.firstPaid, { amountFen: 0 })],
    ['a payment above the total', 'R-REL-14', lives.HH_PAID, but(ex.restPaid, { amountFen: 10_000_001 })],
    ['a payment to nobody', 'R-REL-14', lives.HH_SIGNED, but(ex.firstPaid, { payeeAccountToken: undefined })],
    ['a payment to somebody else', 'R-REL-14', lives.HH_PAID, but(ex.restPaid, { payeeAccountToken: '账户-0002' })],
    ['a voucher used again', 'R-ALL-06', lives.HH_PAID, but(ex.restPaid, { voucherNo: '征补凭-1' })],
    ['a plot where a flat was agreed', 'R-REL-15', lives.HH_PAID, but(ex.resettled, { kind: 'NEW_PLOT' })],
    ['moving before any payment', 'R-ALL-01', [...lives.HH_SIGNED, ex.resettled], ex.vacated],
    [
      'moving on a bonus instead of the first payment',
      'R-REL-15',
      [...lives.HH_SIGNED, but(ex.firstPaid, { stage: 'BONUS' }), ex.resettled],
      ex.vacated,
    ],
    [
      'moving on a part of what the county decided',
      'R-REL-15',
      [...lives.HH_COMP_DECIDED, but(ex.deposited, { amountFen: 29_999_999 })],
      but(ex.vacated, { vacatedOn: '2022-06-01' }),
    ],
    ['moving with no place to go to', 'R-REL-15', lives.HH_PAID, ex.vacated],
    [
      'moving before the flat is there',
      'R-REL-15',
      [...lives.HH_PAID, but(ex.resettled, { providedOn: '2022-02-09' })],
      ex.vacated,
    ],
  ]);
});

describe('nobody is made to leave by anything but a court: refused is', () => {
  refused([
    ['a household whose water was cut', 'R-REL-15', settled, but(ex.vacated, { utilitiesAndRoadIntact: false })],
    [
      'a cut, however willingly they went',
      'R-REL-15',
      settled,
      but(ex.vacated, { utilitiesAndRoadIntact: false, voluntary: true }),
    ],
    ['a cut under a granted ruling', 'R-REL-15', ruled, but(compelled, { utilitiesAndRoadIntact: false })],
    ['force without ruling', 'R-REL-15', settled, but(ex.vacated, { voluntary: false })],
    ['force on an application alone', 'R-REL-15', [...decidedAndPaid, ex.courtApplied], compelled],
    [
      'force on a refused application',
      'R-REL-15',
      [...decidedAndPaid, ex.courtApplied, but(ex.courtRuled, { result: 'REFUSED' })],
      compelled,
    ],
    ['force before the day of the ruling', 'R-REL-15', ruled, but(compelled, { vacatedOn: '2022-10-19' })],
    ['force while a remedy is open', 'R-REL-13', [...ruled, but(ex.remedyFiled, { filedOn: '2022-10-25' })], compelled],
    ['the court while a remedy is open', 'R-REL-13', [...decidedAndPaid, ex.remedyFiled], ex.courtApplied],
    [
      'the court on the last day of the remedies',
      'R-REL-13',
      decidedAndPaid,
      but(ex.courtApplied, { appliedOn: '2022-09-28' }),
    ],
    [
      'the court before all is deposited',
      'R-REL-13',
      [...lives.HH_COMP_DECIDED, but(ex.deposited, { amountFen: 29_999_999 })],
      ex.courtApplied,
    ],
    [
      'the court before the agreed day to move',
      'R-REL-13',
      lives.HH_PAID,
      but(ex.courtApplied, { appliedOn: '2022-02-15' }),
    ],
    ['a ruling on no application', 'R-REL-13', decidedAndPaid, ex.courtRuled],
    ['a remedy concluded that nobody filed', 'R-REL-13', lives.HH_PAID, ex.remedyConcluded],
    [
      'a remedy concluded before it was filed',
      'R-ALL-03',
      [...lives.HH_PAID, ex.remedyFiled],
      but(ex.remedyConcluded, { concludedOn: '2022-05-09' }),
    ],
  ]);

  it('and a granted ruling, unhurt by remedies that failed, is carried out', () => {
    family(...ruled)
      .when(compelled)
      .thenRecorded('HH_VACATED');
    family(...decidedAndPaid, ex.remedyFiled, ex.remedyConcluded)
      .when(but(ex.courtApplied, { appliedOn: '2022-07-04' }))
      .thenRecorded('HH_PAID');
  });
});

describe('demolition, acceptance and what comes after: refused is', () => {
  const down = [...lives.HH_DEMOLISHED, ex.lastDown];
  refused([
    ['a building still lived in', 'R-ALL-01', settled, ex.firstDown],
    ['a building nobody surveyed', 'R-REL-16', lives.HH_VACATED, but(ex.firstDown, { buildingId: 'FW-9' })],
    ['a building that is down', 'R-REL-16', lives.HH_DEMOLISHED, ex.firstDown],
    ['another area than surveyed', 'R-REL-16', lives.HH_VACATED, but(ex.firstDown, { areaDm2: 12_001 })],
    ['another use than surveyed', 'R-REL-16', lives.HH_VACATED, but(ex.firstDown, { buildingUse: 'FACTORY' })],
    ['the first of two as the last', 'R-REL-16', lives.HH_VACATED, but(ex.firstDown, { lastBuilding: true })],
    ['the last of two as not the last', 'R-REL-16', lives.HH_DEMOLISHED, but(ex.lastDown, { lastBuilding: false })],
    ['acceptance with a house standing', 'R-REL-16', lives.HH_DEMOLISHED, ex.accepted],
    ['acceptance before the last came down', 'R-REL-16', down, but(ex.accepted, { acceptedOn: '2022-02-11' })],
    ['acceptance by the recorder', 'R-REL-16', down, asked('relocator', ex.accepted)],
    [
      'a result published after closing',
      'R-ALL-10',
      [...lives.HH_ACCEPTED, ex.restPaid],
      but(ex.closed, { resultPublishedOn: '2022-03-02' }),
    ],
    [
      'reopening a closed case to its offer',
      'R-REL-17',
      lives.HH_CLOSED,
      ex.reopened('HH_OFFERED', 'AGREEMENT_VOID', '2022-06-01'),
    ],
    [
      'reopening a signed case for its payment',
      'R-REL-17',
      lives.HH_SIGNED,
      ex.reopened('HH_ACCEPTED', 'PAYMENT_CLAIM_UPHELD', '2022-06-01'),
    ],
    [
      'a decision set aside that there is not',
      'R-REL-17',
      lives.HH_PAID,
      ex.reopened('HH_OFFERED', 'DECISION_SET_ASIDE', '2022-06-01'),
    ],
    [
      'a void agreement that there is not',
      'R-REL-17',
      lives.HH_COMP_DECIDED,
      ex.reopened('HH_OFFERED', 'AGREEMENT_VOID', '2022-06-01'),
    ],
    [
      'no ground',
      'R-REL-17',
      lives.HH_SIGNED,
      but(ex.reopened('HH_OFFERED', 'AGREEMENT_VOID', '2022-06-01'), { ground: undefined }),
    ],
  ]);
});

describe('after signature', () => {
  const area = ex.corrected('HouseholdSurveyed', 'buildings[2].floorAreaDm2=8100');
  const signature = { ownerSignatureRef: '纸质:变更签字-1' };
  const withSignature = (step: ExampleStep): ExampleStep => {
    const { body } = step;
    return { ...step, body: (idOf) => ({ ...(typeof body === 'function' ? body(idOf) : body), ...signature }) };
  };

  it('areas and sums change with the signature of the owner only', () => {
    family(...lives.HH_ACCEPTED)
      .when(area)
      .thenRefused('R-REL-17', 'ownerSignatureRef');
    family(...lives.HH_SIGNED)
      .when(ex.corrected('CompensationOffered', 'movingFen=400000', 'bonusFen=1600000'))
      .thenRefused('R-REL-17');
    family(...lives.HH_SIGNED)
      .when(ex.corrected('HouseholdSurveyed', 'attachments[1].quantity=40'))
      .thenRefused('R-REL-17');
    family(...lives.HH_OFFERED)
      .when(area)
      .thenRecorded('HH_OFFERED');
    family(...lives.HH_SIGNED)
      .when(ex.corrected('SurveyResultPublished', 'place=VILLAGE'))
      .thenRecorded('HH_SIGNED');
  });

  it('and a corrected survey carries the demolition along', () => {
    const after = family(...lives.HH_ACCEPTED)
      .when(withSignature(area))
      .thenRecorded('HH_ACCEPTED');
    const areas = after.facts.filter(({ kind }) => kind === 'relocation.building').map(({ quantity }) => quantity);
    expect(areas).toEqual([12_000, 8_100]);
  });
});
