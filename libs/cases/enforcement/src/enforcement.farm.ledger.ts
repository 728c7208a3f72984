import { cell, type Cells, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type EnforcementEvents } from './enforcement.case.js';
import { closed, lookedBack, noticed, verified } from './enforcement.ledger.js';
import * as words from './enforcement.words.js';

const { code, date, officialNumber, paperReference, text, wholeNumber, yesNo, yuan } = cell;
const step = ledgerSteps<EnforcementEvents>();
const species = column('养殖种类', words.species);
const orderNo = column('关停决定文号', officialNumber);

/** One word names the trade of the case and the species of every count. */
const ofThisSpecies = (cells: Cells) => cells[species.header];

const surveyed = (number: 1 | 2) =>
  step(
    'FarmStockSurveyed',
    'surveyedOn',
    {
      surveyedOn: column(`存栏调查日期${number}`, date),
      stockMin: column(`存栏下限${number}`, wholeNumber),
      stockMax: column(`存栏上限${number}`, wholeNumber),
      lawfulBefore: column(`原为合法养殖${number}`, yesNo),
    },
    { derived: { species: ofThisSpecies } },
  );

/** 畜禽养殖关停台账: one row a farm, from the lead to the look-back. */
export const farmLedger: LedgerMapping = {
  kind: 'farms',
  process: 'enforcement',
  title: { zh: '畜禽养殖关停台账', en: 'Ledger of farm closures' },
  recognisedBy: ['案件编号', '养殖种类', '存栏调查日期1', '关停日期'],
  caseNumber: column('案件编号', officialNumber),
  steps: [
    step(
      'LeadRegistered',
      'foundOn',
      {
        industryCode: species,
        leadSource: column('线索来源', words.leadSource),
        gridCode: column('网格编码', code),
        location: column('地点', text),
        partyKind: column('当事人类型', words.partyKind),
        partyRef: column('当事人', code),
        foundOn: column('发现日期', date),
      },
      { derived: { caseType: () => 'LIVESTOCK' } },
    ),
    verified,
    noticed(),
    surveyed(1),
    surveyed(2),
    step('ClosureOrderRecorded', 'orderedOn', {
      orderNo,
      orderingAuthority: column('关停决定机关', words.authority),
      legalBasis: column('关停决定依据', words.legalBasis),
      orderedOn: column('关停决定日期', date),
      compensationDue: column('须补偿', yesNo),
    }),
    step(
      'FarmClosed',
      'closedOn',
      {
        closedOn: column('关停日期', date),
        closureMode: column('关停方式', words.closureMode),
        consentDocRef: column('自愿关停承诺书', paperReference),
        zoneKind: column('区域', words.zone),
        emptied: column('已清空', yesNo),
      },
      { derived: { species: ofThisSpecies, orderNo: (cells) => cells[orderNo.header] } },
    ),
    step('FarmCompensationPaid', 'paidOn', {
      paidOn: column('补偿支付日期', date),
      amountFen: column('补偿金额(元)', yuan),
      voucherNo: column('补偿凭证号', officialNumber),
      finalPayment: column('补偿尾款', yesNo),
    }),
    closed,
    lookedBack(''),
  ],
  remarks: [column('备注', text)],
};
