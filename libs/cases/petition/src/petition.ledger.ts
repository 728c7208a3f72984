import { cell, type Cells, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type PetitionEvents } from './petition.case.js';
import { type TeamRole } from './petition.codes.js';
import * as words from './petition.words.js';

const { code, date, listOf, officialNumber, paperReference, staffCode, text, texts, wholeNumber, yesNo, yuan } = cell;
const step = ledgerSteps<PetitionEvents>();

/** On paper the team stands in five columns, one a role. */
const team: readonly (readonly [keyof typeof TeamRole.codes, ReturnType<typeof column>])[] = [
  ['LEAD_OFFICIAL', column('包案领导', staffCode)],
  ['RESPONSIBLE_OFFICE', column('责任单位成员', staffCode)],
  ['TOWN_CADRE', column('镇干部成员', staffCode)],
  ['VILLAGE_CADRE', column('村干部成员', staffCode)],
  ['LEGAL_ADVISER', column('法律顾问成员', staffCode)],
];
const filledPosts = (cells: Cells) => team.filter(([, { header }]) => cells[header] !== undefined);

/** One of the two parts of the disposition rule that a row can hold. */
const disposition = (number: 1 | 2) =>
  step('DispositionRecorded', 'recordedOn', {
    kind: column(`处置种类${number}`, words.disposition),
    recordedOn: column(`处置日期${number}`, date),
    measure: column(`处置措施${number}`, text),
    amountFen: column(`处置金额${number}(元)`, yuan),
    evidenceRef: column(`处置凭据${number}`, paperReference),
    unlawfulAct: column(`违法行为${number}`, words.unlawfulAct),
    toOrgan: column(`处置移送机关${number}`, words.authority),
    receiptNo: column(`处置移送回执${number}`, officialNumber),
  });

const opinionNo = column('意见书文号', officialNumber);

/** 信访台账: one row a petition, from registration to archiving, in the order of the process. */
export const petitionLedger: LedgerMapping = {
  kind: 'petition',
  process: 'petition',
  title: { zh: '信访台账', en: 'Ledger of petitions' },
  recognisedBy: ['信访编号', '信访渠道', '包案日期'],
  caseNumber: column('信访编号', officialNumber),
  steps: [
    step('PetitionRegistered', 'receivedOn', {
      receivedOn: column('收到日期', date),
      channel: column('信访渠道', words.channel),
      matterKind: column('事项类别', words.matterKind),
      subjectArea: column('主题', words.subject),
      claims: column('诉求', texts),
      identityToken: column('身份令牌', code),
      anonymous: column('匿名', yesNo),
      partiesCount: column('涉及人数', wholeNumber),
      representativeCount: column('代表人数', wholeNumber),
      forwardedBy: column('转来机关', words.authority),
      accusedOrgan: column('被反映机关', words.authority),
    }),
    step('PetitionAccepted', 'acceptedOn', {
      acceptedOn: column('受理日期', date),
      informedOn: column('受理告知日期', date),
      path: column('办理途径', words.path),
      docRef: column('受理告知书', paperReference),
    }),
    step('PetitionDeclined', 'declinedOn', {
      declinedOn: column('不予受理日期', date),
      ground: column('不予受理理由', words.declineGround),
      guidance: column('不予受理指引', text),
      docRef: column('不予受理告知书', paperReference),
      rightOrgan: column('有权机关', words.authority),
    }),
    step('PetitionForwarded', 'forwardedOn', {
      forwardedOn: column('转送日期', date),
      toOrgan: column('转送机关', words.authority),
      informedOn: column('转送告知日期', date),
      receiptNo: column('转送回执号', officialNumber),
    }),
    step(
      'ResponsibilityTeamAssigned',
      'assignedOn',
      { assignedOn: column('包案日期', date), duties: column('责任组职责', listOf(words.duty)) },
      {
        reads: team.map(([, each]) => each),
        derived: {
          members: (cells) => filledPosts(cells).map(([, { header }]) => String(cells[header])),
          teamRoles: (cells) => filledPosts(cells).map(([role]) => role),
        },
      },
    ),
    step('PetitionerHeard', 'heardOn', {
      heardOn: column('听取陈述日期', date),
      form: column('听取方式', words.form),
      summary: column('陈述摘要', text),
      recordRef: column('陈述记录', paperReference),
    }),
    step('PetitionDeadlineExtended', 'extendedOn', {
      extendedOn: column('延期日期', date),
      days: column('延期天数', wholeNumber),
      reason: column('延期理由', text),
      informedOn: column('延期告知日期', date),
    }),
    step('PetitionInvestigated', 'concludedOn', {
      concludedOn: column('调查结论日期', date),
      findings: column('调查结论', text),
      evidenceRefs: column('调查材料', listOf(paperReference)),
    }),
    disposition(1),
    disposition(2),
    step('OpinionIssued', 'issuedOn', {
      opinionNo,
      issuedOn: column('意见出具日期', date),
      result: column('意见结果', words.opinionResult),
      claimResults: column('逐项结果', listOf(words.opinionResult)),
      legalBasis: column('意见依据', text),
      reviewRightStated: column('告知复查权', yesNo),
    }),
    step(
      'OpinionServed',
      'servedOn',
      { servedOn: column('意见送达日期', date), serviceMethod: column('意见送达方式', words.serviceMethod) },
      { derived: { opinionNo: (cells) => cells[opinionNo.header] } },
    ),
    step('FulfilmentStarted', 'startedOn', {
      startedOn: column('落实开始日期', date),
      promises: column('承诺事项', texts),
      dueOn: column('承诺期限', date),
    }),
    step(
      'FulfilmentConfirmed',
      'confirmedOn',
      { confirmedOn: column('落实确认日期', date), evidenceRef: column('落实凭据', paperReference) },
      // The paper ledger keeps one promise a row.
      { derived: { promiseIndex: () => 1 } },
    ),
    step('ReviewRequested', 'requestedOn', {
      requestedOn: column('申请复查日期', date),
      reviewOrgan: column('复查机关', words.authority),
    }),
    step('ReviewConcluded', 'concludedOn', {
      concludedOn: column('复查意见日期', date),
      result: column('复查结果', words.reviewResult),
      opinionNo: column('复查意见文号', officialNumber),
      servedOn: column('复查意见送达日期', date),
    }),
    step('PetitionWithdrawn', 'withdrawnOn', {
      withdrawnOn: column('撤回日期', date),
      statementRef: column('撤回申请书', paperReference),
      voluntaryConfirmedBy: column('自愿确认人', staffCode),
    }),
    step('PetitionClosed', 'closedOn', {
      closedOn: column('办结归档日期', date),
      archiveNo: column('档案号', officialNumber),
      satisfaction: column('满意度', words.satisfaction),
    }),
  ],
  remarks: [column('备注', text)],
};
