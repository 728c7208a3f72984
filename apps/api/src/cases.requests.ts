import { BooleanParam, ChoiceValue, IntegerParam, KnownAt, StringValue } from '#foundation/http';
import { processes } from './processes.js';

const date = /^\d{4}-\d{2}-\d{2}$/;

export class CaseListQuery extends KnownAt {
  @ChoiceValue({ optional: true, among: [...processes.keys()], description: '案件种类 / Kind of case' })
  process?: string;
  @StringValue({ optional: true, maxLength: 40, description: '状态代码 / State code' })
  status?: string;
  @StringValue({ optional: true, maxLength: 40, description: '网格编码 / Grid cell' })
  grid?: string;
  @StringValue({ optional: true, maxLength: 100, description: '村 / Village' })
  village?: string;
  @StringValue({ optional: true, minLength: 1, maxLength: 100, description: '案号或地点 / Case number or place' })
  q?: string;
  @StringValue({ optional: true, pattern: date, format: 'date', description: '立案起 / Opened from' })
  openedFrom?: string;
  @StringValue({ optional: true, pattern: date, format: 'date', description: '立案止 / Opened to' })
  openedTo?: string;
  @BooleanParam({
    optional: true,
    description:
      '仅逾期：有政府应办期限已过（按 asOf 当日） / Only with a term of the government open past its day (that of asOf)',
  })
  overdue?: boolean;
  @StringValue({
    optional: true,
    pattern: /^\d{1,15}$/,
    description: '上一页的 next / The page before said so in next',
  })
  after?: string;
  @IntegerParam({ optional: true, min: 1, max: 200, description: '每页条数，默认50 / Items a page, 50 if not given' })
  limit?: number;
}

export class ActionsQuery {
  @IntegerParam({
    optional: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: '至少已处理到该日志位置 / Wait until this log position is taken in',
  })
  atLeast?: number;
  @BooleanParam({ optional: true, description: '仅列出可办事项 / Only what is possible now' })
  allowed?: boolean;
}

const period = /^[1-9]\d{3}(-?H[12]|-(0[1-9]|1[0-2]))?$/;

export class FiguresQuery extends KnownAt {
  @StringValue({ pattern: period, maxLength: 8, example: '2022H1', description: '统计期 / Half-year, month or year' })
  period!: string;
  @StringValue({ optional: true, maxLength: 100, description: '村 / Village' })
  village?: string;
}

export class EntriesQuery extends FiguresQuery {
  @StringValue({
    optional: true,
    pattern: /^\d{4}-\d{2}-\d{2}\.\d{1,15}\.\d{1,9}$/,
    description: '上一页的 next / The page before said so in next',
  })
  after?: string;
  @IntegerParam({
    optional: true,
    min: 1,
    max: 1000,
    description: '每页条数，默认200 / Items a page, 200 if not given',
  })
  limit?: number;
}
