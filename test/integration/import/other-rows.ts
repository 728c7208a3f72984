import { type Changes, without } from './rows.js';

/** What is wrong with the row, in words, the cells that make it so, and the refusal that the rules name for it. */
export type Fault = readonly [what: string, changes: Changes, code: string, stepOrColumn?: string];

export interface OtherRows {
  readonly ledger: string;
  /** An accepted row of the sample ledger with many steps, as Excel numbers it. */
  readonly row: number;
  /** Written differently, or lawful in another way. */
  readonly good: readonly (readonly [what: string, changes: Changes])[];
  readonly faulty: readonly Fault[];
}

const cell = 'R-IMPORT-CELL';
const idCard = '990101198001010014';

// Codes and steps were worked out by hand from the rules of the process and from the order of codes: what cannot be
// read, personal numbers, dates to come, the state of the case, numbers in use, the step's own rules, what is owed.

const demolition: OtherRows = {
  ledger: '控建拆违台账.csv',
  row: 7,
  good: [
    ['as it stands', {}],
    ['full-width digits and blanks', { 层数: '１　', '建筑面积(㎡)': ' ６４.00', 勘验日期: '２０２１年７月26日　' }],
    ['the name of the code instead of the word', { 土地性质: '永久基本农田' }],
    ['a line break in a cell', { 告知事实: '未取得许可\n擅自建设' }],
    ['no statement, its term over', without('陈述申辩日期', '放弃陈述申辩', '意见采纳', '陈述申辩笔录')],
  ],
  faulty: [
    ['a day that does not exist', { 发现日期: '2021-02-30' }, cell, '发现日期'],
    ['a date in another form', { 勘验日期: '2021.7.26' }, cell, '勘验日期'],
    ['two unreadable cells, the left one counts', { 层数: '一', '占地面积(㎡)': '约64' }, cell, '占地面积(㎡)'],
    ['three decimals', { '建筑面积(㎡)': '64.005' }, cell, '建筑面积(㎡)'],
    ['neither yes nor no', { 告知权利: '有' }, cell, '告知权利'],
    ['a time that does not exist', { 强拆开始时间: '2022年3月7日 24:10' }, cell, '强拆开始时间'],
    ['an unreadable cell beside a personal number', { 层数: '一', 备注: '电话13912345678' }, cell, '层数'],
    ['a cell of a step not taken', { 许可证号: '建字0001号' }, cell, '许可证号'],
    ['a telephone number in the facts', { 告知事实: '未取得许可，电话13912345678' }, 'R-ALL-11'],
    ['an identity-card number beside a fault', { 备注: idCard, '建筑面积(㎡)': '0' }, 'R-ALL-11'],
    ['a date to come', { 回头看日期: '2099-01-05' }, 'R-ALL-02', 'DemolitionLookBackRecorded'],
    [
      'a date to come where the state forbids the step',
      { ...without('结案日期', '档案号', '回头看到期日'), 回头看日期: '2099-01-05' },
      ...(['R-ALL-02', 'DemolitionLookBackRecorded'] as const),
    ],
    ['an unknown cell of the grid', { 网格编码: 'WG-99-99' }, 'R-DEM-01', 'IllegalBuildingFound'],
    ['one officer', { 勘验人员: '执法-01' }, 'R-DEM-02', 'SiteSurveyed'],
    ['one officer named twice', { 勘验人员: '执法-01、执法-01' }, 'R-DEM-02', 'SiteSurveyed'],
    ['no area', { '建筑面积(㎡)': '0' }, 'R-DEM-02', 'SiteSurveyed'],
    ['less than no area', { '建筑面积(㎡)': '-64' }, 'R-DEM-02', 'SiteSurveyed'],
    ['old by its start, new by its class', { 开工日期: '2021年6月30日' }, 'R-DEM-02', 'SiteSurveyed'],
    [
      'an order inside the term for a statement',
      { 决定日期: '2021-08-09', 决定送达日期: '2021-08-09' },
      ...(['R-DEM-06', 'DemolitionOrderServed'] as const),
    ],
    ['no day to pull down oneself', { 自拆期限: '2021-08-20' }, 'R-DEM-06', 'DemolitionOrderServed'],
    ['remedies not stated', { 告知救济途径: '否' }, 'R-DEM-06', 'DemolitionOrderServed'],
    ['a demand on the last day', { 催告送达日期: '2021-08-27' }, 'R-DEM-08', 'DemolitionDemandServed'],
    ['an announcement without a new day', { 公告自拆期限: '2021-11-29' }, 'R-DEM-08', 'DemolitionAnnounced'],
    [
      'force while a remedy is open',
      without('复议诉讼结果日期', '复议诉讼结果', '生效日期'),
      ...(['R-DEM-09', 'DemolitionExecutionDecided'] as const),
    ],
    [
      'force at half past ten at night',
      { 强拆开始时间: '2022-03-07 22:30' },
      'R-DEM-12',
      'CompulsoryDemolitionRecorded',
    ],
    ['force before dawn', { 强拆开始时间: '2022-03-07 5:59' }, 'R-DEM-12', 'CompulsoryDemolitionRecorded'],
    ['a household cut off', { 生活水电未断: '否' }, 'R-DEM-12', 'CompulsoryDemolitionRecorded'],
    ['no witness', { 见证人: '' }, 'R-DEM-12', 'CompulsoryDemolitionRecorded'],
    ['verified by the recorder', { 核验人: '执法-03' }, 'R-DEM-13', 'DemolitionVerified'],
    ['more verified than surveyed', { '核验面积(㎡)': '64.01' }, 'R-DEM-13', 'DemolitionVerified'],
    ['debris not cleared', without('清运日期', '复绿'), 'R-ALL-10', 'DemolitionCaseClosed'],
    [
      'belongings not returned',
      without('财物返还日期', '财物返还方式', '财物返还凭据', '财物全部返还'),
      ...(['R-ALL-10', 'DemolitionCaseClosed'] as const),
    ],
    ['looked back before closing', { 回头看日期: '2022-04-10' }, 'R-ALL-01', 'DemolitionLookBackRecorded'],
  ],
};

