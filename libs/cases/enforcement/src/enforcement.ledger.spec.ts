import { type GoodRow, ledgerColumns, type LedgerMapping, readLedger, recogniseLedger } from '#foundation/ledger';
import { farmLedger } from './enforcement.farm.ledger.js';
import { plasticsLedger } from './enforcement.ledger.js';

type Row = { readonly [header: string]: string };
const read = (mapping: LedgerMapping, row: Row) => {
  const headers = [...ledgerColumns(mapping).keys()];
  const quoted = headers.map((header) => `"${row[header] ?? ''}"`);
  return readLedger(`${headers.join(',')}\r\n${quoted.join(',')}\r\n`, mapping).rows[0]!;
};
const stepsOf = (mapping: LedgerMapping, row: Row) => (read(mapping, row) as GoodRow).steps;

const operator: Row = {
  案件编号: 'ZF-2022-0101',
  案件类型: '非法塑料加工',
  行业: '塑料洗料',
  线索来源: '摸排',
  网格编码: 'WG-02-03',
  地点: '南冲村第3组作坊',
  当事人类型: '个体工商户',
  当事人: '经营户-0101',
  发现日期: '2022年3月1日',
  通知书文号: '环改字〔2022〕第0101号',
  通知送达日期: '2022/3/4',
  通知送达方式: '直接送达',
  整改期限: '2022-03-18',
  整改要求: '清运原料；拆除设备',
  告知救济途径: '是',
  送达回证: '纸质:塑料-1',
  通知送达人: '执法-07',
  设备措施编号: '措施-设-1',
  设备物品编号: '物品-1',
  设备台数: '2',
  设备强制形式: '自愿上交',
  设备措施依据: '自愿申请',
  设备收缴日期: '2022-03-05',
  设备上交同意书: '纸质:塑料-2',
  设备处理结果: '拍卖',
  设备处理日期: '2022-03-20',
  设备处理凭据: '纸质:塑料-3',
  '原料重量(公斤)': '4,600',
  原料收缴日期: '2022-03-05',
  属生活必需品: '否',
  断电时间: '2022-03-06 9:30',
  恢复供电时间: '2022-03-25 15:00',
  恢复原因: '经营者申请',
  反弹日期: '2022-08-01',
};

describe('非法塑料加工整治台账', () => {
  const steps = stepsOf(plasticsLedger, operator);
  const of = (event: string) => steps.filter((step) => step.event === event);

  it('is told from the farm ledger by its headers, and the other way round', () => {
    for (const mapping of [plasticsLedger, farmLedger])
      expect(recogniseLedger({ headers: [...ledgerColumns(mapping).keys()] }, [plasticsLedger, farmLedger])).toBe(
        mapping,
      );
  });

  it('takes the steps in the order of their days, on one day in that of the columns', () => {
    expect(steps.map(({ on, event }) => `${on} ${event}`)).toEqual([
      '2022-03-01 LeadRegistered',
      '2022-03-04 RectificationNoticeServed',
      '2022-03-05 PropertyTakenIntoCustody',
      '2022-03-05 PropertyTakenIntoCustody',
      '2022-03-06 UtilitySupplyCut',
      '2022-03-20 CustodyResolved',
      '2022-03-25 UtilitySupplyRestored',
      '2022-08-01 ReboundFound',
    ]);
  });

  it('reads machines and raw material each from its own columns', () => {
    expect(of('PropertyTakenIntoCustody').map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ itemKind: 'EQUIPMENT', quantity: 2, legalForm: 'SURRENDERED', lifeNecessity: false }),
      expect.objectContaining({ itemKind: 'RAW_MATERIAL', massKg: 4_600, lifeNecessity: false }),
    ]);
    expect(of('CustodyResolved')[0]?.fields).toMatchObject({
      measureId: '措施-设-1',
      itemId: '物品-1',
      outcome: 'AUCTIONED',
    });
  });

  it('fills in what no column holds', () => {
    expect(of('UtilitySupplyCut')[0]?.fields).toMatchObject({
      utility: 'POWER',
      legalBasis: 'SELF_REQUEST',
      cutAt: '2022-03-06T09:30',
    });
    expect(of('ReboundFound')[0]?.fields).toMatchObject({ partyRef: '经营户-0101' });
    expect(of('RectificationNoticeServed')[0]?.actorStaffRef).toBe('执法-07');
  });

  it('refuses a word that its list does not hold', () => {
    expect(read(plasticsLedger, { ...operator, 案件类型: '噪声' })).toMatchObject({
      refusal: { code: 'R-IMPORT-CELL', column: '案件类型' },
    });
  });
});

describe('畜禽养殖关停台账', () => {
  it('gives one word as trade and species, and the order its number', () => {
    const steps = stepsOf(farmLedger, {
      ...{ 案件编号: 'YZ-2022-0101', 养殖种类: '黑山羊', 发现日期: '2022-03-01', 存栏调查日期1: '2022-03-02' },
      ...{ 存栏下限1: '1,080', 存栏上限1: '1100', 关停日期: '2022-03-20', 关停决定文号: '县关字〔2022〕第1号' },
      ...{ 关停决定日期: '2022-03-10', 补偿支付日期: '2022-04-01', '补偿金额(元)': '12,000.5' },
    });
    expect(steps.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ caseType: 'LIVESTOCK', industryCode: 'BLACK_GOAT' }),
      expect.objectContaining({ species: 'BLACK_GOAT', stockMin: 1_080, stockMax: 1_100 }),
      expect.objectContaining({ orderNo: '县关字〔2022〕第1号' }),
      expect.objectContaining({ species: 'BLACK_GOAT', orderNo: '县关字〔2022〕第1号' }),
      expect.objectContaining({ amountFen: 1_200_050 }),
    ]);
  });
});
