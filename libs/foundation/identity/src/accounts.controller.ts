import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { malformed, notFound, Problem, strict, UuidParam } from '#foundation/http';
import { Accounts } from './accounts.js';
import { RequireRoles } from './guard.js';
import { IdentityOptions } from './options.js';
import { ADMINISTRATOR } from './principal.js';
import { AccountView, ChangeAccount, CreateAccount, NewAccountView, OneTimePasswordView } from './requests.js';
import { Sessions } from './sessions.js';

/** Accounts are the administrator's, and the administrator's alone. */
@ApiTags('accounts')
@RequireRoles(ADMINISTRATOR)
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(IdentityOptions) private readonly options: IdentityOptions,
  ) {}

  @Get()
  @ApiOperation({ summary: '账号列表 / Accounts' })
  @ApiOkResponse({ type: [AccountView] })
  async list(): Promise<readonly AccountView[]> {
    return this.accounts.list();
  }

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '新建账号 / Create an account' })
  @ApiBody({ type: CreateAccount })
  @ApiCreatedResponse({ type: NewAccountView })
  async create(@Body(strict(CreateAccount)) body: CreateAccount): Promise<NewAccountView> {
    const { username, staffRef, post, roles = [], grids = [], villages = [] } = body;
    this.checkRoles(staffRef, roles);
    return this.accounts.create({ username, staffRef, post, roles, grids, villages });
  }

  @Patch(':accountId')
  @ApiOperation({ summary: '变更职务、角色、范围或停用 / Change post, roles, scope, or disable' })
  @ApiBody({ type: ChangeAccount })
  @ApiOkResponse({ type: AccountView })
  async change(
    @Param('accountId', UuidParam) id: string,
    @Body(strict(ChangeAccount)) body: ChangeAccount,
  ): Promise<AccountView> {
    if (Object.keys(body).length === 0) throw malformed('nothing to change');
    const present = await this.accounts.find(id);
    if (!present) throw notFound();
    if (body.roles) this.checkRoles(present.staffRef, body.roles);
    const changed = await this.accounts.change(id, body);
    if (!changed) throw notFound();
    this.sessions.forget();
    return changed;
  }

  @Post(':accountId/password')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '重置为一次性密码 / Reset to a one-time password' })
  @ApiOkResponse({ type: OneTimePasswordView })
  async reset(@Param('accountId', UuidParam) id: string): Promise<OneTimePasswordView> {
    const password = await this.accounts.reset(id);
    if (password === undefined) throw notFound();
    this.sessions.forget();
    return { password };
  }

  /** An account gives nobody a role that the staff register does not; administrators need not be in it. */
  private checkRoles(staffRef: string, roles: readonly string[]): void {
    const asStaff = roles.filter((role) => role !== ADMINISTRATOR);
    if (roles.length > 0 && asStaff.length === 0) return;
    const held = this.options.staff.rolesOf(staffRef);
    if (!held) {
      throw new Problem(422, 'INVALID_VALUE', {
        reason: 'the staff code is not in the staff register',
        fields: [{ field: 'staffRef', code: 'INVALID_VALUE' }],
      });
    }
    const missing = asStaff.filter((role) => !held.includes(role));
    if (missing.length > 0) {
      throw new Problem(422, 'INVALID_VALUE', {
        reason: `the staff register does not give ${missing.join(', ')}`,
        fields: [{ field: 'roles', code: 'INVALID_VALUE' }],
      });
    }
  }
}