const plastics: OtherRows = {
  ledger: '非法塑料加工整治台账.csv',
  row: 66,
  good: [
    ['as it stands', {}],
    ['thousands set off by commas', { '原料重量(公斤)': '7,300', '清理原料(公斤)': '２,910' }],
    ['a time with one digit', { 断水时间: '2022年3月25日 9:30' }],
    ['officers split by another comma', { 核实人员: '执法-09，执法-05' }],
  ],
  faulty: [
    ['a kind of case from another ledger', { 案件类型: '畜禽养殖' }, cell, '案件类型'],
    ['half a kilogram', { '原料重量(公斤)': '7300.5' }, cell, '原料重量(公斤)'],
    ['a cut without its hour', { 断水时间: '2022-03-25' }, cell, '断水时间'],
    ['a way of service that is not on the list', { 通知送达方式: '电话' }, cell, '通知送达方式'],
    ['one officer', { 核实人员: '执法-09' }, 'R-ENF-02', 'LeadVerified'],
    ['cards not shown', { 出示证件: '否' }, 'R-ENF-02', 'LeadVerified'],
    ['no site record', { 现场笔录: '' }, 'R-ENF-02', 'LeadVerified'],
    ['a deadline on the day of service', { 整改期限: '2022-03-16' }, 'R-ENF-04', 'RectificationNoticeServed'],
    ['service without proof', { 送达回证: '' }, 'R-ENF-04', 'RectificationNoticeServed'],
    ['nothing taken', { 设备台数: '0' }, 'R-ENF-10', 'PropertyTakenIntoCustody'],
    ['seized without a decision', { 设备决定书文号: '' }, 'R-ENF-10', 'PropertyTakenIntoCustody'],
    ['necessities of life taken', { 属生活必需品: '是' }, 'R-ENF-10', 'PropertyTakenIntoCustody'],
    ['things still in custody', without('设备处理结果', '设备处理日期', '设备处理凭据'), 'R-ALL-10', 'CaseClosed'],
    ['a cut that nobody asked for in writing', { 停供申请书: '' }, 'R-ENF-20', 'UtilitySupplyCut'],
    ['a cut for a household', { 仅停生产供应: '否' }, 'R-ENF-20', 'UtilitySupplyCut'],
    ['power still cut', without('恢复供电时间'), 'R-ALL-10', 'CaseClosed'],
    ['cleared by the agency', { 清理主体: '执法机关' }, 'R-ENF-21', 'SiteCleared'],
    ['raw material still there', { 原料清: '否' }, 'R-ENF-22', 'OperatorBanned'],
    ['compulsory without execution', { 关停方式: '强制关闭' }, 'R-ENF-22', 'OperatorBanned'],
    ['banned before the notice', { 取缔日期: '2022-03-15' }, 'R-ALL-01', 'OperatorBanned'],
    ['looked back before closing', { 回头看日期1: '2022-05-04' }, 'R-ALL-01', 'LookBackRecorded'],
  ],
};

