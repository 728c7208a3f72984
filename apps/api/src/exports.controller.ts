import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Language, notFound, preferredLanguage, strict } from '#foundation/http';
import { CurrentPrincipal, type Principal } from '#foundation/identity';
import { FigureQueries, type Figures } from '#insights/statistics';
import { CaseLists } from './case-lists.js';
import { EntriesQuery, FiguresQuery } from './cases.requests.js';
import { type CaseRowView } from './cases.views.js';
import {
  caseCell,
  caseWords,
  entryWords,
  formatOf,
  shownValue,
  stepWord,
  unitWord,
  widths,
  words,
} from './export-words.js';
import { type CaseColumn, caseColumns, CaseExportQuery } from './exports.requests.js';
import { FigureBreakdowns } from './figure-breakdowns.js';
import { requireEntries, requireFigures } from './reading-rights.js';
import { type Column, type Sheet, workbook, workbookType } from './workbook.js';

/** What an Excel sheet of a township is good for; a longer list is narrowed by its filters. */
const maxRows = 20_000;

/** The lists of the page as Excel files: the same rights, the same filters, the same numbers. */
@ApiTags('exports')
@ApiProduces(workbookType)
@Controller('api/v1')
export class ExportsController {
  constructor(
    @Inject(CaseLists) private readonly lists: CaseLists,
    @Inject(FigureQueries) private readonly figures: FigureQueries,
    @Inject(FigureBreakdowns) private readonly breakdowns: FigureBreakdowns,
  ) {}

  @Get('cases.xlsx')
  @ApiOperation({ summary: '导出案件列表 / The case list as an Excel file' })
  async cases(
    @Query(strict(CaseExportQuery)) { columns, ...query }: CaseExportQuery,
    @Headers('accept-language') languages: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const language = preferredLanguage(languages);
    const rows: CaseRowView[] = [];
    let position: number;
    let { after } = query;
    do {
      const page = await this.lists.page(principal, { ...query, after, limit: 200 });
      ({ position, next: after } = page);
      rows.push(...page.cases);
    } while (after !== undefined && rows.length < maxRows);
    const shown = (columns?.split(',') ?? caseColumns) as readonly CaseColumn[];
    const sheet = {
      name: words.cases[language],
      columns: shown.map((name) => ({ title: caseWords[name][language], width: widths[name] ?? 14 })),
      rows: rows.slice(0, maxRows).map((row) => shown.map((name) => caseCell(row, name, language))),
    };
    return this.send(reply, [sheet], 'cases', { principal, position, language });
  }

  @Get('figures.xlsx')
  @ApiOperation({ summary: '导出统计指标 / The figures of a period as an Excel file' })
  async report(
    @Query(strict(FiguresQuery)) { atLeast: _, ...query }: FiguresQuery,
    @Headers('accept-language') languages: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    requireFigures(principal);
    const language = preferredLanguage(languages);
    const whole = await this.figures.figures(query);
    const asOf = { position: whole.position };
    const months = await this.breakdowns.byMonth({ ...query, asOf });
    const villages = await this.breakdowns.byVillage({ ...query, asOf });
    const sheets = [
      this.figureSheet(words.byMonth[language], whole, months.parts, language),
      this.figureSheet(words.byVillage[language], whole, villages.parts, language),
    ];
    return this.send(reply, sheets, `figures-${whole.period}`, { principal, position: whole.position, language });
  }

  @Get('figures/:figureId/entries.xlsx')
  @ApiOperation({ summary: '导出指标明细 / The events behind a figure as an Excel file' })
  async entries(
    @Param('figureId') figureId: string,
    @Query(strict(EntriesQuery)) { atLeast: _, ...query }: EntriesQuery,
    @Headers('accept-language') languages: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    requireEntries(principal, query.village);
    const language = preferredLanguage(languages);
    const figure = this.figures.declared.find(({ id }) => id === figureId);
    const within = { ...query, hiddenFrom: principal.staffRef, limit: 1_000 };
    const found = figure && (await this.figures.entries(figureId, { ...within, after: undefined }));
    if (!found) throw notFound();
    const entries = [...found.entries];
    const asOf = { position: found.position };
    for (let after = found.next; after !== undefined && entries.length < maxRows;) {
      const page = await this.figures.entries(figureId, { ...within, asOf, after });
      entries.push(...(page?.entries ?? []));
      after = page?.next;
    }
    const column = (name: keyof typeof entryWords, width: number): Column => ({
      title: entryWords[name][language],
      width,
    });
    const sheet = {
      name: words.entries[language],
      columns: [
        ...[column('caseNo', 20), column('step', 18), column('on', 12), column('place', 40), column('village', 12)],
        { ...column('quantity', 12), format: formatOf(figure) },
      ],
      rows: entries.map((entry) => [
        ...[entry.caseNo, entry.eventType && stepWord(entry.eventType, language), entry.on, entry.place, entry.village],
        shownValue(figure, entry.quantity),
      ]),
    };
    return this.send(reply, [sheet], figureId, { principal, position: found.position, language });
  }

  private figureSheet(
    name: string,
    whole: Figures,
    parts: readonly { readonly key: string; readonly figures: Figures['figures'] }[],
    language: Language,
  ): Sheet {
    return {
      name,
      columns: [
        { title: words.figure[language], width: 32 },
        { title: words.unit[language], width: 8 },
        { title: whole.period, width: 14 },
        ...parts.map(({ key }) => ({ title: key, width: 12 })),
      ],
      rows: this.figures.declared.map((figure) => [
        figure.label[language],
        unitWord(figure.unit)[language],
        ...[whole, ...parts].map(({ figures }) => shownValue(figure, figures[figure.id] ?? null)),
      ]),
    };
  }

  private async send(
    reply: FastifyReply,
    sheets: readonly Sheet[],
    name: string,
    by: Parameters<typeof workbook>[1],
  ): Promise<Buffer> {
    const file = await workbook(sheets, by);
    void reply
      .header('content-type', workbookType)
      .header('content-disposition', `attachment; filename="${name}.xlsx"`)
      .header('vary', 'accept-language');
    return file;
  }
}
