import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  LegalBasis,
  MoneyField,
  RefField,
  ServiceMethod,
  StaffField,
  StatementAdoption,
  StringField,
  TextField,
} from '#foundation/process';
import {
  EvidenceKind,
  InvestigationProposal,
  LegalReviewResult,
  NoPenaltyGround,
  PenaltyKind,
  PreservationOutcome,
} from './enforcement.codes.js';

/** 立案: by the competent organ, or under a published delegation (APL arts. 24, 54). */
export class FileCase {
  @StringField({ zh: '立案号', en: 'Filing number' }) filingNo!: string;
  @DateField({ zh: '立案日期', en: 'Filed on' }) filedOn!: string;
  @StaffField({ zh: '执法人员', en: 'Officers' }, { list: true, missing: 'R-ENF-02' }) officerRefs!: string[];
  @CodeField(Authority, { zh: '立案机关', en: 'Filing organ' }) authority!: Code<typeof Authority>;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @StaffField({ zh: '批准人', en: 'Approved by' }) approvedByStaffRef!: string;
  @StringField({ zh: '赋权文件号', en: 'Delegation document' }, { optional: true }) delegationDocNo?: string;
}

/** 调查取证: one of the eight statutory kinds (APL art. 46). */
export class CollectEvidence {
  @CodeField(EvidenceKind, { zh: '证据种类', en: 'Kind of evidence' }) evidenceKind!: Code<typeof EvidenceKind>;
  @DateField({ zh: '取证日期', en: 'Collected on' }) collectedOn!: string;
  @StaffField({ zh: '执法人员', en: 'Officers' }, { list: true, missing: 'R-ENF-02' }) officerRefs!: string[];
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
  @StringField({ zh: '内容哈希', en: 'Content hash' }, { optional: true }) contentHash?: string;
}

/** 先行登记保存: to be disposed of within 7 working days (APL art. 56). */
export class PreserveEvidence {
  @StringField({ zh: '登记保存文号', en: 'Preservation number' }) preservationNo!: string;
  @TextField({ zh: '保存物品', en: 'Things preserved' }, { list: true }) items!: string[];
  @DateField({ zh: '保存日期', en: 'Preserved on' }) preservedOn!: string;
  @StaffField({ zh: '批准人', en: 'Approved by' }) approvedByStaffRef!: string;
}

/** 先行登记保存处理: what became of the things preserved. */
export class ResolveEvidencePreservation {
  @StringField({ zh: '登记保存文号', en: 'Preservation number' }) preservationNo!: string;
  @CodeField(PreservationOutcome, { zh: '处理结果', en: 'Outcome' }) outcome!: Code<typeof PreservationOutcome>;
  @DateField({ zh: '处理日期', en: 'Resolved on' }) resolvedOn!: string;
}

/** 调查终结: findings and proposal. */
export class ConcludeInvestigation {
  @DateField({ zh: '终结日期', en: 'Concluded on' }) concludedOn!: string;
  @TextField({ zh: '调查结论', en: 'Findings' }) findings!: string;
  @CodeField(InvestigationProposal, { zh: '处理建议', en: 'Proposal' }) proposal!: Code<typeof InvestigationProposal>;
}

/** 处罚告知送达: facts, reasons, basis and rights before anything is decided (APL art. 44); a later one replaces it. */
export class ServePriorNotice {
  @StringField({ zh: '文书文号', en: 'Notice number' }) noticeNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(PenaltyKind, { zh: '拟处罚种类', en: 'Penalties proposed' }, { list: true }) proposedPenalties!: Code<
    typeof PenaltyKind
  >[];
  @MoneyField({ zh: '拟罚款', en: 'Fine proposed' }, { optional: true, sign: 'rule' }) proposedFineFen?: number;
  @BoolField({ zh: '有权听证', en: 'Right to a hearing' }) hearingRight!: boolean;
  @TextField({ zh: '事实', en: 'Facts' }, { missing: 'R-ENF-12' }) facts!: string;
  @TextField({ zh: '理由', en: 'Reasons' }, { missing: 'R-ENF-12' }) reasons!: string;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }, { missing: 'R-ENF-12' }) legalBasis!: Code<
    typeof LegalBasis
  >;
  @BoolField({ zh: '已告知权利', en: 'Rights stated' }, { missing: 'R-ENF-12' }) rightsStated!: boolean;
}

