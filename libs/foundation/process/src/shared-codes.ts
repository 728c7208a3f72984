import { type CodeList, defineCodes, openCodes } from './code-list.js';
import { type Role, roles } from './roles.js';

// Code lists of the steps that every kind of case shares (codes.csv).

export const RoleCode: CodeList<Role> = { name: 'Role', open: false, codes: roles };

export const RecusalRequester = defineCodes('RecusalRequester', {
  PARTY: ['当事人申请', 'Asked for by the party'],
  OFFICER: ['本人申请', 'Asked for by the officer'],
  ORGAN: ['机关决定', 'Ordered by the organ'],
});

export const RecusalDecision = defineCodes('RecusalDecision', {
  GRANTED: ['同意回避', 'Recusal granted'],
  REFUSED: ['驳回回避申请', 'Recusal refused'],
});

export const ProcedureStage = defineCodes('ProcedureStage', {
  START: ['启动', 'Start'],
  SURVEY: ['勘验调查', 'Survey and site check'],
  EVIDENCE: ['调查取证', 'Taking of evidence'],
  HEARING: ['听取意见', 'Hearing of the party'],
  REVIEW: ['审核', 'Review'],
  DECISION: ['决定', 'Decision'],
  SERVICE: ['送达公示', 'Service and publicity'],
  EXECUTION: ['执行实施', 'Execution'],
  CLOSING: ['结案归档', 'Closing and look-back'],
});

export const RecordKind = defineCodes('RecordKind', {
  WRITTEN: ['文字记录', 'Written record'],
  PHOTO: ['照片', 'Photograph'],
  AUDIO: ['录音', 'Audio recording'],
  VIDEO: ['录像', 'Video recording'],
  ELECTRONIC_FILE: ['电子文件', 'Electronic file'],
});

export const CaseLinkKind = defineCodes('CaseLinkKind', {
  ORIGIN: ['来源案件', 'Case of origin'],
  COMPLAINED_MATTER: ['信访所涉案件', 'Matter complained about'],
  SHED_DEMOLITION: ['附属棚屋拆除', 'Demolition of a shed'],
  LINKED_FINE: ['关联处罚', 'Fine in the same matter'],
  PERMIT_DEVIATION: ['未批先建或未按批建设', 'Deviation from a permit'],
  SUCCESSOR: ['后续案件', 'Successor case'],
  SAME_MATTER: ['同一事项', 'Same matter'],
});

export const DeadlineMissReason = defineCodes('DeadlineMissReason', {
  MISSING_PAPERS: ['材料不齐', 'Papers missing'],
  WAITING_OTHER_ORGAN: ['等待其他机关', 'Waiting for another organ'],
  PARTY_UNREACHABLE: ['当事人无法联系', 'Party could not be reached'],
  TEST_OR_APPRAISAL: ['检测评估未出', 'Test or appraisal pending'],
  LITIGATION_PENDING: ['诉讼复议进行中', 'Reconsideration or litigation pending'],
  STAFF_SHORTAGE: ['人手不足', 'Staff shortage'],
  FORCE_MAJEURE: ['不可抗力', 'Force majeure'],
  RECORDED_LATE: ['已办未及时录入', 'Done in time but recorded late'],
  OVERSIGHT: ['疏忽', 'Oversight'],
  OTHER: ['其他', 'Other'],
});

export const IdentityPurpose = defineCodes('IdentityPurpose', {
  SERVICE_OF_PAPERS: ['文书送达', 'Service of papers'],
  MEETING_WITH_CONSENT: ['经同意约见', 'Meeting the person agreed to'],
  REWARD_PAYMENT: ['奖励发放', 'Payment of a reward'],
  WAGE_PAYMENT_CHECK: ['工资支付核对', 'Check that workers were paid'],
  SEALED_HAND_OVER: ['密封移交', 'Sealed hand-over to the competent organ'],
  SUPERVISION_FILE: ['监督检查立卷', 'Supervision file'],
  LAWFUL_ORDER: ['依法调取', 'Lawful order of a court or organ'],
  OWN_REQUEST: ['本人申请', "The person's own request"],
});

export const RetentionRule = defineCodes('RetentionRule', {
  TIPSTER_3Y: ['举报人信息满3年', 'Tipster, 3 years after closing'],
  PETITIONER_5Y: ['信访人信息满5年', 'Petitioner, 5 years after closing'],
  WORKER_3Y: ['劳动者信息满3年', 'Worker, 3 years after payment'],
  OBJECTOR_3Y: ['异议人信息满3年', 'Objector, 3 years after closing'],
  LAWFUL_REQUEST: ['本人依法申请', 'Lawful request of the person'],
});

export const CorrectionReason = defineCodes('CorrectionReason', {
  TYPING: ['录入错误', 'Typing error'],
  WRONG_CASE: ['案件对应错误', 'Entered in the wrong case'],
  WRONG_DATE: ['日期错误', 'Wrong date'],
  WRONG_MEASURE: ['计量错误', 'Wrong measure'],
  WRONG_CLASS: ['分类错误', 'Wrong class'],
  COURT_OR_SUPERIOR: ['法院或上级纠正', 'Put right by a court or superior'],
  OTHER: ['其他', 'Other'],
});

/** Open list: a cell in force in the grid register (configuration) on the business date. */
export const GridCode = openCodes('GridCode');

/** Open list: a code of deadlines.csv. */
export const DeadlineCode = openCodes('DeadlineCode');

/** Open list: an event of events.csv; the missed step is an event that would have met the deadline. */
export const EventName = openCodes('EventName');
