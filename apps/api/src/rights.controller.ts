import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, holdsAny, type Principal } from '#foundation/identity';
import { followUpReaders } from './follow-ups.controller.js';
import { importers, importReaders } from './imports.controller.js';
import { processes } from './processes.js';
import { seesFigures, type Sight, sightOrNone } from './reading-rights.js';

const sights = ['full', 'stage', 'none'] as const;

export class RightsView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...sights] },
    description: '各类案件可见程度 / What is shown of each kind of case',
  })
  cases!: Record<string, Sight | 'none'>;
  @ApiProperty({ description: '可看统计指标 / Sees figures' }) figures!: boolean;
  @ApiProperty({ enum: ['run', 'read', 'none'], description: '台账导入 / Imports' }) imports!: 'run' | 'read' | 'none';
  @ApiProperty({ description: '可看被拒的跨案后续 / Sees the follow-ups that were refused' }) followUps!: boolean;
}

/** What the roles and scope of an account open, so that a page offers no door that is locked. */
@ApiTags('session')
@Controller('api/v1/rights')
export class RightsController {
  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '本人权限 / Rights of whoever asks' })
  @ApiOkResponse({ type: RightsView })
  show(@CurrentPrincipal() principal: Principal): RightsView {
    return {
      cases: Object.fromEntries([...processes.keys()].map((name) => [name, sightOrNone(principal, name)])),
      figures: seesFigures(principal),
      imports: holdsAny(principal, importers) ? 'run' : holdsAny(principal, importReaders) ? 'read' : 'none',
      followUps: holdsAny(principal, followUpReaders),
    };
  }
}
