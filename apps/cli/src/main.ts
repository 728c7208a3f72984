import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { type ConfigureOptions } from './configure.js';
import { type FigureOptions } from './figures.js';
import { type ImportOptions } from './import.js';
import { type Language, languageOf, note } from './surroundings.js';

// What reads the answer may stop reading (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const program = new Command('liuhen')
  .description(
    '留痕命令行：对正在运行的服务进行设置、导入与查询（数据目录 LIUHEN_DATA）。\n' +
      'The command of a running Liuhen (data folder LIUHEN_DATA). Only the answer goes to stdout.\n' +
      'Exit codes 退出码: 0 done, 1 refused or failed, 2 wrong usage.',
  )
  .option('--lang <language>', 'zh or en; by LANG otherwise 语言')
  .exitOverride()
  .showHelpAfterError();

const language = (): Language => languageOf(program.opts<{ lang?: string }>().lang);

program
  .command('configure')
  .description('记录乡镇设置并等待生效 / record the settings of the township and wait until they are in force')
  .option('--grid <csv>', '网格清单 / grid register: code,village,group[,from,to]')
  .option('--staff <csv>', '人员清单 / staff register: code,post,role[,certified,grids,villages]')
  .option('--baseline-date <date>', '新旧违建基准日 / first day of new stock, YYYY-MM-DD')
  .option('--delegations <file>', '赋权清单 / published delegations: authority,legalBasis,documentNo,from')
  .option('--day-hours <hours>', '日间时段 / hours within which execution may start, 06:00-22:00')
  .action(async (options: ConfigureOptions, command: Command) => {
    if (Object.keys(options).length === 0) command.error('error: nothing to configure 未指定任何设置');
    const { configure } = await import('./configure.js');
    await configure(options, language());
  });

program
  .command('import')
  .description('导入台账 / import a paper ledger; rows are judged one by one, refused ones are listed')
  .argument('<csv>', '台账文件，UTF-8 / ledger file, UTF-8')
  .option('--json', '输出JSON / print JSON')
  .option('--dry-run', '试运行，不记录任何内容 / try out, record nothing')
  .action(async (csv: string, options: ImportOptions) => {
    const { importFile } = await import('./import.js');
    await importFile(csv, options, language());
  });

/** What every question for figures may carry. */
const asksForFigures = (command: Command): Command =>
  command
    .requiredOption('--period <period>', '统计期 / half-year, month or year: 2022H1, 2022-03, 2022')
    .option('--json', '输出JSON / print JSON')
    .option('--as-of <moment>', '按当时所知 / as known at a log position or an instant')
    .option('--village <village>', '村 / village');

asksForFigures(program.command('figures'))
  .description('统计指标 / figures of a period')
  .action(async (options: FigureOptions) => {
    const { showFigures } = await import('./figures.js');
    await showFigures(options, language());
  });

asksForFigures(program.command('entries'))
  .description('指标背后的步骤 / the events behind a figure')
  .argument('<figure-id>', 'demolition.total.count')
  .action(async (figureId: string, options: FigureOptions) => {
    const { showEntries } = await import('./figures.js');
    await showEntries(figureId, options, language());
  });

program
  .command('catalogue')
  .description('全部流程、步骤、规则与指标（JSON） / processes, steps, rules and figures as JSON')
  .action(async () => {
    const { showCatalogue } = await import('./describe.js');
    showCatalogue();
  });

program
  .command('diagram')
  .description('状态图（Mermaid） / state diagram of a process (Mermaid)')
  .argument('<process>', 'demolition')
  .action(async (name: string) => {
    const { showDiagram } = await import('./describe.js');
    showDiagram(name, language());
  });

program
  .command('rebuild')
  .description('从日志重建查询数据 / make the read side anew from the log')
  .action(async () => {
    const { rebuild } = await import('./log.js');
    await rebuild(language());
  });

program
  .command('verify')
  .description('核验日志哈希链 / check the hash chain of every stream')
  .option('--json', '输出JSON / print JSON')
  .action(async (options: { readonly json?: boolean }) => {
    const { verify } = await import('./log.js');
    await verify(options, language());
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { message, problem } = error as Error & {
      problem?: { readonly errors?: readonly { readonly field: string; readonly message: string }[] };
    };
    note(`liuhen: ${message}`);
    for (const each of problem?.errors ?? []) note(`  ${each.field}: ${each.message}`);
    process.exitCode = 1;
  }
}
