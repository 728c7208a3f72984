import { type Fact, type Figure } from '#foundation/process';
import { type HouseholdCase, type HouseholdEvents, mainUse, projectOf, registrationOf } from './household.case.js';
import { figure, kind, servedStep } from './project.facts.js';

type Recorded<Type extends keyof HouseholdEvents> = { readonly on: string; readonly data: HouseholdEvents[Type] };
type HouseholdFact = Omit<Fact, 'eventId'>;

const step = ({ on }: { readonly on: string }, kase: HouseholdCase): HouseholdFact[] => servedStep(projectOf(kase), on);

const household = (of: string, on: string, kase: HouseholdCase): HouseholdFact => ({
  ...{ kind: of, on, quantity: 1, dims: { buildingUse: mainUse(kase) } },
});

/** What each event of a household case adds to the statistics. */
export const householdFacts = {
  HouseholdSurveyed: step,
  SurveyResultPublished: step,
  PropertyAppraised: step,
  CompensationOffered: step,
  CompensationDecided: step,
  CompensationPaid: step,
  ResettlementProvided: step,
  AgreementSigned: (event: Recorded<'AgreementSigned'>, kase: HouseholdCase) => {
    const { campaignId } = event.data;
    const signed = household(kind.signed, event.on, kase);
    return [...step(event, kase), ...(campaignId ? [{ ...signed, dims: { ...signed.dims, campaignId } }] : [])];
  },
  HouseVacated: (event: Recorded<'HouseVacated'>, kase: HouseholdCase) => [
    ...step(event, kase),
    household(kind.vacated, event.on, kase),
  ],
  HouseDemolished: (event: Recorded<'HouseDemolished'>, kase: HouseholdCase) => {
    const { areaDm2: quantity, buildingUse } = event.data;
    return [...step(event, kase), { kind: kind.building, on: event.on, quantity, dims: { buildingUse } }];
  },
  // Counted when all is down and accepted, dated by the day the last building came down (processes.md H.9).
  SiteClearanceAccepted: (event: Recorded<'SiteClearanceAccepted'>, kase: HouseholdCase) => {
    const days = kase.ever.all('HouseDemolished').map(({ on }) => on);
    return [...step(event, kase), household(kind.relocated, days.sort().at(-1) ?? event.on, kase)];
  },
  HouseholdRemovedFromScope: ({ on }: Recorded<'HouseholdRemovedFromScope'>, kase: HouseholdCase) => {
    const key = registrationOf(kase)?.householdCaseId;
    return key === undefined ? [] : [{ kind: kind.removed, on, quantity: 1, key, dims: {} }];
  },
};

const isSigned = (fact: Fact): boolean => fact.kind === kind.signed;

/** An agreement that is rescinded or void was no agreement in force: it leaves the period of its signature. */
export const householdVoids = {
  AgreementRescinded: () => isSigned,
  HouseholdCaseReopened: ({ data }: Recorded<'HouseholdCaseReopened'>) =>
    data.ground === 'AGREEMENT_VOID' ? isSigned : () => false,
};

const families = { unit: 'household', format: 'integer', aggregate: 'count' } as const;
const livedOrWorkedIn = { where: { buildingUse: ['HOUSE', 'FACTORY'] } };

/** The relocation figures that household events make. */
export const householdFigures: readonly Figure[] = [
  figure('campaign.agreement.signed.count', '完成协议签订户数', 'Agreements signed in the campaign', {
    ...{ ...families, factKind: kind.signed },
  }),
  figure('household.vacated.count', '腾房户数', 'Households moved out', {
    ...{ ...families, factKind: kind.vacated, ...livedOrWorkedIn },
  }),
  figure('household.relocated.count', '拆迁户数', 'Households relocated', {
    ...{ ...families, factKind: kind.relocated, ...livedOrWorkedIn },
  }),
  figure('building.demolished.count', '拆迁栋数', 'Relocated buildings demolished', {
    ...{ unit: 'building', format: 'integer', factKind: kind.building, aggregate: 'count', ...livedOrWorkedIn },
  }),
  figure('building.demolished.area', '拆迁拆除面积', 'Relocated floor area demolished', {
    ...{ unit: 'm2', format: 'decimal2-wan-m2', factKind: kind.building, aggregate: 'sum', ...livedOrWorkedIn },
  }),
];
