import { cell, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type LabourEvents } from './labour.case.js';
import * as words from './petition.words.js';

const { code, date, listOf, officialNumber, paperReference, staffCode, text, wholeNumber, yesNo, yuan } = cell;
const step = ledgerSteps<LabourEvents>();

/** 劳资纠纷台账: one row a dispute, from the complaint to its end, in the order of the process. */
export const labourLedger: LedgerMapping = {
  kind: 'labourDispute',
  process: 'labourDispute',
  title: { zh: '劳资纠纷台账', en: 'Ledger of labour disputes' },
  recognisedBy: ['劳资编号', '用人单位', '协议日期'],
  caseNumber: column('劳资编号', officialNumber),
  steps: [
    step('LabourComplaintReceived', 'receivedOn', {
      receivedOn: column('登记日期', date),
      channel: column('投诉渠道', words.channel),
      employerRef: column('用人单位', code),
      workersCount: column('劳动者人数', wholeNumber),
      claimKind: column('诉求种类', words.claimKind),
      claimFen: column('诉求金额(元)', yuan),
      identityTokens: column('身份令牌', listOf(code)),
      migrantWorkers: column('农民工', yesNo),
    }),
    step('LabourMediationStarted', 'startedOn', {
      startedOn: column('调解受理日期', date),
      bothConsent: column('双方同意调解', yesNo),
      mediatorRefs: column('调解员', listOf(staffCode)),
    }),
    step('LabourMediationSessionHeld', 'heldOn', {
      heldOn: column('调解会日期', date),
      attended: column('调解会参加方', listOf(words.party)),
      recordRef: column('调解笔录', paperReference),
    }),
    step('LabourAgreementReached', 'signedOn', {
      agreementNo: column('协议编号', officialNumber),
      signedOn: column('协议日期', date),
      amountFen: column('协议金额(元)', yuan),
      payBy: column('支付期限', date),
      workersCovered: column('覆盖人数', wholeNumber),
      confirmationApplied: column('申请司法确认', yesNo),
      agreementDocRef: column('协议书', paperReference),
      signedBy: column('协议签字方', listOf(words.party)),
    }),
    step('LabourMediationFailed', 'failedOn', {
      failedOn: column('调解不成日期', date),
      ground: column('调解不成原因', words.failGround),
      informedOfArbitration: column('告知仲裁途径', yesNo),
    }),
    step('LabourComplaintReferred', 'referredOn', {
      referredOn: column('移交日期', date),
      toOrgan: column('移交机关', words.authority),
      informedOn: column('移交告知日期', date),
      receiptNo: column('移交回执号', officialNumber),
    }),
    step('LabourPaymentConfirmed', 'paidOn', {
      paidOn: column('支付日期', date),
      amountFen: column('支付金额(元)', yuan),
      workersPaid: column('受付人数', wholeNumber),
      voucherRef: column('支付凭据', paperReference),
      paidToWorkersThemselves: column('本人领取', yesNo),
    }),
    step('LabourCaseClosed', 'closedOn', {
      closedOn: column('办结日期', date),
      outcome: column('办结结果', words.outcome),
      paidFen: column('办结支付金额(元)', yuan),
    }),
  ],
  remarks: [column('备注', text)],
};
