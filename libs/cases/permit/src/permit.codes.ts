import { defineCodes } from '#foundation/process';

export const HouseApplicationKind = defineCodes('HouseApplicationKind', {
  NEW_PLOT: ['新建（新宅基地）', 'New plot'],
  REBUILD: ['原址重建', 'Rebuild'],
  EXTEND: ['改扩建', 'Extend'],
});

export const LandUse = defineCodes('LandUse', {
  HOMESTEAD: ['宅基地', 'Homestead plot'],
  ARABLE: ['耕地', 'Arable land'],
  BASIC_FARMLAND: ['永久基本农田', 'Permanent basic farmland'],
  FOREST: ['林地', 'Forest land'],
  CONSTRUCTION: ['建设用地', 'Construction land'],
  UNUSED: ['未利用地', 'Unused land'],
  RIVER: ['河道水域', 'River and water'],
});

export const PublicityStage = defineCodes('PublicityStage', {
  APPLICATION: ['申请公示', 'First publicity'],
  RESULT: ['审批结果公示', 'Second publicity'],
});

export const PublicObjectionSubject = defineCodes('PublicObjectionSubject', {
  ELIGIBILITY: ['申请资格', 'Eligibility'],
  LAND_RIGHT: ['土地权属', 'Land right'],
  AREA: ['面积', 'Area'],
  NEIGHBOUR_DISTANCE: ['相邻间距', 'Distance to neighbours'],
  FARMLAND: ['占用农用地', 'Use of farmland'],
  PROCEDURE: ['程序', 'Procedure'],
  OTHER: ['其他', 'Other'],
});

export const ObjectionResult = defineCodes('ObjectionResult', {
  UPHELD: ['成立', 'Upheld'],
  PARTLY_UPHELD: ['部分成立', 'Partly upheld'],
  REJECTED: ['不成立', 'Rejected'],
  WITHDRAWN: ['撤回', 'Withdrawn'],
});

export const JointReviewOffice = defineCodes('JointReviewOffice', {
  AGRICULTURE: ['农业农村', 'Agriculture'],
  NATURAL_RESOURCES: ['自然资源', 'Natural resources'],
  PLANNING_CONSTRUCTION: ['村镇规划建设', 'Village and town planning and construction'],
  FORESTRY: ['林业', 'Forestry'],
  WATER: ['水利', 'Water'],
  TRANSPORT: ['交通', 'Transport'],
  POWER: ['电力', 'Power'],
  EMERGENCY: ['应急', 'Emergency'],
});

export const ReviewOpinion = defineCodes('ReviewOpinion', {
  AGREE: ['同意', 'Agree'],
  AGREE_WITH_CONDITIONS: ['附条件同意', 'Agree with conditions'],
  DISAGREE: ['不同意', 'Disagree'],
});

export const JointReviewResult = defineCodes('JointReviewResult', {
  PASSED: ['通过', 'Passed'],
  NOT_PASSED: ['未通过', 'Not passed'],
});

export const ConstructionStage = defineCodes('ConstructionStage', {
  FOUNDATION: ['基础', 'Foundation'],
  WALLS: ['主体砌筑', 'Walls'],
  ROOF: ['封顶', 'Roof'],
  FINISHING: ['装修', 'Finishing'],
});

export const PermitDeviationKind = defineCodes('PermitDeviationKind', {
  LOCATION: ['位置偏移', 'Wrong place'],
  PLOT_AREA: ['超占面积', 'Plot larger than permitted'],
  BUILDING_AREA: ['超建面积', 'Building larger than permitted'],
  STOREYS: ['超层', 'Too many storeys'],
  BEFORE_SETTING_OUT: ['未放样先建', 'Building before setting out'],
  OLD_HOUSE_STANDING: ['旧房未拆', 'Old house still standing'],
});

export const PermitDeviationResult = defineCodes('PermitDeviationResult', {
  CORRECTED: ['已改正', 'Put right'],
  REGULARISED: ['已补办手续', 'Regularised'],
  DEMOLISHED: ['已拆除', 'Unlawful part demolished'],
});

export const CompletionResult = defineCodes('CompletionResult', {
  WITHIN_PERMIT: ['符合批准', 'Within the permit'],
  DEVIATION: ['不符合批准', 'Deviation'],
});

export const PermitRevocationGround = defineCodes('PermitRevocationGround', {
  FALSE_APPLICATION: ['欺骗取得', 'Obtained by deceit'],
  NO_POWER: ['超越职权', 'Granted without power'],
  WRONG_PROCEDURE: ['违反法定程序', 'Granted in a wrong procedure'],
  NOT_ELIGIBLE: ['不具备申请资格', 'Holder was not eligible'],
  BASIS_CHANGED: ['客观情况重大变化', 'Law or facts changed in the public interest'],
  COURT_OR_SUPERIOR: ['法院或上级撤销', 'Revoked by a court or superior'],
});

export const PermitReopenGround = defineCodes('PermitReopenGround', {
  REFUSAL_SET_ASIDE: ['不予批准被撤销', 'Refusal set aside'],
  REVOCATION_SET_ASIDE: ['撤销决定被撤销', 'Revocation set aside'],
  NEW_FACT: ['出现新事实', 'New fact'],
});