const farms: OtherRows = {
  ledger: '畜禽养殖关停台账.csv',
  row: 20,
  good: [
    ['as it stands', {}],
    ['a range of animals', { 存栏下限2: '360', 存栏上限2: '３７５' }],
    ['money with thousands set off', { '补偿金额(元)': '236,750' }],
  ],
  faulty: [
    ['an animal that is not on the list', { 养殖种类: '鸭' }, cell, '养殖种类'],
    ['animals in words', { 存栏上限1: '四百余' }, cell, '存栏上限1'],
    ['fewer at most than at least', { 存栏上限2: '369' }, 'R-ENF-23', 'FarmStockSurveyed'],
    ['fewer than none', { 存栏下限1: '-1' }, 'R-ENF-23', 'FarmStockSurveyed'],
    ['closed by the township', { 关停决定机关: '镇人民政府' }, 'R-ENF-24', 'ClosureOrderRecorded'],
    ['animals still there', { 已清空: '否' }, 'R-ENF-24', 'FarmClosed'],
    ['closed before the order', { 关停日期: '2022-01-20' }, 'R-ENF-24', 'FarmClosed'],
    ['compensation of nothing', { '补偿金额(元)': '0' }, 'R-ENF-24', 'FarmCompensationPaid'],
    [
      'compensation not paid',
      without('补偿支付日期', '补偿金额(元)', '补偿凭证号', '补偿尾款'),
      ...(['R-ALL-10', 'CaseClosed'] as const),
    ],
  ],
};

const projects: OtherRows = {
  ledger: '征拆项目台账.csv',
  row: 2,
  good: [
    ['as it stands', {}],
    ['the name of the code instead of the word', { 项目类型: '园区产业项目' }],
    ['mu without decimals', { '调查面积(亩)': '68' }],
  ],
  faulty: [
    ['a mu with three decimals', { '批准面积(亩)': '65.575' }, cell, '批准面积(亩)'],
    ['no county authority', { 县级机关: '镇人民政府' }, 'R-REL-01', 'RelocationProjectRegistered'],
    ['a radius of nothing', { '清零半径(米)': '0' }, 'R-REL-01', 'RelocationProjectRegistered'],
    ['announced too shortly', { 预公告截止: '2021/7/30' }, 'R-REL-02', 'PreAnnouncementPosted'],
    ['announced in one place', { 预公告地点: '乡镇公告栏' }, 'R-REL-02', 'PreAnnouncementPosted'],
    ['a plan announced for less than 30 days', { 方案公告截止: '2021/9/20' }, 'R-REL-02', 'CompensationPlanAnnounced'],
    ['a risk assessed without those affected', { 稳评参与方: '相关部门' }, 'R-REL-03', 'StabilityRiskAssessed'],
    ['a plan confirmed inside its term', { 方案确定日期: '2021/9/30' }, 'R-REL-03', 'CompensationPlanConfirmed'],
    [
      'no money when approval is asked for',
      without('资金到位日期', '到位金额(元)', '专户编号'),
      ...(['R-REL-04', 'LandApprovalApplied'] as const),
    ],
    ['more approved than applied for', { '批准面积(亩)': '67.36' }, 'R-REL-06', 'LandApprovalGranted'],
    ['more paid than secured', { '征地款金额1(元)': '90,830,001' }, 'R-REL-07', 'LandCompensationPaid'],
    ['one voucher for two payments', { 征地款凭证号2: '征地凭-2022-011' }, 'R-ALL-06', 'LandCompensationPaid'],
    [
      'signing before the plan',
      { 调度会日期: '2021/10/20', 行动开始日期: '2021/10/20' },
      'R-REL-05',
      'CoordinationMeetingHeld',
    ],
    ['over before it began', { 行动结束日期: '2022/5/10' }, 'R-ALL-03', 'SigningCampaignClosed'],
  ],
};

