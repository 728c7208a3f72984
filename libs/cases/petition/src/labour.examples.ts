import { but, cast, type ExampleStep, type IdOf } from '#foundation/given';

// Steps of a labour dispute in the order of a life, on the calendar of 2022. Nothing of the product reads them.

/** Monday 7 March: three workers claim 12,000.00 yuan of wages. */
export const received: ExampleStep = {
  command: 'ReceiveLabourComplaint',
  by: 'mediator',
  body: {
    receivedOn: '2022-03-07',
    channel: 'VISIT',
    employerRef: '企业-0001',
    workersCount: 3,
    claimKind: 'WAGE_ARREARS',
    claimFen: 1_200_000,
    identityTokens: ['令牌-L0001', '令牌-L0002'],
    migrantWorkers: true,
    claimAroseOn: '2022-01-31',
  },
};

export const referred: ExampleStep = {
  command: 'ReferLabourComplaint',
  by: 'mediator',
  body: {
    referredOn: '2022-04-20',
    toOrgan: 'LABOUR_SUPERVISION',
    informedOn: '2022-04-20',
    receiptNo: '劳移〔2022〕1号',
  },
};

export const mediationStarted: ExampleStep = {
  command: 'StartLabourMediation',
  by: 'mediator',
  body: { startedOn: '2022-03-09', bothConsent: true, mediatorRefs: [cast.mediator.code] },
};

export const sessionHeld: ExampleStep = {
  command: 'HoldLabourMediationSession',
  by: 'mediator',
  body: { heldOn: '2022-03-14', attended: ['WORKER', 'EMPLOYER', 'MEDIATOR'], recordRef: '纸质:调解-0001' },
};

/** 10,000.00 yuan, to be paid by 15 April. */
export const agreed: ExampleStep = {
  command: 'RecordLabourAgreement',
  by: 'mediator',
  body: {
    agreementNo: '劳调协〔2022〕1号',
    signedOn: '2022-03-15',
    amountFen: 1_000_000,
    payBy: '2022-04-15',
    workersCovered: 3,
    confirmationApplied: false,
    agreementDocRef: '纸质:协议-0001',
    signedBy: ['WORKER_REPRESENTATIVE', 'EMPLOYER', 'MEDIATOR'],
  },
};

export const confirmationAsked: ExampleStep = {
  command: 'RecordJudicialConfirmation',
  by: 'mediator',
  body: { appliedOn: '2022-03-20', court: 'BASIC_COURT' },
};
export const confirmed = but(confirmationAsked, {
  result: 'GRANTED',
  ruledOn: '2022-03-28',
  rulingNo: '民特〔2022〕1号',
});

export const failed: ExampleStep = {
  command: 'RecordLabourMediationFailure',
  by: 'mediator',
  body: { failedOn: '2022-03-22', ground: 'NO_AGREEMENT', informedOfArbitration: true },
};

export const paid: ExampleStep = {
  command: 'ConfirmLabourPayment',
  by: 'mediator',
  body: {
    paidOn: '2022-04-10',
    amountFen: 1_000_000,
    workersPaid: 3,
    voucherRef: '纸质:支付-0001',
    paidToWorkersThemselves: true,
  },
};

export const closed: ExampleStep = {
  command: 'CloseLabourCase',
  by: 'mediator',
  body: { closedOn: '2022-04-22', outcome: 'PAID', paidFen: 1_000_000 },
};
export const closedAs = (outcome: string): ExampleStep => but(closed, { outcome, paidFen: undefined });

export const reopened: ExampleStep = {
  command: 'ReopenLabourCase',
  by: 'mediator',
  body: { reopenedOn: '2022-07-05', ground: 'AGREEMENT_NOT_PERFORMED' },
};

export const corrected = (eventType: string, ...replacedFields: readonly string[]): ExampleStep => ({
  command: 'CorrectLabourEntry',
  by: 'mediator',
  body: (idOf: IdOf) => ({
    correctedEventId: idOf(eventType),
    reasonCode: 'TYPING',
    replacedFields: [...replacedFields],
    approvedByStaffRef: cast.leader.code,
  }),
});

export const mediating = [received, mediationStarted];
export const afterAgreement = [...mediating, agreed];
export const afterPayment = [...afterAgreement, paid];
export const afterFailure = [...mediating, failed];
export const afterReferral = [received, referred];
export const afterClosing = [...afterPayment, closed];
/** Agreed, closed after the pay date, and never paid. */
export const brokenAgreement = [...afterAgreement, closedAs('AGREED'), reopened];
