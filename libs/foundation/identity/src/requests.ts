import { ApiProperty } from '@nestjs/swagger';
import { BooleanValue, StringListValue, StringValue } from '#foundation/http';
import { maxPasswordLength, minPasswordLength } from './passwords.js';
import { accountRoles } from './principal.js';

export class SignIn {
  @StringValue({ maxLength: 40, description: '用户名 / User name' })
  username!: string;
  @StringValue({ maxLength: maxPasswordLength, format: 'password', description: '密码 / Password' })
  password!: string;
}

export class ReplacePassword {
  @StringValue({ maxLength: maxPasswordLength, format: 'password', description: '当前密码 / Present password' })
  present!: string;
  @StringValue({
    minLength: minPasswordLength,
    maxLength: maxPasswordLength,
    format: 'password',
    description: '新密码 / New password',
  })
  next!: string;
}

class Scope {
  @StringListValue({ among: accountRoles, optional: true, description: '角色 / Roles' })
  roles?: string[];
  @StringListValue({ optional: true, description: '负责网格，空为不限 / Grid cells, empty for all' })
  grids?: string[];
  @StringListValue({ optional: true, description: '负责村，空为不限 / Villages, empty for all' })
  villages?: string[];
}

export class CreateAccount extends Scope {
  @StringValue({ minLength: 2, maxLength: 40, pattern: /^[a-z0-9][a-z0-9._-]*$/, description: '用户名 / User name' })
  username!: string;
  @StringValue({ maxLength: 40, description: '人员编号 / Code of the staff register' })
  staffRef!: string;
  @StringValue({ maxLength: 60, description: '职务，不写姓名 / Post, never a name' })
  post!: string;
}

export class ChangeAccount extends Scope {
  @StringValue({ maxLength: 60, optional: true, description: '职务，不写姓名 / Post, never a name' })
  post?: string;
  @BooleanValue({ optional: true, description: '停用 / Disabled' })
  disabled?: boolean;
}

/** An account as the API shows it. */
export class AccountView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() username!: string;
  @ApiProperty() staffRef!: string;
  @ApiProperty() post!: string;
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty({ type: [String] }) grids!: readonly string[];
  @ApiProperty({ type: [String] }) villages!: readonly string[];
  @ApiProperty() disabled!: boolean;
  @ApiProperty() mustChange!: boolean;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class NewAccountView {
  @ApiProperty({ type: AccountView }) account!: AccountView;
  @ApiProperty({ description: '一次性密码，仅此一次显示 / One-time password, shown this once' }) password!: string;
}

export class OneTimePasswordView {
  @ApiProperty({ description: '一次性密码，仅此一次显示 / One-time password, shown this once' }) password!: string;
}

export class PrincipalView {
  @ApiProperty() staffRef!: string;
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty({ type: [String] }) grids!: readonly string[];
  @ApiProperty({ type: [String] }) villages!: readonly string[];
  @ApiProperty({ enum: ['account', 'operator'] }) kind!: string;
  @ApiProperty({ description: '须先修改一次性密码 / The one-time password must be replaced first' })
  mustChange!: boolean;
  @ApiProperty({ format: 'date-time', required: false }) expiresAt?: string;
}

export class SignedInView extends PrincipalView {
  @ApiProperty({ description: '供程序以 Authorization: Bearer 使用 / For programs, as a bearer token' }) token!: string;
}
