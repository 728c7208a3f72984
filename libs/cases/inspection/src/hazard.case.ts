import { type CaseView } from '#foundation/process';
import type * as commands from './hazard.commands.js';

/** Each event of a hazard with the command whose fields it carries. */
export type HazardEvents = {
  HazardFound: commands.RecordHazard;
  HazardCorrectedOnSite: commands.CorrectHazardOnSite;
  HazardRectificationOrdered: commands.OrderHazardRectification;
  MajorHazardReported: commands.ReportMajorHazard;
  OperationSuspended: commands.RecordOperationSuspension;
  SafetyPowerCutNotified: commands.NotifySafetyPowerCut;
  SafetyPowerRestored: commands.NotifySafetyPowerRestored;
  HazardRectificationReported: commands.RecordHazardRectificationReport;
  FollowUpVisited: commands.RecordFollowUpVisit;
  HazardCleared: commands.ClearHazard;
  HazardEscalated: commands.EscalateHazard;
  HazardReturned: commands.RecordHazardReturn;
  HazardEntryCorrected: commands.CorrectHazardEntry;
};

export type Hazard = CaseView<HazardEvents>;

/** The states of a hazard (processes.md E.1). */
export const hazardStates = {
  HZ_FOUND: ['已发现', 'Hazard on file'],
  HZ_ORDERED: ['限期整改中', 'Order served'],
  HZ_SUSPENDED: ['暂停生产', 'Suspended by the department'],
  HZ_ESCALATED: ['已移交执法', 'With enforcement'],
  HZ_CLEARED: ['已销号', 'Cleared', 'terminal'],
} as const;

export type HazardState = keyof typeof hazardStates;

/** The kind of case in which the mission of a hazard lives, and what a hazard reads of it. */
export const missionProcess = 'inspectionMission';
export type MissionAsSeen = {
  InspectionConducted: { readonly unitRef: string; readonly inspectedOn: string };
};

export const enforcementProcess = 'enforcement';

/** The hazard as it was found the first time: number, mission, unit and grade stay with it for good. */
export const found = (hazard: Hazard) => hazard.ever.latest('HazardFound')?.data;

export const isMajor = (hazard: Hazard): boolean => found(hazard)?.grade === 'MAJOR';

/** Day on which it was found in this round: at the inspection, or when it came back. */
export const foundOn = (hazard: Hazard): string | undefined =>
  (hazard.latest('HazardReturned') ?? hazard.latest('HazardFound'))?.on;

export function summaryOf(hazard: Hazard): { readonly place?: string; readonly parent?: string } {
  const first = found(hazard);
  return first ? { place: first.unitRef, parent: first.missionRef } : {};
}

/** Other cases that the rules of the hazard read again when one of its entries is corrected. */
export function casesReadAgain(
  { replacedFields }: commands.CorrectHazardEntry,
  hazard: Hazard,
): readonly { readonly process: string; readonly ref: string }[] {
  const corrected = (field: string) =>
    replacedFields.flatMap((pair) =>
      pair.trim().startsWith(`${field}=`) ? [pair.slice(pair.indexOf('=') + 1).trim()] : [],
    );
  const missions = [...hazard.ever.all('HazardFound').map(({ data }) => data.missionRef), ...corrected('missionRef')];
  const enforcement = [
    ...hazard.ever.all('HazardEscalated').map(({ data }) => data.enforcementCaseRef),
    ...corrected('enforcementCaseRef'),
  ];
  return [
    ...missions.map((ref) => ({ process: missionProcess, ref })),
    ...enforcement.flatMap((ref) => (ref === undefined ? [] : [{ process: enforcementProcess, ref }])),
  ];
}
