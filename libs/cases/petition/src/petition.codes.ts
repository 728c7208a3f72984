import { defineCodes } from '#foundation/process';

export const PetitionMatterKind = defineCodes('PetitionMatterKind', {
  SUGGESTION: ['意见建议', 'Suggestion'],
  REPORT_ACCUSATION: ['检举控告', 'Report or accusation'],
  APPEAL_REQUEST: ['申诉求决', 'Appeal or request'],
});

export const SubjectArea = defineCodes('SubjectArea', {
  LAND_RELOCATION: ['征地拆迁', 'Land and relocation'],
  HOUSE_BUILDING: ['农村建房', 'House building'],
  ILLEGAL_BUILDING: ['违法建设', 'Illegal construction'],
  ENVIRONMENT: ['生态环境', 'Environment'],
  LABOUR_WAGES: ['劳动工资', 'Labour and wages'],
  SOCIAL_SECURITY: ['社会保障', 'Social security'],
  VILLAGE_AFFAIRS: ['村务', 'Village affairs'],
  AGRICULTURE: ['农业农村', 'Agriculture'],
  ROADS_TRANSPORT: ['道路交通', 'Roads and transport'],
  EDUCATION: ['教育', 'Education'],
  // Of the service, never of a person's health.
  MEDICAL_SERVICES: ['医疗服务', 'Medical services'],
  PUBLIC_SAFETY: ['公共安全', 'Public safety'],
  CONSUMER_SERVICES: ['消费服务', 'Consumer services'],
  OFFICIAL_CONDUCT: ['工作作风', 'Conduct of officials'],
  OTHER: ['其他', 'Other'],
});

export const PetitionPath = defineCodes('PetitionPath', {
  LITIGATION: ['诉讼', 'Litigation'],
  ARBITRATION: ['仲裁', 'Arbitration'],
  RECONSIDERATION: ['复议', 'Reconsideration'],
  STATUTORY_DUTY: ['履行法定职责', 'Performance of a statutory duty'],
  PARTY_COMPLAINT: ['党员申诉', 'Party complaint'],
  PETITION_OPINION: ['信访处理意见', 'Petition handling opinion'],
});

export const PetitionDeclineGround = defineCodes('PetitionDeclineGround', {
  NOT_WITHIN_POWER: ['不属职权范围', "Not within the township's power"],
  OTHER_LEGAL_ROUTE: ['应通过诉讼仲裁复议', 'Belongs to litigation, arbitration or reconsideration'],
  PEOPLES_CONGRESS_OR_COURT: ['属人大、法院、检察院职权', "Belongs to the people's congress, court or procuratorate"],
  ALREADY_REREVIEWED: ['已复核终结', 'Same facts already re-reviewed'],
  IN_HANDLING: ['正在办理', 'Same matter still being handled'],
  NO_CONCRETE_CLAIM: ['无具体请求', 'No concrete claim after being asked'],
});

export const TeamRole = defineCodes('TeamRole', {
  LEAD_OFFICIAL: ['包案领导', 'Lead official'],
  RESPONSIBLE_OFFICE: ['责任部门', 'Responsible office'],
  TOWN_CADRE: ['镇干部', 'Township cadre'],
  VILLAGE_CADRE: ['村干部', 'Village cadre'],
  LEGAL_ADVISER: ['法律顾问', 'Legal adviser or mediator'],
});

export const TeamDuty = defineCodes('TeamDuty', {
  LISTEN: ['听取诉求', 'Listen'],
  INVESTIGATE: ['调查核实', 'Investigate'],
  EXPLAIN: ['解释说明', 'Explain'],
  AID: ['帮扶救助', 'Aid'],
  FOLLOW_PROMISE: ['跟踪落实', 'Follow a promise'],
  REPORT_PROGRESS: ['报告进度', 'Report progress'],
});

export const PetitionHearingForm = defineCodes('PetitionHearingForm', {
  OFFICE_MEETING: ['约谈', 'Meeting at the office'],
  VILLAGE_MEETING: ['到村接谈', 'Meeting in the village'],
  // Only with the petitioner's consent.
  HOME_VISIT: ['入户走访', 'Home visit'],
  PHONE: ['电话', 'Telephone'],
  VIDEO: ['视频', 'Video'],
  WRITTEN: ['书面', 'In writing'],
});

export const DispositionKind = defineCodes('DispositionKind', {
  DEMAND_MET: ['诉求合理的解决问题到位', 'Demand met'],
  EXPLAINED: ['诉求无理的思想教育到位', 'Explained'],
  AIDED: ['生活困难的帮扶救助到位', 'Aided'],
  REFERRED: ['行为违法的依法处理', 'Unlawful act referred'],
});

export const UnlawfulActKind = defineCodes('UnlawfulActKind', {
  OFFICIAL_MISCONDUCT: ['公职人员违纪违法', 'Misconduct of an official'],
  RETALIATION: ['打击报复信访人', 'Retaliation against a petitioner'],
  POLLUTION: ['环境违法', 'Environmental offence'],
  ILLEGAL_BUILDING: ['违法建设', 'Illegal construction'],
  LAND_OFFENCE: ['土地违法', 'Land offence'],
  WAGE_ARREARS: ['拖欠工资', 'Wage arrears'],
  FRAUD: ['诈骗', 'Fraud'],
  DAMAGE: ['故意毁坏财物', 'Damage to property'],
  VIOLENCE: ['伤害他人', 'Violence against persons'],
  FALSE_EVIDENCE: ['伪造材料', 'Forged papers'],
  // Petitioning itself never counts.
  OTHER_BY_LAW: ['法律规定的其他违法行为', 'Other act unlawful by a named article'],
});

export const OpinionResult = defineCodes('OpinionResult', {
  SUPPORTED: ['支持', 'Supported'],
  PARTLY_SUPPORTED: ['部分支持', 'Partly supported'],
  EXPLAINED: ['解释说明', 'Explained'],
  NOT_SUPPORTED: ['不予支持', 'Not supported'],
});

export const ReviewResult = defineCodes('ReviewResult', {
  UPHELD: ['维持', 'Upheld'],
  CHANGED: ['变更', 'Changed'],
  REMANDED: ['责令重新办理', 'Sent back for new handling'],
  NOT_ACCEPTED: ['不予受理', 'Not accepted'],
});

export const PetitionReopenGround = defineCodes('PetitionReopenGround', {
  REVIEW_CHANGED: ['复查复核变更', 'Review or re-review changed the opinion'],
  REVIEW_REMANDED: ['复查复核退回重办', 'Review or re-review sent it back'],
  NEW_FACTS: ['新事实新理由', 'New facts'],
  PROMISE_BROKEN: ['承诺未兑现', 'Promise broken'],
  WRONGLY_DECLINED: ['错误不予受理', 'Wrongly declined'],
});

export const SupervisionSubject = defineCodes('SupervisionSubject', {
  OVERDUE_STEP: ['逾期未办', 'Overdue step'],
  NO_ANSWER: ['未答复', 'No answer given'],
  WRONG_PATH: ['办理途径错误', 'Wrong path'],
  PROMISE_UNKEPT: ['承诺未落实', 'Promise not kept'],
  MISSING_RECORD: ['记录缺失', 'Record missing'],
  STAFF_CONDUCT: ['工作作风', 'Conduct of the handling unit'],
});

export const Satisfaction = defineCodes('Satisfaction', {
  SATISFIED: ['满意', 'Satisfied'],
  FAIRLY_SATISFIED: ['基本满意', 'Fairly satisfied'],
  NOT_SATISFIED: ['不满意', 'Not satisfied'],
});
