import { type Fact, type Figure } from '#foundation/process';
import { type PermitCase, type PermitEvents } from './permit.case.js';

type Recorded<Type extends keyof PermitEvents> = { readonly data: PermitEvents[Type] };

const kind = {
  review: 'permit.joint-review',
  approved: 'permit.approved',
  publicised: 'permit.approved-and-publicised',
  accepted: 'permit.accepted',
  attended: 'permit.accepted-and-attended',
} as const;

/** What each event of a permit adds to the statistics. */
export const permitFacts = {
  JointReviewConcluded: ({ data }: Recorded<'JointReviewConcluded'>) => [
    { kind: kind.review, on: data.concludedOn, quantity: 1, dims: { result: data.result } },
  ],
  PermitClosed: ({ data }: Recorded<'PermitClosed'>, kase: PermitCase) => {
    // Filing a refused or revoked application accepts no house.
    if (!kase.has('CompletionCheckAttended') || kase.has('PermitRevoked')) return [];
    const house = { on: data.closedOn, quantity: 1, key: kase.caseId, dims: {} };
    const attended = kase.has('SiteReviewAttended') && kase.has('SettingOutAttended');
    return [{ kind: kind.accepted, ...house }, ...(attended ? [{ kind: kind.attended, ...house }] : [])];
  },
};

/**
 * Approvals in the period of their date, and those whose two publicities are recorded. The second one comes after the
 * approval, so both are made anew when it does; that each ran its full term is a rule of the posting itself.
 */
function approvals(kase: PermitCase): Fact[] {
  const approved = kase.ever.all('PermitApproved');
  const posted = kase.ever.all('ApprovalPublicised');
  return approved.flatMap(({ id, revision, data }, index) => {
    const next = approved[index + 1]?.revision ?? Infinity;
    const first = kase.ever.all('ApplicationPublicised').some((each) => each.revision < revision);
    const second = posted.some((each) => each.revision > revision && each.revision < next);
    const fact = { eventId: id, on: data.approvedOn, quantity: 1, key: kase.caseId, dims: {} };
    return [{ kind: kind.approved, ...fact }, ...(first && second ? [{ kind: kind.publicised, ...fact }] : [])];
  });
}

export const permitDerivedFacts = [
  {
    on: ['ApplicationPublicised', 'PermitApproved', 'ApprovalPublicised'] as const,
    kinds: [kind.approved, kind.publicised],
    facts: approvals,
  },
];

const figure = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  rest: Pick<Figure, 'factKind' | 'aggregate'> & Partial<Figure>,
): Figure => ({ id, label: { zh, en }, source: 'case:permit', unit, format: 'integer', where: {}, ...rest });
/** The two parts of a ratio are shown with it and have no source of their own. */
const part = (id: string, zh: string, en: string, unit: string, factKind: string): Figure => ({
  ...{ id, label: { zh, en }, unit, format: 'integer' },
  ...{ factKind, where: {}, aggregate: 'distinct' },
});
const publicity = 'permit.two-publicity.compliance.rate';
const attendance = 'permit.three-attendance.compliance.rate';

/** The figures of the half-year report on building control that permits yield. */
export const permitFigures: readonly Figure[] = [
  figure('permit.joint-review.concluded.count', '联审联批办结件数', 'Joint reviews concluded', 'application', {
    ...{ factKind: kind.review, aggregate: 'count' },
  }),
  part(
    `${publicity}.numerator`,
    '两次公示均满期的已批准件数',
    'Applications approved in the period with both publicities recorded for their full term',
    'application',
    kind.publicised,
  ),
  part(`${publicity}.denominator`, '已批准件数', 'Applications approved in the period', 'application', kind.approved),
  figure(publicity, '两公示落实率', 'Approvals with both publicities', 'percent', {
    ...{ factKind: kind.publicised, aggregate: 'ratio', format: 'percent2' },
    parts: [`${publicity}.numerator`, `${publicity}.denominator`],
  }),
  part(
    `${attendance}.numerator`,
    '三次到场齐全的已验收户数',
    'Houses accepted in the period with all three attendances recorded',
    'house',
    kind.attended,
  ),
  part(`${attendance}.denominator`, '已验收户数', 'Houses accepted in the period', 'house', kind.accepted),
  figure(attendance, '三到场落实率', 'Houses with all three attendances', 'percent', {
    ...{ factKind: kind.attended, aggregate: 'ratio', format: 'percent2' },
    parts: [`${attendance}.numerator`, `${attendance}.denominator`],
  }),
];
