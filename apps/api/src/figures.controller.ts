import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound, strict } from '#foundation/http';
import { CurrentPrincipal, type Principal } from '#foundation/identity';
import { FigureQueries } from '#insights/statistics';
import { Backends } from './backends.js';
import { EntriesQuery, FiguresQuery } from './cases.requests.js';
import { requireEntries, requireFigures } from './reading-rights.js';

/** Every figure is its list: the number, and the events that it counts or sums. */
@ApiTags('figures')
@Controller('api/v1/figures')
export class FiguresController {
  constructor(
    @Inject(FigureQueries) private readonly figures: FigureQueries,
    @Inject(Backends) private readonly backends: Backends,
  ) {}

  @Get()
  @ApiOperation({ summary: '统计指标 / Figures of a period' })
  async list(
    @Query(strict(FiguresQuery)) { atLeast, ...query }: FiguresQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<unknown> {
    requireFigures(principal);
    if (atLeast !== undefined) await this.backends.readSide.waitForPosition(atLeast);
    return this.figures.figures(query);
  }

  @Get(':figureId/entries')
  @ApiOperation({ summary: '指标背后的步骤 / The events behind a figure' })
  async entries(
    @Param('figureId') figureId: string,
    @Query(strict(EntriesQuery)) { atLeast, ...query }: EntriesQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<unknown> {
    requireEntries(principal, query.village);
    if (atLeast !== undefined) await this.backends.readSide.waitForPosition(atLeast);
    const entries = await this.figures.entries(figureId, query);
    if (!entries) throw notFound();
    return entries;
  }
}
