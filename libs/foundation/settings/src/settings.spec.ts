import { Refusal } from '#foundation/process';
import {
  defaultSettings,
  foldSettings,
  gridInForce,
  halfYearOf,
  hasDelegation,
  holdsRole,
  parseGridRegister,
  parseStaffRegister,
  type SettingsEventType,
  type SettingsEvents,
  settingsEventTypes,
  townshipOf,
  validateSettings,
} from './index.js';

const officer = {
  code: '执法-01',
  post: '综合执法人员',
  roles: ['ENFORCEMENT_OFFICER' as const],
  certified: true,
  grids: [],
  villages: [],
};
const cell = { code: 'WG-01-01', village: '东岭村', group: '第1组' };
const delegation = {
  authority: 'PLANNING_DEPT',
  legalBasis: 'CPL64',
  documentNo: '县政发〔2022〕3号',
  from: '2022-03-01',
};
const notice2027 = {
  version: 'CN-2027',
  publishedFrom: '2027-01-01',
  publishedThrough: '2027-12-31',
  holidays: ['2027-01-01'],
  makeupWorkdays: ['2027-01-09'],
};

const good: { [Type in SettingsEventType]: SettingsEvents[Type] } = {
  GridRegisterPublished: { cells: [cell, { ...cell, code: 'WG-01-02', from: '2021-03-01', to: '2022-06-30' }] },
  StaffRegisterPublished: { staff: [officer] },
  EnterpriseRegisterPublished: {
    enterprises: [
      { code: '企业-0001', keyFrom: '2022-01-01', keyTo: '2022-06-30' },
      { code: '企业-0002', to: '2022-03-31' },
    ],
  },
  BaselineDateSet: { baselineDate: '2021-07-01' },
  DelegationsPublished: { delegations: [delegation] },
  DayHoursSet: { start: '07:00', end: '20:00' },
  LimitsPublished: { limits: [{ name: 'waterTransparencyMinCm', value: 30 }] },
  PeriodsFrozen: { periods: ['2021H2', '2022H1'] },
  HolidayCalendarPublished: notice2027,
};

const folded = (...events: [type: string, data: unknown][]) =>
  foldSettings(events.map(([type, data], revision) => ({ type, data, revision })));
const all = folded(...settingsEventTypes.map((type): [string, unknown] => [type, good[type]]));

describe('a township that has published nothing', () => {
  it('has day hours, a calendar and nothing else', () => {
    expect(folded()).toEqual(defaultSettings);
    expect(defaultSettings.version).toBe(-1);
    expect(defaultSettings.dayHours).toEqual({ start: '06:00', end: '22:00' });
    expect(defaultSettings.baselineDate).toBeUndefined();
  });

  it('has no grid cell, no staff, no delegation and no frozen period', () => {
    const township = townshipOf(defaultSettings);
    expect(township.gridInForce('WG-01-01', '2022-01-01')).toBe(false);
    expect(township.holdsRole('执法-01', 'ENFORCEMENT_OFFICER')).toBe(false);
    expect(township.hasDelegation('CPL64', '2022-01-01')).toBe(false);
    expect(township.isFrozen('2022-01-01')).toBe(false);
  });
});

