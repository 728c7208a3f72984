import { type Page } from 'playwright-core';
import { asked, but } from '#foundation/given';
import { kinds } from '../support/kinds.js';
import { enforcementSteps } from '../support/steps.js';
import { type Catalogue, type Language, stepOf, type Words } from './catalogue.js';
import { Office, telephone } from './office.js';
import { type Person } from './person.js';
import { foreignWords } from './words.js';

// Every kind of case at the browser: a step of each is recorded through its form, every form is opened, and every
// view of it speaks both languages.

let office: Office;
let catalogue: Catalogue;
const cases = new Map<string, string>();

beforeAll(async () => {
  office = await Office.open('examples');
  catalogue = await office.catalogue();
}, 240_000);
afterAll(() => office?.close());

/** On a telephone where the form is the longest: buildings of a household, the five posts of a team. */
const onTelephone = new Set(['relocationHousehold', 'petition']);

describe('a step of each kind of case, recorded through its form', () => {
  it('covers the kinds that the product serves', () => {
    expect(kinds.map(({ process }) => process).toSorted()).toEqual(
      catalogue.processes.map(({ name }) => name).toSorted(),
    );
  });

  it.each(kinds.map((kind) => [kind.process, kind] as const))('%s', async (process, { elsewhere, before, step }) => {
    let other: string | undefined;
    for (const earlier of elsewhere?.steps ?? []) other = await office.take(elsewhere!.process, other, earlier);
    let caseId: string | undefined;
    for (const earlier of before) caseId = await office.take(process, caseId, earlier);
    const who = step.by as Parameters<Office['member']>[0];
    const person = await office.member(who, onTelephone.has(process) ? telephone : {});
    const { label, fields } = stepOf(catalogue, process, step.command);
    if (caseId === undefined) {
      await person.page.getByRole('button', { name: '登记新案件' }).click();
      const title = catalogue.processes.find(({ name }) => name === process)!.title.zh;
      const entry = person.page.getByRole('menuitem', { name: `${title} · ${label.zh}` });
      // With one kind to register there is nothing to choose from.
      await entry.or(person.form).first().waitFor();
      if (await entry.isVisible()) await entry.click();
    } else {
      await person.open(`/cases/${caseId}`);
      await person.page.getByRole('button', { name: label.zh, exact: true }).click();
    }
    await person.fillInStored(catalogue, fields, step.body as Readonly<Record<string, unknown>>);
    expect(await person.sticksOut()).toBe(0);
    await person.sendPastTheClock();
    await person.hasRecorded(label.zh);
    cases.set(process, new URL(person.page.url()).pathname);
    await person.leave();
  });
});

describe('what crosses kinds of case', () => {
  /** A site that may hold a shed, on a tip that nobody has entered: one step is owed, and one was refused. */
  async function site(): Promise<string> {
    const { lead, verified, noticed } = enforcementSteps;
    const onTip = { leadSource: 'TIP', tipId: 'JB-2022-0777', location: '东岭村1组货场' };
    const caseId = await office.take('enforcement', undefined, asked('officer', but(lead, onTip)));
    await office.take('enforcement', caseId, verified);
    await office.take('enforcement', caseId, but(noticed, { noticeNo: '环改字〔2022〕777号' }));
    return `/cases/${caseId}`;
  }

  it('stands on the case in words, on a telephone too, and its form is filled in with what is known', async () => {
    const officer = await office.member('officer', telephone);
    await officer.open(await site());
    const followUps = officer.page.getByRole('region', { name: '跨案后续' });
    await followUps.getByText('线索回联举报').waitFor();
    const [owed, refused] = await followUps.locator('> div').allInnerTexts();
    expect(owed).toMatch(/违建发现\s*视需要\s*新立案件: 控建拆违\s*办理人: 网格员、村级协管员、综合执法人员/);
    // The tip is not the officer's to see: it is told that there is one, not which.
    expect(refused).toMatch(
      /线索回联举报\s*未能记录\s*应记入: 举报线索\s*案件不存在，或案件所处状态不允许该操作。\s*R-ALL-01/,
    );
    expect(await followUps.getByRole('link').count()).toBe(0);
    expect(await foreignWords(officer, 'zh', followUps)).toEqual([]);
    expect(await officer.sticksOut()).toBe(0);
    expect(await officer.barriers()).toEqual([]);

    await followUps.getByRole('button', { name: '登记新案件' }).click();
    expect(await officer.field('地点').locator('input, textarea').first().inputValue()).toBe('东岭村1组货场');
    expect(await officer.field('网格编码').innerText()).toContain('WG-01-01');
    await officer.send();
    await officer.page.getByRole('heading', { name: /违建〔\d+〕第\d+号|编号中/ }).waitFor();
    expect(await officer.page.getByRole('navigation').getByText('跨案后续').count()).toBe(0);
    await officer.leave();
  });

  it('and was refused is listed for supervision, with the way to its cases', async () => {
    const auditor = await office.member('auditor', { ...telephone, language: 'en' });
    await auditor.page.getByRole('navigation').getByRole('link', { name: 'Follow-ups' }).click();
    // The address of the list is one of its own.
    await auditor.page.waitForURL(/\/follow-ups$/);
    await auditor.page.reload();
    const list = auditor.page.getByRole('region', { name: 'Follow-ups that were refused' });
    const ofSite = list.locator('> div').filter({ hasText: 'Lead joined with its tip' });
    expect(await ofSite.innerText()).toMatch(/Refused\s*Caused by: Enforcement.*To be recorded in: Tip.*R-ALL-01/s);
    expect(await foreignWords(auditor, 'en')).toEqual([]);
    expect(await auditor.sticksOut()).toBe(0);
    expect(await auditor.barriers()).toEqual([]);
    await ofSite.getByRole('link').click();
    await auditor.page.getByRole('region', { name: 'Follow-ups in other cases' }).waitFor();
    await auditor.leave();
  });
});

