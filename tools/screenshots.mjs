// Takes the pictures in docs/screenshots, of every view in both languages, from a running demo:
//   npm run demo   and beside it   node tools/screenshots.mjs [http://127.0.0.1:3000]
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs/screenshots');
const words = {
  zh: {
    user: '用户名',
    password: '密码',
    signIn: '登录',
    step: '拆除告知送达',
    correct: '违建更正',
    send: '确认记录',
    why: '目前不能办理的步骤及原因',
    stop: '责令停止建设',
    register: '登记新案件',
    team: '五包一责任组',
    followUps: '跨案后续',
  },
  en: {
    user: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    step: 'Demolition prior notice served',
    correct: 'Demolition entry corrected',
    send: 'Record',
    why: 'Steps that are not possible now, and why',
    stop: 'Stop order served',
    register: 'Register a case',
    team: 'Responsibility team assigned',
    followUps: 'Follow-ups in other cases',
  },
};

const browser = await chromium.launch({
  executablePath: process.env.LIUHEN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function seat(language, viewport) {
  const context = await browser.newContext({ viewport });
  await context.addInitScript({ content: `localStorage.setItem('liuhen.language', '${language}')` });
  return context.newPage();
}

async function signIn(page, username, { user, password, signIn: button }) {
  await page.goto(base);
  await page.getByLabel(user).fill(username);
  await page.getByLabel(password, { exact: true }).fill('liuhen-demo');
  await page.getByRole('button', { name: button }).click();
  await page.getByTestId('who').waitFor();
}

/** A site to be cleared, on which there may be a shed, on a tip that nobody has entered. However often, it is one case. */
async function siteOnTip() {
  const send = async (path, key, body, token) => {
    const response = await fetch(`${base}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const { token } = await send('session', '', { username: 'officer1', password: 'liuhen-demo' });
  const lead = {
    ...{ caseType: 'ILLEGAL_PLASTICS', industryCode: 'PLASTIC_WASHING', leadSource: 'TIP', tipId: 'JB-2023-0007' },
    ...{ gridCode: 'WG-01-01', location: '东岭村1组货场', partyKind: 'SOLE_TRADER', partyRef: 'PTY-0701' },
    foundOn: '2023-03-01',
  };
  const { caseId } = await send('enforcement/commands/register-lead', 'picture-lead', lead, token);
  const take = (command, body) => send(`enforcement/${caseId}/commands/${command}`, `picture-${command}`, body, token);
  await take('verify-lead', {
    ...{ verifiedOn: '2023-03-02', officerRefs: ['执法-01', '执法-02'], idShown: true, siteRecordRef: '纸质:笔录-701' },
    ...{ legalBasis: 'SWL_102_7', competentAuthority: 'ECOLOGY_DEPT', delegatedItem: false, livesOnSite: false },
  });
  await take('serve-rectification-notice', {
    ...{ noticeNo: '环改字〔2023〕701号', servedOn: '2023-03-03', serviceMethod: 'DIRECT', deadlineOn: '2023-03-18' },
    ...{ requirements: ['清运原料'], remedyInfoGiven: true, serviceProofRef: '纸质:回证-701' },
  });
  return caseId;
}

const site = await siteOnTip();
for (const language of ['zh', 'en']) {
  const text = words[language];
  mkdirSync(join(folder, language), { recursive: true });
  const page = await seat(language, { width: 1280, height: 860 });
  const shoot = async (name, of = page, fullPage = false) => {
    await of.waitForLoadState('networkidle').catch(() => undefined);
    await of.waitForTimeout(300);
    await of.screenshot({ path: join(folder, language, `${name}.png`), fullPage });
  };
  await page.goto(base);
  await page.getByLabel(text.user).waitFor();
  await shoot('sign-in');
  await signIn(page, 'officer1', text);
  await page.locator('tbody a').first().waitFor();
  await shoot('cases');
  await page.goto(`${base}/cases?process=demolition&q=2022-370`);
  await page.locator('tbody a').first().click();
  await page.locator('.timeline').waitFor();
  await page.getByText(text.why).click();
  await shoot('next-steps');
  await page.getByRole('button', { name: text.step, exact: true }).click();
  await page.getByRole('button', { name: text.send, exact: true }).click();
  await shoot('form');
  await page.goto(`${base}/cases?process=demolition&q=2022-353`);
  await page.locator('tbody a').first().click();
  await page.locator('.timeline').waitFor();
  await shoot('case', page, true);
  await page.getByRole('slider').press('ArrowLeft');
  await page.locator('.ant-alert').waitFor();
  await shoot('case-as-known-before');
  await page.goto(`${base}/cases?process=demolition&q=2022-353`);
  await page.locator('tbody a').first().click();
  await page.getByRole('button', { name: text.correct, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('correction');
  await page.goto(`${base}/figures?period=2022H1`);
  await page.locator('.chart svg').waitFor();
  await shoot('figures', page, true);
  await page.goto(`${base}/figures/demolition.total.area?period=2022H1`);
  await page.locator('tbody a').first().waitFor();
  await shoot('figure');

  await page.goto(`${base}/figures?period=2022H1&kind=enforcement`);
  await page.locator('.chart svg').waitFor();
  await shoot('figures-enforcement', page, true);
  await page.goto(`${base}/cases?process=enforcement&status=EN_CLOSED`);
  await page.locator('tbody a').first().click();
  await page.locator('.timeline').waitFor();
  await shoot('case-enforcement', page, true);
  await page.goto(`${base}/cases/${site}`);
  await page.getByRole('region', { name: text.followUps }).waitFor();
  await page.locator('.timeline').waitFor();
  await shoot('follow-ups');
  await page.goto(`${base}/cases`);
  await page.getByRole('button', { name: text.register }).click();
  await page.getByRole('menuitem').first().waitFor();
  await shoot('new-case');

  const leader = await seat(language, { width: 1280, height: 860 });
  await signIn(leader, 'leader', text);
  await leader.goto(`${base}/cases?process=petition&status=PT_ACCEPTED`);
  await leader.locator('tbody a').first().click();
  await leader.locator('.timeline').waitFor();
  await shoot('case-petition', leader, true);
  await leader.getByRole('button', { name: text.team, exact: true }).click();
  await leader.getByRole('dialog').waitFor();
  await shoot('form-team', leader);

  const head = await seat(language, { width: 1280, height: 700 });
  await signIn(head, 'head', text);
  await head.goto(`${base}/imports`);
  await head.locator('tbody a').first().waitFor();
  await shoot('imports', head);
  await head.locator('tbody a').first().click();
  await head.getByTestId('verdicts').waitFor();
  await shoot('import', head);

  const phone = await seat(language, { width: 390, height: 844 });
  await signIn(phone, 'officer1', text);
  await phone.locator('article a').first().waitFor();
  await shoot('phone-cases', phone);
  await phone.goto(`${base}/cases?process=demolition&q=2022-370`);
  await phone.locator('article a').first().click();
  await phone.locator('.timeline').waitFor();
  await shoot('phone-case', phone);
  await phone.getByRole('button', { name: text.stop, exact: true }).click();
  await phone.getByRole('dialog').waitFor();
  await shoot('phone-form', phone);

  const auditor = await seat(language, { width: 1280, height: 400 });
  await signIn(auditor, 'auditor', text);
  await auditor.goto(`${base}/follow-ups`);
  await auditor.locator('.owed').waitFor();
  await shoot('follow-ups-refused', auditor);
}
await browser.close();
