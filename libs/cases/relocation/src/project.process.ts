import { correctionHasSecondPerson, otherReasonIsNamed, vocabulary } from '#foundation/process';
import {
  afterPlan,
  beforeHandOver,
  householdProcess,
  type ProjectEvents,
  projectNumber,
  type ProjectState,
  projectStates,
} from './project.case.js';
import * as commands from './project.commands.js';
import { projectDeadlines } from './project.deadlines.js';
import { projectFacts, projectFigures } from './project.facts.js';
import * as rules from './project.guards.js';
import * as money from './project.money.guards.js';
import { projectObligations } from './project.obligations.js';

const { process, step } = vocabulary<ProjectEvents, ProjectState>();

const projects = (refs: readonly string[]) => refs.map((ref) => ({ process: 'relocationProject', ref }));
const households = (refs: readonly string[]) => refs.map((ref) => ({ process: householdProcess, ref }));
/** Payments are dated from the confirmed plan on: the state of the approval is no matter of theirs. */
const sincePlan = ['CompensationPlanConfirmed'] as const;

/** 征拆项目: from registration to the hand-over of cleared land, in the county's name (processes.md C). */
export const relocationProject = process({
  name: 'relocationProject',
  title: ['征拆项目', 'Relocation project'],
  states: projectStates,
  steps: [
    step('RelocationProjectRegistered', commands.RegisterRelocationProject, {
      label: ['项目立项登记', 'Relocation project registered'],
      from: ['NONE'],
      to: 'PJ_REGISTERED',
      by: ['RELOCATION_OFFICER', 'LEAD_OFFICIAL'],
      on: 'registeredOn',
      stage: 'START',
      guards: [rules.countyIsNamed, rules.radiusIsPositive],
    }),
    step('PreAnnouncementPosted', commands.PostPreAnnouncement, {
      label: ['征地预公告', 'Pre announcement posted'],
      from: ['PJ_REGISTERED'],
      to: 'PJ_PREANNOUNCED',
      by: ['RELOCATION_OFFICER'],
      on: 'postedOn',
      future: ['postedUntil'],
      numbers: ['docNo'],
      stage: 'SERVICE',
      guards: [rules.postedInAllPlaces, rules.postedTenWorkingDays],
    }),
    step('LandSurveyCompleted', commands.CompleteLandSurvey, {
      label: ['土地现状调查', 'Land survey completed'],
      from: ['PJ_PREANNOUNCED'],
      to: 'PJ_SURVEYED',
      by: ['RELOCATION_OFFICER'],
      on: 'surveyedOn',
      stage: 'SURVEY',
      guards: [rules.preAnnouncementIsOver, rules.landIsMeasured],
    }),
    step('StabilityRiskAssessed', commands.AssessStabilityRisk, {
      label: ['社会稳定风险评估', 'Social risk of the project assessed'],
      from: ['PJ_SURVEYED'],
      to: 'PJ_RISK_ASSESSED',
      by: ['LEAD_OFFICIAL'],
      on: 'assessedOn',
      stage: 'REVIEW',
      guards: [rules.affectedTookPart],
    }),
    step('CompensationPlanAnnounced', commands.AnnounceCompensationPlan, {
      label: ['补偿安置方案公告', 'Compensation plan announced'],
      from: ['PJ_RISK_ASSESSED'],
      to: 'PJ_PLAN_ANNOUNCED',
      by: ['RELOCATION_OFFICER'],
      on: 'postedOn',
      future: ['postedUntil', 'registrationUntil'],
      numbers: ['planNo'],
      stage: 'SERVICE',
      guards: [rules.planPostedThirtyDays],
    }),
    step('PlanHearingHeld', commands.HoldPlanHearing, {
      label: ['方案听证', 'Plan hearing held'],
      from: ['PJ_PLAN_ANNOUNCED'],
      to: '(same)',
      by: ['LEGAL_REVIEWER'],
      on: 'heldOn',
      // A hearing before the announcement is refused by the rule below, which says more.
      notBefore: [],
      stage: 'HEARING',
      guards: [rules.planIsAnnounced, rules.shareIsAtMostAll],
    }),
    step('CompensationPlanConfirmed', commands.ConfirmCompensationPlan, {
      label: ['补偿安置方案确定', 'Compensation plan confirmed'],
      from: ['PJ_PLAN_ANNOUNCED'],
      to: 'PJ_PLAN_CONFIRMED',
      by: ['LEAD_OFFICIAL'],
      on: 'confirmedOn',
      numbers: ['countyDocNo'],
      stage: 'DECISION',
      guards: [rules.planAsAnnounced, rules.announcementIsOver, rules.shareIsAtMostAll, rules.objectorsWereHeard],
      follows: { planNo: (kase) => kase.ever.latest('CompensationPlanAnnounced')?.data.planNo },
    }),
    step('CompensationFundsSecured', commands.SecureCompensationFunds, {
      label: ['补偿资金到位', 'Compensation funds secured'],
      from: afterPlan,
      to: '(same)',
      by: ['FINANCE_OFFICER'],
      on: 'securedOn',
      notBefore: sincePlan,
      guards: [rules.fundsArePositive],
    }),
    step('CoordinationMeetingHeld', commands.HoldCoordinationMeeting, {
      label: ['征拆调度会', 'Coordination meeting held'],
      from: beforeHandOver,
      to: '(same)',
      by: ['LEAD_OFFICIAL'],
      on: 'meetingOn',
      future: ['startOn', 'plannedEndOn'],
      notBefore: [],
      relates: (c) => projects(c.projectRefs),
      guards: [money.campaignIncludesProject, money.plansAreConfirmed, money.startsAfterMeeting],
    }),
    step('SigningCampaignClosed', commands.CloseSigningCampaign, {
      label: ['签约行动结束', 'Signing campaign closed'],
      from: beforeHandOver,
      to: '(same)',
      by: ['LEAD_OFFICIAL'],
      on: 'endOn',
      notBefore: [],
      guards: [money.campaignHasBegun],
    }),
    step('HouseExpropriationDecided', commands.RecordHouseExpropriationDecision, {
      label: ['房屋征收决定', 'House expropriation decided'],
      from: ['PJ_PLAN_CONFIRMED'],
      to: 'PJ_EXPROPRIATED',
      by: ['RELOCATION_OFFICER'],
      on: 'decidedOn',
      numbers: ['docNo'],
      stage: 'DECISION',
      guards: [
        money.landIsStateOwned,
        rules.fundsAreSecured,
        money.decidedByCountyOrCity,
        money.announcedAfterDecision,
      ],
    }),
    step('LandApprovalApplied', commands.ApplyLandApproval, {
      label: ['土地报批', 'Land approval applied'],
      from: ['PJ_PLAN_CONFIRMED'],
      to: 'PJ_APPLIED',
      by: ['RELOCATION_OFFICER'],
      on: 'appliedOn',
      numbers: ['batchNo'],
      relatesChildren: [householdProcess],
      guards: [money.landIsCollective, rules.fundsAreSecured, money.unsignedAreStated],
    }),
    step('LandApprovalGranted', commands.RecordLandApproval, {
      label: ['用地批准', 'Land approval granted'],
      from: ['PJ_APPLIED'],
      to: 'PJ_APPROVED',
      by: ['RELOCATION_OFFICER'],
      on: 'approvedOn',
      numbers: ['approvalNo'],
      stage: 'DECISION',
      guards: [money.approvedWithinApplied, money.approvedByProvinceOrAbove, money.receivedAfterApproval],
    }),
    step('LandApprovalRefused', commands.RecordLandApprovalRefusal, {
      label: ['用地未批', 'Land approval refused'],
      from: ['PJ_APPLIED'],
      to: 'PJ_PLAN_CONFIRMED',
      by: ['RELOCATION_OFFICER'],
      on: 'refusedOn',
      stage: 'DECISION',
    }),
    step('ExpropriationAnnounced', commands.AnnounceExpropriation, {
      label: ['征收土地公告', 'Expropriation announced'],
      from: ['PJ_APPROVED'],
      to: 'PJ_EXPROPRIATED',
      by: ['RELOCATION_OFFICER'],
      on: 'postedOn',
      numbers: ['docNo'],
      stage: 'SERVICE',
      guards: [money.approvalIsOnFile],
    }),
    step('LandCompensationPaid', commands.PayLandCompensation, {
      label: ['征地补偿支付', 'Land compensation paid'],
      from: [...afterPlan, 'PJ_HANDED_OVER'],
      to: '(same)',
      by: ['FINANCE_OFFICER'],
      on: 'paidOn',
      notBefore: sincePlan,
      numbers: ['voucherNo'],
      stage: 'EXECUTION',
      guards: [money.groupIsRegistered, money.paidWithinFunds],
    }),
    step('GreenCropCompensationPaid', commands.PayGreenCropCompensation, {
      label: ['青苗附着物补偿支付', 'Green crop compensation paid'],
      from: [...afterPlan, 'PJ_HANDED_OVER'],
      to: '(same)',
      by: ['FINANCE_OFFICER'],
      on: 'paidOn',
      notBefore: sincePlan,
      numbers: ['voucherNo'],
      stage: 'EXECUTION',
      relates: (c) => households([c.householdCaseRef]),
      guards: [money.plantedBefore, money.ownerHadIt, money.paidWithinFunds],
    }),
    step('LandHandedOver', commands.HandOverLand, {
      label: ['净地交付', 'Cleared land handed over'],
      from: ['PJ_EXPROPRIATED'],
      to: 'PJ_HANDED_OVER',
      by: ['RELOCATION_OFFICER'],
      on: 'handedOverOn',
      stage: 'EXECUTION',
      relatesChildren: [householdProcess],
    }),
    step('RelocationProjectClosed', commands.CloseRelocationProject, {
      label: ['项目结案', 'Relocation project closed'],
      from: ['PJ_HANDED_OVER'],
      to: 'PJ_CLOSED',
      by: ['LEAD_OFFICIAL'],
      on: 'closedOn',
      stage: 'CLOSING',
      relatesChildren: [householdProcess],
      guards: [money.paymentsArePublished],
    }),
    step('RelocationProjectEntryCorrected', commands.CorrectRelocationProjectEntry, {
      label: ['项目更正', 'Relocation project entry corrected'],
      from: ['ANY'],
      to: '(same)',
      by: ['RELOCATION_OFFICER', 'LEAD_OFFICIAL'],
      on: 'recorded',
      notBefore: [],
      correction: true,
      // The rules are tried again over the whole case, so all that they read elsewhere is read again.
      relates: (c, kase) => [
        ...projects(kase.ever.all('CoordinationMeetingHeld').flatMap(({ data }) => data.projectRefs)),
        ...projects(valuesOf(c.replacedFields, 'projectRefs')),
        ...households(kase.ever.all('GreenCropCompensationPaid').map(({ data }) => data.householdCaseRef)),
        ...households(valuesOf(c.replacedFields, 'householdCaseRef')),
      ],
      guards: [otherReasonIsNamed, correctionHasSecondPerson],
    }),
  ],
  restarts: [],
  obligations: projectObligations,
  deadlines: projectDeadlines,
  facts: projectFacts,
  voids: {},
  figures: projectFigures,
  caseNumber: ['征项', 'PJ'],
  registeredAs: projectNumber,
  summary: (kase) => {
    const registered = kase.ever.latest('RelocationProjectRegistered')?.data;
    return registered ? { place: registered.scope } : {};
  },
});

/** The cases that a correction names anew in that field. */
function valuesOf(pairs: readonly string[], field: string): readonly string[] {
  const named = pairs.map((pair) => /^\s*(\w+)\s*=(.*)$/su.exec(pair));
  return named.flatMap((found) => (found?.[1] === field ? found[2]!.split(/[、|]/u).map((ref) => ref.trim()) : []));
}
