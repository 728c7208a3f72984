import { cell, type Cells, column, type LedgerMapping, ledgerSteps, type LedgerStep } from '#foundation/ledger';
import { type EnforcementEvents } from './enforcement.case.js';
import * as words from './enforcement.words.js';

const { code, date, dateTime, listOf, officialNumber, paperReference, squareMetres, staffCode, text } = cell;
const { texts, wholeNumber, yesNo } = cell;
const step = ledgerSteps<EnforcementEvents>();
const papers = listOf(paperReference);
const staff = listOf(staffCode);
const from = (header: string) => (cells: Cells) => cells[header];

// Steps that both ledgers write under the same headers.

/** 核实: who went there, and what they found in law. */
export const verified = step('LeadVerified', 'verifiedOn', {
  verifiedOn: column('核实日期', date),
  officerRefs: column('核实人员', staff),
  idShown: column('出示证件', yesNo),
  siteRecordRef: column('现场笔录', paperReference),
  legalBasis: column('法律依据', words.legalBasis),
  competentAuthority: column('主管机关', words.authority),
  delegatedItem: column('已赋权', yesNo),
  livesOnSite: column('现场住人', yesNo),
});

/** 通知: the first rectification notice. Only the plastics ledger names who served it. */
export const noticed = (options: { readonly actor?: string } = {}): LedgerStep =>
  step(
    'RectificationNoticeServed',
    'servedOn',
    {
      noticeNo: column('通知书文号', officialNumber),
      servedOn: column('通知送达日期', date),
      serviceMethod: column('通知送达方式', words.serviceMethod),
      deadlineOn: column('整改期限', date),
      requirements: column('整改要求', texts),
      remedyInfoGiven: column('告知救济途径', yesNo),
      serviceProofRef: column('送达回证', paperReference),
    },
    options,
  );

export const closed = step('CaseClosed', 'closedOn', {
  closedOn: column('结案日期', date),
  archiveNo: column('档案号', officialNumber),
  lookBackDueOn: column('回头看到期日', date),
});

/** 回头看: the number of the visit stands at the end of the headers; the farm ledger has one visit and no number. */
export const lookedBack = (number: string): LedgerStep =>
  step('LookBackRecorded', 'checkedOn', {
    checkedOn: column(`回头看日期${number}`, date),
    result: column(`回头看结果${number}`, words.lookBack),
    photoRefs: column(`回头看照片${number}`, papers),
  });

const lifeNecessity = column('属生活必需品', yesNo);

/** Machines or raw material, each under its own measure and in a column group of its own. */
function custody(
  group: '设备' | '原料',
  quantity: Pick<Parameters<typeof step<'PropertyTakenIntoCustody'>>[2], 'quantity' | 'massKg'>,
  itemKind: 'EQUIPMENT' | 'RAW_MATERIAL',
): readonly LedgerStep[] {
  const measureId = column(`${group}措施编号`, officialNumber);
  const itemId = column(`${group}物品编号`, code);
  const taken = step(
    'PropertyTakenIntoCustody',
    'takenOn',
    {
      measureId,
      itemId,
      ...quantity,
      legalForm: column(`${group}强制形式`, words.legalForm),
      decisionNo: column(`${group}决定书文号`, officialNumber),
      legalBasis: column(`${group}措施依据`, words.legalBasis),
      listNo: column(`${group}清单号`, officialNumber),
      takenOn: column(`${group}收缴日期`, date),
      endOn: column(`${group}措施到期`, date),
      consentDocRef: column(`${group}上交同意书`, paperReference),
      lifeNecessity,
    },
    { derived: { itemKind: () => itemKind } },
  );
  const resolved = step(
    'CustodyResolved',
    'resolvedOn',
    {
      outcome: column(`${group}处理结果`, words.custodyOutcome),
      resolvedOn: column(`${group}处理日期`, date),
      docRef: column(`${group}处理凭据`, paperReference),
    },
    // What ends is the measure of the same column group.
    { derived: { measureId: from(measureId.header), itemId: from(itemId.header) } },
  );
  return [taken, resolved];
}

const cutRequest = {
  selfRequested: column('自行申请停供', yesNo),
  requestDocRef: column('停供申请书', paperReference),
  productionSupplyOnly: column('仅停生产供应', yesNo),
};
const cut = (header: string, utility: 'WATER' | 'POWER') =>
  step(
    'UtilitySupplyCut',
    'cutAt',
    { cutAt: column(header, dateTime), ...cutRequest },
    // On paper a supply is cut at the operator's own request only.
    { derived: { utility: () => utility, legalBasis: () => 'SELF_REQUEST' } },
  );
