import { Controller, Delete, Get, Inject, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { shanghaiDate } from '#foundation/calendar';
import { etagOf, KnownAt, strict, UuidParam } from '#foundation/http';
import { CurrentPrincipal, type Principal } from '#foundation/identity';
import {
  type CaseState,
  fold,
  nextActions,
  type Process,
  Refusal,
  type Role,
  type Step,
  viewOf,
} from '#foundation/process';
import { SettingsService, townshipOf } from '#foundation/settings';
import { CaseQueries } from '#insights/status';
import { Backends } from './backends.js';
import { CaseLists } from './case-lists.js';
import { ActionsQuery, CaseListQuery } from './cases.requests.js';
import { ActionsView, CaseHistoryView, CasePageView, CaseView } from './cases.views.js';
import { stageOf } from './reading-rights.js';
import { noSuchCase, VisibleCases } from './visible-cases.js';

/** Cases as they stand, and as they stood: read only, within the rights of who asks. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    @Inject(CaseLists) private readonly lists: CaseLists,
    @Inject(VisibleCases) private readonly visible: VisibleCases,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
    @Inject(Backends) private readonly backends: Backends,
    @Inject(SettingsService) private readonly settings: SettingsService,
  ) {}

  @Get()
  @ApiOperation({ summary: '案件列表 / Cases' })
  @ApiOkResponse({ type: CasePageView })
  async list(
    @Query(strict(CaseListQuery)) query: CaseListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CasePageView> {
    return this.lists.page(principal, query);
  }

  @Get(':caseId')
  @ApiOperation({ summary: '案件 / A case' })
  @ApiOkResponse({ type: CaseView })
  async show(
    @Param('caseId', UuidParam) caseId: string,
    @Query(strict(KnownAt)) { asOf, atLeast }: KnownAt,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    await this.reach(atLeast);
    const { detail, sight } = await this.visible.find(principal, caseId, asOf);
    void reply.header('etag', etagOf(detail.revision));
    return sight === 'full' ? detail : stageOf(detail);
  }

  @Get(':caseId/history')
  @ApiOperation({ summary: '案件全部步骤 / Every step of a case' })
  @ApiOkResponse({ type: CaseHistoryView })
  async history(
    @Param('caseId', UuidParam) caseId: string,
    @Query(strict(KnownAt)) { asOf, atLeast }: KnownAt,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseHistoryView> {
    await this.reach(atLeast);
    const { scope } = await this.visible.inFull(principal, caseId, asOf);
    const history = await this.cases.history(caseId, { scope, asOf });
    if (!history) throw noSuchCase();
    return history;
  }

  /** Every step of the process for whoever asks, today: possible, or the refusal that stands in the way. */
  @Get(':caseId/actions')
  @ApiOperation({ summary: '可办事项与不可办原因 / Next steps, and why others are not possible' })
  @ApiOkResponse({ type: ActionsView })
  async actions(
    @Param('caseId', UuidParam) caseId: string,
    @Query(strict(ActionsQuery)) { atLeast, allowed }: ActionsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ActionsView> {
    await this.reach(atLeast);
    const { detail, process, sight } = await this.visible.find(principal, caseId);
    const state = fold(process, caseId, await this.backends.log.readCase(`${process.name}-${caseId}`));
    const { staffRef, roles, grids, villages } = principal;
    const actions = nextActions(process, state, {
      actor: { staffRef, roles: roles as readonly Role[], grids, villages },
      today: shanghaiDate(new Date()),
      township: townshipOf(this.settings.current()),
    });
    return {
      caseId,
      revision: detail.revision,
      actions: actions
        .filter(({ refusal }) => !allowed || !refusal)
        .map(({ step, refusal }) => ({
          command: step.commandName,
          event: step.event,
          label: step.label,
          allowed: !refusal,
          ...(refusal ? { refusal: { code: refusal.code, ...refusal.details } } : {}),
          ...(!refusal && sight === 'full' ? { prefill: followedValues(process, state, step) } : {}),
        })),
    };
  }

  /** The log only grows. Said by its own code, so that nobody takes the refusal for a missing feature. */
  @Put([':caseId', ':caseId/history', ':caseId/history/:eventId'])
  @ApiExcludeEndpoint()
  replace(): never {
    throw new Refusal('R-ALL-09', 'conflict');
  }

  @Patch([':caseId', ':caseId/history', ':caseId/history/:eventId'])
  @ApiExcludeEndpoint()
  edit(): never {
    throw new Refusal('R-ALL-09', 'conflict');
  }

  @Delete([':caseId', ':caseId/history', ':caseId/history/:eventId'])
  @ApiExcludeEndpoint()
  remove(): never {
    throw new Refusal('R-ALL-09', 'conflict');
  }

  private async reach(position: number | undefined): Promise<void> {
    if (position !== undefined) await this.backends.readSide.waitForPosition(position);
  }
}

/** What the step repeats from earlier ones, for its form. */
function followedValues(process: Process, state: CaseState, step: Step): Record<string, unknown> {
  const view = viewOf(state, process.restarts);
  return Object.fromEntries(Object.entries(step.follows).map(([field, value]) => [field, value(view, {})]));
}
