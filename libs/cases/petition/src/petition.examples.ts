import { but, cast, type ExampleStep, type IdOf } from '#foundation/given';

// Steps of a petition as its people ask for them, in the order of a life. Every date was counted by hand on the
// calendar of 2022. Specs tell their stories with these; nothing of the product reads them.

/** Thursday 5 May: three people come, two of them speak, with two claims. */
export const registered: ExampleStep = {
  command: 'RegisterPetition',
  by: 'petitionClerk',
  body: {
    receivedOn: '2022-05-05',
    channel: 'VISIT',
    matterKind: 'APPEAL_REQUEST',
    subjectArea: 'ROADS_TRANSPORT',
    claims: ['请求修复通组路', '请求公开道路经费'],
    identityToken: '令牌-X0001',
    anonymous: false,
    partiesCount: 3,
    representativeCount: 2,
  },
};

/** The same people complain of an officer of the township by code. */
export const accusation = but(registered, {
  matterKind: 'REPORT_ACCUSATION',
  accusedStaffRefs: [cast.secondTownCadre.code],
});

/** Accepted on 10 May: to be concluded by 9 July, 60 days later. */
export const accepted: ExampleStep = {
  command: 'AcceptPetition',
  by: 'petitionClerk',
  body: { acceptedOn: '2022-05-10', informedOn: '2022-05-11', path: 'PETITION_OPINION', docRef: '纸质:受理-0001' },
};

export const declined: ExampleStep = {
  command: 'DeclinePetition',
  by: 'petitionClerk',
  body: {
    declinedOn: '2022-05-12',
    ground: 'OTHER_LEGAL_ROUTE',
    guidance: '可向人民法院起诉',
    docRef: '纸质:不受理-0001',
    rightOrgan: 'PEOPLES_COURT',
  },
};

export const forwarded: ExampleStep = {
  command: 'ForwardPetition',
  by: 'petitionClerk',
  body: {
    forwardedOn: '2022-05-12',
    toOrgan: 'TRANSPORT_DEPT',
    informedOn: '2022-05-13',
    receiptNo: '转送〔2022〕3号',
  },
};

export const assigned: ExampleStep = {
  command: 'AssignResponsibilityTeam',
  by: 'leader',
  body: {
    assignedOn: '2022-05-12',
    members: [
      cast.leader.code,
      cast.officeMember.code,
      cast.townCadre.code,
      cast.villageCadre.code,
      cast.legalAdviser.code,
    ],
    teamRoles: ['LEAD_OFFICIAL', 'RESPONSIBLE_OFFICE', 'TOWN_CADRE', 'VILLAGE_CADRE', 'LEGAL_ADVISER'],
    duties: ['LISTEN', 'INVESTIGATE', 'REPORT_PROGRESS'],
  },
};

export const replaced: ExampleStep = {
  command: 'ReplaceTeamMember',
  by: 'leader',
  body: {
    replacedOn: '2022-05-13',
    teamRole: 'TOWN_CADRE',
    fromStaffRef: cast.townCadre.code,
    toStaffRef: cast.secondTownCadre.code,
    reason: '工作调动',
  },
};

export const heard: ExampleStep = {
  command: 'HearPetitioner',
  by: 'townCadre',
  body: { heardOn: '2022-05-16', form: 'VILLAGE_MEETING', summary: '按诉求逐项记录', recordRef: '纸质:陈述-0001' },
};

export const mediated: ExampleStep = {
  command: 'MediatePetition',
  by: 'townCadre',
  body: { heldOn: '2022-05-18', agreed: false, bothConsent: true },
};

export const hearingHeld: ExampleStep = {
  command: 'HoldPetitionHearing',
  by: 'reviewer',
  body: { startedOn: '2022-05-19', endedOn: '2022-05-20', recordRef: '纸质:听证-0001' },
};

export const extended: ExampleStep = {
  command: 'ExtendPetitionDeadline',
  by: 'leader',
  body: { extendedOn: '2022-07-01', days: 30, reason: '须委托检测', informedOn: '2022-07-02' },
};

export const investigated: ExampleStep = {
  command: 'RecordPetitionInvestigation',
  by: 'townCadre',
  body: { concludedOn: '2022-06-01', findings: '路面破损属实', evidenceRefs: ['纸质:调查-0001'] },
};

export const demandMet: ExampleStep = {
  command: 'RecordDisposition',
  by: 'townCadre',
  body: { recordedOn: '2022-06-06', kind: 'DEMAND_MET', measure: '列入修复计划', evidenceRef: '纸质:处置-0001' },
};

/** An unlawful act that came to light, sent to the organ that deals with it. */
export const referred = but(demandMet, {
  kind: 'REFERRED',
  measure: '移送超限运输线索',
  unlawfulAct: 'DAMAGE',
  toOrgan: 'PUBLIC_SECURITY',
  receiptNo: '移送〔2022〕9号',
});

