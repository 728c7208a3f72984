import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Term } from '#foundation/process';
import { type CaseHistory, type CasePage, type CaseRow, type DeadlineRow, type HistoryEntry } from '#insights/status';
import { TextView } from './catalogue.views.js';

const text = { type: 'string', nullable: true } as const;
const date = { ...text, format: 'date' } as const;
const anyObject = { type: 'object', additionalProperties: true } as const;
const onlyInFull = '仅见阶段者不显示 / Not shown to those who see the stage only';

/** A case as the list shows it. Those who see the stage of a case only are shown the required properties alone. */
export class CaseRowView implements Partial<CaseRow> {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ description: '案件种类 / Kind of case' }) process!: string;
  @ApiProperty({ ...text, description: '案号 / Case number' }) caseNo!: string | null;
  @ApiProperty({ description: '状态代码 / State code' }) status!: string;
  @ApiProperty(date) statusSince!: string | null;
  @ApiProperty({ ...text, description: '网格编码 / Grid cell' }) gridCode!: string | null;
  @ApiProperty({ ...text, description: '村 / Village' }) village!: string | null;
  @ApiProperty({ ...text, description: '地点 / Place' }) place!: string | null;
  @ApiProperty(date) openedOn!: string | null;
  @ApiProperty({ ...text, required: false, description: onlyInFull }) lastEvent?: string | null;
  @ApiProperty({ ...date, required: false }) lastOn?: string | null;
  @ApiProperty({ type: 'integer', required: false, description: '案件版本 / Revision' }) revision?: number;
  @ApiProperty({ type: 'integer', required: false, description: '日志位置 / Log position' }) position?: number;
  @ApiProperty({ type: 'integer', required: false, description: '未了事项数 / Open obligations' })
  openObligations?: number;
  @ApiProperty({ ...date, required: false, description: '最近应办期限 / Day of the first open term of the government' })
  nextDueOn?: string | null;
}

export class CasePageView implements Omit<CasePage, 'cases'> {
  @ApiProperty({ type: 'integer', description: '日志位置 / Log position that the page shows' }) position!: number;
  @ApiProperty({ type: [CaseRowView] }) cases!: CaseRowView[];
  @ApiProperty({ required: false, description: '下一页游标 / Cursor of the next page' }) next?: string;
}

export class ObligationView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: '同类多项时的标识 / Tells several of one code apart' }) key!: string;
  @ApiProperty({ description: '产生它的事件或案件种类 / Event, or kind of case, that opened it' }) openedBy!: string;
  @ApiProperty({ format: 'date' }) openedOn!: string;
}

export class TermView implements Term {
  @ApiProperty({ type: 'integer', nullable: true, description: '文书所定日期无此数 / Null for a date in the document' })
  n!: number | null;
  @ApiProperty({ enum: ['working', 'calendar', 'month', 'year', 'hour', 'document'] }) unit!: Term['unit'];
  @ApiProperty({ enum: ['at', 'min', 'max'] }) bound!: Term['bound'];
  @ApiProperty({ description: '起算日或时刻，不计入 / Day or minute it counts from, not counted itself' })
  from!: string;
  @ApiProperty({ ...date, description: '末日；放假安排未公布时为空 / Last day; null beyond the holiday notices' })
  endsOn!: string | null;
}

export class DeadlineView implements DeadlineRow {
  @ApiProperty() code!: string;
  @ApiProperty({ format: 'uuid', description: '起算事件 / Event that started it' }) startedBy!: string;
  @ApiProperty({ format: 'date' }) startedOn!: string;
  @ApiProperty({ type: [TermView] }) terms!: readonly TermView[];
  @ApiProperty({ ...date, description: '到期日 / Day on which it falls due; null when nothing does, or not known yet' })
  dueOn!: string | null;
  @ApiProperty({ description: '待放假安排公布后计算 / To be counted once a further holiday notice is published' })
  awaitsCalendar!: boolean;
  @ApiProperty({ description: '日历版本 / Version of the calendar that gave the date' }) calendar!: string;
  @ApiProperty({ description: '责任角色、当事人或其他机关 / Role, PARTY or OTHER_ORGAN that owes it' }) owner!: string;
  @ApiProperty({ required: false, description: '经办人 / Handler' }) handler?: string;
  @ApiProperty({ enum: ['open', 'met', 'void'] }) end!: 'open' | 'met' | 'void';
  @ApiProperty({ required: false, format: 'uuid' }) endedBy?: string;
  @ApiProperty({ required: false, format: 'date' }) endedOn?: string;
  @ApiProperty({ enum: ['open', 'met', 'missed', 'void'], description: '办理结果 / What became of it' })
  status!: 'open' | 'met' | 'missed' | 'void';
  @ApiProperty({ required: false, format: 'uuid', description: '逾期事件 / DeadlineMissed' }) missedBy?: string;
}

export class CaseView extends CaseRowView {
  @ApiProperty({ type: [ObligationView], required: false }) obligations?: readonly ObligationView[];
  @ApiProperty({ type: [DeadlineView], required: false }) deadlines?: readonly DeadlineView[];
}

export class HistoryEntryView implements HistoryEntry {
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ description: '事件 / Event' }) type!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ description: '此后状态 / State right after it, as known then' }) status!: string;
  @ApiProperty({ format: 'date', description: '业务日期 / Business date' }) on!: string;
  @ApiProperty({ format: 'date-time', description: '记录时刻 / Recorded at' }) recordedAt!: string;
  @ApiProperty({ description: '人员编号 / Staff code' }) staffRef!: string;
  @ApiProperty({ description: '角色 / Role' }) actingRole!: string;
  @ApiProperty({ required: false }) lateEntryReason?: string;
  @ApiProperty(anyObject) data!: Readonly<Record<string, unknown>>;
  @ApiPropertyOptional({ ...anyObject, description: '更正后 / As it counts after corrections' })
  corrected?: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: [String] }) correctedBy!: readonly string[];
  @ApiProperty({ ...anyObject, description: '来源 / Where it came from' }) origin!: unknown;
  @ApiPropertyOptional(anyObject) chain!: HistoryEntry['chain'];
}

export class CaseHistoryView implements CaseHistory {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() process!: string;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ type: [HistoryEntryView] }) events!: readonly HistoryEntryView[];
}

export class ActionRefusalView {
  @ApiProperty({ description: '拒绝代码 / Refusal code' }) code!: string;
  @ApiProperty({ type: [ObligationView], required: false }) obligations?: readonly ObligationView[];
  @ApiProperty({ required: false }) reason?: string;
}

export class ActionView {
  @ApiProperty() command!: string;
  @ApiProperty() event!: string;
  @ApiProperty({ type: TextView }) label!: TextView;
  @ApiProperty() allowed!: boolean;
  @ApiProperty({ type: ActionRefusalView, required: false }) refusal?: ActionRefusalView;
  @ApiPropertyOptional({ ...anyObject, description: '沿用前序步骤的值 / Values repeated from earlier steps' })
  prefill?: Record<string, unknown>;
}

export class ActionsView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ type: [ActionView] }) actions!: ActionView[];
}
