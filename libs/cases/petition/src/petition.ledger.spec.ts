import { type GoodRow, readLedger, type LedgerMapping, ledgerColumns, recogniseLedger } from '#foundation/ledger';
import { labourLedger } from './labour.ledger.js';
import { petitionLedger } from './petition.ledger.js';

type Row = Readonly<Record<string, string>>;

function read(mapping: LedgerMapping, row: Row) {
  const headers = [...ledgerColumns(mapping).keys()];
  const line = headers.map((header) => `"${row[header] ?? ''}"`).join(',');
  return readLedger(`${headers.join(',')}\r\n${line}\r\n`, mapping).rows[0]!;
}
const stepsOf = (mapping: LedgerMapping, row: Row) =>
  (read(mapping, row) as GoodRow).steps.map(({ event, on, fields }) => ({ event, on, fields }));

const registered: Row = {
  信访编号: 'XF-2022-0001',
  收到日期: '2022年5月5日',
  信访渠道: '来访',
  事项类别: '申诉求决',
  主题: '道路交通',
  诉求: '请求修复通组路、排水沟；请求公开道路经费',
  身份令牌: '令牌-X0001',
  匿名: '否',
  涉及人数: '３',
  代表人数: '2',
};
const team: Row = {
  包案日期: '2022/5/12',
  包案领导: '包案-01',
  责任单位成员: '站办-01',
  镇干部成员: '镇干-01',
  村干部成员: '村干-01',
  法律顾问成员: '法顾-01',
  责任组职责: '听取诉求、兑现承诺',
};

describe('信访台账', () => {
  it('has 85 columns and is recognised by its headers', () => {
    const headers = [...ledgerColumns(petitionLedger).keys()];
    expect(headers).toHaveLength(85);
    expect(recogniseLedger({ headers }, [labourLedger, petitionLedger])).toBe(petitionLedger);
  });

  it('reads claims as texts of their own, and the team from its five columns', () => {
    expect(stepsOf(petitionLedger, { ...registered, ...team })).toEqual([
      {
        event: 'PetitionRegistered',
        on: '2022-05-05',
        fields: {
          receivedOn: '2022-05-05',
          channel: 'VISIT',
          matterKind: 'APPEAL_REQUEST',
          subjectArea: 'ROADS_TRANSPORT',
          claims: ['请求修复通组路、排水沟', '请求公开道路经费'],
          identityToken: '令牌-X0001',
          anonymous: false,
          partiesCount: 3,
          representativeCount: 2,
        },
      },
      {
        event: 'ResponsibilityTeamAssigned',
        on: '2022-05-12',
        fields: {
          assignedOn: '2022-05-12',
          duties: ['LISTEN', 'FOLLOW_PROMISE'],
          members: ['包案-01', '站办-01', '镇干-01', '村干-01', '法顾-01'],
          teamRoles: ['LEAD_OFFICIAL', 'RESPONSIBLE_OFFICE', 'TOWN_CADRE', 'VILLAGE_CADRE', 'LEGAL_ADVISER'],
        },
      },
    ]);
  });

  it('leaves an empty seat of the team empty, and a duty outside the list to its rule', () => {
    const [, taken] = stepsOf(petitionLedger, { ...registered, ...team, 村干部成员: '', 责任组职责: '听取诉求、盯守' });
    expect(taken?.fields).toMatchObject({
      duties: ['LISTEN', '盯守'],
      members: ['包案-01', '站办-01', '镇干-01', '法顾-01'],
      teamRoles: ['LEAD_OFFICIAL', 'RESPONSIBLE_OFFICE', 'TOWN_CADRE', 'LEGAL_ADVISER'],
    });
  });

  it('serves the opinion of its row, and confirms its one promise', () => {
    const steps = stepsOf(petitionLedger, {
      ...registered,
      意见书文号: '信处字〔2022〕第0001号',
      意见出具日期: '2022-06-08',
      意见结果: '部分支持',
      逐项结果: '支持、解释说明',
      意见依据: '信访工作条例',
      告知复查权: '是',
      意见送达日期: '2022-06-10',
      意见送达方式: '直接送达',
      落实确认日期: '2022-07-20',
      落实凭据: '纸质:落实-0001',
    });
    expect(steps[1]?.fields).toMatchObject({ claimResults: ['SUPPORTED', 'EXPLAINED'], reviewRightStated: true });
    expect(steps.slice(2)).toEqual([
      {
        event: 'OpinionServed',
        on: '2022-06-10',
        fields: { opinionNo: '信处字〔2022〕第0001号', servedOn: '2022-06-10', serviceMethod: 'DIRECT' },
      },
      {
        event: 'FulfilmentConfirmed',
        on: '2022-07-20',
        fields: { promiseIndex: 1, confirmedOn: '2022-07-20', evidenceRef: '纸质:落实-0001' },
      },
    ]);
  });

  it('refuses a word outside its list by its column, and a number of a person by its row', () => {
    expect(read(petitionLedger, { ...registered, 主题: '稳控' })).toMatchObject({
      refusal: { code: 'R-IMPORT-CELL', column: '主题' },
    });
    expect(read(petitionLedger, { ...registered, 备注: '联系电话13912345678' })).toMatchObject({
      refusal: { code: 'R-ALL-11' },
    });
  });
});

describe('劳资纠纷台账', () => {
  it('has 39 columns and is recognised by its headers', () => {
    const headers = [...ledgerColumns(labourLedger).keys()];
    expect(headers).toHaveLength(39);
    expect(recogniseLedger({ headers }, [labourLedger, petitionLedger])).toBe(labourLedger);
  });

  it('reads money in fen and parties as codes', () => {
    const steps = stepsOf(labourLedger, {
      劳资编号: 'LZ-2022-0001',
      登记日期: '2022-03-07',
      投诉渠道: '走访',
      用人单位: '企业-0001',
      劳动者人数: '3',
      诉求种类: '拖欠工资',
      '诉求金额(元)': '12,000.5',
      身份令牌: '令牌-L0001、令牌-L0002',
      农民工: '是',
      调解会日期: '2022-03-14',
      调解会参加方: '劳动者，用人单位，调解员',
      调解笔录: '纸质:调解-0001',
    });
    expect(steps).toEqual([
      {
        event: 'LabourComplaintReceived',
        on: '2022-03-07',
        fields: {
          receivedOn: '2022-03-07',
          channel: 'PATROL',
          employerRef: '企业-0001',
          workersCount: 3,
          claimKind: 'WAGE_ARREARS',
          claimFen: 1_200_050,
          identityTokens: ['令牌-L0001', '令牌-L0002'],
          migrantWorkers: true,
        },
      },
      {
        event: 'LabourMediationSessionHeld',
        on: '2022-03-14',
        fields: {
          heldOn: '2022-03-14',
          attended: ['WORKER', 'EMPLOYER', 'MEDIATOR'],
          recordRef: '纸质:调解-0001',
        },
      },
    ]);
  });
});
