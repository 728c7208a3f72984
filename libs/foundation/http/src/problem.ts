import { type Obligation, refusalTexts, type Text } from '#foundation/process';

/**
 * What HTTP itself refuses, before or beside any rule of a process. Rules answer with the codes of the closed list
 * (R-ALL-05 and so on); these are the rest, equally stable: callers test the code, people read the sentence.
 */
export const problemTexts = {
  MALFORMED_REQUEST: { zh: '请求无法读取。', en: 'The request cannot be read.' },
  UNKNOWN_FIELD: { zh: '未知字段。', en: 'The field is unknown.' },
  INVALID_VALUE: { zh: '取值不符合要求。', en: 'The value is not acceptable.' },
  SIGN_IN_REQUIRED: { zh: '请先登录。', en: 'Sign in first.' },
  WRONG_CREDENTIALS: { zh: '用户名或密码不正确。', en: 'The user name or password is wrong.' },
  PASSWORD_CHANGE_REQUIRED: { zh: '请先修改一次性密码。', en: 'Replace the one-time password first.' },
  FORBIDDEN: { zh: '请求被拒绝。', en: 'The request is refused.' },
  NOT_FOUND: { zh: '地址不存在。', en: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { zh: '该地址不支持此方法。', en: 'The address does not take this method.' },
  NAME_TAKEN: { zh: '用户名已被使用。', en: 'The user name is taken.' },
  LAST_ADMINISTRATOR: { zh: '必须保留至少一名可用的管理员。', en: 'At least one administrator must remain.' },
  TOO_LARGE: { zh: '请求内容过大。', en: 'The request is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '不支持该内容类型。', en: 'The content type is not supported.' },
  TOO_MANY_REQUESTS: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  UNAVAILABLE: { zh: '服务暂时不可用，请稍后再试。', en: 'The service is unavailable for the moment; try again.' },
  INTERNAL: { zh: '系统内部错误。', en: 'Internal error.' },
} as const satisfies Record<string, Text>;

export type ProblemCode = keyof typeof problemTexts;

/** The sentence that goes with a code, be it a rule's or HTTP's own. */
export function textOf(code: string): Text {
  const own: Readonly<Record<string, Text>> = problemTexts;
  return own[code] ?? refusalTexts[code] ?? problemTexts.INVALID_VALUE;
}

export interface FieldProblem {
  /** Path within the body or the name of the parameter, for example `cells.3.code`. */
  readonly field: string;
  readonly code: string;
  /** What exactly is wrong, where the code's own sentence says too little. */
  readonly reason?: Text;
}

/** A refusal of HTTP's own: thrown anywhere within a request, answered as problem details by the filter. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly details: {
      readonly fields?: readonly FieldProblem[];
      /** For 429 and 503: whole seconds after which trying again makes sense. */
      readonly retryAfterSeconds?: number;
      /** What exactly was wrong, in English. */
      readonly reason?: string;
    } = {},
  ) {
    super(details.reason ?? problemTexts[code].en);
    this.name = 'Problem';
  }
}

export const malformed = (reason: string, fields?: readonly FieldProblem[]): Problem =>
  new Problem(400, 'MALFORMED_REQUEST', { reason, fields });
/** A query or path parameter, or a header, that cannot be what it should be. */
export const invalidValue = (field: string, reason: string): Problem =>
  malformed(reason, [{ field, code: 'INVALID_VALUE' }]);
export const notFound = (): Problem => new Problem(404, 'NOT_FOUND');
export const tooManyRequests = (retryAfterSeconds: number): Problem =>
  new Problem(429, 'TOO_MANY_REQUESTS', { retryAfterSeconds });

/** The body of an `application/problem+json` answer (RFC 9457) as this product fills it. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly obligations?: readonly Obligation[];
  /** For 412: the steps recorded since the revision that the caller saw. */
  readonly changed?: readonly object[];
  readonly reason?: string;
  /** For 500 only: the id under which the log holds what happened. */
  readonly incident?: string;
}

/** Titles say what kind of answer it is; they depend on the status alone, as RFC 9457 asks. */
export const titles: Readonly<Record<number, Text>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权操作', en: 'Not permitted' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '方法不支持', en: 'Method not allowed' },
  409: { zh: '与现状冲突', en: 'Conflict' },
  412: { zh: '内容已更新', en: 'Changed meanwhile' },
  413: { zh: '内容过大', en: 'Content too large' },
  414: { zh: '地址过长', en: 'Address too long' },
  415: { zh: '内容类型不支持', en: 'Unsupported media type' },
  422: { zh: '不符合规则', en: 'Against a rule' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '内部错误', en: 'Internal error' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
};
