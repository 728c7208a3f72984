import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { type FigureEntries, type FigureEntry, type Figures } from '#insights/statistics';
import { TextView } from './catalogue.views.js';

const text = { type: 'string', nullable: true } as const;

const values: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'integer' }, { type: 'string', format: 'date' }], nullable: true },
  description: '以最小单位计 / In the smallest unit, by figure id; a date for figures that are one',
};

export class FiguresView implements Figures {
  @ApiProperty({ example: '2022H1' }) period!: string;
  @ApiProperty({ type: 'integer', description: '日志位置 / Log position they stand for' }) position!: number;
  @ApiProperty(values) figures!: Figures['figures'];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    description: '比率的分子分母 / Numerator and denominator of each rate',
  })
  ratioParts!: Figures['ratioParts'];
}

export class FigurePartView {
  @ApiProperty({ description: '月份或村 / Month or village', example: '2022-03' }) key!: string;
  @ApiProperty(values) figures!: Figures['figures'];
}

export class FigureBreakdownView {
  @ApiProperty() period!: string;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ type: [FigurePartView] }) parts!: FigurePartView[];
}

export class FigureEntryView implements FigureEntry {
  @ApiProperty({ ...text, format: 'uuid', description: '空：计入而不得打开 / Null: it counts and is not opened' })
  caseId!: string | null;
  @ApiProperty(text) caseNo!: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) eventId!: string | null;
  @ApiProperty(text) eventType!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) revision!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) position!: number | null;
  @ApiProperty({ format: 'date', description: '决定统计期的日期 / Date that decides the period' }) on!: string;
  @ApiProperty({ type: 'integer' }) quantity!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) dims!: Readonly<Record<string, string>>;
  @ApiProperty(text) gridCode!: string | null;
  @ApiProperty(text) village!: string | null;
  @ApiProperty(text) place!: string | null;
  @ApiProperty({ ...text, format: 'uuid', description: '使其计入的事件 / Event that made it count' })
  addedByEvent!: string | null;
}

class FigureNameView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: TextView }) label!: TextView;
  @ApiProperty() unit!: string;
}

export class FigureEntriesView implements FigureEntries {
  @ApiProperty({ type: FigureNameView }) figure!: FigureNameView;
  @ApiProperty() period!: string;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'string', format: 'date' }],
    nullable: true,
    description: '合计 / Count or sum of all entries',
  })
  value!: FigureEntries['value'];
  @ApiProperty({ type: [FigureEntryView] }) entries!: readonly FigureEntryView[];
  @ApiProperty({ required: false }) next?: string;
}
