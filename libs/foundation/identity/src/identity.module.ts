import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Accounts } from './accounts.js';
import { AccountsController } from './accounts.controller.js';
import { Authenticator } from './authenticator.js';
import { AuthenticationGuard } from './guard.js';
import { IdentityOptions } from './options.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { openVault } from './vault.js';

/** Accounts, sessions and the guard before every route. The vault must have been migrated. */
@Global()
@Module({})
export class IdentityModule {
  static forRoot(options: IdentityOptions): DynamicModule {
    const vault = openVault(options.pool);
    const sessions = new Sessions(vault);
    const authenticator = new Authenticator(sessions, options.operatorToken);
    return {
      module: IdentityModule,
      controllers: [SessionController, AccountsController],
      providers: [
        { provide: IdentityOptions, useValue: options },
        { provide: Accounts, useValue: new Accounts(vault) },
        { provide: Sessions, useValue: sessions },
        { provide: Authenticator, useValue: authenticator },
        { provide: APP_GUARD, useValue: new AuthenticationGuard(authenticator, options.limiter) },
      ],
      exports: [Accounts, Authenticator],
    };
  }
}
