import { type Text } from './text.js';

export interface UnitWords {
  readonly label: Text;
  /** Stored whole numbers in one shown unit: 100 dm2 are a square metre. 1 for what is counted. */
  readonly scale: number;
}

const unit = (zh: string, en: string, scale = 1): UnitWords => ({ label: { zh, en }, scale });

const squareMetre = unit('平方米', 'm²', 100);
const yuan = unit('元', 'yuan', 100);
const mu = unit('亩', 'mu', 100);
const percent = unit('%', '%', 100);

/**
 * How a number under a unit is shown (processes.md 0.3). Fields name the unit in which they are stored, figures the one
 * in which they are shown; either way the number itself is stored in the smallest unit.
 */
export const units: Readonly<Record<string, UnitWords>> = {
  ...{ dm2: squareMetre, m2: squareMetre, fen: yuan, yuan, centimu: mu, mu, bp: percent, percent },
  kg: unit('千克', 'kg'),
  t: unit('吨', 't', 1000),
  m: unit('米', 'm'),
  cm: unit('厘米', 'cm'),
  m3: unit('立方米', 'm³'),
  'm3/d': unit('立方米/日', 'm³/day'),
  head: unit('头（只）', 'head'),
  person: unit('人', 'people'),
  'person-time': unit('人次', 'person-times'),
  mV: unit('毫伏', 'mV'),
  '0.01mg/L': unit('毫克/升', 'mg/L', 100),
  plot: unit('块', 'plots'),
  house: unit('户', 'houses'),
  /** A date says itself what it is. */
  date: unit('', ''),
  day: unit('天', 'days'),
  month: unit('个月', 'months'),
  year: unit('年', 'years'),
  hour: unit('小时', 'hours'),
  site: unit('处', 'sites'),
  household: unit('户', 'households'),
  building: unit('栋', 'buildings'),
  set: unit('套', 'sets'),
  case: unit('件', 'cases'),
  enterprise: unit('家', 'enterprises'),
  operator: unit('家', 'operators'),
  farm: unit('家', 'farms'),
  facility: unit('处', 'facilities'),
  village: unit('个村', 'villages'),
  branch: unit('个', 'branches'),
  project: unit('个', 'projects'),
  document: unit('份', 'documents'),
  hazard: unit('处', 'hazards'),
  notice: unit('份', 'notices'),
  tip: unit('件', 'tips'),
  line: unit('条', 'lines'),
  round: unit('轮', 'rounds'),
  check: unit('次', 'checks'),
  visit: unit('次', 'visits'),
  inspection: unit('次', 'inspections'),
  meeting: unit('次', 'meetings'),
  test: unit('次', 'tests'),
  copy: unit('份', 'copies'),
  problem: unit('个', 'problems'),
  source: unit('个', 'sources'),
  application: unit('件', 'applications'),
  record: unit('条', 'records'),
  'water-system': unit('条', 'water systems'),
  'grid-cell': unit('个网格', 'grid cells'),
  entity: unit('家', 'entities'),
  step: unit('步', 'steps'),
};
