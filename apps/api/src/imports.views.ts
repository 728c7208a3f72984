import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type ImportResult, type ImportRun, type RowVerdict } from '#foundation/imports';

export class ImportTakenView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '台账种类 / Kind of ledger' }) kind!: string;
  @ApiProperty() location!: string;
}

export class RowVerdictView implements RowVerdict {
  @ApiProperty({ type: 'integer', description: '行号 / Row as Excel shows it' }) row!: number;
  @ApiProperty({ enum: ['accepted', 'refused'] }) verdict!: RowVerdict['verdict'];
  @ApiPropertyOptional({ description: '台账编号 / Number in the ledger' }) ledgerNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional() caseNo?: string;
  @ApiPropertyOptional({ description: '首次记录 / Recorded by this import' }) first?: boolean;
  @ApiPropertyOptional({ description: '拒绝代码 / Refusal code' }) code?: string;
  @ApiPropertyOptional({ description: '被拒步骤 / Event refused' }) step?: string;
  @ApiPropertyOptional({ description: '列 / Column' }) column?: string;
}

class RowRefusalView {
  @ApiProperty({ type: 'integer' }) row!: number;
  @ApiProperty() code!: string;
  @ApiPropertyOptional() step?: string;
  @ApiPropertyOptional() column?: string;
}

export class ImportResultView implements ImportResult {
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer' }) rows!: number;
  @ApiProperty({ type: 'integer' }) accepted!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [RowRefusalView] }) refusals!: readonly RowRefusalView[];
  @ApiProperty({ type: [RowVerdictView] }) verdicts!: readonly RowVerdictView[];
}

class ImportRefusalView {
  @ApiProperty() code!: string;
  @ApiPropertyOptional() reason?: string;
}

type State = ImportRun['state'];

class ImportSummaryView implements Omit<ImportRun, 'result'> {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ description: '试运行 / Nothing is recorded' }) dryRun!: boolean;
  @ApiProperty() requestedBy!: string;
  @ApiProperty({ enum: ['waiting', 'running', 'done', 'refused'] satisfies State[] }) state!: State;
  @ApiProperty({ type: 'integer' }) rowsDone!: number;
  @ApiProperty({ type: 'integer', nullable: true }) rowsTotal!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) position!: number | null;
  @ApiProperty({ type: ImportRefusalView, nullable: true }) refusal!: ImportRun['refusal'];
  @ApiProperty({ type: 'string', nullable: true }) trouble!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class ImportListView {
  @ApiProperty({ type: [ImportSummaryView] }) imports!: ImportSummaryView[];
}

export class ImportRunView extends ImportSummaryView implements ImportRun {
  @ApiProperty({ type: ImportResultView, nullable: true }) result!: ImportResultView | null;
}
