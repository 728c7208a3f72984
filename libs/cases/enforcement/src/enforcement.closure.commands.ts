import {
  AreaField,
  Authority,
  BoolField,
  type Code,
  CodeField,
  DateField,
  DateTimeField,
  DocField,
  LegalBasis,
  MoneyField,
  RefField,
  StringField,
  WholeField,
} from '#foundation/process';
import {
  ClearedBy,
  ClosureMode,
  FarmZoneKind,
  PlasticProcessKind,
  RestorationReason,
  Species,
  Utility,
} from './enforcement.codes.js';

/** 断水断电: production supply only, never that of a household (ACL art. 43). */
export class CutUtilitySupply {
  @CodeField(Utility, { zh: '水电', en: 'Utility' }) utility!: Code<typeof Utility>;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }, { missing: 'R-ENF-20' }) legalBasis!: Code<
    typeof LegalBasis
  >;
  @StringField({ zh: '决定书文号', en: 'Decision number' }, { optional: true }) decisionNo?: string;
  @WholeField({ zh: '提前通知小时', en: 'Hours of notice' }, { optional: true, unit: 'hour' }) noticeHours?: number;
  @DateTimeField({ zh: '停供时间', en: 'Cut at' }) cutAt!: string;
  @BoolField({ zh: '经营者申请', en: 'Asked for by the operator' }) selfRequested!: boolean;
  @DocField({ zh: '申请书', en: 'Request' }, { optional: true }) requestDocRef?: string;
  @BoolField({ zh: '仅停生产供应', en: 'Production supply only' }, { missing: 'R-ENF-20' })
  productionSupplyOnly!: boolean;
}

/** 恢复供水供电: the cut ends as a measure. */
export class RestoreUtilitySupply {
  @CodeField(Utility, { zh: '水电', en: 'Utility' }) utility!: Code<typeof Utility>;
  @DateTimeField({ zh: '恢复时间', en: 'Restored at' }) restoredAt!: string;
  @CodeField(RestorationReason, { zh: '恢复原因', en: 'Reason code' }) reasonCode!: Code<typeof RestorationReason>;
  @DocField({ zh: '文书', en: 'Document' }, { optional: true }) docRef?: string;
}

/** 清理原料产品设备: by the operator, or by the authority after a served decision. */
export class ClearSite {
  @DateField({ zh: '清理日期', en: 'Cleared on' }) clearedOn!: string;
  @WholeField({ zh: '清理原料', en: 'Raw material' }, { optional: true, unit: 'kg' }) rawMaterialKg?: number;
  @WholeField({ zh: '清理产品', en: 'Product' }, { optional: true, unit: 'kg' }) productKg?: number;
  @WholeField({ zh: '清理设备', en: 'Equipment' }, { optional: true, unit: 'set' }) equipmentSets?: number;
  @CodeField(ClearedBy, { zh: '清理主体', en: 'Cleared by' }) clearedBy!: Code<typeof ClearedBy>;
  @AreaField({ zh: '棚屋面积', en: 'Shed area' }, { optional: true }) shedAreaDm2?: number;
  @RefField({ zh: '拆违案件', en: 'Demolition case' }, { optional: true }) demolitionCaseRef?: string;
}

/** 取缔: the operation has ended and was checked on site. */
export class ConfirmOperatorBanned {
  @DateField({ zh: '停止经营日期', en: 'Ceased on' }) ceasedOn!: string;
  @CodeField(PlasticProcessKind, { zh: '主要工艺', en: 'Main process' }) processKind!: Code<typeof PlasticProcessKind>;
  @CodeField(ClosureMode, { zh: '关停方式', en: 'Mode of closure' }) closureMode!: Code<typeof ClosureMode>;
  @BoolField({ zh: '断水', en: 'Water cut' }) waterCut!: boolean;
  @BoolField({ zh: '断电', en: 'Power cut' }) powerCut!: boolean;
  @BoolField({ zh: '原料清', en: 'Raw material cleared' }) rawMaterialCleared!: boolean;
  @BoolField({ zh: '产品清', en: 'Product cleared' }) productCleared!: boolean;
  @BoolField({ zh: '设备清', en: 'Equipment cleared' }) equipmentCleared!: boolean;
  @DocField({ zh: '照片', en: 'Photos' }, { list: true }) photoRefs!: string[];
}

/** 存栏量调查: a lower and an upper bound, equal when counted exactly. */
export class SurveyFarmStock {
  @CodeField(Species, { zh: '养殖种类', en: 'Species' }, { missing: 'R-ENF-23', outside: 'R-ENF-23' }) species!: Code<
    typeof Species
  >;
  @WholeField({ zh: '存栏下限', en: 'Stock, lower bound' }, { sign: 'rule', unit: 'head' }) stockMin!: number;
  @WholeField({ zh: '存栏上限', en: 'Stock, upper bound' }, { sign: 'rule', unit: 'head' }) stockMax!: number;
  @DateField({ zh: '调查日期', en: 'Surveyed on' }) surveyedOn!: string;
  @BoolField({ zh: '原为合法养殖', en: 'Lawful before' }) lawfulBefore!: boolean;
}

/** 关停决定登记: ordered at county level or above (LBR art. 37). */
export class RecordClosureOrder {
  @StringField({ zh: '关停决定文号', en: 'Closure order number' }) orderNo!: string;
  @CodeField(Authority, { zh: '决定机关', en: 'Ordering organ' }) orderingAuthority!: Code<typeof Authority>;
  @CodeField(LegalBasis, { zh: '法律依据', en: 'Legal basis' }) legalBasis!: Code<typeof LegalBasis>;
  @DateField({ zh: '决定日期', en: 'Ordered on' }) orderedOn!: string;
  @BoolField({ zh: '须补偿', en: 'Compensation due' }) compensationDue!: boolean;
}

/** 养殖场关停: ordered or signed for, and found empty. */
export class ConfirmFarmClosed {
  @CodeField(Species, { zh: '养殖种类', en: 'Species' }) species!: Code<typeof Species>;
  @DateField({ zh: '关停日期', en: 'Closed on' }) closedOn!: string;
  @CodeField(ClosureMode, { zh: '关停方式', en: 'Mode of closure' }) closureMode!: Code<typeof ClosureMode>;
  @StringField({ zh: '关停决定文号', en: 'Closure order number' }, { optional: true }) orderNo?: string;
  @DocField({ zh: '书面同意', en: 'Signed consent' }, { optional: true }) consentDocRef?: string;
  @CodeField(FarmZoneKind, { zh: '区域', en: 'Zone' }) zoneKind!: Code<typeof FarmZoneKind>;
  @BoolField({ zh: '已清空', en: 'Emptied' }) emptied!: boolean;
}

/** 关停补偿支付: for a lawful farm closed by a plan or zone change (LBR art. 25). */
export class PayFarmCompensation {
  @DateField({ zh: '支付日期', en: 'Paid on' }) paidOn!: string;
  @MoneyField({ zh: '金额', en: 'Amount' }, { sign: 'rule' }) amountFen!: number;
  @StringField({ zh: '凭证号', en: 'Voucher number' }) voucherNo!: string;
  @BoolField({ zh: '尾款', en: 'Final payment' }) finalPayment!: boolean;
}
