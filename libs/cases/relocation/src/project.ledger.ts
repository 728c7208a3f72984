import { cell, type Cells, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type ProjectEvents } from './project.case.js';
import * as words from './relocation.words.js';

const { code, date, listOf, mu, officialNumber, paperReference, text, wholeNumber, yesNo, yuan } = cell;
const step = ledgerSteps<ProjectEvents>();
const caseNumber = column('项目编号', officialNumber);
const planNo = column('方案编号', officialNumber);
const campaignId = column('签约行动编号', code);

/** Two payments for land stand side by side in a row, each with its own date. */
const landPayment = (number: 1 | 2) =>
  step('LandCompensationPaid', 'paidOn', {
    payeeKind: column(`征地款收款方${number}`, words.payeeKind),
    groupCode: column(`征地款组别${number}`, code),
    landClass: column(`征地款地类${number}`, words.landClass),
    areaCentimu: column(`征地款面积${number}(亩)`, mu),
    amountFen: column(`征地款金额${number}(元)`, yuan),
    paidOn: column(`征地款支付日期${number}`, date),
    voucherNo: column(`征地款凭证号${number}`, officialNumber),
    landAgreementNo: column(`征地协议号${number}`, code),
  });

/** 征拆项目台账: one row a project; the campaign stands on the row of its leading project. */
export const projectLedger: LedgerMapping = {
  kind: 'relocation-project',
  process: 'relocationProject',
  title: { zh: '征拆项目台账', en: 'Ledger of relocation projects' },
  recognisedBy: ['项目编号', '预公告日期', '征收公告日期'],
  caseNumber,
  steps: [
    step(
      'RelocationProjectRegistered',
      'registeredOn',
      {
        registeredOn: column('立项登记日期', date),
        projectKind: column('项目类型', words.projectKind),
        tenure: column('土地权属', words.tenure),
        publicInterestGround: column('公共利益依据', words.publicInterestGround),
        scope: column('范围', text),
        scopeRadiusM: column('清零半径(米)', wholeNumber),
        implementingUnit: column('实施单位', words.authority),
        countyAuthority: column('县级机关', words.authority),
      },
      { derived: { projectId: (cells: Cells) => cells[caseNumber.header] } },
    ),
    step('PreAnnouncementPosted', 'postedOn', {
      docNo: column('预公告文号', officialNumber),
      postedOn: column('预公告日期', date),
      postedUntil: column('预公告截止', date),
      places: column('预公告地点', listOf(words.place)),
    }),
    step('LandSurveyCompleted', 'surveyedOn', {
      surveyedOn: column('现状调查日期', date),
      areaCentimu: column('调查面积(亩)', mu),
      landClasses: column('调查地类', listOf(words.landClass)),
      householdCount: column('调查户数', wholeNumber),
      confirmedByOwners: column('权利人确认', yesNo),
    }),
    step('StabilityRiskAssessed', 'assessedOn', {
      assessedOn: column('稳评日期', date),
      riskLevel: column('风险等级', words.risk),
      participants: column('稳评参与方', listOf(words.participant)),
      mitigation: column('防范措施', text),
      reportRef: column('稳评报告', paperReference),
    }),
    step('CompensationPlanAnnounced', 'postedOn', {
      planNo,
      postedOn: column('方案公告日期', date),
      postedUntil: column('方案公告截止', date),
      registrationUntil: column('补偿登记截止', date),
      objectionChannel: column('异议渠道', text),
    }),
    step('CompensationPlanConfirmed', 'confirmedOn', {
      planNo,
      confirmedOn: column('方案确定日期', date),
      countyDocNo: column('县级批复文号', officialNumber),
      objectorsBp: column('异议比例(万分比)', wholeNumber),
      rateTableRef: column('补偿标准表', paperReference),
    }),
    step('CompensationFundsSecured', 'securedOn', {
      securedOn: column('资金到位日期', date),
      amountFen: column('到位金额(元)', yuan),
      accountRef: column('专户编号', code),
    }),
    step('LandApprovalApplied', 'appliedOn', {
      appliedOn: column('报批日期', date),
      batchNo: column('报批批次', officialNumber),
      areaCentimu: column('报批面积(亩)', mu),
      unsignedHouseholds: column('未签约户数', wholeNumber),
    }),
    step('LandApprovalGranted', 'receivedOn', {
      approvalNo: column('批准文号', officialNumber),
      approvedOn: column('批准日期', date),
      receivedOn: column('批文收到日期', date),
      approvingAuthority: column('批准机关', words.authority),
      areaCentimu: column('批准面积(亩)', mu),
    }),
    step('ExpropriationAnnounced', 'postedOn', {
      docNo: column('征收公告文号', officialNumber),
      postedOn: column('征收公告日期', date),
    }),
    landPayment(1),
    landPayment(2),
    step('CoordinationMeetingHeld', 'meetingOn', {
      campaignId,
      meetingOn: column('调度会日期', date),
      projectRefs: column('涉及项目', listOf(code)),
      householdCaseRefs: column('签约对象户', listOf(code)),
      startOn: column('行动开始日期', date),
      plannedEndOn: column('计划结束日期', date),
    }),
    step('SigningCampaignClosed', 'endOn', { campaignId, endOn: column('行动结束日期', date) }),
  ],
  remarks: [column('备注', text)],
};
