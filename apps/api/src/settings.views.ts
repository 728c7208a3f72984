import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Role } from '#foundation/process';
import { type Delegation, type GridCell, type StaffMember } from '#foundation/settings';

class GridCellView implements GridCell {
  @ApiProperty() code!: string;
  @ApiProperty() village!: string;
  @ApiProperty() group!: string;
  @ApiPropertyOptional({ format: 'date' }) from?: string;
  @ApiPropertyOptional({ format: 'date' }) to?: string;
}

class StaffMemberView implements StaffMember {
  @ApiProperty() code!: string;
  @ApiProperty({ description: '职务 / Post' }) post!: string;
  @ApiProperty({ type: [String] }) roles!: readonly Role[];
  @ApiProperty({ description: '持执法证 / Holds an enforcement card' }) certified!: boolean;
  @ApiProperty({ type: [String] }) grids!: readonly string[];
  @ApiProperty({ type: [String] }) villages!: readonly string[];
}

class DelegationView implements Delegation {
  @ApiProperty() authority!: string;
  @ApiProperty() legalBasis!: string;
  @ApiProperty() documentNo!: string;
  @ApiProperty({ format: 'date' }) from!: string;
}

class DayHoursView {
  @ApiProperty({ example: '06:00' }) start!: string;
  @ApiProperty({ example: '22:00' }) end!: string;
}

class CalendarView {
  @ApiProperty() version!: string;
  @ApiProperty({ format: 'date' }) publishedThrough!: string;
}

export class SettingsView {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiPropertyOptional({ format: 'date', description: '新旧划分日 / Divides new from existing stock' })
  baselineDate?: string;
  @ApiProperty({ type: [GridCellView] }) cells!: GridCellView[];
  @ApiProperty({ type: [StaffMemberView] }) staff!: StaffMemberView[];
  @ApiProperty({ type: [DelegationView] }) delegations!: readonly DelegationView[];
  @ApiProperty({ type: DayHoursView }) dayHours!: DayHoursView;
  @ApiProperty({ type: [String], example: ['2022H1'] }) frozenPeriods!: readonly string[];
  @ApiProperty({ type: CalendarView }) calendar!: CalendarView;
}
