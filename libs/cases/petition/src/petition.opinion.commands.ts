import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  DocField,
  MoneyField,
  RefField,
  ServiceMethod,
  StaffField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  DispositionKind,
  OpinionResult,
  PetitionReopenGround,
  ReviewResult,
  Satisfaction,
  SupervisionSubject,
  UnlawfulActKind,
} from './petition.codes.js';

// From the disposition to closing, with review, fulfilment and what ends a petition early.

/** 三到位一处理: one of the four parts of the disposition rule, with its evidence (PR22 art. 27). */
export class RecordDisposition {
  @DateField({ zh: '处置日期', en: 'Recorded on' }) recordedOn!: string;
  @CodeField(DispositionKind, { zh: '处置种类', en: 'Part of the rule' }, { missing: 'R-PET-07', outside: 'R-PET-07' })
  kind!: Code<typeof DispositionKind>;
  @TextField({ zh: '处置措施', en: 'Measure' }) measure!: string;
  @MoneyField({ zh: '处置金额', en: 'Sum' }, { optional: true }) amountFen?: number;
  @DocField({ zh: '处置凭据', en: 'Evidence' }, { missing: 'R-PET-07' }) evidenceRef!: string;
  @RefField({ zh: '相关案件', en: 'Related case' }, { optional: true }) relatedCaseRef?: string;
  @CodeField(UnlawfulActKind, { zh: '违法行为', en: 'Unlawful act' }, { optional: true, outside: 'R-PET-07' })
  unlawfulAct?: Code<typeof UnlawfulActKind>;
  @CodeField(Authority, { zh: '移送机关', en: 'Receiving organ' }, { optional: true }) toOrgan?: Code<typeof Authority>;
  @StringField({ zh: '移送回执号', en: 'Receipt number' }, { optional: true }) receiptNo?: string;
}

/** 信访处理意见书: one result for each claim, and the right to a review. */
export class IssueOpinion {
  @StringField({ zh: '意见书文号', en: 'Opinion number' }) opinionNo!: string;
  @DateField({ zh: '意见出具日期', en: 'Issued on' }) issuedOn!: string;
  @CodeField(OpinionResult, { zh: '意见结果', en: 'Result' }, { missing: 'R-PET-07' }) result!: Code<
    typeof OpinionResult
  >;
  @TextField({ zh: '意见依据', en: 'Legal basis' }) legalBasis!: string;
  @BoolField({ zh: '告知复查权', en: 'Review right stated' }, { missing: 'R-PET-07' }) reviewRightStated!: boolean;
  @CodeField(OpinionResult, { zh: '逐项结果', en: 'Result of each claim' }, { list: true, missing: 'R-PET-07' })
  claimResults!: Code<typeof OpinionResult>[];
}

/** 意见书送达: from here the 30 days for a review run. */
export class ServeOpinion {
  @StringField({ zh: '意见书文号', en: 'Opinion number' }) opinionNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(ServiceMethod, { zh: '送达方式', en: 'Way of service' }) serviceMethod!: Code<typeof ServiceMethod>;
  @DocField({ zh: '电子送达同意书', en: 'Consent to electronic service' }, { optional: true })
  electronicConsentRef?: string;
}

/** 申请复查: asked of the organ above; a late request is recorded too, that organ decides on it. */
export class RecordReviewRequest {
  @DateField({ zh: '申请复查日期', en: 'Asked for on' }) requestedOn!: string;
  @CodeField(Authority, { zh: '复查机关', en: 'Review organ' }) reviewOrgan!: Code<typeof Authority>;
}

