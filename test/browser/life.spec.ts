import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsOf } from '../support/xlsx.js';
import { ledger, Office, samples } from './office.js';
import { type Person } from './person.js';

// A case of the sample ledger, from its import to its archive, by people at their browsers.

let office: Office;
let officer: Person;
let colleague: Person;
let head: Person;

beforeAll(async () => {
  office = await Office.open();
}, 180_000);
afterAll(() => office?.close());

const downloaded = async (person: Person, button: string) => {
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

/** The newest row of the ledger: a pavilion of 18.00 m2 in 枫树村, surveyed on 23 December 2022, still being built. */
const caseNo = '违建〔2022〕第370号';

it('asks for a password of one’s own before anything else', async () => {
  const { person, username, password } = await office.stranger('head');
  head = person;
  await head.signIn(username, password);
  await head.page.getByRole('heading', { name: '修改一次性密码' }).waitFor();
  expect(await head.barriers()).toEqual([]);
  await head.page.getByLabel('当前密码').fill(password);
  await head.page.getByLabel('新密码').fill('短密码');
  await head.page.getByRole('button', { name: '修改一次性密码' }).click();
  await head.page.getByText('新密码至少12个字符').waitFor();
  await head.page.getByLabel('新密码').fill('own-password-of-the-head');
  await head.page.getByRole('button', { name: '修改一次性密码' }).click();
  await head.page.getByRole('button', { name: '登录' }).waitFor();
  await head.signIn(username, 'own-password-of-the-head');
  await expectWho(head, '批准-01 机关负责人', '范围: 全镇');
});

it('tries out a ledger, then imports it, with a verdict for every row', async () => {
  await head.page.getByRole('link', { name: '台账导入' }).click();
  await handIn(head, '试运行');
  expect(await verdictsOf(head)).toBe('行数 600 · 接受 561 · 退回 39');
  await head.open('/cases');
  await head.page.getByText('没有符合条件的案件').waitFor();

  await head.page.getByRole('link', { name: '台账导入' }).click();
  await handIn(head, '正式导入');
  expect(await verdictsOf(head)).toBe('行数 600 · 接受 561 · 退回 39');
  const refused = await downloaded(head, '下载退回的行');
  // A heading and one line a refused row, in UTF-8 with the mark that Excel looks for.
  const lines = refused.bytes
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line !== '');
  expect([lines.length, lines[0]]).toEqual([40, '\uFEFF行号,编号,代码,步骤或列,原因']);
}, 240_000);

it('finds a case by its number or its place', async () => {
  officer = await office.member('officer');
  await expectWho(officer, '执法-01 综合执法人员', '范围: 全镇');
  await search(officer, '第2组省道旁0600号');
  expect(await officer.page.locator('tbody a').allTextContents()).toEqual([caseNo]);
  await search(officer, '2022-370');
  await officer.page.getByRole('link', { name: caseNo }).click();
  await officer.page.getByRole('heading', { name: caseNo }).waitFor();
  const facts = officer.page.getByRole('region', { name: '案件事实' });
  expect(await facts.innerText()).toMatch(/建筑面积\s+18\.00 平方米/);
});

it('says next to the field what cannot be, before anything is sent', async () => {
  await officer.page.getByRole('button', { name: '拆除告知送达' }).click();
  await officer.fillIn({ 事实: '电话13912345678' });
  await officer.send();
  expect(await officer.field('事实').innerText()).toContain('不得填写身份证号或电话号码');
  expect(await officer.field('文书文号').innerText()).toContain('此项必填');
  expect(await officer.barriers()).toEqual([]);
  await officer.fillIn({
    文书文号: '拆告〔2022〕370号',
    送达日期: '2022-12-26',
    陈述申辩期限: '2023-01-04',
    事实: '未取得乡村建设规划许可证',
    理由: '不符合村庄规划',
    告知依据: '城乡规划法第65条',
    已告知权利: '是',
  });
  await officer.send();
  await officer.hasRecorded('拆除告知送达');
});

it('refuses an order before the party was heard, in words and with its code', async () => {
  const order = {
    决定书文号: '限拆〔2022〕370号',
    决定种类: '限期拆除',
    送达日期: '2022-12-28',
    决定日期: '2022-12-28',
    自行拆除期限: '2023-01-20',
    决定机关: '镇人民政府',
    法律依据: '城乡规划法第65条',
    已告知救济途径: '是',
  };
  await officer.record('限期拆除决定送达', order);
  expect(await officer.form.getByRole('alert').innerText()).toContain('R-DEM-06');
  await officer.form.getByRole('button', { name: '取消' }).click();

  await officer.record('陈述申辩', { 陈述申辩日期: '2022-12-27', 放弃陈述申辩: '是', 笔录或放弃书: '纸质:放弃-0370' });
  await officer.hasRecorded('陈述申辩');
  await officer.record('限期拆除决定送达', order);
  await officer.hasRecorded('限期拆除决定送达');
});

it('shows a colleague what was recorded, as it happens', async () => {
  colleague = await office.member('colleague');
  await colleague.open(new URL(officer.page.url()).pathname);
  await colleague.page.locator('.timeline').getByText('限期拆除决定送达', { exact: true }).waitFor();
  await officer.record('自行或协助拆除', { 拆除日期: '2023-01-10', 拆除方式: '自行拆除', 照片: '纸质:照片-0370' });
  await officer.hasRecorded('自行或协助拆除');
  await colleague.page.locator('.timeline').getByText('自行或协助拆除', { exact: true }).waitFor();
});

