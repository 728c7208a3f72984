import { defineCodes } from '#foundation/process';

export const TipMatter = defineCodes('TipMatter', {
  ILLEGAL_PLASTICS: ['非法塑料加工', 'Illegal plastics processing'],
  SCATTERED_POLLUTER: ['散乱污', 'Scattered polluting business'],
  OPEN_STORAGE: ['露天堆放', 'Open-air storage yard'],
  LIVESTOCK: ['畜禽养殖污染', 'Livestock pollution'],
  WATER_POLLUTION: ['水体污染', 'Water pollution'],
  ILLEGAL_BUILDING: ['违法建设', 'Illegal construction'],
  WORKPLACE_SAFETY: ['安全生产', 'Workplace safety'],
  OFFICIAL_CONDUCT: ['工作人员履职', 'Conduct of officials'],
  OTHER: ['其他', 'Other'],
});

export const TipOutcome = defineCodes('TipOutcome', {
  PROVED: ['查证属实', 'Proved true'],
  PARTLY_PROVED: ['部分属实', 'Partly true'],
  NOT_PROVED: ['查无实据', 'Not proved'],
  OUTSIDE_POWER: ['不属本级管辖', "Outside the township's power"],
  DUPLICATE: ['重复举报', 'Already reported'],
});
