import { cell, type Cells, type CellValue, column, type LedgerMapping, ledgerSteps } from '#foundation/ledger';
import { type HouseholdEvents } from './household.case.js';
import { type ProjectEvents } from './project.case.js';
import * as words from './relocation.words.js';

const { code, date, listOf, officialNumber, paperReference, squareMetres, staffCode, text, wholeNumber, yesNo, yuan } =
  cell;
const step = ledgerSteps<HouseholdEvents>();
const projectStep = ledgerSteps<ProjectEvents>();
const caseNumber = column('户编号', officialNumber);
const projectRef = column('项目编号', code);
const compensationMode = column('补偿方式', words.compensationMode);
const agreementNo = column('协议编号', officialNumber);

const places = [1, 2, 3] as const;
type Place = (typeof places)[number];

/** Up to three buildings stand side by side in a row, each with its own columns. */
const buildingColumns = (place: Place) => ({
  buildingUse: column(`房屋用途${place}`, words.buildingUse),
  buildingId: column(`房屋编号${place}`, code),
  structure: column(`房屋结构${place}`, words.structure),
  floorAreaDm2: column(`房屋面积${place}(㎡)`, squareMetres),
  storeys: column(`房屋层数${place}`, wholeNumber),
  lawful: column(`房屋合法性${place}`, words.lawful),
  builtOn: column(`房屋建成日期${place}`, date),
});
const buildings = { 1: buildingColumns(1), 2: buildingColumns(2), 3: buildingColumns(3) };
const demolishedOn = { 1: column('拆除日期1', date), 2: column('拆除日期2', date), 3: column('拆除日期3', date) };

const attachmentKind = column('附着物种类', words.attachment);
const quantity = column('附着物数量', wholeNumber);
const unitCode = column('附着物单位', words.unit);

/** Values of those columns of the row; undefined when all of them are empty. */
function structureOf(cells: Cells, columns: Readonly<Record<string, { readonly header: string }>>) {
  const fields = Object.entries(columns).flatMap(([field, { header }]) => {
    const value = cells[header];
    return value === undefined ? [] : [[field, value] as const];
  });
  return fields.length === 0 ? [] : [Object.fromEntries<CellValue>(fields)];
}

/** Whole mu are written and hundredths stored (ledgers/README). */
const storedQuantity = (cells: Cells) => {
  const written = cells[quantity.header];
  return typeof written === 'number' && cells[unitCode.header] === 'MU' ? 100 * written : written;
};

function attachmentsOf(cells: Cells) {
  const [attachment] = structureOf(cells, { attachmentKind, quantity, unitCode });
  return attachment && [{ ...attachment, quantity: storedQuantity(cells) }];
}

/** The last building is the one that comes down after all others of the row, in its place on the same day. */
function isLast(cells: Cells, place: Place): boolean {
  const when = (other: Place) => cells[demolishedOn[other].header] as string | undefined;
  const mine = when(place) ?? '';
  return places
    .filter((other) => other !== place && cells[buildings[other].buildingId.header] !== undefined)
    .every((other) => {
      const theirs = when(other);
      return theirs !== undefined && (theirs < mine || (theirs === mine && other < place));
    });
}

const demolition = (place: Place) =>
  step(
    'HouseDemolished',
    'demolishedOn',
    {
      buildingId: buildings[place].buildingId,
      buildingUse: buildings[place].buildingUse,
      areaDm2: column(`拆除面积${place}(㎡)`, squareMetres),
      demolishedOn: demolishedOn[place],
      contractor: column('拆除单位', code),
      safetyPlanRef: column('拆除安全方案', paperReference),
    },
    { actor: '倒房记录人', derived: { lastBuilding: (cells: Cells) => isLast(cells, place) } },
  );

const payment = (number: 1 | 2) =>
  step('CompensationPaid', 'paidOn', {
    paymentId: column(`付款编号${number}`, officialNumber),
    paidOn: column(`付款日期${number}`, date),
    amountFen: column(`付款金额${number}(元)`, yuan),
    voucherNo: column(`付款凭证号${number}`, officialNumber),
    payeeAccountToken: column(`收款账户令牌${number}`, code),
    stage: column(`付款阶段${number}`, words.paymentStage),
    depositedWithNotary: column(`公证提存${number}`, yesNo),
  });