it('has words in both languages for everything that the catalogue names', () => {
  const texts = textsIn(catalogue);
  expect(texts.length).toBeGreaterThan(2_000);
  // Percent signs need no words, and a date says itself what it is.
  expect(texts.filter(({ zh }) => !/\p{Script=Han}/u.test(zh) && !/^%?$/.test(zh))).toEqual([]);
  expect(texts.filter(({ zh, en }) => (en === '' && zh !== '') || /\p{Script=Han}/u.test(en))).toEqual([]);
});

describe('each kind of case, in both languages', () => {
  const readers: (readonly [Language, Person])[] = [];
  /** Each view is looked at in both languages at the same time. */
  const inBoth = (look: (language: Language, reader: Person) => Promise<void>) =>
    Promise.all(readers.map(([language, reader]) => look(language, reader)));
  beforeAll(async () => {
    for (const language of ['zh', 'en'] as const) {
      const auditor = await office.member('auditor', { language });
      await everyStepPossible(auditor.page);
      readers.push([language, auditor]);
    }
  });

  it.each(kinds.map(({ process }) => process))(
    '%s has its words, and every form a label for every field',
    async (process) => {
      const steps = catalogue.processes
        .find(({ name }) => name === process)!
        .steps.filter(({ continues, roles }) => continues && roles.some((role) => role !== 'SYSTEM_CLOCK'));
      await inBoth(async (language, auditor) => {
        await auditor.open(cases.get(process)!);
        await auditor.page.locator('.timeline').waitFor();
        expect(await foreignWords(auditor, language)).toEqual([]);
        const panel = auditor.page.getByRole('region', { name: language === 'zh' ? '下一步' : 'Next steps' });
        const buttons = panel.locator('.actions').getByRole('button');
        await buttons.nth(steps.length - 1).waitFor();
        expect(await buttons.count()).toBe(steps.length);
        if (language === 'zh') expect(await auditor.barriers()).toEqual([]);
        // What every kind shares is looked at once; the labels of the other language all stand in the catalogue, and
        // every third form shows them.
        const opened = steps
          .filter(({ shared }) => !shared || process === kinds[0]?.process)
          .filter((_, index) => language === 'zh' || index % 3 === 0);
        for (const { command, label, fields, correction } of opened) {
          await panel.getByRole('button', { name: label[language], exact: true }).click();
          await auditor.form.locator('.ant-form-item').first().waitFor();
          // A correction asks first what is to be put right.
          const asked = correction
            ? expect.any(Array)
            : fields.filter(({ name }) => name !== 'caseRef').map((field) => field.label[language]);
          expect({ command, fields: await labelsOf(auditor) }).toEqual({ command, fields: asked });
          expect(await foreignWords(auditor, language, auditor.form)).toEqual([]);
          await auditor.form.getByRole('button', { name: language === 'zh' ? '取消' : 'Cancel' }).click();
          await auditor.form.waitFor({ state: 'detached' });
        }
      });
    },
  );

  it.each(kinds.map(({ process }) => process))('the figures of %s have their words', async (process) => {
    if (!catalogue.figures.some((figure) => figure.process === process)) return;
    await inBoth(async (language, auditor) => {
      await auditor.open(`/figures?period=2022H1&kind=${process}`);
      await auditor.page.locator('.chart svg').waitFor();
      expect(await foreignWords(auditor, language)).toEqual([]);
    });
  });
});

it('no browser has complained', () => {
  expect(office.complaints()).toEqual([]);
});

/**
 * What a form asks for does not depend on where the case stands: the answer about next steps is changed on its way to
 * the page, so that every button can be pressed.
 */
async function everyStepPossible(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/cases\/[^/]+\/actions/, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { actions: Record<string, unknown>[] };
    const actions = answer.actions.map((action) => ({ ...action, allowed: true, refusal: undefined }));
    await route.fulfill({ response, json: { ...answer, actions } });
  });
}

/** Every pair of words in the catalogue, however deep. */
function textsIn(part: unknown): Words[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('zh' in part && 'en' in part) return [part as Words];
  return Object.values(part).flatMap(textsIn);
}

/** The labels of a form in their order, without the note that a field may stay empty; structures by their legend. */
async function labelsOf({ form }: Person): Promise<string[]> {
  // What lies within a structure belongs to its row, not to the form.
  const texts = await form.locator(':not(.struct-row *):is(.ant-form-item-label label, legend)').allInnerTexts();
  return texts.map((text) => text.replace(/\s*\((选填|optional)\)\s*$/, '').trim());
}
