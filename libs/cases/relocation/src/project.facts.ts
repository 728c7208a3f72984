import { type Fact, type Figure, type KeyFilter } from '#foundation/process';
import { meetingOf, type ProjectCase, type ProjectEvents, projectNumber } from './project.case.js';
import { campaignDays } from './project.deadlines.js';

type Recorded<Type extends keyof ProjectEvents> = { readonly on: string; readonly data: ProjectEvents[Type] };
type ProjectFact = Omit<Fact, 'eventId'>;

/** Kinds of fact of projects and households; both kinds of case add steps of a project. */
export const kind = {
  project: 'relocation.project',
  radius: 'relocation.clearing-radius',
  step: 'relocation.project-step',
  meeting: 'relocation.meeting',
  campaignProject: 'relocation.campaign-project',
  target: 'relocation.campaign-target',
  removed: 'relocation.household-removed',
  campaignEnd: 'relocation.campaign-end',
  signed: 'relocation.agreement',
  vacated: 'relocation.household-vacated',
  relocated: 'relocation.household-relocated',
  building: 'relocation.building',
  approval: 'relocation.land-approval',
  land: 'relocation.land',
  crop: 'relocation.green-crop',
} as const;

/** A step of that project on that day: what makes it served in the half-year. */
export const servedStep = (key: string | undefined, on: string): ProjectFact[] =>
  key === undefined ? [] : [{ kind: kind.step, on, quantity: 1, key, dims: {} }];

const step = ({ on }: { readonly on: string }, kase: ProjectCase): ProjectFact[] => servedStep(projectNumber(kase), on);

/** What each event of a project adds to the statistics. */
export const projectFacts = {
  RelocationProjectRegistered: (event: Recorded<'RelocationProjectRegistered'>, kase: ProjectCase) => {
    const { projectId: key, projectKind, scopeRadiusM } = event.data;
    const dims = { projectKind };
    return [
      { kind: kind.project, on: event.on, quantity: 1, key, dims },
      ...(scopeRadiusM === undefined ? [] : [{ kind: kind.radius, on: event.on, quantity: scopeRadiusM, key, dims }]),
      ...step(event, kase),
    ];
  },
  PreAnnouncementPosted: step,
  LandSurveyCompleted: step,
  StabilityRiskAssessed: step,
  CompensationPlanAnnounced: step,
  PlanHearingHeld: step,
  CompensationPlanConfirmed: step,
  CompensationFundsSecured: step,
  HouseExpropriationDecided: step,
  LandApprovalApplied: step,
  ExpropriationAnnounced: step,
  LandHandedOver: step,
  CoordinationMeetingHeld: ({ on, data }: Recorded<'CoordinationMeetingHeld'>) => {
    const dims = { campaignId: data.campaignId };
    return [
      { kind: kind.meeting, on, quantity: 1, dims },
      ...data.projectRefs.map((key) => ({ kind: kind.campaignProject, on, quantity: 1, key, dims })),
      ...data.householdCaseRefs.map((key) => ({ kind: kind.target, on, quantity: 1, key, dims })),
    ];
  },
  SigningCampaignClosed: ({ on, data }: Recorded<'SigningCampaignClosed'>, kase: ProjectCase) => {
    const meeting = meetingOf(kase, data.campaignId);
    if (!meeting) return [];
    const quantity = campaignDays(meeting.data.startOn, data.endOn);
    return [{ kind: kind.campaignEnd, on, quantity, dims: { campaignId: data.campaignId } }];
  },
  LandApprovalGranted: (event: Recorded<'LandApprovalGranted'>, kase: ProjectCase) => {
    const key = projectNumber(kase);
    return [...step(event, kase), ...(key ? [{ kind: kind.approval, on: event.on, quantity: 1, key, dims: {} }] : [])];
  },
  LandCompensationPaid: (event: Recorded<'LandCompensationPaid'>, kase: ProjectCase) => {
    const { areaCentimu: quantity, landClass } = event.data;
    return [...step(event, kase), { kind: kind.land, on: event.on, quantity, dims: { landClass } }];
  },
  GreenCropCompensationPaid: (event: Recorded<'GreenCropCompensationPaid'>, kase: ProjectCase) => {
    const { amountFen: quantity, attachmentKind } = event.data;
    return [...step(event, kase), { kind: kind.crop, on: event.on, quantity, dims: { attachmentKind } }];
  },
};

type Shown = Pick<Figure, 'unit' | 'format' | 'factKind' | 'aggregate'> & Partial<Figure>;

export const figure = (id: string, zh: string, en: string, shown: Shown): Figure => ({
  id: `relocation.${id}`,
  label: { zh, en },
  source: 'case:relocation',
  where: {},
  ...shown,
});

const parks: KeyFilter = { factKind: kind.project, where: { projectKind: 'INDUSTRIAL_PARK' } };
const outOfScope: KeyFilter = { factKind: kind.removed, where: {} };
const households = { unit: 'household', format: 'integer' } as const;
const projects = { unit: 'project', format: 'integer' } as const;

/** The relocation figures that project events make; those of households stand in household.facts.ts. */
export const projectFigures: readonly Figure[] = [
  figure('meeting.month', '征拆调度会召开月份', 'Month of the coordination meeting', {
    ...{ unit: 'month', format: 'date-month', factKind: kind.meeting, aggregate: 'latest' },
  }),
  figure('campaign.project.count', '调度会涉及项目数', 'Projects in the signing campaign', {
    ...{ ...projects, factKind: kind.campaignProject, aggregate: 'distinct' },
  }),
  figure('landfill-zone.radius', '垃圾场清零范围', 'Clearing radius around the landfill', {
    ...{ unit: 'm', format: 'integer', factKind: kind.radius, aggregate: 'value', measure: 'stock' },
    where: { projectKind: 'LANDFILL_ZONE' },
  }),
  figure('campaign.target-household.count', '征拆对象户数', 'Households to sign in the campaign', {
    ...{ ...households, factKind: kind.target, aggregate: 'distinct', except: outOfScope },
  }),
  figure('campaign.signing-end.date', '签约截止日', 'Last day of the signing campaign', {
    ...{ unit: 'date', format: 'date-month-day', factKind: kind.campaignEnd, aggregate: 'latest' },
  }),
  figure('campaign.duration', '签约用时天数', 'Days of the signing campaign', {
    ...{ unit: 'day', format: 'integer', factKind: kind.campaignEnd, aggregate: 'value' },
  }),
  figure('campaign.signing.rate', '签约率', 'Signing rate of the campaign', {
    ...{ unit: 'percent', format: 'percent2', factKind: kind.signed, aggregate: 'ratio' },
    parts: ['relocation.campaign.agreement.signed.count', 'relocation.campaign.target-household.count'],
  }),
  figure('project.served.count', '服务园区重大项目个数', 'Park projects served', {
    ...{ ...projects, factKind: kind.step, aggregate: 'distinct', among: parks },
  }),
  figure('land-approval.project.count', '完成土地报批项目数', 'Projects with land approval', {
    ...{ ...projects, factKind: kind.approval, aggregate: 'distinct' },
  }),
  figure('land-acquired.area', '征地面积', 'Land acquired', {
    ...{ unit: 'mu', format: 'decimal2-mu', factKind: kind.land, aggregate: 'sum' },
  }),
  figure('green-crop.compensation.amount', '青苗附属物补偿金额', 'Green-crop compensation paid', {
    ...{ unit: 'yuan', format: 'decimal2-wan-yuan', factKind: kind.crop, aggregate: 'sum' },
  }),
];
