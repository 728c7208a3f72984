import { type GoodRow, ledgerColumns, readLedger, recogniseLedger } from '#foundation/ledger';
import { inspectionLedger } from './inspection.ledger.js';

const headers = [...ledgerColumns(inspectionLedger).keys()];

function stepsOf(row: Readonly<Record<string, string>>) {
  const line = headers.map((header) => `"${row[header] ?? ''}"`).join(',');
  return (readLedger(`${headers.join(',')}\r\n${line}\r\n`, inspectionLedger).rows[0] as GoodRow).steps;
}

const planned = {
  任务编号: 'AJ-1',
  检查领域: '消防',
  计划制定日期: '2022年3月1日',
  计划检查日期: '2022/3/2',
  计划单位: '企业-0001、企业-0002',
  带队领导: '包案-01',
  检查依据: '上级部署',
  双随机: '否',
};

describe('安全生产检查台账', () => {
  it('has 101 columns and is recognised by its headers', () => {
    expect(headers).toHaveLength(101);
    expect(recogniseLedger({ headers }, [inspectionLedger])).toBe(inspectionLedger);
  });

  it('dates a plan by its paper, which is no field of the plan', () => {
    const [plan] = stepsOf(planned);
    expect(plan).toMatchObject({ event: 'InspectionPlanned', on: '2022-03-01' });
    expect(plan?.fields).toEqual({
      ...{ missionId: 'AJ-1', domain: 'FIRE', plannedOn: '2022-03-02', unitRefs: ['企业-0001', '企业-0002'] },
      ...{ leaderStaffRef: '包案-01', basis: 'SUPERIOR_ASSIGNED', randomDraw: false },
    });
  });

  it('puts a hazard into its own stream, in the order of the days', () => {
    const steps = stepsOf({
      ...planned,
      隐患编号2: 'YH-2',
      隐患单位2: '企业-0001',
      隐患级别2: '一般',
      隐患类别2: '用电',
      隐患描述2: '线路老化',
      隐患发现日期2: '2022-03-02',
      隐患照片2: '纸质:1',
      办结日期: '2022-03-09',
      办结小结: '任务完成',
      当场整改日期2: '2022-03-02',
      当场整改照片2: '纸质:2',
    });
    expect(steps.map(({ event, of }) => [event, of?.number])).toEqual([
      ['InspectionPlanned', undefined],
      ['HazardFound', 'YH-2'],
      ['HazardCorrectedOnSite', 'YH-2'],
      ['InspectionClosed', undefined],
    ]);
    expect(steps[1]?.fields).toMatchObject({ hazardId: 'YH-2', missionRef: 'AJ-1', grade: 'GENERAL' });
  });
});
