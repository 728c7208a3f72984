import {
  type Cells,
  type GoodRow,
  ledgerColumns,
  type LedgerRow,
  readLedger,
  recogniseLedger,
} from '#foundation/ledger';
import { demolitionLedger } from './demolition.ledger.js';

type Row = { readonly [header: string]: string };
const headers = [...ledgerColumns(demolitionLedger).keys()];
const read = (row: Row): LedgerRow => {
  const quoted = headers.map((header) => `"${row[header] ?? ''}"`);
  return readLedger(`${headers.join(',')}\r\n${quoted.join(',')}\r\n`, demolitionLedger).rows[0]!;
};
const stepsOf = (row: Row) => (read(row) as GoodRow).steps;
const stepIn = (row: Row, event: string) => stepsOf(row).find((step) => step.event === event);
const namesOf = (row: Row) => stepsOf(row).map(({ event, on }) => `${on} ${event}`);

const found: Row = {
  违建编号: 'WJ-2022-0101',
  发现日期: '2022年3月1日',
  线索来源: '网格巡查',
  网格编码: 'WG-02-03',
  地点: '南冲村第3组晒谷坪旁',
  当事人: '当事人-0101',
};
const surveyed: Row = {
  ...found,
  勘验日期: '2022/3/2',
  勘验人员: '执法-01、执法-02',
  违建类别: '棚屋',
  新旧: '存量',
  建设状态: '已建成',
  开工日期: '2015-05-04',
  '建筑面积(㎡)': '1,086.5',
  '占地面积(㎡)': '1086.50',
  层数: '1',
  土地性质: '基本农田',
  规划区: '村庄规划区',
  是否住人: '否',
  法律依据: '规划法65条',
  主管机关: '镇人民政府',
};
const pulledDown: Row = {
  ...surveyed,
  拆除日期: '2022-06-30',
  拆除方式: '自行拆除',
  拆除照片: '纸质:甲、纸质:乙',
  拆除记录人: '执法-01',
};
const executed: Row = {
  ...surveyed,
  拆除日期: '2022-06-30',
  拆除方式: '强制拆除',
  拆除记录人: '执法-02',
  强拆开始时间: '2022-06-30 9:30',
  物品清单: '纸质:清单',
  见证人: '见证-01，见证-02',
  录像: '纸质:录像',
  生活水电未断: '是',
  紧急: '否',
};
const verified: Row = {
  核验日期: '2022-07-04',
  '核验面积(㎡)': '1080',
  核验类别: '棚屋',
  核验新旧: '存量',
  拆前照片: '纸质:前',
  拆后照片: '纸质:后',
  核验人: '协管-01',
};
const remedy: Row = {
  ...surveyed,
  复议诉讼编号: '复议〔2022〕5号',
  复议诉讼种类: '行政复议',
  复议诉讼受理日期: '2022-05-01',
  受理机关: '县人民政府',
};