describe('what a township publishes', () => {
  it('knows its enterprises and its key enterprises by the day', () => {
    const township = townshipOf(all);
    expect(township.isEnterprise('企业-0002', '2022-03-31')).toBe(true);
    expect(township.isEnterprise('企业-0002', '2022-04-01')).toBe(false);
    expect(township.isEnterprise('企业-0003', '2022-03-31')).toBe(false);
    expect(township.isEnterprise('企业-0001', '2022-06-30', 'key')).toBe(true);
    expect(township.isEnterprise('企业-0001', '2022-07-01', 'key')).toBe(false);
    expect(township.isEnterprise('企业-0002', '2022-03-01', 'key')).toBe(false);
  });

  it('is accepted', () => {
    for (const type of settingsEventTypes) expect([type, validateSettings(type, good[type])]).toEqual([type, []]);
    expect(all.version).toBe(8);
  });

  it('puts grid cells in force between their dates, both included', () => {
    expect(gridInForce(all, 'WG-01-01', '1999-01-01')).toBe(true);
    expect(gridInForce(all, 'WG-01-02', '2021-02-28')).toBe(false);
    expect(gridInForce(all, 'WG-01-02', '2021-03-01')).toBe(true);
    expect(gridInForce(all, 'WG-01-02', '2022-06-30')).toBe(true);
    expect(gridInForce(all, 'WG-01-02', '2022-07-01')).toBe(false);
    expect(gridInForce(all, 'WG-99-99', '2022-01-01')).toBe(false);
  });

  it('gives people their roles', () => {
    expect(holdsRole(all, '执法-01', 'ENFORCEMENT_OFFICER')).toBe(true);
    expect(holdsRole(all, '执法-01', 'APPROVING_HEAD')).toBe(false);
    expect(holdsRole(all, '执法-02', 'ENFORCEMENT_OFFICER')).toBe(false);
  });

  it('delegates a power from its date on', () => {
    expect(hasDelegation(all, 'PLANNING_DEPT', 'CPL64', '2022-02-28')).toBe(false);
    expect(hasDelegation(all, 'PLANNING_DEPT', 'CPL64', '2022-03-01')).toBe(true);
    expect(hasDelegation(all, 'ECOLOGY_DEPT', 'CPL64', '2022-03-01')).toBe(false);
    expect(hasDelegation(all, 'PLANNING_DEPT', 'LAL77', '2022-03-01')).toBe(false);
  });

  it('is what the rules of the processes see', () => {
    const township = townshipOf(all);
    expect(township.baselineDate).toBe('2021-07-01');
    expect(township.dayHours).toEqual({ start: '07:00', end: '20:00' });
    expect(township.villageOf('WG-01-01')).toBe('东岭村');
    expect(township.isStaff('执法-01')).toBe(true);
    expect(township.isCertified('执法-01')).toBe(true);
    expect(township.isCertified('执法-02')).toBe(false);
    expect(township.hasDelegation('CPL64', '2022-03-01')).toBe(true);
    expect(['2021-06-30', '2021-07-01', '2022-06-30', '2022-07-01'].map((on) => township.isFrozen(on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(township.calendar.addWorkingDays('2026-12-31', 1)).toBe('2027-01-04');
  });

  it('replaces what was published before', () => {
    const settings = folded(
      ['PeriodsFrozen', { periods: ['2021H2'] }],
      ['GridRegisterPublished', { cells: [cell] }],
      ['PeriodsFrozen', { periods: [] }],
      ['GridRegisterPublished', { cells: [{ ...cell, code: 'WG-02-01' }] }],
    );
    expect(settings.frozenPeriods).toEqual([]);
    expect([...settings.gridCells.keys()]).toEqual(['WG-02-01']);
  });
});

describe('folding', () => {
  it('never fails, whatever the stream holds', () => {
    const settings = folded(
      ['BaselineDateSet', { baselineDate: '2021-07-01' }],
      ['SomethingOfALaterVersion', { x: 1 }],
      ['BaselineDateSet', { baselineDate: 'soon' }],
      ['GridRegisterPublished', null],
      ['HolidayCalendarPublished', { ...notice2027, publishedFrom: '2040-01-01', publishedThrough: '2040-12-31' }],
      ['toString', {}],
    );
    expect(settings.baselineDate).toBe('2021-07-01');
    expect(settings.version).toBe(5);
    expect(settings.calendar).toBe(defaultSettings.calendar);
  });

  it('goes on from where it stopped', () => {
    const first = folded(['BaselineDateSet', { baselineDate: '2021-07-01' }]);
    const next = foldSettings([{ type: 'DayHoursSet', data: { start: '08:00', end: '18:00' }, revision: 1 }], first);
    expect(next).toMatchObject({ version: 1, baselineDate: '2021-07-01', dayHours: { start: '08:00', end: '18:00' } });
  });
});

describe('what may not be published', () => {
  const refused: [SettingsEventType, unknown, string, string?][] = [
    ['GridRegisterPublished', { cells: [cell, cell] }, 'cells[1]'],
    ['GridRegisterPublished', { cells: [{ ...cell, from: '2022-02-30' }] }, 'cells[0].from'],
    ['GridRegisterPublished', { cells: [{ ...cell, from: '2022-02-02', to: '2022-02-01' }] }, 'cells[0].to'],
    ['GridRegisterPublished', { cells: [{ ...cell, code: ' ' }] }, 'cells[0].code'],
    ['GridRegisterPublished', { cells: [{ ...cell, mood: 'calm' }] }, 'cells[0].mood'],
    ['GridRegisterPublished', { cells: [] }, 'cells'],
    ['GridRegisterPublished', {}, 'cells'],
    ['GridRegisterPublished', { cells: [{ ...cell, village: '东岭村 13812345678' }] }, 'cells[0].village', 'R-ALL-11'],
    ['StaffRegisterPublished', { staff: [{ ...officer, roles: ['MAYOR'] }] }, 'staff[0].roles[0]'],
    ['StaffRegisterPublished', { staff: [{ ...officer, roles: [] }] }, 'staff[0].roles'],
    ['StaffRegisterPublished', { staff: [{ ...officer, roles: ['SYSTEM_CLOCK'] }] }, 'staff[0].roles'],
    ['StaffRegisterPublished', { staff: [officer, officer] }, 'staff[1]'],
    ['StaffRegisterPublished', { staff: [{ ...officer, certified: '是' }] }, 'staff[0].certified'],
    ['BaselineDateSet', { baselineDate: '2021/7/1' }, 'baselineDate'],
    ['BaselineDateSet', undefined, ''],
    ['DelegationsPublished', { delegations: [{ ...delegation, authority: 'KING' }] }, 'delegations[0].authority'],
    ['DelegationsPublished', { delegations: [{ ...delegation, legalBasis: 'CPL99' }] }, 'delegations[0].legalBasis'],
    ['LimitsPublished', { limits: [{ name: 'mood', value: 1 }] }, 'limits[0].name'],
    ['LimitsPublished', { limits: [{ name: 'waterAmmoniaNMax', value: -1 }] }, 'limits[0].value', 'R-ALL-07'],
    ['DayHoursSet', { start: '22:00', end: '06:00' }, 'end'],
    ['DayHoursSet', { start: '6:00', end: '24:00' }, 'start'],
    ['PeriodsFrozen', { periods: ['2022H3'] }, 'periods[0]'],
    ['PeriodsFrozen', { periods: ['2022H1', '2022H1'] }, 'periods[1]'],
    ['HolidayCalendarPublished', { ...notice2027, holidays: ['2027-01-32'] }, 'holidays[0]'],
    ['HolidayCalendarPublished', { ...notice2027, makeupWorkdays: ['2027-01-01'] }, 'makeupWorkdays'],
    ['HolidayCalendarPublished', { ...notice2027, publishedThrough: '2026-12-31' }, 'publishedThrough'],
    ['HolidayCalendarPublished', { ...notice2027, publishedFrom: '2027-01-05' }, 'publishedFrom'],
  ];

  it.each(refused)('%s %j: %s', (type, data, field, code = 'R-ALL-05') => {
    const [first] = validateSettings(type, data);
    expect(first).toMatchObject({ field, code });
    expect(first!.reason.zh).not.toBe('');
  });
});

describe('a half-year', () => {
  it('ends with June and with December', () => {
    expect(['2022-01-01', '2022-06-30', '2022-07-01', '2022-12-31'].map(halfYearOf)).toEqual([
      '2022H1',
      '2022H1',
      '2022H2',
      '2022H2',
    ]);
  });
});

describe('registers kept in Excel', () => {
  const refusalOf = (read: () => unknown): Refusal => {
    try {
      read();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error('was read');
  };

  it('give the grid cells', () => {
    const file = new TextEncoder().encode(
      '\uFEFFcode,village,group\r\nWG-01-01,东岭村,第1组\r\n"WG-01-02",东岭村　,第２组\r\n',
    );
    expect(parseGridRegister(file)).toStrictEqual({
      cells: [
        { code: 'WG-01-01', village: '东岭村', group: '第1组' },
        { code: 'WG-01-02', village: '东岭村', group: '第2组' },
      ],
    });
  });

  it('give the dates of cells that came or went', () => {
    const file =
      'code,village,group,from,to\r\nWG-01-01,东岭村,第1组,2021/3/1,\r\nWG-01-02,东岭村,第2组,,2022年6月30日\r\n';
    expect(parseGridRegister(file).cells).toEqual([
      { code: 'WG-01-01', village: '东岭村', group: '第1组', from: '2021-03-01' },
      { code: 'WG-01-02', village: '东岭村', group: '第2组', to: '2022-06-30' },
    ]);
  });

  it('give the staff; enforcement officers hold a card unless the register says otherwise', () => {
    expect(
      parseStaffRegister('code,post,role\r\n执法-01,综合执法人员,ENFORCEMENT_OFFICER\r\n网格-01,网格员,GRID_MEMBER\r\n')
        .staff,
    ).toEqual([
      officer,
      { code: '网格-01', post: '网格员', roles: ['GRID_MEMBER'], certified: false, grids: [], villages: [] },
    ]);
    const wide =
      'code,post,role,certified,grids,villages\r\n执法-02,队长,"ENFORCEMENT_OFFICER,APPROVING_HEAD",否,WG-01-01、WG-01-02,东岭村\r\n';
    expect(parseStaffRegister(wide).staff).toEqual([
      {
        code: '执法-02',
        post: '队长',
        roles: ['ENFORCEMENT_OFFICER', 'APPROVING_HEAD'],
        certified: false,
        grids: ['WG-01-01', 'WG-01-02'],
        villages: ['东岭村'],
      },
    ]);
  });

  it('are refused as a whole, by row, when anything is wrong', () => {
    const refusal = refusalOf(() =>
      parseGridRegister('code,village,group,from\r\nA,东岭村,1,\r\n\r\nB,,1,2022-02-30\r\n'),
    );
    expect(refusal.code).toBe('R-IMPORT-FILE');
    expect(refusal.details.fields).toEqual([
      { field: 'row 4: village', code: 'R-ALL-05' },
      { field: 'row 4: from', code: 'R-ALL-05' },
    ]);
    expect(refusalOf(() => parseGridRegister('code,village\r\nA,B\r\n')).details.fields).toEqual([
      { field: 'group', code: 'R-ALL-05' },
    ]);
    expect(refusalOf(() => parseStaffRegister('code,post,role,mood\r\nA,B,GRID_MEMBER,x\r\n')).details.fields).toEqual([
      { field: 'mood', code: 'R-ALL-05' },
    ]);
    expect(
      refusalOf(() => parseStaffRegister('code,post,role,certified\r\nA,B,GRID_MEMBER,maybe\r\n')).details.fields,
    ).toEqual([{ field: 'row 2: certified', code: 'R-ALL-05' }]);
    expect(refusalOf(() => parseStaffRegister('')).code).toBe('R-IMPORT-FILE');
  });
});
