import { asked, but } from '#foundation/given';
import * as ex from '../support/examples.js';
import { second } from '../support/examples.js';
import { type Answer, type Story, Township } from '../support/township.js';

// Whole lives of demolition cases over real HTTP, told by the people of a township.

let township: Township;
beforeAll(async () => {
  township = await Township.open();
}, 180_000);
afterAll(() => township?.close());

type Figures = Readonly<Record<string, number>>;

/** The half-year's sites and floor area (dm2) of illegal construction demolished, as known after the story's last step. */
async function demolishedIn(period: string, story: Story): Promise<{ sites: number; areaDm2: number }> {
  const { body } = await township.as('statistician', `/api/v1/figures?period=${period}&atLeast=${story.position}`);
  const figures = body.figures as Figures;
  return { sites: figures['demolition.total.count']!, areaDm2: figures['demolition.total.area']! };
}

const refusalOf = ({ status, body }: Answer) => [status, body.code];
const typesOf = (history: Answer) => (history.body.events as readonly { type: string }[]).map(({ type }) => type);

describe('a demolition case', () => {
  it('goes from the notice to the look-back when the owner pulls down', async () => {
    const story = township.story();
    const before = { sites: 0, areaDm2: 0 };
    await story.take(ex.found);
    expect(await demolishedIn('2022H1', story)).toEqual(before);

    // The grid member sees the stage of the own report; the file is for those who handle the case.
    expect((await story.seenBy('gridMember')).body).toMatchObject({ status: 'DM_FOUND' });
    expect(refusalOf(await story.seenBy('gridMember', '/history'))).toEqual([403, 'R-ALL-04']);

    await story.take(ex.surveyed, ex.stopped, ex.notified);
    const unheard = but(ex.ordered, { decidedOn: '2022-03-09', servedOn: '2022-03-10' });
    expect(refusalOf(await story.ask(unheard))).toEqual([422, 'R-DEM-06']);
    await story.take(ex.heard, ex.ordered);

    const counted = asked('officer', but(ex.verified, { verifierStaffRef: '执法-01' }));
    await story.take(ex.selfDemolished);
    expect(refusalOf(await story.ask(counted))).toEqual([422, 'R-DEM-13']);
    await story.take(ex.verified);
    expect(await demolishedIn('2022H1', story)).toEqual({ sites: 1, areaDm2: 12_000 });

    const tooEarly = await story.ask(ex.closed);
    expect(refusalOf(tooEarly)).toEqual([409, 'R-ALL-10']);
    expect(tooEarly.body.obligations).toMatchObject([{ code: 'DEBRIS' }]);
    await story.take(ex.debrisCleared);
    expect(await story.take(ex.closed)).toMatchObject({ body: { status: 'DM_CLOSED' } });
    await story.take(ex.lookedBack);

    const file = await story.seenBy('auditor', '/history');
    expect(typesOf(file)).toEqual([
      ...['IllegalBuildingFound', 'SiteSurveyed', 'StopOrderServed', 'DemolitionPriorNoticeServed'],
      ...['DemolitionStatementHeard', 'DemolitionOrderServed', 'SelfDemolitionRecorded', 'DemolitionVerified'],
      ...['DebrisCleared', 'DemolitionCaseClosed', 'DemolitionLookBackRecorded'],
    ]);
    expect((await story.seenBy('head')).body).toMatchObject({ status: 'DM_CLOSED', openObligations: 0 });
  });

  it('goes the long way when it takes force, and waits for a remedy on it', async () => {
    const story = township.story();
    await story.take(ex.found, ex.surveyed, ex.notified, ex.heard, ex.ordered);
    expect(refusalOf(await story.ask(but(ex.demanded, { servedOn: '2022-03-31' })))).toEqual([422, 'R-DEM-08']);
    await story.take(ex.demanded, ex.announced, ex.remedyFiled);
    expect(refusalOf(await story.ask(ex.executionDecided))).toEqual([422, 'R-DEM-09']);
    await story.take(ex.remedyUpheld, ex.executionDecided);
    const onSaturday = { demolishedOn: '2022-09-24', startedAt: '2022-09-24T09:00' };
    expect(refusalOf(await story.ask(but(ex.compulsorilyDemolished, onSaturday)))).toEqual([422, 'R-DEM-12']);
    await story.take(ex.compulsorilyDemolished, ex.verifiedCompulsory);
    await story.take(but(ex.debrisCleared, { clearedOn: '2022-10-08' }));
    const closing = but(ex.closed, { closedOn: '2022-10-11', lookBackDueOn: '2022-11-10' });
    expect((await story.ask(closing)).body.obligations).toMatchObject([{ code: 'BELONGINGS' }]);
    await story.take(ex.belongingsReturned, closing);
    expect(await demolishedIn('2022H2', story)).toEqual({ sites: 1, areaDm2: 12_000 });
  });

  it('is handed to the county, comes back to be carried out, and goes on where it was', async () => {
    const story = township.story();
    await story.take(ex.found, ex.surveyedInTown, ex.transferred);
    const closing = but(ex.closed, { closedOn: '2022-04-25', lookBackDueOn: undefined });
    expect((await story.ask(closing)).body.obligations).toMatchObject([{ code: 'TRANSFER_OUTCOME' }]);
    await story.take(ex.transferReturned);
    const served = { servedOn: '2022-04-22', statementDueOn: '2022-04-29', legalBasis: 'CPL64' };
    await story.take(but(ex.notified, served));
    expect((await story.seenBy('officer')).body).toMatchObject({ status: 'DM_NOTIFIED', openObligations: 0 });
  });

  it('begins again when the house is rebuilt, and counts again when it comes down again', async () => {
    const story = township.story();
    await story.take(ex.found);
    const before = await demolishedIn('2022H2', story);
    await story.take(ex.surveyed, ex.stopped, ex.notified, ex.heard, ex.ordered, ex.selfDemolished);
    await story.take(ex.verified, ex.debrisCleared, ex.closed);
    const first = await demolishedIn('2022H1', story);
    expect(refusalOf(await story.ask(but(ex.lookedBack, { result: 'REBOUND' })))).toEqual([422, 'R-ALL-03']);
    await story.take(ex.rebuilt, second.surveyed, second.stopped, second.notified, second.heard, second.ordered);
    await story.take(second.selfDemolished, second.verified, second.debrisCleared, second.closed);
    expect(await demolishedIn('2022H1', story)).toEqual(first);
    const { sites, areaDm2 } = before;
    expect(await demolishedIn('2022H2', story)).toEqual({ sites: sites + 1, areaDm2: areaDm2 + 7_900 });
  });

  it('is taken out of the figures and made good when its order falls after the demolition', async () => {
    const story = township.story();
    await story.take(ex.found, ex.surveyed, ex.stopped, ex.notified, ex.heard, ex.ordered, ex.selfDemolished);
    const before = await demolishedIn('2022H1', story);
    await story.take(ex.verified, ex.remedyFiled);
    const { sites, areaDm2 } = before;
    expect(await demolishedIn('2022H1', story)).toEqual({ sites: sites + 1, areaDm2: areaDm2 + 12_000 });
    const counted = story.position;
    await story.take(ex.setAside);
    expect(await demolishedIn('2022H1', story)).toEqual(before);

    // What was known before stays what was known before.
    const asThen = await township.as(
      'statistician',
      `/api/v1/figures?period=2022H1&asOf=${counted}&atLeast=${story.position}`,
    );
    expect((asThen.body.figures as Figures)['demolition.total.count']).toBe(sites + 1);

    await story.take(ex.liabilitySettled);
    const closing = but(ex.closed, { closedOn: '2022-08-22', lookBackDueOn: undefined });
    expect(await story.take(closing)).toMatchObject({ body: { status: 'DM_CLOSED' } });
  });
});
