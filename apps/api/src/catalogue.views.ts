import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { type Text } from '#foundation/process';

export class TextView implements Text {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

const words = (description: string): ApiPropertyOptions => ({ type: TextView, description });
const wordsByCode = (description: string): ApiPropertyOptions => ({
  type: 'object',
  description,
  additionalProperties: { $ref: getSchemaPath(TextView) },
});

export class StateView {
  @ApiProperty() code!: string;
  @ApiProperty(words('名称 / Name')) label!: Text;
  @ApiProperty({ description: '办结状态 / Nothing follows but look-backs and reopenings' }) terminal!: boolean;
}

const fieldTypes = ['date', 'datetime', 'text', 'string', 'ref', 'doc', 'code', 'int', 'bool', 'struct'] as const;

export class FieldView {
  @ApiProperty() name!: string;
  @ApiProperty(words('名称 / Label')) label!: Text;
  @ApiProperty({ enum: fieldTypes }) type!: (typeof fieldTypes)[number];
  @ApiProperty({ description: '多值 / A list of such values' }) list!: boolean;
  @ApiProperty() required!: boolean;
  @ApiProperty({ description: '可为空列表 / An empty list is a statement' }) emptyAllowed!: boolean;
  @ApiProperty({ description: '人员编号 / Names people of the staff register' }) staff!: boolean;
  @ApiProperty({ type: 'string', nullable: true, description: '存储单位 / Stored unit' }) unit!: string | null;
  @ApiProperty({ type: 'string', nullable: true, description: '代码表 / Code list' }) codeList!: string | null;
  @ApiProperty({ enum: ['positive', 'not-negative', 'rule'] }) sign!: 'positive' | 'not-negative' | 'rule';
  @ApiProperty({ type: () => [FieldView], required: false, description: '结构内字段 / Fields of the structure' })
  fields?: FieldView[];
}

export class StepView {
  @ApiProperty({ description: '命令 / Command' }) command!: string;
  @ApiProperty({ description: '地址中的名称 / Name in the address' }) path!: string;
  @ApiProperty({ description: '事件 / Event' }) event!: string;
  @ApiProperty(words('步骤 / Step')) label!: Text;
  @ApiProperty({ description: '立案步骤 / Opens a case' }) opens!: boolean;
  @ApiProperty({ description: '可在已有案件中办理 / May be taken in a case that exists' }) continues!: boolean;
  @ApiProperty({ type: [FieldView] }) fields!: FieldView[];
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty({ description: '业务日期所在字段，或 recorded / Field of the business date, or recorded' })
  occurredOn!: string;
  @ApiProperty({ type: [String], description: '可晚于今日的日期 / Dates that may lie ahead' })
  futureDates!: readonly string[];
  @ApiProperty({ description: '更正步骤 / Puts an earlier entry right' }) correction!: boolean;
  @ApiProperty({ description: '各类案件共有 / Shared by every kind of case' }) shared!: boolean;
}

export class CodeLabelView {
  @ApiProperty() code!: string;
  @ApiProperty(words('名称 / Name')) label!: Text;
}

export class ObligationSpecView extends CodeLabelView {
  @ApiProperty({ type: [String], description: '可了结它的事件 / Events that may settle it' })
  closedBy!: readonly string[];
}

export class DeadlineSpecView extends CodeLabelView {
  @ApiProperty() length!: string;
  @ApiProperty() unit!: string;
  @ApiProperty({ description: '责任角色 / Role that owes the step' }) owner!: string;
  @ApiProperty({ description: '依据 / Basis' }) basis!: string;
  @ApiProperty({ description: '逾期后果 / What a miss leads to' }) effect!: string;
  @ApiProperty({ type: [String], description: '完成它的事件 / Events that meet it' }) endsOn!: readonly string[];
}

export class ProcessView {
  @ApiProperty() name!: string;
  @ApiProperty(words('案件种类 / Kind of case')) title!: Text;
  @ApiProperty({ type: [StateView] }) states!: StateView[];
  @ApiProperty({ type: [StepView] }) steps!: StepView[];
  @ApiProperty({ type: [ObligationSpecView] }) obligations!: ObligationSpecView[];
  @ApiProperty({ type: [DeadlineSpecView] }) deadlines!: DeadlineSpecView[];
}

export class FigureView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '案件种类 / Kind of case' }) process!: string;
  @ApiProperty(words('指标 / Figure')) label!: Text;
  @ApiProperty({ description: '显示单位 / Shown unit' }) unit!: string;
  @ApiProperty({ description: '显示格式 / How a value is shown' }) format!: string;
  @ApiProperty({ description: '统计对象 / What is counted or summed' }) factKind!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '筛选 / Codes that the facts must have' })
  where!: Readonly<Record<string, string | readonly string[]>>;
}

export class UnitView {
  @ApiProperty(words('单位 / Unit')) label!: Text;
  @ApiProperty({ type: 'integer', description: '存储值除以此数 / Divides the stored number' }) scale!: number;
}

/** Everything that the page is built from: a kind of case that is added here appears there. */
@ApiExtraModels(TextView, UnitView)
export class CatalogueView {
  @ApiProperty({ type: [ProcessView] }) processes!: ProcessView[];
  @ApiProperty({
    type: 'object',
    description: '代码表 / Code lists',
    additionalProperties: { type: 'object', additionalProperties: { $ref: getSchemaPath(TextView) } },
  })
  codeLists!: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  @ApiProperty({ type: [FigureView] }) figures!: FigureView[];
  @ApiProperty({
    type: 'object',
    description: '单位 / Units',
    additionalProperties: { $ref: getSchemaPath(UnitView) },
  })
  units!: Readonly<Record<string, UnitView>>;
  @ApiProperty(wordsByCode('拒绝代码 / Refusals')) refusals!: Readonly<Record<string, Text>>;
  @ApiProperty(wordsByCode('角色 / Roles')) roles!: Readonly<Record<string, Text>>;
}
