import { but, cast, type ExampleStep, type IdOf } from '#foundation/given';

// Steps of a demolition case as its people ask for them, in the order of a life. Every date was counted by hand on
// the calendar of 2022. Specs and journeys tell their stories with these; nothing of the product reads them.

const officers = [cast.officer.code, cast.secondOfficer.code];

/** Tuesday 1 March: a house goes up in cell WG-01-01. */
export const found: ExampleStep = {
  command: 'RegisterIllegalBuilding',
  by: 'gridMember',
  body: {
    foundOn: '2022-03-01',
    leadSource: 'GRID_PATROL',
    gridCode: 'WG-01-01',
    location: '东岭村1组水塘北侧',
    partyRef: 'PTY-0001',
  },
};

/** A new house of 120.50 m2 that is still being built, in the township's own power (CPL art. 65). */
export const surveyed: ExampleStep = {
  command: 'SurveySite',
  by: 'officer',
  body: {
    surveyedOn: '2022-03-03',
    officerRefs: officers,
    structureKind: 'HOUSE',
    stockClass: 'NEW',
    constructionStatus: 'UNDER_CONSTRUCTION',
    floorAreaDm2: 12_050,
    footprintDm2: 6_025,
    storeys: 2,
    landUse: 'HOMESTEAD',
    planningArea: 'VILLAGE',
    occupiedAsHome: false,
    legalBasis: 'CPL65',
    authority: 'TOWNSHIP_GOVERNMENT',
  },
};

/** The same house, finished before anybody came: begun after the baseline date, so it is new. */
export const surveyedFinished = but(surveyed, { constructionStatus: 'FINISHED', startedOn: '2021-08-15' });

/** On arable land taken without approval: the natural-resources department decides, the court executes. */
export const surveyedOnArableLand = but(surveyedFinished, {
  landUse: 'ARABLE',
  legalBasis: 'LAL77',
  authority: 'NATURAL_RESOURCES_DEPT',
});

/** In the town: the county planning department decides (CPL art. 64). */
export const surveyedInTown = but(surveyed, { planningArea: 'TOWN', legalBasis: 'CPL64', authority: 'PLANNING_DEPT' });

export const foundLawful: ExampleStep = {
  command: 'ConfirmBuildingLawful',
  by: 'officer',
  body: { decidedOn: '2022-03-04', permitNo: '乡字第2021-018号' },
};

export const transferred: ExampleStep = {
  command: 'TransferDemolitionCase',
  by: 'head',
  body: { toAuthority: 'PLANNING_DEPT', transferredOn: '2022-03-08', receiptNo: '移送回执〔2022〕8号' },
};

export const transferOutcome: ExampleStep = {
  command: 'RecordDemolitionTransferOutcome',
  by: 'officer',
  body: { outcomeCode: 'ORDERED_DEMOLITION', outcomeOn: '2022-04-20', docRef: '纸质:移送-0008' },
};

export const transferReturned: ExampleStep = {
  command: 'ReturnDemolitionTransfer',
  by: 'head',
  body: { returnedOn: '2022-04-20', outcomeCode: 'ENTRUSTED_EXECUTION', docRef: '纸质:委托-0003' },
};

export const stopped: ExampleStep = {
  command: 'ServeStopOrder',
  by: 'officer',
  body: { orderNo: '责停〔2022〕11号', servedOn: '2022-03-04', serviceMethod: 'DIRECT' },
};

export const notified: ExampleStep = {
  command: 'ServeDemolitionPriorNotice',
  by: 'officer',
  body: {
    noticeNo: '拆告〔2022〕11号',
    servedOn: '2022-03-07',
    statementDueOn: '2022-03-14',
    facts: '未取得乡村建设规划许可证建房',
    reasons: '不符合村庄规划',
    legalBasis: 'CPL65',
    rightsStated: true,
  },
};

export const heard: ExampleStep = {
  command: 'HearDemolitionStatement',
  by: 'officer',
  body: { heardOn: '2022-03-10', waived: false, adopted: 'NOT_ADOPTED', recordRef: '纸质:笔录-0011' },
};

/** Served on Wednesday 16 March: the six months to sue end on Friday 16 September. */
export const ordered: ExampleStep = {
  command: 'ServeDemolitionOrder',
  by: 'officer',
  body: {
    orderNo: '限拆〔2022〕11号',
    orderKind: 'DEMOLISH',
    servedOn: '2022-03-16',
    decidedOn: '2022-03-15',
    selfDemolishBy: '2022-03-31',
    authority: 'TOWNSHIP_GOVERNMENT',
    legalBasis: 'CPL65',
    remedyInfoGiven: true,
    legalReviewRef: '纸质:法审-0011',
  },
};

export const regularised: ExampleStep = {
  command: 'RegulariseBuilding',
  by: 'head',
  body: { regularisedOn: '2022-03-25', permitNo: '乡字第2022-031号' },
};

export const remedyFiled: ExampleStep = {
  command: 'RecordDemolitionRemedyFiled',
  by: 'reviewer',
  body: {
    remedyId: '复议〔2022〕5号',
    remedyKind: 'RECONSIDERATION',
    filedOn: '2022-04-11',
    organ: 'COUNTY_GOVERNMENT',
  },
};

