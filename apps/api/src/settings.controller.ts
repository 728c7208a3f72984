import { Body, Controller, Get, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { AcceptsCsv, etagOf, malformed, notFound, Problem, requestIdOf } from '#foundation/http';
import { ADMINISTRATOR, CurrentPrincipal, type Principal, RequireRoles } from '#foundation/identity';
import {
  parseGridRegister,
  parseStaffRegister,
  type SettingsEvents,
  type SettingsEventType,
  SettingsService,
  type TownshipSettings,
  validateSettings,
} from '#foundation/settings';
import { SettingsView } from './settings.views.js';
import { settingsSchemas } from './settings.schemas.js';

interface Part {
  readonly event: SettingsEventType;
  /** Reads the part from CSV as the township keeps it; parts without it come as JSON alone. */
  readonly fromCsv?: (file: Buffer) => SettingsEvents[SettingsEventType];
}

const parts: Readonly<Record<keyof typeof settingsSchemas, Part>> = {
  'grid-register': { event: 'GridRegisterPublished', fromCsv: parseGridRegister },
  'staff-register': { event: 'StaffRegisterPublished', fromCsv: parseStaffRegister },
  'enterprise-register': { event: 'EnterpriseRegisterPublished' },
  'baseline-date': { event: 'BaselineDateSet' },
  delegations: { event: 'DelegationsPublished' },
  'day-hours': { event: 'DayHoursSet' },
  limits: { event: 'LimitsPublished' },
  'frozen-periods': { event: 'PeriodsFrozen' },
  'holiday-calendar': { event: 'HolidayCalendarPublished' },
};

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/** What the township publishes about itself: events of their own stream, each part as a whole. */
@ApiTags('settings')
@Controller('api/v1/settings')
export class SettingsController {
  constructor(@Inject(SettingsService) private readonly settings: SettingsService) {}

  @Get()
  @ApiOperation({ summary: '现行设置 / Settings in force' })
  @ApiOkResponse({ type: SettingsView })
  show(@Res({ passthrough: true }) reply: FastifyReply): SettingsView {
    const current = this.settings.current();
    void reply.header('etag', etagOf(current.version));
    return viewOf(current);
  }

  @Post(':part')
  @RequireRoles(ADMINISTRATOR)
  @ApiOperation({ summary: '发布设置 / Publish a part of the settings' })
  @ApiParam({ name: 'part', enum: Object.keys(parts) })
  @AcceptsCsv()
  @ApiConsumes('application/json', 'text/csv')
  @ApiBody({ schema: { oneOf: Object.values(settingsSchemas) } })
  async publish(
    @Param('part') name: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string>,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ part: string; revision: number; position: number }> {
    if (!isPart(name)) throw notFound();
    const requestId = requestIdOf(headers);
    const part = parts[name];
    const data = this.dataOf(part, body);
    const { revision, position } = await this.settings.publish(part.event, data, {
      staffRef: principal.staffRef,
      role: ADMINISTRATOR,
      requestId,
    });
    return { part: name, revision, position };
  }

  private dataOf({ event, fromCsv }: Part, body: unknown): SettingsEvents[SettingsEventType] {
    if (Buffer.isBuffer(body)) {
      if (!fromCsv) throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE');
      return fromCsv(body);
    }
    const faults = validateSettings(event, body, this.settings.current());
    if (faults.length > 0) throw malformed('the settings are not acceptable', faults.slice(0, 100));
    return body as SettingsEvents[SettingsEventType];
  }
}

/** Settings as JSON: lists where the product keeps maps, and of the calendar what was published. */
const viewOf = ({ gridCells, staff, calendar, ...rest }: TownshipSettings): SettingsView => ({
  ...rest,
  cells: [...gridCells.values()],
  staff: [...staff.values()],
  calendar: { version: calendar.version, publishedThrough: calendar.publishedThrough },
});