it('has the demolition verified by somebody else than its recorder', async () => {
  const verification = {
    核验日期: '2023-01-11',
    核验面积: '18.00',
    拆前照片: '纸质:前-0370',
    拆后照片: '纸质:后-0370',
  };
  await officer.record('拆除核验', { ...verification, 核验人: '执法-01' });
  expect(await officer.form.getByRole('alert').innerText()).toContain('R-DEM-13');
  await officer.form.getByRole('button', { name: '取消' }).click();

  // Kind, class, mode and day are those of the survey and the demolition: the form has them already.
  await colleague.record('拆除核验', { ...verification, 核验人: '执法-02' });
  await colleague.hasRecorded('拆除核验');
});

it('does not close while something is owed, and says what', async () => {
  await head.open(new URL(officer.page.url()).pathname);
  await head.page.getByText('目前不能办理的步骤及原因').click();
  const closing = head.page.locator('.refused li').filter({ hasText: '违建结案' });
  expect(await closing.getByRole('button').isDisabled()).toBe(true);
  expect(await closing.innerText()).toContain('尚有未了事项，不得结案');
  expect(await closing.innerText()).toContain('R-ALL-10');

  await colleague.record('清运复绿', { 清运日期: '2023-01-15', 已复绿: '是' });
  await colleague.hasRecorded('清运复绿');
  await head.record('违建结案', { 结案日期: '2023-01-20', 档案号: '档-违建-2022-0600', 回头看到期日: '2023-02-20' });
  await head.hasRecorded('违建结案');
  expect(await head.page.getByLabel('阶段').innerText()).toContain('已结案');
});

it('opens the figure that moved, and follows it to the event', async () => {
  await head.open('/figures?period=2023H1');
  const sites = head.page.getByRole('link', { name: '棚亭新建违建处数 1 处' });
  await sites.waitFor();
  await head.page.getByRole('link', { name: '棚亭新建违建面积 18.00 平方米' }).click();
  expect(await head.page.getByTestId('value').innerText()).toBe('18.00 平方米');
  await head.page.getByRole('row', { name: caseNo }).getByRole('link', { name: '拆除核验' }).click();
  const marked = head.page.locator('.timeline [aria-current=true]');
  expect(await marked.innerText()).toMatch(/2023-01-11 拆除核验[\s\S]*执法-02/);
});

it('shows the case as it was known before', async () => {
  const slider = head.page.getByRole('slider', { name: '查看历史时点' });
  await slider.press('Home');
  await head.page.getByText('以下为当时所知的案件情况').waitFor();
  await head.page.locator('.timeline > li').nth(1).waitFor({ state: 'detached' });
  expect(await head.page.locator('.timeline > li').count()).toBe(1);
  await head.page.getByRole('button', { name: '回到当前' }).click();
  await head.page.locator('.timeline').getByText('违建结案', { exact: true }).waitFor();
});

it('takes lists, figures and charts out as files', async () => {
  await head.open('/figures?period=2022H1');
  await head.page.locator('.chart svg').waitFor();
  expect((await downloaded(head, '导出图片')).bytes.subarray(1, 4).toString()).toBe('PNG');
  const [, heading, ...figures] = sheetsOf((await downloaded(head, '导出Excel')).bytes)[0]!;
  expect(heading!.slice(0, 4)).toEqual(['指标', '单位', '2022H1', '2022-01']);
  expect(figures.find(([figure]) => figure === '拆违总处数')!.slice(1, 3)).toEqual(['处', '136']);

  await head.open('/figures/demolition.total.count?period=2022H1');
  await head.page.locator('tbody a').first().waitFor();
  // The line that says who took it out and when, the heading, and a row for each of the 136 sites.
  expect(sheetsOf((await downloaded(head, '导出Excel')).bytes)[0]).toHaveLength(138);

  await head.open('/cases?q=2022-370');
  await head.page.locator('tbody a').first().waitFor();
  const [taken, columns, ...rows] = sheetsOf((await downloaded(head, '导出Excel')).bytes)[0]!;
  expect(taken![0]).toContain('批准-01');
  expect(columns).toEqual(['案号', '种类', '状态', '村', '地点', '立案日期', '最近步骤', '未了事项', '最近应办期限']);
  expect(rows.map(([number, , status]) => [number, status])).toEqual([[caseNo, '已结案']]);
});

it('complains about nothing in any browser and asks for nothing beyond this machine', () => {
  expect(office.complaints()).toEqual([]);
});

async function expectWho(person: Person, ...parts: string[]): Promise<void> {
  const who = person.page.getByTestId('who');
  await who.getByText(parts[0]!).waitFor();
  for (const part of parts) expect(await who.innerText()).toContain(part);
}

async function search(person: Person, text: string): Promise<void> {
  await person.open('/cases');
  await person.page.getByRole('searchbox', { name: '案号或地点' }).fill(text);
  await person.page.getByRole('button', { name: '搜索' }).click();
  await person.page.waitForURL(/[?&]q=/);
  await person.page.locator('tbody a').nth(1).waitFor({ state: 'detached' });
}

async function handIn(person: Person, mode: string): Promise<void> {
  await person.page.getByRole('radio', { name: mode }).check();
  await person.page.locator('input[type=file]').setInputFiles(join(samples, ledger));
  await person.page.getByRole('button', { name: '开始' }).click();
}

async function verdictsOf(person: Person): Promise<string> {
  const verdicts = person.page.getByTestId('verdicts');
  await verdicts.waitFor({ timeout: 120_000 });
  return verdicts.innerText();
}
