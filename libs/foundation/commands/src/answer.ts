import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { shanghaiDate } from '#foundation/calendar';
import { type Actor, nextActions, type Process, type Step } from '#foundation/process';
import { SettingsService, townshipOf } from '#foundation/settings';
import { type Recorded } from './request.js';

export class NextActionAnswer {
  @ApiProperty({ description: '命令 / Command' }) command!: string;
  @ApiProperty({
    description: '步骤 / Step',
    type: 'object',
    properties: { zh: { type: 'string' }, en: { type: 'string' } },
  })
  label!: { zh: string; en: string };
}

/** 201: what was recorded, where the case stands, and what this actor may do next. */
export class RecordedAnswer {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ description: '事件 / Event' }) event!: string;
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ type: 'integer', description: '案件版本 / Revision of the case' }) revision!: number;
  @ApiProperty({ type: 'integer', description: '日志位置 / Position in the log' }) position!: number;
  @ApiProperty({ description: '状态 / Status' }) status!: string;
  @ApiProperty({ type: [NextActionAnswer] }) nextActions!: NextActionAnswer[];
}

/** Words the answer to a recorded step. */
@Injectable()
export class AnswerWriter {
  constructor(@Inject(SettingsService) private readonly settings: SettingsService) {}

  answer(process: Process, step: Step, recorded: Recorded, actor: Actor): RecordedAnswer {
    const { state, caseId, revision, position, events } = recorded;
    const actions = nextActions(process, state, {
      actor,
      today: shanghaiDate(new Date()),
      township: townshipOf(this.settings.current()),
    });
    return {
      caseId,
      event: step.event,
      eventId: events.at(-1)!.id,
      revision,
      position,
      status: state.status,
      nextActions: actions
        .filter(({ refusal }) => !refusal)
        .map((action) => ({ command: action.step.commandName, label: action.step.label })),
    };
  }
}
