import { Office, type Post, telephone } from './office.js';
import { type Person } from './person.js';
import { foreignWords } from './words.js';

// What every view must be, whoever looks at it: fit for its reader's role, language, hands and telephone.

let office: Office;

beforeAll(async () => {
  office = await Office.open();
  await office.importLedger();
}, 240_000);
afterAll(() => office?.close());

const doorsOf = (person: Person) => person.page.getByRole('navigation').getByRole('link').allTextContents();

/** The newest case of the ledger: surveyed, so that its officers have several steps before them. */
async function openNewest(person: Person): Promise<void> {
  await person.open('/cases');
  await person.page.getByRole('link', { name: /370/ }).click();
  await person.page.getByRole('heading', { name: /370/ }).waitFor();
}

describe('the page', () => {
  it.each<[Post, string, string[]]>([
    ['coordinator', '范围: 东岭村', ['案件', '统计']],
    ['statistician', '范围: 全镇', ['统计', '台账导入']],
    ['administrator', '范围: 全镇', []],
  ])('offers the %s the doors of the role, and says how far it reaches', async (post, scope, doors) => {
    const person = await office.member(post);
    await person.page.locator('main .ant-alert, main h1').first().waitFor();
    expect(await person.page.getByTestId('who').innerText()).toContain(scope);
    expect(await doorsOf(person)).toEqual(doors);
  });

  it('shows a coordinator the cases of the own village alone', async () => {
    const coordinator = await office.member('coordinator');
    await coordinator.page.locator('tbody a').first().waitFor();
    const villages = await coordinator.page.locator('tbody .ant-table-row td:nth-child(4)').allTextContents();
    expect(new Set(villages)).toEqual(new Set(['东岭村']));
  });

  it('tells a stranger that the password is wrong, and where', async () => {
    const { person, username } = await office.stranger('finance');
    await person.signIn(username, 'not-the-password');
    expect(await person.page.getByRole('alert').innerText()).toContain('用户名或密码不正确');
    expect(await person.barriers()).toEqual([]);
    // The one note of the browser itself on an answer of 401.
    expect(person.complaints.splice(0)).toHaveLength(1);
  });

  it('loads in less than 500 kB', async () => {
    const officer = await office.member('officer');
    const { context, bytes } = await weigh(officer);
    await context.page.locator('tbody a').first().waitFor();
    expect(bytes()).toBeGreaterThan(100_000);
    expect(bytes()).toBeLessThan(500_000);
  });
});

describe('two people at one case', () => {
  it('neither overwrites the other, and nothing that was typed is lost', async () => {
    const officer = await office.member('officer');
    const colleague = await office.member('colleague');
    await openNewest(officer);
    await openNewest(colleague);
    await officer.page.getByRole('button', { name: '责令停止建设' }).click();
    await officer.fillIn({ 决定书文号: '责停〔2022〕370号', 送达日期: '2022-12-28', 送达方式: '直接送达' });
    await colleague.record('全过程记录归集', {
      ...{ 程序环节: '勘验调查', 记录形式: '照片', 记录时间: '2022-12-23 09:30', 内容哈希: 'a'.repeat(64) },
      文件: '纸质:照片-0601',
    });
    await colleague.hasRecorded('全过程记录归集');

    await officer.send();
    const changed = officer.form.getByRole('alert');
    expect(await changed.innerText()).toMatch(/其间案件已有变化[\s\S]*全过程记录归集/);
    expect(await officer.field('决定书文号').locator('input').inputValue()).toBe('责停〔2022〕370号');
    await officer.send();
    await officer.hasRecorded('责令停止建设');
  });

  it('corrects an entry with a second person, and keeps what was written first', async () => {
    const officer = await office.member('officer');
    await openNewest(officer);
    await officer.page.getByRole('button', { name: '违建更正' }).click();
    await officer.fillIn({ 更正哪一步: '现场勘验', 更正哪一项: '层数' });
    await officer.fillIn({ '层数 · 更正为': '2', 更正原因: '录入错误', 批准人: '批准-01' });
    await officer.send();
    await officer.hasRecorded('违建更正');
    const survey = officer.page.locator('.timeline > li').filter({ hasText: '现场勘验' }).last();
    expect(await survey.innerText()).toMatch(/已更正[\s\S]*层数\s*2 \(原记录: 1\)/);
  });
});

