import { type CaseView } from '#foundation/process';
import type * as commands from './mission.commands.js';

/** Each event of a mission with the command whose fields it carries. */
export type MissionEvents = {
  InspectionPlanned: commands.PlanInspection;
  InspectionDispatched: commands.DispatchInspection;
  InspectionConducted: commands.ConductInspection;
  InspectionClosed: commands.CloseInspection;
  InspectionReopened: commands.ReopenInspection;
  InspectionCancelled: commands.CancelInspection;
  InspectionEntryCorrected: commands.CorrectInspectionEntry;
};

export type Mission = CaseView<MissionEvents>;

/** The states of a mission (processes.md E.1). */
export const missionStates = {
  IN_PLANNED: ['已计划', 'Mission planned'],
  IN_DISPATCHED: ['已出动', 'Team named'],
  IN_CONDUCTED: ['已检查', 'At least one unit inspected'],
  IN_CLOSED: ['已办结', 'Closed', 'terminal'],
  IN_CANCELLED: ['已取消', 'Cancelled', 'terminal'],
} as const;

export type MissionState = keyof typeof missionStates;

/** The kind of case in which the hazards of a mission live: streams of their own, each naming its mission. */
export const hazardProcess = 'hazard';

/** The number under which hazards name the mission. */
export const missionNumber = (mission: Mission): string | undefined =>
  mission.ever.latest('InspectionPlanned')?.data.missionId;

/** Everybody who was sent out, in whatever round of the mission. */
export const dispatched = (mission: Mission): readonly string[] =>
  mission.ever.all('InspectionDispatched').flatMap(({ data }) => data.inspectorRefs);

export function summaryOf(mission: Mission): { readonly place?: string } {
  const units = mission.ever.latest('InspectionPlanned')?.data.unitRefs;
  return units ? { place: units.join('、') } : {};
}