/** 复查意见: as the paper of the review organ has it. */
export class RecordReviewOpinion {
  @DateField({ zh: '复查意见日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(ReviewResult, { zh: '复查结果', en: 'Result' }) result!: Code<typeof ReviewResult>;
  @StringField({ zh: '复查意见文号', en: 'Opinion number' }) opinionNo!: string;
  @DateField({ zh: '复查意见送达日期', en: 'Served on' }, { optional: true }) servedOn?: string;
}

/** 申请复核: asked of the organ above the review organ. */
export class RecordReReviewRequest {
  @DateField({ zh: '申请复核日期', en: 'Asked for on' }) requestedOn!: string;
  @CodeField(Authority, { zh: '复核机关', en: 'Re-review organ' }) reviewOrgan!: Code<typeof Authority>;
}

/** 复核意见: the last opinion; after it the same facts are not accepted again (PR22 art. 36). */
export class RecordReReviewOpinion {
  @DateField({ zh: '复核意见日期', en: 'Concluded on' }) concludedOn!: string;
  @CodeField(ReviewResult, { zh: '复核结果', en: 'Result' }) result!: Code<typeof ReviewResult>;
  @StringField({ zh: '复核意见文号', en: 'Opinion number' }) opinionNo!: string;
}

/** 重新办理: on a ground of the list, with a new set of terms. */
export class ReopenPetition {
  @DateField({ zh: '重新办理日期', en: 'Reopened on' }) reopenedOn!: string;
  @CodeField(PetitionReopenGround, { zh: '理由', en: 'Ground' }, { missing: 'R-PET-09', outside: 'R-PET-09' })
  ground!: Code<typeof PetitionReopenGround>;
}

/** 意见落实: what the government promises, with a date. Promises are numbered through the case. */
export class StartFulfilment {
  @DateField({ zh: '落实开始日期', en: 'Began on' }) startedOn!: string;
  @TextField({ zh: '承诺事项', en: 'Promises' }, { list: true, missing: 'R-PET-07' }) promises!: string[];
  @DateField({ zh: '承诺期限', en: 'Due on' }) dueOn!: string;
}

/** 落实确认: one promise kept, with its evidence. */
export class ConfirmFulfilment {
  @DateField({ zh: '落实确认日期', en: 'Confirmed on' }) confirmedOn!: string;
  @WholeField({ zh: '承诺序号', en: 'Number of the promise' }, { sign: 'rule' }) promiseIndex!: number;
  @DocField({ zh: '落实凭据', en: 'Evidence' }) evidenceRef!: string;
}

/** 督办: to the unit that handles the case, about its work. */
export class IssueSupervision {
  @DateField({ zh: '督办日期', en: 'Issued on' }) issuedOn!: string;
  @CodeField(SupervisionSubject, { zh: '督办事由', en: 'Subject' }) subject!: Code<typeof SupervisionSubject>;
  @DateField({ zh: '答复期限', en: 'Answer by' }) answerBy!: string;
  @CodeField(Authority, { zh: '承办单位', en: 'Handling unit' }, { missing: 'R-PET-05', outside: 'R-PET-05' })
  toUnit!: Code<typeof Authority>;
}

/** 撤回信访: by the petitioner's own statement, the free will confirmed by somebody outside the team. */
export class WithdrawPetition {
  @DateField({ zh: '撤回日期', en: 'Withdrawn on' }) withdrawnOn!: string;
  @DocField({ zh: '撤回申请书', en: 'Own written statement' }, { missing: 'R-PET-09' }) statementRef!: string;
  @StaffField({ zh: '自愿确认人', en: 'Who confirmed the free will' }, { missing: 'R-PET-09' })
  voluntaryConfirmedBy!: string;
}

/** 办结归档: with the petitioner's own answer on satisfaction, or none. */
export class ClosePetition {
  @DateField({ zh: '办结归档日期', en: 'Closed on' }) closedOn!: string;
  @StringField({ zh: '档案号', en: 'Archive number' }) archiveNo!: string;
  @CodeField(
    Satisfaction,
    { zh: '满意度（信访人本人答复）', en: "Satisfaction (petitioner's own answer)" },
    { optional: true },
  )
  satisfaction?: Code<typeof Satisfaction>;
  @DocField({ zh: '放弃复查复核声明', en: 'Waiver of review' }, { optional: true }) reviewWaiverRef?: string;
}

/** 信访更正. */
export class CorrectPetitionEntry extends CorrectEntry {}
