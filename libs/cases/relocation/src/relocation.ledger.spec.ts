import {
  type GoodRow,
  ledgerColumns,
  type LedgerMapping,
  type LedgerRow,
  readLedger,
  recogniseLedger,
} from '#foundation/ledger';
import { householdLedger, projectLedger, relocationLedgers } from './index.js';

type Row = { readonly [header: string]: string };
const read = (mapping: LedgerMapping, row: Row): LedgerRow => {
  const headers = [...ledgerColumns(mapping).keys()];
  return readLedger(
    `${headers.join(',')}\r\n${headers.map((header) => `"${row[header] ?? ''}"`).join(',')}\r\n`,
    mapping,
  ).rows[0]!;
};
const stepsOf = (mapping: LedgerMapping, row: Row) => (read(mapping, row) as GoodRow).steps;

const household: Row = {
  户编号: 'HH-0001',
  项目编号: 'XM-01',
  户类型: '农户',
  当事人: '被征收-0001',
  组别: 'WG-01-01',
  建档日期: '2022-01-04',
};
const surveyed: Row = {
  ...household,
  ...{ 入户调查日期: '2022-01-05', 调查人员: '征拆-01、征拆-02', 权利人在场: '是', 权利人签字: '是' },
  ...{
    房屋用途1: '住宅',
    房屋编号1: 'FW-1',
    房屋结构1: '砖混',
    '房屋面积1(㎡)': '120.5',
    房屋层数1: '2',
    房屋合法性1: '认定',
    房屋建成日期1: '1998-05-01',
  },
  ...{
    房屋用途2: '附属房',
    房屋编号2: 'FW-2',
    房屋结构2: '土木',
    '房屋面积2(㎡)': '30',
    房屋层数2: '1',
    房屋合法性2: '合法',
  },
  ...{ 附着物种类: '青苗', 附着物数量: '22', 附着物单位: '亩' },
};
const down = (first: string, second: string): Row => ({
  ...{ ...surveyed, 拆除日期1: first, '拆除面积1(㎡)': '120.50', 拆除日期2: second, '拆除面积2(㎡)': '30' },
  ...{ 拆除单位: '承拆-01', 拆除安全方案: '纸质:安全', 倒房记录人: '征拆-01' },
});

describe('征拆项目台账 and 征拆台账', () => {
  it('are told apart by their headers, and by none of the other', () => {
    for (const mapping of relocationLedgers)
      expect(recogniseLedger({ headers: [...ledgerColumns(mapping).keys()] }, relocationLedgers)).toBe(mapping);
    expect(relocationLedgers.map((mapping) => ledgerColumns(mapping).size)).toEqual([70, 111]);
  });

  it('put the buildings and the crop of a row into its survey, in stored units', () => {
    expect(stepsOf(householdLedger, surveyed)[1]).toMatchObject({
      event: 'HouseholdSurveyed',
      fields: {
        buildings: [
          {
            ...{
              buildingId: 'FW-1',
              buildingUse: 'HOUSE',
              structure: 'BRICK_CONCRETE',
              floorAreaDm2: 12_050,
              storeys: 2,
            },
            ...{ lawful: 'UNREGISTERED_RECOGNISED', builtOn: '1998-05-01' },
          },
          {
            buildingId: 'FW-2',
            buildingUse: 'ANCILLARY',
            structure: 'EARTH_WOOD',
            floorAreaDm2: 3_000,
            storeys: 1,
            lawful: 'LAWFUL',
          },
        ],
        attachments: [{ attachmentKind: 'GREEN_CROP', quantity: 2_200, unitCode: 'MU' }],
      },
    });
  });

  it('tell the last building by its day, and on one day by its place', () => {
    const last = (first: string, second: string) =>
      stepsOf(householdLedger, down(first, second))
        .filter(({ event }) => event === 'HouseDemolished')
        .map(({ fields, actorStaffRef }) => [fields.buildingId, fields.lastBuilding, actorStaffRef]);
    expect(last('2022-03-01', '2022-03-02')).toEqual([
      ['FW-1', false, '征拆-01'],
      ['FW-2', true, '征拆-01'],
    ]);
    expect(last('2022-03-02', '2022-03-01')).toEqual([
      ['FW-2', false, '征拆-01'],
      ['FW-1', true, '征拆-01'],
    ]);
    expect(last('2022-03-01', '2022-03-01')).toEqual([
      ['FW-1', false, '征拆-01'],
      ['FW-2', true, '征拆-01'],
    ]);
  });

  it('pay for crops in the stream of the project, in the name of the household', () => {
    const paid: Row = {
      ...surveyed,
      '青苗补偿金额(元)': '20,750',
      青苗补偿支付日期: '2022-03-28',
      青苗补偿凭证号: '青苗-1',
      预公告前种植: '是',
    };
    expect(stepsOf(householdLedger, paid).at(-1)).toMatchObject({
      event: 'GreenCropCompensationPaid',
      of: { process: 'relocationProject', number: 'XM-01' },
      fields: {
        householdCaseRef: 'HH-0001',
        attachmentKind: 'GREEN_CROP',
        quantity: 2_200,
        unitCode: 'MU',
        amountFen: 2_075_000,
      },
    });
    expect(stepsOf(householdLedger, surveyed).every(({ of }) => of === undefined)).toBe(true);
  });

  it('take the approval when it came in, and date it by its paper', () => {
    const row: Row = {
      ...{
        项目编号: 'XM-01',
        立项登记日期: '2021-07-12',
        项目类型: '垃圾场清零',
        土地权属: '集体土地',
        公共利益依据: '公共事业',
      },
      ...{ 范围: '红线', '清零半径(米)': '500', 实施单位: '镇人民政府', 县级机关: '县人民政府' },
      ...{
        批准文号: '省征1号',
        批准日期: '2022-06-28',
        批文收到日期: '2022-07-05',
        批准机关: '省人民政府',
        '批准面积(亩)': '67.35',
      },
    };
    const [registered, granted] = stepsOf(projectLedger, row);
    expect(registered).toMatchObject({
      fields: { projectId: 'XM-01', projectKind: 'LANDFILL_ZONE', scopeRadiusM: 500 },
    });
    expect(granted).toMatchObject({
      event: 'LandApprovalGranted',
      on: '2022-07-05',
      fields: { approvedOn: '2022-06-28', areaCentimu: 6_735 },
    });
  });
});
