import { cell, type Cells, column, type LedgerMapping, ledgerChoice, ledgerSteps } from '#foundation/ledger';
import { type DemolitionEvents } from './demolition.case.js';
import * as words from './demolition.words.js';

const {
  code,
  date,
  dateTime,
  listOf,
  officialNumber,
  paperReference,
  squareMetres,
  staffCode,
  text,
  wholeNumber,
  yesNo,
} = cell;
const step = ledgerSteps<DemolitionEvents>();
const papers = listOf(paperReference);
const caseNumber = column('违建编号', officialNumber);

const demolishedOn = column('拆除日期', date);
const mode = column('拆除方式', words.mode);
const selfDemolition = step(
  'SelfDemolitionRecorded',
  'demolishedOn',
  {
    demolishedOn,
    mode,
    consentDocRef: column('同意书', paperReference),
    photoRefs: column('拆除照片', papers),
  },
  { actor: '拆除记录人' },
);
const compulsoryDemolition = step(
  'CompulsoryDemolitionRecorded',
  'demolishedOn',
  {
    demolishedOn,
    mode,
    startedAt: column('强拆开始时间', dateTime),
    belongingsListRef: column('物品清单', paperReference),
    witnessRefs: column('见证人', listOf(code)),
    recordingRefs: column('录像', papers),
    utilitiesIntact: column('生活水电未断', yesNo),
    urgent: column('紧急', yesNo),
  },
  { actor: '拆除记录人' },
);

const remedyId = column('复议诉讼编号', officialNumber);
const concludedOn = column('复议诉讼结果日期', date);
const result = column('复议诉讼结果', words.remedyResult);
/** The paper ledger keeps one remedy a row, so its result belongs to the remedy number of the same row. */
const ofThisRemedy = { remedyId: (cells: Cells) => cells[remedyId.header] };
const remedyUpheld = step(
  'DemolitionRemedyUpheld',
  'concludedOn',
  { concludedOn, result, finalOn: column('生效日期', date) },
  { derived: ofThisRemedy },
);
const orderSetAside = step(
  'DemolitionOrderSetAside',
  'concludedOn',
  { concludedOn, result, restitutionDue: column('须恢复赔偿', yesNo) },
  { derived: ofThisRemedy },
);