export const remedyUpheld: ExampleStep = {
  command: 'RecordDemolitionRemedyUpheld',
  by: 'reviewer',
  body: { remedyId: '复议〔2022〕5号', concludedOn: '2022-06-08', result: 'UPHELD', finalOn: '2022-06-24' },
};

export const setAside: ExampleStep = {
  command: 'RecordDemolitionOrderSetAside',
  by: 'reviewer',
  body: { remedyId: '复议〔2022〕5号', concludedOn: '2022-06-08', result: 'REVOKED', restitutionDue: false },
};

/** The first day after the self-demolition date. */
export const demanded: ExampleStep = {
  command: 'ServeDemolitionDemand',
  by: 'officer',
  body: { noticeNo: '催告〔2022〕11号', servedOn: '2022-04-01', performBy: '2022-04-18' },
};

export const announced: ExampleStep = {
  command: 'AnnounceDemolition',
  by: 'head',
  body: {
    noticeNo: '公告〔2022〕11号',
    postedOn: '2022-04-19',
    selfDemolishBy: '2022-05-10',
    photoRefs: ['纸质:张贴照片-0011'],
  },
};

/** Monday after the six months to sue. */
export const executionDecided: ExampleStep = {
  command: 'DecideDemolitionExecution',
  by: 'head',
  body: {
    decisionNo: '强拆〔2022〕11号',
    decidedOn: '2022-09-19',
    servedOn: '2022-09-20',
    executeOn: '2022-09-27',
    legalReviewRef: '纸质:法审-0012',
  },
};

/** The tenth working day after the demand of 1 April: 2 April is a make-up day, 3 to 5 are Qingming. */
export const courtApplied: ExampleStep = {
  command: 'ApplyCourtDemolition',
  by: 'reviewer',
  body: { appliedOn: '2022-04-18', court: 'BASIC_COURT', applicationNo: '申执〔2022〕2号' },
};

export const courtRuled: ExampleStep = {
  command: 'RecordDemolitionCourtRuling',
  by: 'reviewer',
  body: { ruledOn: '2022-05-16', result: 'GRANTED' },
};

export const partlyDemolished: ExampleStep = {
  command: 'RecordPartialDemolition',
  by: 'officer',
  body: { demolishedOn: '2022-03-24', mode: 'SELF', partAreaDm2: 4_000, photoRefs: ['纸质:照片-0011-1'] },
};

export const selfDemolished: ExampleStep = {
  command: 'RecordSelfDemolition',
  by: 'officer',
  body: { demolishedOn: '2022-03-28', mode: 'SELF', photoRefs: ['纸质:照片-0011-2'] },
};

/** Tuesday 27 September, nine in the morning. */
export const compulsorilyDemolished: ExampleStep = {
  command: 'RecordCompulsoryDemolition',
  by: 'officer',
  body: {
    demolishedOn: '2022-09-27',
    startedAt: '2022-09-27T09:00',
    mode: 'COMPULSORY_ADMIN',
    belongingsListRef: '纸质:财物清单-0011',
    witnessRefs: ['见证-01'],
    recordingRefs: ['纸质:录像-0011'],
    utilitiesIntact: true,
    urgent: false,
  },
};

/** Wednesday 8 June, on the court's ruling. */
export const demolishedByCourt = but(compulsorilyDemolished, {
  demolishedOn: '2022-06-08',
  startedAt: '2022-06-08T09:00',
  mode: 'COMPULSORY_COURT',
});

export const belongingsReturned: ExampleStep = {
  command: 'ReturnBelongings',
  by: 'officer',
  body: { returnedOn: '2022-10-10', outcome: 'COLLECTED', receiptRef: '纸质:签收-0011', allReturned: true },
};

/** The self-demolition, measured by the village coordinator. */
export const verified: ExampleStep = {
  command: 'VerifyDemolition',
  by: 'coordinator',
  body: {
    verifiedOn: '2022-03-30',
    demolishedOn: '2022-03-28',
    structureKind: 'HOUSE',
    stockClass: 'NEW',
    mode: 'SELF',
    verifiedAreaDm2: 12_000,
    beforePhotoRefs: ['纸质:拆前-0011'],
    afterPhotoRefs: ['纸质:拆后-0011'],
    verifierStaffRef: cast.coordinator.code,
  },
};

export const verifiedCompulsory = but(verified, {
  verifiedOn: '2022-09-29',
  demolishedOn: '2022-09-27',
  mode: 'COMPULSORY_ADMIN',
});

export const rejected: ExampleStep = {
  command: 'RejectDemolition',
  by: 'coordinator',
  body: { checkedOn: '2022-03-30', reason: '西侧墙体未拆除', remainingAreaDm2: 2_000 },
};

export const debrisCleared: ExampleStep = {
  command: 'ClearDebris',
  by: 'officer',
  body: { clearedOn: '2022-04-02', landRestored: true },
};

export const closed: ExampleStep = {
  command: 'CloseDemolitionCase',
  by: 'head',
  body: { closedOn: '2022-04-06', archiveNo: '档-违建-2022-11', lookBackDueOn: '2022-05-06' },
};

