import { correctionHasSecondPerson, otherReasonIsNamed, vocabulary } from '#foundation/process';
import {
  hazardProcess,
  type MissionEvents,
  missionNumber,
  type MissionState,
  missionStates,
  summaryOf,
} from './mission.case.js';
import * as commands from './mission.commands.js';
import { missionDeadlines } from './mission.deadlines.js';
import { missionFacts, missionFigures } from './mission.facts.js';
import * as rules from './mission.guards.js';
import { missionObligations } from './mission.obligations.js';

const { process, step } = vocabulary<MissionEvents, MissionState>();

/** 安全生产检查: a mission to one or several units, from the plan to its closing (processes.md E). */
export const inspectionMission = process({
  name: 'inspectionMission',
  title: ['安全生产检查任务', 'Inspection mission'],
  states: missionStates,
  steps: [
    step('InspectionPlanned', commands.PlanInspection, {
      label: ['检查计划', 'Inspection planned'],
      from: ['NONE'],
      to: 'IN_PLANNED',
      by: ['SAFETY_INSPECTOR', 'LEAD_OFFICIAL'],
      on: 'recorded',
      future: ['plannedOn'],
      stage: 'START',
      guards: [rules.leaderIsStaff],
    }),
    step('InspectionDispatched', commands.DispatchInspection, {
      label: ['出动', 'Inspection dispatched'],
      from: ['IN_PLANNED'],
      to: 'IN_DISPATCHED',
      by: ['SAFETY_INSPECTOR'],
      on: 'dispatchedOn',
      stage: 'START',
      guards: [rules.twoInspectors],
    }),
    step('InspectionConducted', commands.ConductInspection, {
      label: ['现场检查', 'Inspection conducted'],
      moves: [
        { from: ['IN_DISPATCHED'], to: 'IN_CONDUCTED' },
        { from: ['IN_CONDUCTED'], to: '(same)' },
      ],
      by: ['SAFETY_INSPECTOR'],
      on: 'inspectedOn',
      // The units of a mission may be entered in any order.
      notBefore: ['InspectionDispatched'],
      stage: 'SURVEY',
      guards: [
        rules.attendeesNamedOnce,
        rules.attendeesWereDispatched,
        rules.endsAfterStart,
        rules.cardWasShown,
        rules.signedOrRefusalNoted,
      ],
    }),
    step('InspectionClosed', commands.CloseInspection, {
      label: ['检查任务办结', 'Inspection closed'],
      from: ['IN_CONDUCTED'],
      to: 'IN_CLOSED',
      by: ['SAFETY_INSPECTOR', 'LEAD_OFFICIAL'],
      on: 'closedOn',
      notBefore: ['InspectionConducted', 'InspectionReopened'],
      stage: 'CLOSING',
      relatesChildren: [hazardProcess],
    }),
    step('InspectionReopened', commands.ReopenInspection, {
      label: ['检查任务重启', 'Inspection reopened'],
      from: ['IN_CLOSED'],
      to: 'IN_CONDUCTED',
      by: ['LEAD_OFFICIAL'],
      on: 'reopenedOn',
      stage: 'START',
      relatesChildren: [hazardProcess],
      guards: [rules.groundIsTrue],
    }),
    step('InspectionCancelled', commands.CancelInspection, {
      label: ['检查任务取消', 'Inspection cancelled'],
      from: ['IN_PLANNED', 'IN_DISPATCHED'],
      to: 'IN_CANCELLED',
      by: ['SAFETY_INSPECTOR', 'LEAD_OFFICIAL'],
      on: 'cancelledOn',
      stage: 'CLOSING',
    }),
    step('InspectionEntryCorrected', commands.CorrectInspectionEntry, {
      label: ['检查更正', 'Inspection entry corrected'],
      from: ['ANY'],
      to: '(same)',
      by: ['SAFETY_INSPECTOR', 'LEAD_OFFICIAL'],
      on: 'recorded',
      notBefore: [],
      correction: true,
      // Hazards that came back after the closing do not undo it: what the mission owed then is not asked again.
      guards: [otherReasonIsNamed, correctionHasSecondPerson, rules.attendeesAreNotInvented],
    }),
  ],
  restarts: ['InspectionReopened'],
  obligations: missionObligations,
  deadlines: missionDeadlines,
  facts: missionFacts,
  voids: {},
  figures: missionFigures,
  caseNumber: ['安检', 'IN'],
  registeredAs: missionNumber,
  summary: summaryOf,
});
