import { defineCodes } from '#foundation/process';

export const FacilityKind = defineCodes('FacilityKind', {
  THREE_CELL_TANK: ['三格式污水处理池', 'Three-cell sewage tank'],
  CONSTRUCTED_WETLAND: ['人工湿地', 'Constructed wetland'],
  SEWAGE_STATION: ['污水处理站', 'Sewage station'],
  PIPE: ['管网', 'Pipe'],
  OTHER: ['其他', 'Other'],
});

export const PollutionSourceKind = defineCodes('PollutionSourceKind', {
  FARM_SITE: ['养殖场地', 'Farm site'],
  DOMESTIC_SEWAGE: ['生活污水', 'Domestic sewage'],
  INDUSTRIAL_OUTLET: ['工业排口', 'Industrial outlet'],
  REFUSE: ['垃圾', 'Refuse'],
  SEDIMENT: ['底泥', 'Sediment'],
  OTHER: ['其他', 'Other'],
});

export const RemediationMeasure = defineCodes('RemediationMeasure', {
  SOURCE_REMOVAL: ['清除污染源', 'Removal of sources'],
  SEWAGE_INTERCEPTION: ['截污纳管', 'Sewage interception'],
  TREATMENT_FACILITY: ['建设治理设施', 'Treatment facility'],
  DREDGING: ['清淤疏浚', 'Dredging'],
  WATER_FLOW: ['活水循环', 'Restoring the flow'],
  ECOLOGICAL_RESTORATION: ['生态修复', 'Ecological restoration'],
  PATROL_UPKEEP: ['日常管护', 'Patrol and upkeep'],
  OTHER: ['其他', 'Other'],
});

export const WaterProblemOrigin = defineCodes('WaterProblemOrigin', {
  WARNING_FILM: ['警示片', 'Warning film'],
  SUPERIOR_ASSIGNED: ['上级交办', 'Assigned by a superior organ'],
  GRID_PATROL: ['网格巡查', 'Grid patrol'],
});