export const lookedBack: ExampleStep = {
  command: 'RecordDemolitionLookBack',
  by: 'gridMember',
  body: { checkedOn: '2022-05-05', result: 'NO_REBOUND', photoRefs: ['纸质:回头看-0011'] },
};

export const rebuilt: ExampleStep = {
  command: 'RecordRebuilding',
  by: 'gridMember',
  body: { foundOn: '2022-06-06', description: '原址重新砌墙', partyRef: 'PTY-0001', placeConfirmed: true },
};

export const reopened: ExampleStep = {
  command: 'ReopenDemolitionCase',
  by: 'head',
  body: { reopenedOn: '2022-06-06', ground: 'NEW_FACT' },
};

export const liabilitySettled: ExampleStep = {
  command: 'RecordDemolitionLiabilitySettled',
  by: 'finance',
  body: { settledOn: '2022-08-15', amountFen: 3_600_000, docRef: '纸质:赔偿-0002', outcome: 'COMPENSATED' },
};

/** Puts values of the latest event of a type right, approved by the head. */
export const corrected = (eventType: string, ...replacedFields: readonly string[]): ExampleStep => ({
  command: 'CorrectDemolitionEntry',
  by: 'officer',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(eventType),
    reasonCode: 'TYPING',
    replacedFields,
    approvedByStaffRef: cast.head.code,
  }),
});

/**
 * A second round from Friday 10 June on, after a rebuilding, a reopening or an order set aside: the same steps with
 * papers of their own. Served on Thursday 23 June, the order can be sued against until Friday 23 December.
 */
export const second = {
  surveyed: but(surveyed, { surveyedOn: '2022-06-10', floorAreaDm2: 8_000, footprintDm2: 8_000, storeys: 1 }),
  stopped: but(stopped, { orderNo: '责停〔2022〕27号', servedOn: '2022-06-13' }),
  notified: but(notified, { noticeNo: '拆告〔2022〕27号', servedOn: '2022-06-14', statementDueOn: '2022-06-21' }),
  heard: but(heard, { heardOn: '2022-06-16' }),
  ordered: but(ordered, {
    orderNo: '限拆〔2022〕27号',
    decidedOn: '2022-06-22',
    servedOn: '2022-06-23',
    selfDemolishBy: '2022-07-08',
  }),
  remedyFiled: but(remedyFiled, {
    remedyId: '行诉〔2022〕6号',
    remedyKind: 'LITIGATION',
    filedOn: '2022-07-01',
    organ: 'BASIC_COURT',
  }),
  setAside: but(setAside, { remedyId: '行诉〔2022〕6号', concludedOn: '2022-07-20' }),
  regularised: but(regularised, { regularisedOn: '2022-07-06' }),
  demanded: but(demanded, { noticeNo: '催告〔2022〕27号', servedOn: '2022-07-11', performBy: '2022-07-25' }),
  announced: but(announced, { noticeNo: '公告〔2022〕27号', postedOn: '2022-07-26', selfDemolishBy: '2022-08-10' }),
  executionDecided: but(executionDecided, {
    decisionNo: '强拆〔2022〕27号',
    decidedOn: '2022-12-26',
    servedOn: '2022-12-26',
    executeOn: '2022-12-28',
  }),
  selfDemolished: but(selfDemolished, { demolishedOn: '2022-07-05' }),
  verified: but(verified, { verifiedOn: '2022-07-07', demolishedOn: '2022-07-05', verifiedAreaDm2: 7_900 }),
  debrisCleared: but(debrisCleared, { clearedOn: '2022-07-10' }),
  closed: but(closed, { closedOn: '2022-07-15', archiveNo: '档-违建-2022-27', lookBackDueOn: '2022-08-14' }),
};

const toOrder = [found, surveyed, stopped, notified, heard, ordered];

/** From the report to the closing by the owner's own hand: the usual life. */
export const lives = {
  found: [found],
  surveyed: [found, surveyed],
  stopped: [found, surveyed, stopped],
  notified: [found, surveyed, stopped, notified],
  ordered: toOrder,
  demolished: [...toOrder, selfDemolished],
  verified: [...toOrder, selfDemolished, verified],
  closed: [...toOrder, selfDemolished, verified, debrisCleared, closed],
  demanded: [...toOrder, demanded],
  announced: [...toOrder, demanded, announced],
  executionDecided: [...toOrder, demanded, announced, executionDecided],
  demolishedByForce: [...toOrder, demanded, announced, executionDecided, compulsorilyDemolished],
} as const;

/** The way through the court: notice and order name the same ground as the survey. */
export const courtLife = {
  ordered: [
    found,
    surveyedOnArableLand,
    but(notified, { legalBasis: 'LAL77' }),
    heard,
    but(ordered, { legalBasis: 'LAL77', authority: 'NATURAL_RESOURCES_DEPT' }),
  ] as const,
  get demanded() {
    return [...this.ordered, demanded];
  },
  get applied() {
    return [...this.demanded, courtApplied];
  },
  get ruled() {
    return [...this.applied, courtRuled];
  },
};