/** 陈述申辩: what the party said, or the signed waiver (APL art. 45). */
export class HearStatement {
  @DateField({ zh: '陈述申辩日期', en: 'Heard on' }) heardOn!: string;
  @BoolField({ zh: '放弃陈述申辩', en: 'Waived' }) waived!: boolean;
  @CodeField(StatementAdoption, { zh: '意见采纳', en: 'Statement adopted' }, { optional: true }) adopted?: Code<
    typeof StatementAdoption
  >;
  @DocField({ zh: '笔录或放弃书', en: 'Record or signed waiver' }, { missing: 'R-ENF-12' }) recordRef!: string;
}

/** 申请听证: a late request is recorded and answered, not hidden. */
export class RequestHearing {
  @DateField({ zh: '申请日期', en: 'Asked for on' }, { missing: 'R-ENF-12' }) requestedOn!: string;
}

/** 举行听证: hosted by somebody who did not investigate (APL art. 64). */
export class HoldHearing {
  @DateField({ zh: '举行日期', en: 'Held on' }) heldOn!: string;
  @DateField({ zh: '通知日期', en: 'Notice given on' }) noticeOn!: string;
  @StaffField({ zh: '主持人', en: 'Host' }) hostStaffRef!: string;
  @DocField({ zh: '听证笔录', en: 'Record of the hearing' }) recordRef!: string;
}

/** 法制审核: before the decision (APL art. 58). */
export class ConcludeLegalReview {
  @DateField({ zh: '审核日期', en: 'Reviewed on' }) reviewedOn!: string;
  @CodeField(LegalReviewResult, { zh: '结果', en: 'Result' }) result!: Code<typeof LegalReviewResult>;
  @DocField({ zh: '审核意见', en: 'Opinion' }) opinionRef!: string;
}

/** 办案期限延长: where a law, regulation or rule allows it (APL art. 60). */
export class ExtendDecisionTerm {
  @DateField({ zh: '延长至', en: 'New due date' }) newDueOn!: string;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
}

/** 处罚决定: not heavier than the party was told. */
export class DecidePenalty {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @CodeField(PenaltyKind, { zh: '处罚种类', en: 'Penalties' }, { list: true }) penalties!: Code<typeof PenaltyKind>[];
  @MoneyField({ zh: '罚款', en: 'Fine' }, { optional: true, sign: 'rule' }) fineFen?: number;
  @RefField({ zh: '没收物品', en: 'Items confiscated' }, { optional: true, list: true }) confiscatedItemIds?: string[];
  @DateField({ zh: '履行期限', en: 'Perform by' }) performBy!: string;
  @BoolField({ zh: '集体讨论', en: 'Decided collectively' }) collective!: boolean;
}

/** 不予处罚决定: on a ground of the law (APL art. 33). */
export class DecideNoPenalty {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '决定日期', en: 'Decided on' }) decidedOn!: string;
  @CodeField(NoPenaltyGround, { zh: '事由', en: 'Ground' }) ground!: Code<typeof NoPenaltyGround>;
  @BoolField({ zh: '已教育', en: 'Educated' }) educated!: boolean;
}

/** 决定送达: the term to perform and the remedy terms begin. */
export class ServeDecision {
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @DateField({ zh: '送达日期', en: 'Served on' }) servedOn!: string;
  @CodeField(ServiceMethod, { zh: '送达方式', en: 'Way of service' }) serviceMethod!: Code<typeof ServiceMethod>;
  @DocField({ zh: '电子送达同意书', en: 'Consent to electronic service' }, { optional: true })
  electronicConsentRef?: string;
  @DocField({ zh: '送达回证', en: 'Proof of service' }, { missing: 'R-ENF-04' }) serviceProofRef!: string;
}
