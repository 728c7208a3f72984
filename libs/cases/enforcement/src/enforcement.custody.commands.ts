import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DateTimeField,
  DocField,
  LegalBasis,
  RefField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  ApprovalResult,
  CustodyItemKind,
  CustodyLegalForm,
  CustodyOutcome,
  PremisesKind,
} from './enforcement.codes.js';

/** 查封场所: under a power given by law or regulation, at most 30 days, never a home (ACL arts. 22-25). */
export class SealPremises {
  @RefField({ zh: '措施编号', en: 'Measure number' }) measureId!: string;
  @StringField({ zh: '决定书文号', en: 'Decision number' }) decisionNo!: string;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @CodeField(Authority, { zh: '机关', en: 'Organ' }) authority!: Code<typeof Authority>;
  @CodeField(PremisesKind, { zh: '场所种类', en: 'Kind of premises' }) premisesKind!: Code<typeof PremisesKind>;
  @DateField({ zh: '开始日期', en: 'From' }) startOn!: string;
  @DateField({ zh: '期限至', en: 'Until' }) endOn!: string;
  @BoolField({ zh: '紧急', en: 'Urgent' }) urgent!: boolean;
  @DateTimeField({ zh: '批准时间', en: 'Approved at' }, { optional: true }) approvedAt?: string;
  @StringField({ zh: '清单号', en: 'Number of the delivered list' }) deliveredListNo!: string;
  @DateTimeField({ zh: '开始时间', en: 'Started at' }, { optional: true }) startedAt?: string;
}

/** 紧急查封补批: within 24 hours of an urgent sealing (ACL art. 19); a refusal means lifting at once. */
export class ApproveUrgentMeasure {
  @RefField({ zh: '措施编号', en: 'Measure number' }) measureId!: string;
  @DateTimeField({ zh: '决定时间', en: 'Decided at' }) decidedAt!: string;
  @CodeField(ApprovalResult, { zh: '结果', en: 'Result' }) result!: Code<typeof ApprovalResult>;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}

/** 收缴扣押财物: seized, confiscated or surrendered, each with the paper its form needs. */
export class TakePropertyIntoCustody {
  @RefField({ zh: '措施编号', en: 'Measure number' }) measureId!: string;
  @RefField({ zh: '物品编号', en: 'Item number' }) itemId!: string;
  @CodeField(CustodyItemKind, { zh: '物品种类', en: 'Kind of item' }) itemKind!: Code<typeof CustodyItemKind>;
  @CodeField(CustodyLegalForm, { zh: '强制形式', en: 'Legal form' }) legalForm!: Code<typeof CustodyLegalForm>;
  @StringField({ zh: '决定书文号', en: 'Decision number' }, { optional: true }) decisionNo?: string;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @WholeField({ zh: '台数', en: 'Sets' }, { optional: true, unit: 'set' }) quantity?: number;
  @WholeField({ zh: '重量', en: 'Weight' }, { optional: true, unit: 'kg' }) massKg?: number;
  @DateField({ zh: '收缴日期', en: 'Taken on' }) takenOn!: string;
  @DateField({ zh: '期限至', en: 'Until' }, { optional: true }) endOn?: string;
  @StringField({ zh: '清单号', en: 'List number' }, { optional: true }) listNo?: string;
  @DocField({ zh: '书面同意', en: 'Signed consent' }, { optional: true }) consentDocRef?: string;
  @BoolField({ zh: '属生活必需品', en: 'Necessity of life' }) lifeNecessity!: boolean;
}

/** 查封扣押延期: once, at most 30 days more, before expiry (ACL art. 25). */
export class ExtendCustody {
  @RefField({ zh: '措施编号', en: 'Measure number' }) measureId!: string;
  @DateField({ zh: '延长至', en: 'Extended until' }) newEndOn!: string;
  @TextField({ zh: '理由', en: 'Reason' }) reason!: string;
  @DateField({ zh: '告知日期', en: 'Party told on' }) notifiedOn!: string;
}

/** 查封扣押处理: ends the custody of sealed premises or of one item. */
export class ResolveCustody {
  @RefField({ zh: '措施编号', en: 'Measure number' }) measureId!: string;
  @RefField({ zh: '物品编号', en: 'Item number' }, { optional: true }) itemId?: string;
  @CodeField(CustodyOutcome, { zh: '处理结果', en: 'Outcome' }) outcome!: Code<typeof CustodyOutcome>;
  @DateField({ zh: '处理日期', en: 'Resolved on' }) resolvedOn!: string;
  @DocField({ zh: '文书', en: 'Document' }) docRef!: string;
}
