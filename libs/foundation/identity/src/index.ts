export { type Account, type AccountInput, Accounts } from './accounts.js';
export { Authenticator, isLocalCaller, isLoopback } from './authenticator.js';
export { createDemoAccounts, createFirstAdministrator } from './first-start.js';
export { AllowOneTimePassword, CurrentPrincipal, principalOfRequest, Public, RequireRoles } from './guard.js';
export { IdentityModule } from './identity.module.js';
export { IdentityOptions, type StaffRoles } from './options.js';
export { ADMINISTRATOR, holdsAny, operator, type Principal } from './principal.js';
export { migrateVault, openVault, type Vault } from './vault.js';