describe('on a telephone', () => {
  it('a grid member reports a structure and sees its stage', async () => {
    const gridMember = await office.member('gridMember', telephone);
    await gridMember.page.getByRole('button', { name: '登记新案件' }).click();
    const kinds = gridMember.page.getByRole('menuitem', { name: /违建发现/ });
    if (await kinds.isVisible()) await kinds.click();
    await gridMember.fillIn({
      发现日期: '2023-02-01',
      线索来源: '网格巡查',
      网格编码: 'WG-01-01',
      地点: '东岭村1组渠边',
    });
    expect(await gridMember.sticksOut()).toBe(0);
    expect(await gridMember.barriers()).toEqual([]);
    await gridMember.send();
    await gridMember.page.getByRole('heading', { name: /违建〔2023〕第1号|编号中/ }).waitFor();
    await gridMember.page.getByText('您的角色只显示案件阶段').waitFor();
    expect(await gridMember.sticksOut()).toBe(0);
  });

  it('an officer finds that case, surveys it and sees it stand there', async () => {
    const officer = await office.member('officer', telephone);
    await officer.page.getByRole('link', { name: '违建〔2023〕第1号' }).click();
    await officer.record('现场勘验', {
      ...{ 勘验日期: '2023-02-02', 勘验人员: ['执法-01', '执法-02'], 违建类别: '棚屋', 新旧分类: '新建违建' },
      ...{ 建设状态: '在建', 建筑面积: '35.5', 土地性质: '建设用地', 规划区: '村庄规划区', 是否住人: '否' },
      ...{ 法律依据: '城乡规划法第65条', 主管机关: '镇人民政府', 当事人编码: '当事人-9001' },
    });
    await officer.hasRecorded('现场勘验');
    expect(await officer.page.getByRole('region', { name: '案件事实' }).innerText()).toContain('35.50 平方米');
    expect(await officer.sticksOut()).toBe(0);
    expect(await officer.barriers()).toEqual([]);
    await officer.open('/cases');
    await officer.page.locator('article a').first().waitFor();
    expect(await officer.sticksOut()).toBe(0);
    expect(await officer.barriers()).toEqual([]);
  });
});

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  let head: Person;
  beforeAll(async () => {
    head = await office.member('head', { language });
  });

  const views: [string, string, string][] = [
    ['the list of cases', '/cases', 'tbody a'],
    ['a case', '/cases?q=2022-369', '.timeline'],
    ['the figures', '/figures?period=2022H1', '.chart svg'],
    ['a figure', '/figures/demolition.total.count?period=2022H1', 'tbody a'],
    ['the imports', '/imports', 'tbody a'],
    ['an import', '/imports', '[data-testid=verdicts]'],
  ];

  it.each(views)('%s keeps nobody out and speaks one language', async (_, path, shown) => {
    await head.open(path);
    await head.page.locator(`tbody a, ${shown}`).first().waitFor();
    if (shown !== 'tbody a' && !path.startsWith('/figures')) await head.page.locator('tbody a').first().click();
    await head.page.locator(shown).first().waitFor();
    expect(await head.barriers()).toEqual([]);
    expect(await foreignWords(head, language)).toEqual([]);
    if (shown !== '.timeline') return;
    await head.page
      .getByRole('button', { name: language === 'zh' ? '违建更正' : 'Demolition entry corrected' })
      .click();
    await head.form.locator('.ant-form-item').first().waitFor();
    expect(await head.barriers()).toEqual([]);
    expect(await foreignWords(head, language)).toEqual([]);
  });
});

describe('afterwards', () => {
  it('no browser has complained, and none has asked for anything beyond this machine', () => {
    expect(office.complaints()).toEqual([]);
  });
});

/** A first visit with nothing cached: the bytes that travel until the list of cases stands. */
async function weigh(person: Person) {
  let sum = 0;
  const session = await person.page.context().newCDPSession(person.page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (sum += encodedDataLength));
  await person.page.reload();
  return { context: person, bytes: () => sum };
}