describe('控建拆违台账', () => {
  it('has 109 columns and is recognised by its headers', () => {
    expect(headers).toHaveLength(109);
    expect(recogniseLedger({ headers }, [demolitionLedger])).toBe(demolitionLedger);
  });

  it('gives a found and surveyed structure in stored units and codes', () => {
    const row = read(surveyed) as GoodRow;
    expect(row.caseNumber).toBe('WJ-2022-0101');
    expect(row.steps.map(({ event, on, fields }) => ({ event, on, fields }))).toEqual([
      {
        event: 'IllegalBuildingFound',
        on: '2022-03-01',
        fields: {
          foundOn: '2022-03-01',
          leadSource: 'GRID_PATROL',
          gridCode: 'WG-02-03',
          location: '南冲村第3组晒谷坪旁',
          partyRef: '当事人-0101',
        },
      },
      {
        event: 'SiteSurveyed',
        on: '2022-03-02',
        fields: {
          surveyedOn: '2022-03-02',
          officerRefs: ['执法-01', '执法-02'],
          structureKind: 'SHED',
          stockClass: 'EXISTING',
          constructionStatus: 'FINISHED',
          startedOn: '2015-05-04',
          floorAreaDm2: 108_650,
          footprintDm2: 108_650,
          storeys: 1,
          landUse: 'BASIC_FARMLAND',
          planningArea: 'VILLAGE',
          occupiedAsHome: false,
          legalBasis: 'CPL65',
          authority: 'TOWNSHIP_GOVERNMENT',
        },
      },
    ]);
  });

  it('records a demolition by the owner with photos and the person who recorded it', () => {
    expect(stepIn(pulledDown, 'SelfDemolitionRecorded')).toMatchObject({
      fields: { demolishedOn: '2022-06-30', mode: 'SELF', photoRefs: ['纸质:甲', '纸质:乙'] },
      actorStaffRef: '执法-01',
    });
    expect(
      stepIn({ ...pulledDown, 拆除方式: '协助拆除', 同意书: '纸质:同意' }, 'SelfDemolitionRecorded'),
    ).toMatchObject({
      fields: { mode: 'ASSISTED', consentDocRef: '纸质:同意' },
    });
  });

  it('records a compulsory demolition as such', () => {
    expect(namesOf(executed)).toContain('2022-06-30 CompulsoryDemolitionRecorded');
    expect(stepIn(executed, 'CompulsoryDemolitionRecorded')).toMatchObject({
      fields: {
        mode: 'COMPULSORY_ADMIN',
        startedAt: '2022-06-30T09:30',
        witnessRefs: ['见证-01', '见证-02'],
        recordingRefs: ['纸质:录像'],
        utilitiesIntact: true,
        urgent: false,
      },
      actorStaffRef: '执法-02',
    });
  });

  it('verifies the demolition of the same row, by the verifier', () => {
    for (const [demolition, mode] of [
      [pulledDown, 'SELF'],
      [executed, 'COMPULSORY_ADMIN'],
    ] as const) {
      expect(stepIn({ ...demolition, ...verified }, 'DemolitionVerified')).toMatchObject({
        on: '2022-07-04',
        fields: { mode, demolishedOn: '2022-06-30', verifiedAreaDm2: 108_000, verifierStaffRef: '协管-01' },
        actorStaffRef: '协管-01',
      });
    }
  });

  it('upholds or sets aside the order as the remedy ended', () => {
    const ended = { ...remedy, 复议诉讼结果日期: '2022-06-20' };
    const events = ['维持', '撤回', '撤销'].map((result) => stepsOf({ ...ended, 复议诉讼结果: result }).at(-1));
    expect(events.map((step) => [step?.event, step?.fields.result, step?.fields.remedyId])).toEqual([
      ['DemolitionRemedyUpheld', 'UPHELD', '复议〔2022〕5号'],
      ['DemolitionRemedyUpheld', 'WITHDRAWN', '复议〔2022〕5号'],
      ['DemolitionOrderSetAside', 'REVOKED', '复议〔2022〕5号'],
    ]);
  });

  it('keeps the order of the process on one day', () => {
    const sameDay = { ...pulledDown, ...verified, 核验日期: '2022-06-30', 勘验日期: '2022-03-01' };
    expect(namesOf(sameDay)).toEqual([
      '2022-03-01 IllegalBuildingFound',
      '2022-03-01 SiteSurveyed',
      '2022-06-30 SelfDemolitionRecorded',
      '2022-06-30 DemolitionVerified',
    ]);
  });

  it('takes steps by date even where that contradicts the process, for the process to refuse', () => {
    expect(namesOf({ ...pulledDown, ...verified, 核验日期: '2022-06-01' }).slice(2)).toEqual([
      '2022-06-01 DemolitionVerified',
      '2022-06-30 SelfDemolitionRecorded',
    ]);
  });

  it.each<[string, Row]>([
    ['违建类别', { 违建类别: '围墙' }],
    ['建筑面积(㎡)', { '建筑面积(㎡)': '约1086' }],
    ['开工日期', { 开工日期: '2015-02-30' }],
    ['主管机关', { 主管机关: '市人民政府' }],
    ['是否住人', { 是否住人: '有时' }],
  ])('refuses a row whose %s cannot be read', (column, cells) => {
    expect(read({ ...surveyed, ...cells })).toMatchObject({ row: 2, refusal: { code: 'R-IMPORT-CELL', column } });
  });

  it('refuses a row with the number of a person in the remark, which is recorded nowhere', () => {
    expect(read({ ...surveyed, 备注: '户主11010519491231002X' })).toMatchObject({ refusal: { code: 'R-ALL-11' } });
    expect(JSON.stringify(stepsOf({ ...surveyed, 备注: '现场复核两次' }))).not.toContain('现场复核两次');
  });

  it('never chooses a step from a cell that is empty', () => {
    const empty: Cells = {};
    for (const place of demolitionLedger.steps) {
      if ('oneOf' in place) expect(place.oneOf).toContain(place.choose(empty));
    }
  });
});
