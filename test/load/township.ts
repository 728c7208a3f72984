import {
  foldSettings,
  type SettingsEvents,
  type SettingsEventType,
  type StaffMember,
  townshipOf,
} from '#foundation/settings';
import { type Actor, type Role, type Township } from '#foundation/process';
import { atOnce, type HttpClient } from './client.js';

/** A township of twelve villages with ten grid cells each, and the staff that demolition cases meet. */
export const villages: readonly string[] = Array.from({ length: 12 }, (_, index) => `第${index + 1}村`);
const two = (value: number): string => String(value).padStart(2, '0');
const cells = villages.flatMap((village, v) =>
  Array.from({ length: 10 }, (_, c) => ({ code: `WG-${two(v + 1)}-${two(c + 1)}`, village, group: `第${c + 1}组` })),
);
export const gridCodes: readonly string[] = cells.map((cell) => cell.code);
export const cellsOf = (village: string): readonly string[] =>
  cells.filter((cell) => cell.village === village).map((cell) => cell.code);

function member(code: string, post: string, role: Role, scope: Partial<StaffMember> = {}): StaffMember {
  return { code, post, roles: [role], certified: role === 'ENFORCEMENT_OFFICER', grids: [], villages: [], ...scope };
}

const each = <T>(count: number, make: (n: string, index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(two(index + 1), index));

export const staff: readonly StaffMember[] = [
  ...each(12, (n, v) => member(`网格-${n}`, '网格员', 'GRID_MEMBER', { grids: cellsOf(villages[v]!).slice() })),
  ...each(12, (n, v) => member(`协管-${n}`, '村级协管员', 'VILLAGE_COORDINATOR', { villages: [villages[v]!] })),
  ...each(6, (n) => member(`执法-${n}`, '综合执法人员', 'ENFORCEMENT_OFFICER')),
  ...each(2, (n) => member(`批准-${n}`, '机关负责人', 'APPROVING_HEAD')),
  ...each(2, (n) => member(`法审-${n}`, '法制审核人员', 'LEGAL_REVIEWER')),
  member('统计-01', '党政办统计员', 'STATISTICIAN'),
];

const published: { [Type in SettingsEventType]?: SettingsEvents[Type] } = {
  GridRegisterPublished: { cells },
  StaffRegisterPublished: { staff },
  BaselineDateSet: { baselineDate: '2021-07-01' },
};

/** The township as the rules see it, for cases that are decided here and not over HTTP. */
export const township: Township = townshipOf(
  foldSettings(Object.entries(published).map(([type, data], revision) => ({ type, data, revision }))),
);

export const staffOf = (role: Role): readonly StaffMember[] => staff.filter((one) => one.roles.includes(role));

export const actorOf = ({ code, roles, grids, villages: own }: StaffMember): Actor => ({
  staffRef: code,
  roles,
  grids,
  villages: own,
});

const partOf: Partial<Record<SettingsEventType, string>> = {
  GridRegisterPublished: 'grid-register',
  StaffRegisterPublished: 'staff-register',
  BaselineDateSet: 'baseline-date',
};

/**
 * Publishes the registers, opens an account for each of the staff and signs all of them in.
 * @returns the session token of each, by staff code
 */
export async function settle(http: HttpClient, operatorToken: string): Promise<ReadonlyMap<string, string>> {
  for (const [type, body] of Object.entries(published))
    await http.expect('POST', `/api/v1/settings/${partOf[type as SettingsEventType]}`, { token: operatorToken, body });
  const sessions = new Map<string, string>();
  // Passwords are dear to hash: more at once only wait for each other.
  const waiting = [...staff.entries()];
  await atOnce(4, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      sessions.set(next[1].code, await signedIn(http, operatorToken, next[1], `staff${next[0]}`));
  });
  return sessions;
}

async function signedIn(http: HttpClient, operatorToken: string, one: StaffMember, username: string): Promise<string> {
  const { password: first } = await http.expect<{ password: string }>('POST', '/api/v1/accounts', {
    token: operatorToken,
    body: { username, staffRef: one.code, post: one.post, roles: one.roles, grids: one.grids, villages: one.villages },
  });
  const signIn = (password: string): Promise<{ token: string }> =>
    http.expect('POST', '/api/v1/session', { body: { username, password } });
  const { token } = await signIn(first);
  const next = `${first}-of-their-own`;
  await http.expect('POST', '/api/v1/session/password', { token, body: { present: first, next } });
  return (await signIn(next)).token;
}
