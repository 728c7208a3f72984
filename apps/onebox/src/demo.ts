import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demolition, StockClass, StructureKind } from '#cases/demolition';
import { type RunFile } from '#foundation/backends';
import { type Figures, OperatorClient, shownValue, tableOf } from '#foundation/operator';

/** Beside the built tree: the sample files are data, not program. */
const samples = join(import.meta.dirname, '../../../../samples');
const sample = (name: string): Uint8Array => readFileSync(join(samples, name));

/** In this order: projects before their households, which are registered in them. */
const ledgers = [
  '控建拆违台账.csv',
  '非法塑料加工整治台账.csv',
  '畜禽养殖关停台账.csv',
  '征拆项目台账.csv',
  '征拆台账.csv',
  '信访台账.csv',
  '劳资纠纷台账.csv',
  '安全生产检查台账.csv',
];
const baselineDate = '2021-07-01';
const periods = ['2022H1', '2022H2'];

/** Fills an empty, running one-box for `npm run demo` and prints what there is to see. */
export async function runDemo(run: RunFile, say: (line: string) => void): Promise<void> {
  const client = new OperatorClient(run);
  await client.publish('grid-register', sample('gridcodes.csv'));
  await client.publish('staff-register', sample('staff.csv'));
  await client.publish('baseline-date', { baselineDate });
  say('Importing the sample ledgers 正在导入示例台账: samples/');
  for (const fileName of ledgers) {
    const { result } = await client.importLedger(sample(fileName), { fileName });
    const { rows, accepted, refused } = result!;
    say(`  ${fileName}: ${rows} rows 行, ${accepted} accepted 接受, ${refused} refused 退回`);
  }
  for (const period of periods) say(`\n${matrixOf(await client.figures({ period }))}`);
  say(`
Page 页面               ${run.baseUrl}/
Figures 统计指标        ${run.baseUrl}/api/v1/figures?period=${periods[0]}
The list of one 明细    ${run.baseUrl}/api/v1/figures/demolition.total.count/entries?period=${periods[0]}
Cases 案件              ${run.baseUrl}/api/v1/cases
API description 接口说明 ${run.baseUrl}/openapi.json
Sign in 登录            POST ${run.baseUrl}/api/v1/session {"username","password"}, with a demo account from above 使用上列演示账号`);
}

/** The half-year as the report shows it: kinds of structure by new and existing, each as sites and as floor area. */
function matrixOf({ period, position, figures }: Figures): string {
  const shown = (aggregate: 'count' | 'sum', where: Readonly<Record<string, string>>): string => {
    const wanted = JSON.stringify(where);
    const figure = demolition.figures.find(
      (each) => each.aggregate === aggregate && JSON.stringify(each.where) === wanted,
    );
    return figure ? shownValue(figures[figure.id] ?? 0, figure.format) : '';
  };
  const line = (title: string, where: Readonly<Record<string, string>>): string[] => [
    title,
    shown('count', where),
    shown('sum', where),
  ];
  const rows = Object.entries(StructureKind.codes).flatMap(([structureKind, kind]) =>
    Object.entries(StockClass.codes).map(([stockClass, stock]) =>
      line(`${kind.zh} ${kind.en} · ${stock.zh} ${stock.en}`, { structureKind, stockClass }),
    ),
  );
  return tableOf(
    [
      [`${period} 拆违 demolished, log position 日志位置 ${position}`, '处 sites', 'm²'],
      ...rows,
      line('合计 total', {}),
    ],
    [1, 2],
  );
}
