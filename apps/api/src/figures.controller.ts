import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound, strict } from '#foundation/http';
import { CurrentPrincipal, type Principal } from '#foundation/identity';
import { FigureQueries } from '#insights/statistics';
import { Backends } from './backends.js';
import { EntriesQuery, FiguresQuery } from './cases.requests.js';
import { type FigureBreakdown, FigureBreakdowns } from './figure-breakdowns.js';
import { FigureBreakdownView, FigureEntriesView, FiguresView } from './figures.views.js';
import { requireEntries, requireFigures } from './reading-rights.js';

/** Every figure is its list: the number, and the events that it counts or sums. */
@ApiTags('figures')
@Controller('api/v1/figures')
export class FiguresController {
  constructor(
    @Inject(FigureQueries) private readonly figures: FigureQueries,
    @Inject(Backends) private readonly backends: Backends,
    @Inject(FigureBreakdowns) private readonly breakdowns: FigureBreakdowns,
  ) {}

  @Get()
  @ApiOperation({ summary: '统计指标 / Figures of a period' })
  @ApiOkResponse({ type: FiguresView })
  async list(
    @Query(strict(FiguresQuery)) { atLeast, ...query }: FiguresQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FiguresView> {
    requireFigures(principal);
    await this.reach(atLeast);
    return this.figures.figures(query);
  }

  @Get('by-month')
  @ApiOperation({ summary: '分月指标 / Figures month by month' })
  @ApiOkResponse({ type: FigureBreakdownView })
  async byMonth(
    @Query(strict(FiguresQuery)) { atLeast, ...query }: FiguresQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FigureBreakdown> {
    requireFigures(principal);
    await this.reach(atLeast);
    return this.breakdowns.byMonth(query);
  }

  @Get('by-village')
  @ApiOperation({ summary: '分村指标 / Figures village by village' })
  @ApiOkResponse({ type: FigureBreakdownView })
  async byVillage(
    @Query(strict(FiguresQuery)) { atLeast, ...query }: FiguresQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FigureBreakdown> {
    requireFigures(principal);
    await this.reach(atLeast);
    return this.breakdowns.byVillage(query);
  }

  @Get(':figureId/entries')
  @ApiOperation({ summary: '指标背后的步骤 / The events behind a figure' })
  @ApiOkResponse({ type: FigureEntriesView })
  async entries(
    @Param('figureId') figureId: string,
    @Query(strict(EntriesQuery)) { atLeast, ...query }: EntriesQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FigureEntriesView> {
    requireEntries(principal, query.village);
    await this.reach(atLeast);
    const entries = await this.figures.entries(figureId, { ...query, hiddenFrom: principal.staffRef });
    if (!entries) throw notFound();
    return entries;
  }

  private async reach(position: number | undefined): Promise<void> {
    if (position !== undefined) await this.backends.readSide.waitForPosition(position);
  }
}
