import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  CorrectEntry,
  DateField,
  GridCode,
  IntakeChannel,
  MoneyField,
  RefField,
  type Role,
  RoleCode,
  StaffField,
  StringField,
} from '#foundation/process';
import { TipMatter, TipOutcome } from './tip.codes.js';

/** 举报受理: the tipster is a token or nobody. */
export class ReceiveTip {
  @RefField({ zh: '举报编号', en: 'Tip number' }) tipId!: string;
  @CodeField(IntakeChannel, { zh: '渠道', en: 'Channel' }) channel!: Code<typeof IntakeChannel>;
  @CodeField(TipMatter, { zh: '举报事项', en: 'Matter' }) matterCode!: Code<typeof TipMatter>;
  @CodeField(GridCode, { zh: '网格编码', en: 'Grid cell' }, { optional: true }) gridCode?: string;
  @DateField({ zh: '受理日期', en: 'Received on' }) receivedOn!: string;
  @BoolField({ zh: '匿名', en: 'Anonymous' }) anonymous!: boolean;
  @RefField({ zh: '身份令牌', en: 'Identity token' }, { optional: true }) identityToken?: string;
  @StaffField({ zh: '被举报工作人员', en: 'Staff complained of' }, { optional: true, list: true })
  accusedStaffRefs?: string[];
  @CodeField(Authority, { zh: '被举报单位', en: 'Organ complained of' }, { optional: true }) accusedOrgan?: Code<
    typeof Authority
  >;
}

/** 举报交办: never to who is complained of. */
export class AssignTip {
  @DateField({ zh: '交办日期', en: 'Assigned on' }) assignedOn!: string;
  @CodeField(RoleCode, { zh: '经办角色', en: 'Role of the handler' }) toRole!: Role;
  @RefField({ zh: '关联案件', en: 'Case opened on it' }, { optional: true }) leadCaseRef?: string;
  @StaffField({ zh: '经办人', en: 'Handler' }) handlerStaffRef!: string;
}

/** 举报转送: outside the field of the township; the identity travels sealed or not at all. */
export class ForwardTip {
  @DateField({ zh: '转送日期', en: 'Forwarded on' }) forwardedOn!: string;
  @CodeField(Authority, { zh: '转送机关', en: 'Receiving organ' }) toAuthority!: Code<typeof Authority>;
  @StringField({ zh: '密封移交号', en: 'Sealed hand-over number' }, { optional: true }) sealedHandOverNo?: string;
}

/** 举报反馈: the tipster learns what became of it. */
export class ReturnTipOutcome {
  @DateField({ zh: '答复日期', en: 'Answered on' }) returnedOn!: string;
  @CodeField(TipOutcome, { zh: '结果', en: 'Outcome' }) outcomeCode!: Code<typeof TipOutcome>;
  @BoolField({ zh: '可联系', en: 'Tipster reachable' }) reachable!: boolean;
}

/** 举报奖励: against a code, not a name. */
export class PayTipReward {
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }, { sign: 'rule' }) amountFen!: number;
  @StringField({ zh: '密码领奖凭证号', en: 'Code voucher number' }) codeVoucherNo!: string;
}

/** 举报办结: answered. */
export class CloseTip {
  @DateField({ zh: '办结日期', en: 'Closed on' }) closedOn!: string;
}

/** 举报更正: a wrong entry put right, approved by a second person. */
export class CorrectTipEntry extends CorrectEntry {}