/** 控建拆违台账: one row a structure, from found to look-back, in the order of the process. */
export const demolitionLedger: LedgerMapping = {
  kind: 'demolition',
  process: 'demolition',
  title: { zh: '控建拆违台账', en: 'Ledger of illegal construction and its demolition' },
  recognisedBy: ['违建编号', '违建类别', '拆除日期'],
  caseNumber,
  steps: [
    step('IllegalBuildingFound', 'foundOn', {
      foundOn: column('发现日期', date),
      leadSource: column('线索来源', words.leadSource),
      tipId: column('举报编号', code),
      permitCaseRef: column('建房审批编号', code),
      gridCode: column('网格编码', code),
      location: column('地点', text),
      partyRef: column('当事人', code),
    }),
    step('SiteSurveyed', 'surveyedOn', {
      surveyedOn: column('勘验日期', date),
      officerRefs: column('勘验人员', listOf(staffCode)),
      structureKind: column('违建类别', words.structureKind),
      stockClass: column('新旧', words.stockClass),
      constructionStatus: column('建设状态', words.constructionStatus),
      startedOn: column('开工日期', date),
      floorAreaDm2: column('建筑面积(㎡)', squareMetres),
      footprintDm2: column('占地面积(㎡)', squareMetres),
      storeys: column('层数', wholeNumber),
      landUse: column('土地性质', words.landUse),
      planningArea: column('规划区', words.planningArea),
      occupiedAsHome: column('是否住人', yesNo),
      legalBasis: column('法律依据', words.legalBasis),
      authority: column('主管机关', words.authority),
    }),
    step('BuildingFoundLawful', 'decidedOn', {
      decidedOn: column('认定合法日期', date),
      permitNo: column('许可证号', officialNumber),
      reason: column('认定理由', text),
    }),
    step('DemolitionCaseTransferred', 'transferredOn', {
      transferredOn: column('移送日期', date),
      toAuthority: column('移送机关', words.authority),
      receiptNo: column('移送回执号', officialNumber),
    }),
    step('DemolitionTransferOutcomeRecorded', 'outcomeOn', {
      outcomeOn: column('移送结果日期', date),
      outcomeCode: column('移送结果', words.transferOutcome),
      docRef: column('移送结果文书', paperReference),
    }),
    step('StopOrderServed', 'servedOn', {
      orderNo: column('责停文号', officialNumber),
      servedOn: column('责停送达日期', date),
      serviceMethod: column('责停送达方式', words.serviceMethod),
    }),
    step('DemolitionPriorNoticeServed', 'servedOn', {
      noticeNo: column('告知文号', officialNumber),
      servedOn: column('告知送达日期', date),
      statementDueOn: column('陈述申辩期限', date),
      facts: column('告知事实', text),
      reasons: column('告知理由', text),
      legalBasis: column('告知依据', words.legalBasis),
      rightsStated: column('告知权利', yesNo),
    }),
    step('DemolitionStatementHeard', 'heardOn', {
      heardOn: column('陈述申辩日期', date),
      waived: column('放弃陈述申辩', yesNo),
      adopted: column('意见采纳', words.adopted),
      recordRef: column('陈述申辩笔录', paperReference),
    }),
    step('DemolitionOrderServed', 'servedOn', {
      orderNo: column('限拆文号', officialNumber),
      orderKind: column('决定种类', words.orderKind),
      decidedOn: column('决定日期', date),
      servedOn: column('决定送达日期', date),
      selfDemolishBy: column('自拆期限', date),
      authority: column('决定机关', words.authority),
      legalBasis: column('决定依据', words.legalBasis),
      remedyInfoGiven: column('告知救济途径', yesNo),
      legalReviewRef: column('法制审核意见', paperReference),
    }),
    step('BuildingRegularised', 'regularisedOn', {
      regularisedOn: column('补办日期', date),
      permitNo: column('补办许可证号', officialNumber),
      permitCaseRef: column('补办审批编号', code),
    }),
    step('DemolitionRemedyFiled', 'filedOn', {
      remedyId,
      remedyKind: column('复议诉讼种类', words.remedyKind),
      filedOn: column('复议诉讼受理日期', date),
      organ: column('受理机关', words.organ),
    }),
    ledgerChoice({ remedyUpheld, orderSetAside }, (cells) =>
      cells[result.header] === 'REVOKED' ? 'orderSetAside' : 'remedyUpheld',
    ),
    step('DemolitionDemandServed', 'servedOn', {
      noticeNo: column('催告文号', officialNumber),
      servedOn: column('催告送达日期', date),
      performBy: column('催告履行期限', date),
    }),
    step('DemolitionAnnounced', 'postedOn', {
      noticeNo: column('公告文号', officialNumber),
      postedOn: column('公告张贴日期', date),
      selfDemolishBy: column('公告自拆期限', date),
      photoRefs: column('公告照片', papers),
    }),
    step('DemolitionExecutionDecided', 'servedOn', {
      decisionNo: column('强拆文号', officialNumber),
      decidedOn: column('强拆决定日期', date),
      servedOn: column('强拆决定送达日期', date),
      executeOn: column('计划实施日期', date),
      legalReviewRef: column('强拆法制审核', paperReference),
      underConstructionOpinionRef: column('在建法律意见书', paperReference),
    }),
    ledgerChoice({ selfDemolition, compulsoryDemolition }, (cells) =>
      cells[mode.header] === 'COMPULSORY_ADMIN' ? 'compulsoryDemolition' : 'selfDemolition',
    ),
    step(
      'DemolitionVerified',
      'verifiedOn',
      {
        verifiedOn: column('核验日期', date),
        verifiedAreaDm2: column('核验面积(㎡)', squareMetres),
        structureKind: column('核验类别', words.structureKind),
        stockClass: column('核验新旧', words.stockClass),
        beforePhotoRefs: column('拆前照片', papers),
        afterPhotoRefs: column('拆后照片', papers),
        verifierStaffRef: column('核验人', staffCode),
      },
      {
        actor: '核验人',
        // What is verified is the demolition of the same row.
        derived: { mode: (cells) => cells[mode.header], demolishedOn: (cells) => cells[demolishedOn.header] },
      },
    ),
    step('DebrisCleared', 'clearedOn', {
      clearedOn: column('清运日期', date),
      landRestored: column('复绿', yesNo),
    }),
    step('BelongingsReturned', 'returnedOn', {
      returnedOn: column('财物返还日期', date),
      outcome: column('财物返还方式', words.belongings),
      receiptRef: column('财物返还凭据', paperReference),
      allReturned: column('财物全部返还', yesNo),
    }),
    step('DemolitionCaseClosed', 'closedOn', {
      closedOn: column('结案日期', date),
      archiveNo: column('档案号', officialNumber),
      lookBackDueOn: column('回头看到期日', date),
    }),
    step('DemolitionLookBackRecorded', 'checkedOn', {
      checkedOn: column('回头看日期', date),
      result: column('回头看结果', words.lookBack),
      photoRefs: column('回头看照片', papers),
    }),
  ],
  remarks: [column('备注', text)],
};
