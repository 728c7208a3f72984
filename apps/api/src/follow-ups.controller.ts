import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { crossings, FollowUps, type Owed, OwedSteps, type WaitingFollowUp } from '#coordination';
import { IntegerParam, strict, UuidParam } from '#foundation/http';
import { CurrentPrincipal, type Principal, RequireRoles } from '#foundation/identity';
import { type Text } from '#foundation/process';
import { CaseQueries } from '#insights/status';
import { Backends } from './backends.js';
import { TextView } from './catalogue.views.js';
import { processes } from './processes.js';
import { sightOrNone } from './reading-rights.js';
import { VisibleCases } from './visible-cases.js';

const id = { type: 'string', nullable: true, format: 'uuid' } as const;
const number = { type: 'string', nullable: true } as const;

/** Roles that supervise whether what crosses kinds of case arrives. */
export const followUpReaders = ['DISCIPLINE_AUDITOR'];

class FollowUpsQuery {
  @IntegerParam({
    optional: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: '至少已处理到该日志位置 / Wait until this log position is taken in',
  })
  atLeast?: number;
}

class WaitingQuery {
  @IntegerParam({ optional: true, min: 1, max: 200, description: '条数，默认50 / How many, 50 if not given' })
  limit?: number;
}

class OwedView implements Owed {
  @ApiProperty({ description: '应办步骤所在案件种类 / Kind of case of the step' }) process!: string;
  @ApiProperty({ description: '应办命令 / Command to be sent' }) command!: string;
  @ApiProperty({ type: TextView }) label!: Text;
  @ApiProperty({ required: false, format: 'uuid', description: '缺省为新立案件 / Absent: it opens a case' })
  caseId?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '已知的填报值 / What is known of its fields',
  })
  known!: Readonly<Record<string, unknown>>;
  @ApiProperty({ required: false, description: '视需要 / Only where the matter asks for it' }) ifNeeded?: true;
}

class WaitingView {
  @ApiProperty({ description: '跨类衔接 / Crossing' }) crossing!: string;
  @ApiProperty({ type: TextView }) label!: Text;
  @ApiProperty({ description: '起因案件种类 / Kind of the case that caused it' }) causeProcess!: string;
  @ApiProperty({ ...id, description: '起因案件 / Case that caused it' }) causeCase!: string | null;
  @ApiProperty({ ...number, description: '起因案件案号 / Its number' }) causeCaseNo!: string | null;
  @ApiProperty({ ...id, description: '起因事件 / Event that caused it' }) causeEvent!: string | null;
  @ApiProperty({ description: '目标案件种类 / Kind of the case that it was to be recorded in' }) process!: string;
  @ApiProperty({
    ...id,
    description: '目标案件，尚无或不可见时为空 / Null where there is none yet, or none to be seen',
  })
  caseId!: string | null;
  @ApiProperty({ ...number, description: '目标案件案号 / Its number' }) caseNo!: string | null;
  @ApiProperty() command!: string;
  @ApiProperty({ description: '拒绝代码 / Refusal code' }) code!: string;
  @ApiProperty({ type: 'integer', description: '次数 / Tries so far' }) tries!: number;
  @ApiProperty({ format: 'date-time' }) since!: string;
}

class CaseFollowUpsView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ type: [OwedView], description: '待人办理 / For a person to do' }) owed!: readonly OwedView[];
  @ApiProperty({ type: [WaitingView], description: '被拒待重试 / Refused, tried again when the case moves on' })
  waiting!: readonly WaitingView[];
}

class WaitingListView {
  @ApiProperty({ type: [WaitingView] }) waiting!: readonly WaitingView[];
}

/** What crosses kinds of case: owed to a person, or refused and waiting. */
@ApiTags('cases')
@Controller('api/v1')
export class FollowUpsController {
  constructor(
    @Inject(FollowUps) private readonly followUps: FollowUps,
    @Inject(OwedSteps) private readonly owed: OwedSteps,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
    @Inject(VisibleCases) private readonly visible: VisibleCases,
    @Inject(Backends) private readonly backends: Backends,
  ) {}

  @Get('cases/:caseId/follow-ups')
  @ApiOperation({ summary: '跨类衔接事项 / What follows across kinds of case' })
  @ApiOkResponse({ type: CaseFollowUpsView })
  async ofCase(
    @Param('caseId', UuidParam) caseId: string,
    @Query(strict(FollowUpsQuery)) { atLeast }: FollowUpsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseFollowUpsView> {
    if (atLeast !== undefined) await this.backends.readSide.waitForPosition(atLeast);
    const { process } = await this.visible.inFull(principal, caseId);
    const waiting = await this.followUps.concerning(caseId);
    return {
      caseId,
      owed: (await this.owed.of(process.name, caseId)).map(labelled),
      waiting: await this.shownTo(principal, waiting),
    };
  }

  /** For supervision: nothing that was to follow is lost from sight. */
  @Get('follow-ups')
  @RequireRoles(...followUpReaders)
  @ApiOperation({ summary: '被拒的跨类衔接 / Follow-ups that were refused and wait' })
  @ApiOkResponse({ type: WaitingListView })
  async waiting(
    @Query(strict(WaitingQuery)) { limit = 50 }: WaitingQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<WaitingListView> {
    return { waiting: await this.shownTo(principal, await this.followUps.waiting(limit)) };
  }

  /** Cases that complain of whoever asks are left out; ids of cases whose kind is not theirs to see are not told. */
  private async shownTo(principal: Principal, waiting: readonly WaitingFollowUp[]): Promise<readonly WaitingView[]> {
    const caseIds = waiting.flatMap(({ causeCase, caseId }) => (caseId === null ? [causeCase] : [causeCase, caseId]));
    const hidden = await this.cases.hidden(principal.staffRef, caseIds);
    const told = (process: string, caseId: string | null): string | null =>
      sightOrNone(principal, process) === 'none' ? null : caseId;
    const shown = waiting.filter(
      ({ causeCase, caseId }) => !hidden.has(causeCase) && (caseId === null || !hidden.has(caseId)),
    );
    const numbers = await this.cases.numbers(caseIds);
    return shown.map(({ crossing, causeProcess, causeEvent, process, command, code, tries, since, ...each }) => {
      const causeCase = told(causeProcess, each.causeCase);
      const caseId = told(process, each.caseId);
      return {
        crossing,
        label: crossings.find(({ name }) => name === crossing)?.label ?? { zh: crossing, en: crossing },
        ...{ causeProcess, causeCase, causeCaseNo: numbers.get(causeCase ?? '') ?? null },
        causeEvent: told(causeProcess, causeEvent),
        ...{ process, caseId, caseNo: numbers.get(caseId ?? '') ?? null },
        ...{ command, code, tries, since: since.toISOString() },
      };
    });
  }
}

const labelled = (owed: Owed): OwedView => ({
  ...owed,
  label: processes.get(owed.process)?.stepOfCommand.get(owed.command)?.label ?? { zh: owed.command, en: owed.command },
});
