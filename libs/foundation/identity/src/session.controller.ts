import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { stringifySetCookie } from 'cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem, strict } from '#foundation/http';
import { Accounts, principalOf } from './accounts.js';
import { Authenticator, sessionCookie, tokenOf } from './authenticator.js';
import { AllowOneTimePassword, CurrentPrincipal, Public } from './guard.js';
import { type Principal } from './principal.js';
import { PrincipalView, ReplacePassword, SignedInView, SignIn } from './requests.js';
import { Sessions } from './sessions.js';
import { IdentityOptions } from './options.js';

@ApiTags('session')
@AllowOneTimePassword()
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(IdentityOptions) private readonly options: IdentityOptions,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '登录 / Sign in' })
  @ApiBody({ type: SignIn })
  @ApiOkResponse({ type: SignedInView })
  async signIn(
    @Body(strict(SignIn)) { username, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const { token, account, expiresAt } = await this.sessions.signIn(username, password, request.ip);
    void reply.header('set-cookie', this.cookie(request, token, new Date(expiresAt)));
    return { ...viewOf(principalOf(account)), expiresAt, token };
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '当前登录者 / Who is signed in' })
  @ApiOkResponse({ type: PrincipalView })
  async show(@CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest): Promise<PrincipalView> {
    const session = await this.authenticator.sessionOf(request);
    return { ...viewOf(principal), ...(session ? { expiresAt: session.expiresAt } : {}) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出 / Sign out' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.end(token);
    void reply.header('set-cookie', this.cookie(request, '', new Date(0)));
  }

  /** Ends every session of the account, this one included: whoever knew the old password is out. */
  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: '修改密码 / Replace the password' })
  @ApiBody({ type: ReplacePassword })
  async replacePassword(
    @Body(strict(ReplacePassword)) { present, next }: ReplacePassword,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const session = await this.authenticator.sessionOf(request);
    if (!session || !(await this.accounts.replacePassword(session.accountId, present, next))) {
      throw new Problem(403, 'WRONG_CREDENTIALS');
    }
    this.sessions.forget();
  }

  private cookie(request: FastifyRequest, value: string, expires: Date): string {
    const secure = this.options.secureCookies || request.protocol === 'https';
    return stringifySetCookie({
      name: sessionCookie,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      expires,
    });
  }
}

const viewOf = (principal: Principal): PrincipalView => ({
  staffRef: principal.staffRef,
  roles: principal.roles,
  grids: principal.grids,
  villages: principal.villages,
  kind: principal.kind,
  mustChange: principal.mustChange ?? false,
});
