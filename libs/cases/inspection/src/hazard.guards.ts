import { type CaseView, dayLater, localMinute, vocabulary } from '#foundation/process';
import {
  enforcementProcess,
  found,
  foundOn,
  type HazardEvents,
  type HazardState,
  isMajor,
  type MissionAsSeen,
  missionProcess,
} from './hazard.case.js';
import type * as commands from './hazard.commands.js';

// The rules of processes.md E for hazards, in the order of the table.

const { guard, precondition } = vocabulary<HazardEvents, HazardState>();

const missionStates: Readonly<Record<string, boolean>> = {
  InspectionConducted: true,
  InspectionReopened: true,
  InspectionClosed: false,
};

/** The mission was under way at that instant: a corrected hazard is measured by the day on which it was recorded. */
function underWay(mission: CaseView<MissionAsSeen>, at: string): boolean {
  const steps = mission.state.events.filter(({ type, metadata }) => type in missionStates && metadata.recordedAt <= at);
  return missionStates[steps.at(-1)?.type ?? ''] ?? false;
}

/** R-INS-03 · a hazard is found where somebody inspected, while the mission is under way. */
export const missionInspectedUnit = guard<commands.RecordHazard>(
  'R-INS-03',
  (c, _, x) => {
    const mission = x.related<MissionAsSeen>(missionProcess, c.missionRef);
    return (
      mission !== undefined &&
      underWay(mission, x.at) &&
      mission.ever
        .all('InspectionConducted')
        .some(({ data }) => data.unitRef === c.unitRef && data.inspectedOn <= c.foundOn)
    );
  },
  'missionRef',
);

/** R-ALL-05 · whatever is recorded here is about this hazard and no other. */
export const namesThisHazard = guard<{ readonly hazardId: string }>(
  'R-ALL-05',
  (c, hazard) => c.hazardId === found(hazard)?.hazardId,
  'hazardId',
);

/** R-INS-03 · a major hazard is never settled on the spot. */
export const onSiteIsGeneral = precondition('R-INS-03', (hazard) => !isMajor(hazard));

/** R-INS-03 · on the spot is on the day. */
export const onSiteIsSameDay = guard<commands.CorrectHazardOnSite>(
  'R-INS-03',
  (c, hazard) => c.correctedOn === foundOn(hazard),
  'correctedOn',
);

/** R-INS-04 · an order gives time. */
export const dueAfterService = guard<commands.OrderHazardRectification>(
  'R-INS-04',
  (c) => c.dueOn > c.servedOn,
  'dueOn',
);

/** R-INS-04 · only major hazards go up. */
export const reportedIsMajor = precondition('R-INS-04', isMajor);

/** SPL arts. 10, 65, 70: departments with safety duties. The township is none of them. */
const safetyDepartments = new Set([
  ...['EMERGENCY_DEPT', 'FIRE_RESCUE', 'CONSTRUCTION_DEPT', 'TRANSPORT_DEPT', 'ENERGY_DEPT', 'WATER_DEPT'],
  ...['MARKET_SUPERVISION_DEPT', 'AGRICULTURE_DEPT', 'NATURAL_RESOURCES_DEPT', 'PUBLIC_SECURITY'],
]);

/** R-INS-05 · SPL art. 65: a suspension is for major hazards. */
export const suspendedIsMajor = precondition('R-INS-05', isMajor);

/** R-INS-05 · SPL arts. 65, 70: suspension and power cut are decided by a department with safety duties. */
export const departmentDecides = guard<{ readonly authority: string }>(
  'R-INS-05',
  (c) => safetyDepartments.has(c.authority),
  'authority',
);

/** R-INS-05 · what is cut already is not cut again. */
export const powerIsOn = precondition('R-INS-05', (hazard) => hazard.open('UTILITY_CUT').length === 0);

/** R-INS-05 · SPL art. 70: 24 hours ahead, unless the danger cannot wait. */
export const cutIsAnnounced = guard<commands.NotifySafetyPowerCut>(
  'R-INS-05',
  (c) => localMinute(c.cutAt) >= (c.urgent ? localMinute(c.notifiedAt) : dayLater(c.notifiedAt)),
  'cutAt',
);

/** R-INS-05 · what was not cut cannot be restored. */
export const powerWasCut = precondition('R-INS-05', (hazard) => hazard.open('UTILITY_CUT').length > 0);

/** R-INS-06 · two different people visit. */
export const twoVisitors = guard<commands.RecordFollowUpVisit>(
  'R-INS-06',
  (c) => new Set(c.visitorRefs).size >= 2 && new Set(c.visitorRefs).size === c.visitorRefs.length,
  'visitorRefs',
);

/** R-INS-06 · the last visit passed the work, and who clears it saw it pass. */
export const clearedBySomebodyWhoSawItPass = guard<commands.ClearHazard>(
  'R-INS-06',
  (c, hazard) =>
    hazard.latest('FollowUpVisited')?.data.result === 'PASS' &&
    hazard
      .all('FollowUpVisited')
      .some(({ data }) => data.result === 'PASS' && data.visitorRefs.includes(c.clearedByStaffRef)),
  'clearedByStaffRef',
);

/** R-INS-06 · SPL art. 65: after a suspension work resumes only with the department's consent. */
export const resumedWithConsent = guard<commands.ClearHazard>(
  'R-INS-06',
  (c, hazard) => !hazard.has('OperationSuspended') || c.resumptionApprovalNo !== undefined,
  'resumptionApprovalNo',
);

/** R-INS-06 · an order is escalated when its term is over or the unit refused: a failed visit, a refused suspension. */
export const overdueOrRefused = guard<commands.EscalateHazard>('R-INS-06', (c, hazard) => {
  const dueOn = hazard.latest('HazardRectificationOrdered')?.data.dueOn;
  const failed = hazard.all('FollowUpVisited').some(({ data }) => data.result === 'FAIL');
  return failed || hazard.has('SafetyPowerCutNotified') || (dueOn !== undefined && c.escalatedOn > dueOn);
});

/** R-INS-06 · there is a case that goes on with it, or an organ that gave a receipt. */
export const somebodyTookOver = guard<commands.EscalateHazard>(
  'R-INS-06',
  (c, _, x) =>
    c.enforcementCaseRef === undefined
      ? c.toAuthority !== undefined && c.receiptNo !== undefined
      : x.related(enforcementProcess, c.enforcementCaseRef) !== undefined,
  'enforcementCaseRef',
);

/** R-INS-07 · it came back where it was; at another unit or place it is another hazard. */
export const sameUnitAndPlace = guard<commands.RecordHazardReturn>(
  'R-INS-07',
  (c, hazard) => c.placeConfirmed && c.unitRef === found(hazard)?.unitRef,
  'unitRef',
);