/** 征拆台账: one row a household of a project. What it receives for crops is paid in the project's stream. */
export const householdLedger: LedgerMapping = {
  kind: 'relocation-household',
  process: 'relocationHousehold',
  title: { zh: '征拆台账', en: 'Ledger of relocated households' },
  recognisedBy: ['户编号', '签约日期', '腾房日期'],
  caseNumber,
  steps: [
    step(
      'HouseholdRegistered',
      'registeredOn',
      {
        projectRef,
        partyKind: column('户类型', words.partyKind),
        partyRef: column('当事人', code),
        groupCode: column('组别', code),
        registeredOn: column('建档日期', date),
      },
      { derived: { householdCaseId: (cells: Cells) => cells[caseNumber.header] } },
    ),
    step(
      'HouseholdSurveyed',
      'surveyedOn',
      {
        surveyedOn: column('入户调查日期', date),
        surveyorRefs: column('调查人员', listOf(staffCode)),
        ownerPresent: column('权利人在场', yesNo),
        ownerSigned: column('权利人签字', yesNo),
      },
      {
        reads: [...places.flatMap((place) => Object.values(buildings[place])), attachmentKind, quantity, unitCode],
        derived: {
          buildings: (cells: Cells) => places.flatMap((place) => structureOf(cells, buildings[place])),
          attachments: attachmentsOf,
        },
      },
    ),
    step('SurveyResultPublished', 'postedOn', {
      postedOn: column('公示开始日期', date),
      postedUntil: column('公示截止日期', date),
      place: column('公示地点', words.place),
      noticeRef: column('公示文书', paperReference),
    }),
    step('PropertyAppraised', 'appraisedOn', {
      appraisedOn: column('评估日期', date),
      method: column('评估方法', words.method),
      appraiser: column('评估机构', words.appraiser),
      valueFen: column('评估价(元)', yuan),
      reportRef: column('评估报告', paperReference),
      served: column('报告送达', yesNo),
    }),
    step('CompensationOffered', 'offeredOn', {
      offeredOn: column('方案告知日期', date),
      compensationMode,
      houseFen: column('房屋补偿(元)', yuan),
      movingFen: column('搬迁费(元)', yuan),
      temporaryFen: column('过渡费(元)', yuan),
      businessLossFen: column('停产停业损失(元)', yuan),
      bonusFen: column('奖励(元)', yuan),
      totalFen: column('告知总额(元)', yuan),
      modesOffered: column('可选方式', listOf(words.compensationMode)),
    }),
    step('AgreementSigned', 'signedOn', {
      agreementNo,
      signedOn: column('签约日期', date),
      campaignId: column('签约行动编号', code),
      compensationMode,
      totalFen: column('协议总额(元)', yuan),
      firstPaymentBy: column('首付期限', date),
      vacateBy: column('腾房期限', date),
      resettlement: column('安置约定', text),
      signerCapacity: column('签约人身份', words.signerCapacity),
      powerRef: column('授权书', paperReference),
      legalExplained: column('已释法', yesNo),
    }),
    step(
      'AgreementRescinded',
      'rescindedOn',
      {
        rescindedOn: column('协议解除日期', date),
        ground: column('解除事由', words.rescissionGround),
        docRef: column('解除文书', paperReference),
      },
      { derived: { agreementNo: (cells: Cells) => cells[agreementNo.header] } },
    ),
    payment(1),
    step('ResettlementProvided', 'providedOn', {
      providedOn: column('安置落实日期', date),
      kind: column('安置方式', words.resettlementKind),
      docRef: column('安置凭据', paperReference),
    }),
    step('HouseVacated', 'vacatedOn', {
      vacatedOn: column('腾房日期', date),
      handoverDocRef: column('移交单', paperReference),
      utilitiesSettled: column('水电结清', yesNo),
      voluntary: column('自愿搬迁', yesNo),
      utilitiesAndRoadIntact: column('水电路未断', yesNo),
    }),
    ...places.map(demolition),
    step(
      'SiteClearanceAccepted',
      'acceptedOn',
      { acceptedOn: column('验收日期', date), photoRefs: column('验收照片', listOf(paperReference)) },
      { actor: '验收人' },
    ),
    payment(2),
    step('HouseholdCaseClosed', 'closedOn', {
      closedOn: column('结案日期', date),
      archiveNo: column('档案号', officialNumber),
      resultPublishedOn: column('结果公示日期', date),
    }),
    step('HouseholdRemovedFromScope', 'removedOn', {
      removedOn: column('调出日期', date),
      reason: column('调出原因', text),
      countyDocNo: column('调出县级文号', officialNumber),
    }),
    projectStep(
      'GreenCropCompensationPaid',
      'paidOn',
      {
        attachmentKind,
        unitCode,
        amountFen: column('青苗补偿金额(元)', yuan),
        paidOn: column('青苗补偿支付日期', date),
        voucherNo: column('青苗补偿凭证号', officialNumber),
        plantedBeforePreAnnouncement: column('预公告前种植', yesNo),
      },
      {
        of: { process: 'relocationProject', number: projectRef },
        reads: [quantity],
        derived: { householdCaseRef: (cells: Cells) => cells[caseNumber.header], quantity: storedQuantity },
      },
    ),
  ],
  remarks: [column('备注', text)],
};
