import {
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DocField,
  IntakeChannel,
  RefField,
  StaffField,
  StringField,
  TextField,
  WholeField,
} from '#foundation/process';
import {
  PetitionDeclineGround,
  PetitionHearingForm,
  PetitionMatterKind,
  PetitionPath,
  SubjectArea,
  TeamDuty,
  TeamRole,
} from './petition.codes.js';

// From registration to the findings. What follows stands in petition.opinion.commands.ts.

/** 信访登记: what is asked for, never who asks: the petitioner is a token of the identity vault. */
export class RegisterPetition {
  @DateField({ zh: '收到日期', en: 'Received on' }) receivedOn!: string;
  @CodeField(IntakeChannel, { zh: '信访渠道', en: 'Channel' }) channel!: Code<typeof IntakeChannel>;
  @CodeField(PetitionMatterKind, { zh: '事项类别', en: 'Kind of matter' }) matterKind!: Code<typeof PetitionMatterKind>;
  @CodeField(SubjectArea, { zh: '主题', en: 'Subject' }) subjectArea!: Code<typeof SubjectArea>;
  @TextField({ zh: '诉求', en: 'Claims' }, { list: true, missing: 'R-PET-01' }) claims!: string[];
  @RefField({ zh: '身份令牌', en: 'Identity token' }, { optional: true }) identityToken?: string;
  @BoolField({ zh: '匿名', en: 'Anonymous' }) anonymous!: boolean;
  @WholeField({ zh: '涉及人数', en: 'Persons' }, { unit: 'person', sign: 'positive' }) partiesCount!: number;
  @WholeField({ zh: '代表人数', en: 'Representatives' }, { unit: 'person', optional: true })
  representativeCount?: number;
  @CodeField(Authority, { zh: '转来机关', en: 'Forwarded by' }, { optional: true }) forwardedBy?: Code<
    typeof Authority
  >;
  @StaffField({ zh: '被反映工作人员', en: 'Staff complained of' }, { list: true, optional: true })
  accusedStaffRefs?: string[];
  @CodeField(Authority, { zh: '被反映机关', en: 'Organ complained of' }, { optional: true }) accusedOrgan?: Code<
    typeof Authority
  >;
}

/** 受理告知: accepted, and the petitioner told in writing by which path (PR22 arts. 22-23). */
export class AcceptPetition {
  @DateField({ zh: '受理日期', en: 'Accepted on' }) acceptedOn!: string;
  @DateField({ zh: '告知日期', en: 'Petitioner told on' }) informedOn!: string;
  @CodeField(PetitionPath, { zh: '办理途径', en: 'Path' }) path!: Code<typeof PetitionPath>;
  @DocField({ zh: '受理告知书', en: 'Notice of acceptance' }, { missing: 'R-PET-02' }) docRef!: string;
}

/** 不予受理告知: on a ground of the list, with the organ that has the power and what to do there. */
export class DeclinePetition {
  @DateField({ zh: '不予受理日期', en: 'Declined on' }) declinedOn!: string;
  @CodeField(PetitionDeclineGround, { zh: '不予受理理由', en: 'Ground' }, { missing: 'R-PET-02', outside: 'R-PET-02' })
  ground!: Code<typeof PetitionDeclineGround>;
  @TextField({ zh: '指引', en: 'Guidance' }, { missing: 'R-PET-02' }) guidance!: string;
  @DocField({ zh: '不予受理告知书', en: 'Notice of decline' }) docRef!: string;
  @CodeField(Authority, { zh: '有权机关', en: 'Organ with the power' }, { optional: true }) rightOrgan?: Code<
    typeof Authority
  >;
}

/** 转送交办: to the competent organ, never to the one complained of. */
export class ForwardPetition {
  @DateField({ zh: '转送日期', en: 'Forwarded on' }) forwardedOn!: string;
  @CodeField(Authority, { zh: '转送机关', en: 'Receiving organ' }) toOrgan!: Code<typeof Authority>;
  @DateField({ zh: '告知日期', en: 'Petitioner told on' }) informedOn!: string;
  @StringField({ zh: '转送回执号', en: 'Receipt number' }) receiptNo!: string;
}