const households: OtherRows = {
  ledger: '征拆台账.csv',
  row: 32,
  good: [
    ['as it stands', {}],
    ['money with thousands set off', { '房屋补偿(元)': '930,696', '告知总额(元)': '940,196.00' }],
    ['the name of the code instead of the word', { 补偿方式: '混合安置' }],
  ],
  faulty: [
    ['an area in words', { '房屋面积1(㎡)': '约400' }, cell, '房屋面积1(㎡)'],
    ['a use that is not on the list', { 房屋用途3: '祠堂' }, cell, '房屋用途3'],
    ['a project that nobody knows', { 项目编号: 'XM-99' }, 'R-REL-09', 'HouseholdRegistered'],
    ['registered before the announcement', { 建档日期: '2021-01-04' }, 'R-REL-09', 'HouseholdRegistered'],
    ['one surveyor', { 调查人员: '征拆-06' }, 'R-REL-10', 'HouseholdSurveyed'],
    ['a house without area', { '房屋面积1(㎡)': '0' }, 'R-REL-10', 'HouseholdSurveyed'],
    ['appraised inside the publicity', { 评估日期: '2022/2/18' }, 'R-REL-11', 'PropertyAppraised'],
    ['parts that do not add up', { '告知总额(元)': '940196.01' }, 'R-REL-11', 'CompensationOffered'],
    ['a mode that was not offered', { 可选方式: '货币' }, 'R-REL-11', 'CompensationOffered'],
    ['another total than offered', { '协议总额(元)': '940195' }, 'R-REL-12', 'AgreementSigned'],
    ['out before the first payment', { 首付期限: '2022/8/31' }, 'R-REL-12', 'AgreementSigned'],
    ['paid before signature', { 付款日期1: '2022/7/5' }, 'R-ALL-01', 'CompensationPaid'],
    ['paid nothing', { '付款金额1(元)': '0' }, 'R-REL-14', 'CompensationPaid'],
    ['paid one fen above the total', { '付款金额2(元)': '282,058.81' }, 'R-REL-14', 'CompensationPaid'],
    ['one voucher for two payments', { 付款凭证号2: '征补凭-2022-0031-1' }, 'R-ALL-06', 'CompensationPaid'],
    ['no place to live in', without('安置落实日期', '安置方式', '安置凭据'), 'R-REL-15', 'HouseVacated'],
    ['cut off to make them move', { 水电路未断: '否' }, 'R-REL-15', 'HouseVacated'],
    ['made to move without a court', { 自愿搬迁: '否' }, 'R-REL-15', 'HouseVacated'],
    ['pulled down with people in it', { 拆除日期1: '2022/7/20' }, 'R-ALL-01', 'HouseDemolished'],
    ['another area than surveyed', { '拆除面积2(㎡)': '325.01' }, 'R-REL-16', 'HouseDemolished'],
    ['a house still standing', without('拆除日期3', '拆除面积3(㎡)'), 'R-REL-16', 'SiteClearanceAccepted'],
    ['accepted by the recorder', { 验收人: '征拆-05' }, 'R-REL-16', 'SiteClearanceAccepted'],
    ['result not published', { 结果公示日期: '' }, 'R-ALL-10', 'HouseholdCaseClosed'],
  ],
};

const petitions: OtherRows = {
  ledger: '信访台账.csv',
  row: 46,
  good: [
    ['as it stands', {}],
    ['the name of the code instead of the word', { 信访渠道: '来电' }],
    [
      'two claims, each with its result',
      { 诉求: '建议增设路灯；建议修路', 意见结果: '不支持', 逐项结果: '解释说明、不支持' },
    ],
    ['five representatives', { 涉及人数: '12', 代表人数: '5' }],
  ],
  faulty: [
    ['a subject that is not on the list', { 主题: '维稳' }, cell, '主题'],
    ['people in words', { 涉及人数: '一人' }, cell, '涉及人数'],
    ['six representatives', { 涉及人数: '6', 代表人数: '6' }, 'R-PET-01', 'PetitionRegistered'],
    ['a duty outside the list', { 责任组职责: '跟踪盯守' }, 'R-PET-04', 'ResponsibilityTeamAssigned'],
    ['four people', { 镇干部成员: '' }, 'R-PET-04', 'ResponsibilityTeamAssigned'],
    ['one person in two roles', { 镇干部成员: '村干-10' }, 'R-PET-04', 'ResponsibilityTeamAssigned'],
    ['extended by 31 days', { 延期天数: '31' }, 'R-PET-06', 'PetitionDeadlineExtended'],
    ['extended a day late', { 延期日期: '2022/4/16' }, 'R-PET-06', 'PetitionDeadlineExtended'],
    [
      'not heard',
      without('听取陈述日期', '听取方式', '陈述摘要', '陈述记录'),
      ...(['R-PET-05', 'PetitionInvestigated'] as const),
    ],
    ['referred for no unlawful act', { 违法行为1: '' }, 'R-PET-07', 'DispositionRecorded'],
    ['a claim skipped', { 诉求: '建议增设路灯；建议修路' }, 'R-PET-07', 'OpinionIssued'],
    ['review right not stated', { 告知复查权: '否' }, 'R-PET-07', 'OpinionIssued'],
    ['served before it was issued', { 意见送达日期: '2022/5/24' }, 'R-ALL-01', 'OpinionServed'],
    ['asked for review before service', { 申请复查日期: '2022/5/25' }, 'R-ALL-01', 'ReviewRequested'],
  ],
};