const restorationReason = column('恢复原因', words.restorationReason);
const restored = (header: string, utility: 'WATER' | 'POWER') =>
  step(
    'UtilitySupplyRestored',
    'restoredAt',
    { restoredAt: column(header, dateTime), reasonCode: restorationReason },
    { derived: { utility: () => utility } },
  );

const party = column('当事人', code);
/** A check names the notice that it checks: that of the row. */
const ofThisNotice = { derived: { noticeNo: from('通知书文号') } };

/** 非法塑料加工整治台账: one row an operator, from the lead to the notice after a rebound. */
export const plasticsLedger: LedgerMapping = {
  kind: 'plastics',
  process: 'enforcement',
  title: { zh: '非法塑料加工整治台账', en: 'Ledger of illegal plastics, scattered polluters and open storage yards' },
  recognisedBy: ['案件编号', '案件类型', '主要工艺', '取缔日期'],
  caseNumber: column('案件编号', officialNumber),
  steps: [
    step('LeadRegistered', 'foundOn', {
      caseType: column('案件类型', words.caseType),
      industryCode: column('行业', words.industry),
      leadSource: column('线索来源', words.leadSource),
      tipId: column('举报编号', code),
      gridCode: column('网格编码', code),
      location: column('地点', text),
      partyKind: column('当事人类型', words.partyKind),
      partyRef: party,
      foundOn: column('发现日期', date),
    }),
    verified,
    step('LeadDismissed', 'decidedOn', {
      decidedOn: column('不予立案日期', date),
      reasonCode: column('不予立案原因', words.dismissal),
      reason: column('不予立案说明', text),
    }),
    noticed({ actor: '通知送达人' }),
    ...custody('设备', { quantity: column('设备台数', wholeNumber) }, 'EQUIPMENT'),
    ...custody('原料', { massKg: column('原料重量(公斤)', wholeNumber) }, 'RAW_MATERIAL'),
    cut('断水时间', 'WATER'),
    cut('断电时间', 'POWER'),
    restored('恢复供水时间', 'WATER'),
    restored('恢复供电时间', 'POWER'),
    step('SiteCleared', 'clearedOn', {
      clearedOn: column('清理日期', date),
      rawMaterialKg: column('清理原料(公斤)', wholeNumber),
      productKg: column('清理产品(公斤)', wholeNumber),
      equipmentSets: column('清理设备(台)', wholeNumber),
      clearedBy: column('清理主体', words.clearedBy),
    }),
    step('OperatorBanned', 'ceasedOn', {
      ceasedOn: column('取缔日期', date),
      processKind: column('主要工艺', words.plasticProcess),
      closureMode: column('关停方式', words.closureMode),
      waterCut: column('断水', yesNo),
      powerCut: column('断电', yesNo),
      rawMaterialCleared: column('原料清', yesNo),
      productCleared: column('产品清', yesNo),
      equipmentCleared: column('设备清', yesNo),
      photoRefs: column('取缔照片', papers),
    }),
    step(
      'RectificationFailed',
      'checkedOn',
      {
        checkedOn: column('复查不合格日期', date),
        officerRefs: column('复查不合格人员', staff),
        unmetRequirements: column('未达要求', texts),
      },
      ofThisNotice,
    ),
    step(
      'RectificationAccepted',
      'checkedOn',
      {
        checkedOn: column('复查合格日期', date),
        officerRefs: column('复查合格人员', staff),
        photoRefs: column('复查照片', papers),
        yardAreaDm2: column('堆场面积(㎡)', squareMetres),
      },
      ofThisNotice,
    ),
    closed,
    lookedBack('1'),
    lookedBack('2'),
    step(
      'ReboundFound',
      'foundOn',
      {
        foundOn: column('反弹日期', date),
        leadSource: column('反弹来源', words.leadSource),
        description: column('反弹情况', text),
        placeConfirmed: column('同址确认', yesNo),
      },
      { derived: { partyRef: from(party.header) } },
    ),
    step('RectificationNoticeServed', 'servedOn', {
      noticeNo: column('再次通知书文号', officialNumber),
      servedOn: column('再次通知送达日期', date),
      serviceMethod: column('再次送达方式', words.serviceMethod),
      deadlineOn: column('再次整改期限', date),
      requirements: column('再次整改要求', texts),
      remedyInfoGiven: column('再次告知救济途径', yesNo),
      serviceProofRef: column('再次送达回证', paperReference),
    }),
  ],
  remarks: [column('备注', text)],
};