/** 五包一责任组: five who answer for the case. Nobody here watches anybody. */
export class AssignResponsibilityTeam {
  @DateField({ zh: '包案日期', en: 'Team named on' }) assignedOn!: string;
  @StaffField({ zh: '责任组成员', en: 'Members' }, { list: true, missing: 'R-PET-04' }) members!: string[];
  @CodeField(
    TeamRole,
    { zh: '成员岗位', en: 'Role of each member' },
    { list: true, missing: 'R-PET-04', outside: 'R-PET-04' },
  )
  teamRoles!: Code<typeof TeamRole>[];
  @CodeField(
    TeamDuty,
    { zh: '责任组职责', en: 'Duties of the team' },
    { list: true, missing: 'R-PET-04', outside: 'R-PET-04' },
  )
  duties!: Code<typeof TeamDuty>[];
}

/** 责任组调整: one member for another in the same role. */
export class ReplaceTeamMember {
  @DateField({ zh: '调整日期', en: 'Replaced on' }) replacedOn!: string;
  @CodeField(TeamRole, { zh: '岗位', en: 'Role in the team' }, { outside: 'R-PET-04' }) teamRole!: Code<
    typeof TeamRole
  >;
  @StaffField({ zh: '原成员', en: 'Member who leaves' }) fromStaffRef!: string;
  @StaffField({ zh: '新成员', en: 'Member who joins' }) toStaffRef!: string;
  @TextField({ zh: '调整理由', en: 'Reason' }) reason!: string;
}

/** 听取陈述: where and how the petitioner wished to be heard. */
export class HearPetitioner {
  @DateField({ zh: '听取陈述日期', en: 'Heard on' }) heardOn!: string;
  @CodeField(PetitionHearingForm, { zh: '听取方式', en: 'Form' }) form!: Code<typeof PetitionHearingForm>;
  @TextField({ zh: '陈述摘要', en: 'Summary of what was said' }) summary!: string;
  @DocField({ zh: '陈述记录', en: 'Record' }) recordRef!: string;
  @DocField({ zh: '入户同意书', en: 'Consent to the home visit' }, { optional: true }) consentRef?: string;
}

/** 信访调解: between the petitioner and the other side, when both wish it. */
export class MediatePetition {
  @DateField({ zh: '调解日期', en: 'Held on' }) heldOn!: string;
  @BoolField({ zh: '是否达成一致', en: 'Agreed' }) agreed!: boolean;
  @DocField({ zh: '调解协议', en: 'Agreement' }, { optional: true }) agreementRef?: string;
  @BoolField({ zh: '双方同意调解', en: 'Both sides consent' }, { missing: 'R-PET-05' }) bothConsent!: boolean;
}

/** 信访听证: in re-review its days do not count into the term (PR22 art. 36). */
export class HoldPetitionHearing {
  @DateField({ zh: '听证开始日期', en: 'Began on' }) startedOn!: string;
  @DateField({ zh: '听证结束日期', en: 'Ended on' }) endedOn!: string;
  @DocField({ zh: '听证笔录', en: 'Record' }) recordRef!: string;
}

/** 延期办理: once, at most 30 days, asked for while the term runs (PR22 art. 34). */
export class ExtendPetitionDeadline {
  @DateField({ zh: '延期日期', en: 'Extended on' }) extendedOn!: string;
  @WholeField({ zh: '延期天数', en: 'Days' }, { unit: 'day', sign: 'rule' }) days!: number;
  @TextField({ zh: '延期理由', en: 'Reason' }) reason!: string;
  @DateField({ zh: '延期告知日期', en: 'Petitioner told on' }, { missing: 'R-PET-06' }) informedOn!: string;
}

/** 调查核实: the findings, after the petitioner was heard or declined it in writing. */
export class RecordPetitionInvestigation {
  @DateField({ zh: '调查结论日期', en: 'Concluded on' }) concludedOn!: string;
  @TextField({ zh: '调查结论', en: 'Findings' }) findings!: string;
  @DocField({ zh: '调查材料', en: 'Evidence' }, { list: true }) evidenceRefs!: string[];
  @DocField({ zh: '放弃陈述书', en: 'Written waiver of being heard' }, { optional: true }) hearingDeclinedRef?: string;
}

export * from './petition.opinion.commands.js';
