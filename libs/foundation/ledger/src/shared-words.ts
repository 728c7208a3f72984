import { Authority, LeadSource, LookBackResult, ServiceMethod } from '#foundation/process';
import { word } from './formats.js';

// Words that the ledgers of several kinds of case share. Each list holds only the codes that a ledger can say.

export const authority = word(
  {
    镇人民政府: 'TOWNSHIP_GOVERNMENT',
    县人民政府: 'COUNTY_GOVERNMENT',
    县自然资源局: 'NATURAL_RESOURCES_DEPT',
    县规划主管部门: 'PLANNING_DEPT',
    县农业农村局: 'AGRICULTURE_DEPT',
    县生态环境局: 'ECOLOGY_DEPT',
    县市场监管局: 'MARKET_SUPERVISION_DEPT',
    县应急管理局: 'EMERGENCY_DEPT',
    县公安局: 'PUBLIC_SECURITY',
    县人社局: 'HUMAN_RESOURCES_DEPT',
    县交通局: 'TRANSPORT_DEPT',
    县信访局: 'COUNTY_PETITION_BUREAU',
    县劳动监察大队: 'LABOUR_SUPERVISION',
    县劳动仲裁委: 'LABOUR_ARBITRATION',
    县人民法院: 'PEOPLES_COURT',
    省人民政府: 'PROVINCE_GOVERNMENT',
    其他机关: 'OTHER',
  },
  Authority,
);

export const leadSource = word(
  {
    网格巡查: 'GRID_PATROL',
    群众举报: 'TIP',
    摸排: 'SURVEY',
    联合巡查: 'JOINT_PATROL',
    上级交办: 'SUPERIOR_ASSIGNED',
    警示片: 'WARNING_FILM',
    检查发现: 'INSPECTION',
    信访: 'PETITION',
    回头看: 'LOOK_BACK',
  },
  LeadSource,
);

export const lookBack = word({ 未反弹: 'NO_REBOUND' }, LookBackResult);

export const serviceMethod = word(
  {
    直接送达: 'DIRECT',
    留置送达: 'LEFT_IN_PLACE',
    邮寄送达: 'MAIL',
    委托送达: 'ENTRUSTED',
    公告送达: 'PUBLIC_NOTICE',
  },
  ServiceMethod,
);