export const issued: ExampleStep = {
  command: 'IssueOpinion',
  by: 'leader',
  body: {
    opinionNo: '信处字〔2022〕1号',
    issuedOn: '2022-06-08',
    result: 'PARTLY_SUPPORTED',
    legalBasis: '信访工作条例',
    reviewRightStated: true,
    claimResults: ['SUPPORTED', 'EXPLAINED'],
  },
};

/** Served on Friday 10 June: the 30 days end on Sunday 10 July and run on to Monday 11 July. */
export const served: ExampleStep = {
  command: 'ServeOpinion',
  by: 'petitionClerk',
  body: { opinionNo: '信处字〔2022〕1号', servedOn: '2022-06-10', serviceMethod: 'DIRECT' },
};

export const fulfilmentStarted: ExampleStep = {
  command: 'StartFulfilment',
  by: 'leader',
  body: { startedOn: '2022-06-15', promises: ['修复路面', '公开经费'], dueOn: '2022-08-15' },
};

export const firstKept: ExampleStep = {
  command: 'ConfirmFulfilment',
  by: 'townCadre',
  body: { confirmedOn: '2022-07-20', promiseIndex: 1, evidenceRef: '纸质:落实-0001' },
};
export const secondKept = but(firstKept, { promiseIndex: 2, evidenceRef: '纸质:落实-0002' });

export const supervised: ExampleStep = {
  command: 'IssueSupervision',
  by: 'auditor',
  body: { issuedOn: '2022-06-20', subject: 'NO_ANSWER', answerBy: '2022-06-30', toUnit: 'TOWNSHIP_GOVERNMENT' },
};

export const reviewRequested: ExampleStep = {
  command: 'RecordReviewRequest',
  by: 'petitionClerk',
  body: { requestedOn: '2022-07-05', reviewOrgan: 'COUNTY_GOVERNMENT' },
};

/** Received on Wednesday 3 August: re-review may be asked for until Friday 2 September. */
export const reviewed: ExampleStep = {
  command: 'RecordReviewOpinion',
  by: 'petitionClerk',
  body: { concludedOn: '2022-08-01', result: 'UPHELD', opinionNo: '复查〔2022〕1号', servedOn: '2022-08-03' },
};

export const reReviewRequested: ExampleStep = {
  command: 'RecordReReviewRequest',
  by: 'petitionClerk',
  body: { requestedOn: '2022-08-20', reviewOrgan: 'CITY_GOVERNMENT' },
};

export const reReviewed: ExampleStep = {
  command: 'RecordReReviewOpinion',
  by: 'petitionClerk',
  body: { concludedOn: '2022-09-15', result: 'UPHELD', opinionNo: '复核〔2022〕1号' },
};

export const reopened: ExampleStep = {
  command: 'ReopenPetition',
  by: 'petitionClerk',
  body: { reopenedOn: '2022-10-10', ground: 'NEW_FACTS' },
};

export const withdrawn: ExampleStep = {
  command: 'WithdrawPetition',
  by: 'petitionClerk',
  body: {
    withdrawnOn: '2022-06-02',
    statementRef: '纸质:撤回-0001',
    voluntaryConfirmedBy: cast.secondPetitionClerk.code,
  },
};

export const closed: ExampleStep = {
  command: 'ClosePetition',
  by: 'petitionClerk',
  body: { closedOn: '2022-07-12', archiveNo: '档-信访-0001', satisfaction: 'FAIRLY_SATISFIED' },
};

/** A correction of that event, approved by a second clerk. */
export const corrected = (eventType: string, ...replacedFields: readonly string[]): ExampleStep => ({
  command: 'CorrectPetitionEntry',
  by: 'petitionClerk',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(eventType),
    reasonCode: 'TYPING',
    replacedFields: [...replacedFields],
    approvedByStaffRef: cast.secondPetitionClerk.code,
  }),
});

const whole = [registered, accepted, assigned, heard, investigated, demandMet, issued, served, closed];
const until = (last: ExampleStep): readonly ExampleStep[] => whole.slice(0, whole.indexOf(last) + 1);

/** The straight life of a petition: each history ends with the step that it is named after. */
export const lives = {
  registered: until(registered),
  accepted: until(accepted),
  assigned: until(assigned),
  heard: until(heard),
  investigated: until(investigated),
  disposed: until(demandMet),
  issued: until(issued),
  served: until(served),
  closed: until(closed),
};
export const fulfilling = [...lives.served, fulfilmentStarted];
export const underReview = [...lives.served, reviewRequested];
export const afterReview = [...underReview, reviewed];
export const underReReview = [...afterReview, reReviewRequested];
export const afterReReview = [...underReReview, reReviewed];
export const again = [...lives.closed, reopened];
