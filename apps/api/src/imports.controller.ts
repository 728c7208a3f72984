import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { idOfName } from '#foundation/commands';
import {
  AcceptsCsv,
  BooleanParam,
  IntegerParam,
  isStorableText,
  invalidValue,
  notFound,
  preferredLanguage,
  requestIdOf,
  strict,
  StringValue,
  textOf,
  UuidParam,
} from '#foundation/http';
import { CurrentPrincipal, type Principal, RequireRoles } from '#foundation/identity';
import { type ImportRun, type RowVerdict } from '#foundation/imports';
import { type LedgerMapping, readHeaders, readLedger, recogniseLedger } from '#foundation/ledger';
import { findPersonalData } from '#foundation/privacy';
import { Refusal } from '#foundation/process';
import { SettingsService } from '#foundation/settings';
import { CaseQueries } from '#insights/status';
import { fileOf, ImportDesk } from './import-desk.js';
import { ImportListView, ImportRunView, ImportTakenView } from './imports.views.js';
import { ledgers, processes } from './processes.js';

class ImportQuery {
  @BooleanParam({ optional: true, description: '试运行，不记录任何内容 / Try out, record nothing' })
  dryRun?: boolean;
  @StringValue({ optional: true, maxLength: 200, description: '文件名 / Name of the file' })
  fileName?: string;
}

class ImportListQuery {
  @IntegerParam({ optional: true, min: 1, max: 200, description: '条数，默认20 / How many, 20 if not given' })
  limit?: number;
}

/**
 * Who may import. An import enters what others did on paper, in whatever role the step asks for, so it is not for
 * everybody who may act in the process: the statistician keeps the ledgers, the approving head answers for the office.
 * The operator of the machine counts as a statistician.
 */
export const importers = ['STATISTICIAN', 'APPROVING_HEAD'];
export const importReaders = [...importers, 'DISCIPLINE_AUDITOR'];

/** Paper ledgers, handed in as CSV and recorded row by row by the worker. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(ImportDesk) private readonly desk: ImportDesk,
    @Inject(SettingsService) private readonly settings: SettingsService,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
  ) {}

  /** The ledger is known by its headers; a file that is none is refused at once, rows are judged by the run. */
  @Post()
  @HttpCode(202)
  @AcceptsCsv()
  @RequireRoles(...importers)
  @ApiOperation({ summary: '导入台账 / Import a ledger' })
  @ApiAcceptedResponse({ type: ImportTakenView })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '请求号 / Request id' })
  async take(
    @Query(strict(ImportQuery)) { dryRun = false, fileName }: ImportQuery,
    @Headers() headers: Record<string, string>,
    @Req() request: FastifyRequest,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportTakenView> {
    const requestId = requestIdOf(headers);
    const { bytes, name } = await fileOf(request);
    const { kind } = ledgerOf(bytes);
    const id = idOfName(`import:${principal.staffRef}:${requestId}`);
    await this.desk.take({
      id,
      fileName: plainName(fileName ?? name ?? 'ledger.csv'),
      kind,
      file: bytes,
      dryRun,
      requestedBy: principal.staffRef,
      settingsVersion: this.settings.current().version,
    });
    const location = `/api/v1/imports/${id}`;
    void reply.header('location', location);
    return { id, kind, location };
  }

  @Get()
  @RequireRoles(...importReaders)
  @ApiOperation({ summary: '导入记录 / Imports' })
  @ApiOkResponse({ type: ImportListView })
  async list(@Query(strict(ImportListQuery)) { limit = 20 }: ImportListQuery): Promise<ImportListView> {
    return { imports: await this.desk.runs.list(limit) };
  }

  /** State, progress, and once it is over a verdict for every row. */
  @Get(':id')
  @RequireRoles(...importReaders)
  @ApiOperation({ summary: '导入结果 / An import, with the verdict for every row' })
  @ApiOkResponse({ type: ImportRunView })
  async show(@Param('id', UuidParam) id: string, @CurrentPrincipal() principal: Principal): Promise<ImportRunView> {
    const run = await this.known(id);
    if (!run.result) return run;
    const { verdicts } = run.result;
    const caseIds = verdicts.flatMap(({ caseId }) => caseId ?? []);
    const hidden = await this.cases.hidden(principal.staffRef, caseIds);
    return { ...run, result: { ...run.result, verdicts: verdicts.map((each) => withoutHidden(each, hidden)) } };
  }

  /** For the people who keep the ledger: which rows to put right, and why. */
  @Get(':id/refused.csv')
  @RequireRoles(...importReaders)
  @ApiOperation({ summary: '被退回的行 / Refused rows' })
  @ApiProduces('text/csv')
  async refused(
    @Param('id', UuidParam) id: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { kind, result } = await this.known(id);
    const language = preferredLanguage(languages);
    const process = processes.get(ledgers.find((ledger) => ledger.kind === kind)?.process ?? '');
    const lines = (result?.verdicts ?? [])
      .filter(({ verdict }) => verdict === 'refused')
      .map(({ row, ledgerNumber, code, step, column }) => [
        ...[String(row), ledgerNumber, code],
        column ?? (step && process?.stepOfEvent.get(step)?.label[language]),
        code && textOf(code)[language],
      ]);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="refused.csv"')
      .header('vary', 'accept-language');
    // Excel takes a file without the mark for one in the old encoding.
    return `\uFEFF${[headings[language], ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
  }

  private async known(id: string): Promise<ImportRun> {
    const run = await this.desk.runs.get(id);
    if (!run) throw notFound();
    return run;
  }
}

/** The row was accepted; which case it became is not for whoever it complains of. */
function withoutHidden({ caseId, caseNo, ledgerNumber, ...row }: RowVerdict, hidden: ReadonlySet<string>): RowVerdict {
  return caseId !== undefined && hidden.has(caseId) ? row : { ...row, ledgerNumber, caseId, caseNo };
}

const headings = {
  zh: ['行号', '编号', '代码', '步骤或列', '原因'],
  en: ['Row', 'Number', 'Code', 'Step or column', 'Reason'],
};

/** Excel runs what begins like a formula: such a cell is shown as text. */
function csvCell(value: string | undefined): string {
  const shown = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** The ledger of these headers. @throws Refusal R-IMPORT-FILE, answered as a rule: the request itself was well formed */
function ledgerOf(bytes: Buffer): LedgerMapping {
  try {
    const headers = readHeaders(bytes);
    const mapping = recogniseLedger({ headers }, ledgers);
    readLedger({ headers, rows: [] }, mapping);
    return mapping;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, 'rule', error.details);
    throw error;
  }
}

/** The name without its folders. It goes into every event, for good. @throws Problem 400, Refusal R-ALL-11 */
function plainName(given: string): string {
  const name = given.split(/[/\\]/).at(-1)!.trim();
  if (name === '' || name.length > 200 || !isStorableText(name) || /\p{Cc}/u.test(name))
    throw invalidValue('fileName', 'the file has no usable name');
  if (findPersonalData(name))
    throw new Refusal('R-ALL-11', 'rule', { fields: [{ field: 'fileName', code: 'R-ALL-11' }] });
  return name;
}