const labour: OtherRows = {
  ledger: '劳资纠纷台账.csv',
  row: 19,
  good: [
    ['as it stands', {}],
    ['reported by a third person', { 身份令牌: '' }],
    ['the name of the code instead of the word', { 投诉渠道: '巡查发现' }],
    ['money with one decimal', { '诉求金额(元)': '１３,500.5' }],
  ],
  faulty: [
    ['people in words', { 劳动者人数: '五' }, cell, '劳动者人数'],
    ['no worker', { 劳动者人数: '0' }, 'R-LAB-01', 'LabourComplaintReceived'],
    ['less than no claim', { '诉求金额(元)': '-1' }, 'R-LAB-01', 'LabourComplaintReceived'],
    ['one side did not agree', { 双方同意调解: '否' }, 'R-LAB-01', 'LabourMediationStarted'],
    ['a session before the start', { 调解会日期: '2021年11月14日' }, 'R-ALL-01', 'LabourMediationSessionHeld'],
    ['agreed before the start', { 协议日期: '2021年11月14日' }, 'R-ALL-01', 'LabourAgreementReached'],
    ['one signature', { 协议签字方: '劳动者、调解员' }, 'R-LAB-03', 'LabourAgreementReached'],
    ['more covered than complained', { 覆盖人数: '6' }, 'R-LAB-03', 'LabourAgreementReached'],
    ['more than claimed', { '协议金额(元)': '13,500.01' }, 'R-LAB-03', 'LabourAgreementReached'],
    ['paid to somebody else', { 本人领取: '否' }, 'R-LAB-03', 'LabourPaymentConfirmed'],
    ['more paid than owed', { '支付金额(元)': '13500.01' }, 'R-LAB-03', 'LabourPaymentConfirmed'],
    ['closed as failed when paid', { 办结结果: '调解不成已引导' }, 'R-LAB-04', 'LabourCaseClosed'],
  ],
};

const inspections: OtherRows = {
  ledger: '安全生产检查台账.csv',
  row: 48,
  good: [
    ['as it stands', {}],
    ['times with one digit and with two', { 开始时间2: '8:50', 结束时间2: '9:32' }],
    ['a refusal to sign, noted', { 单位签字1: '否', 拒签注明1: '是' }],
  ],
  faulty: [
    ['an hour that does not exist', { 开始时间1: '25:00' }, cell, '开始时间1'],
    ['a grade that is not on the list', { 隐患级别2: '较大' }, cell, '隐患级别2'],
    ['one inspector', { 出动人员: '安监-09' }, 'R-INS-01', 'InspectionDispatched'],
    ['inspected before anybody was sent', { 检查日期1: '2021/12/6' }, 'R-ALL-01', 'InspectionConducted'],
    ['somebody who was not sent', { 到场人员1: '安监-09、安监-03' }, 'R-INS-02', 'InspectionConducted'],
    ['no record', { 检查记录1: '' }, 'R-INS-02', 'InspectionConducted'],
    ['neither signed nor noted', { 单位签字1: '否' }, 'R-INS-02', 'InspectionConducted'],
    ['over before it began', { 结束时间1: '8:40' }, 'R-INS-02', 'InspectionConducted'],
    ['a hazard in a unit that was not inspected', { 隐患单位1: '企业-0001' }, 'R-INS-03', 'HazardFound'],
    ['due on the day of service', { 整改期限1: '2021/12/8' }, 'R-INS-04', 'HazardRectificationOrdered'],
    ['a general hazard sent up as major', { 隐患级别1: '一般' }, 'R-INS-04', 'MajorHazardReported'],
    ['one visitor', { 首次回访人员1: '安监-08' }, 'R-INS-06', 'FollowUpVisited'],
    ['cleared without a passing visit', { 首次回访结果1: '不合格' }, 'R-INS-06', 'HazardCleared'],
    ['a hazard still open', without('销号日期1', '销号人1'), 'R-ALL-10', 'InspectionClosed'],
  ],
};

/** Before the projects are imported: a project of the sample could not be registered twice. */
export const beforeProjects: readonly OtherRows[] = [
  demolition,
  plastics,
  farms,
  projects,
  petitions,
  labour,
  inspections,
];
/** In the imported projects. */
export const inProjects: readonly OtherRows[] = [households];
