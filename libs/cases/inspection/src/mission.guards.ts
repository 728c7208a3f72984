import {
  correctedEventOf,
  type EventShapes,
  localDayOf,
  localMinute,
  replacedData,
  vocabulary,
} from '#foundation/process';
import { dispatched, hazardProcess, type MissionEvents, type MissionState } from './mission.case.js';
import type * as commands from './mission.commands.js';

// The rules of processes.md E for missions, in the order of the table.

const { guard } = vocabulary<MissionEvents, MissionState>();

const isSet = (people: readonly string[]): boolean => new Set(people).size === people.length;

/** R-INS-01 · somebody of the township answers for the mission. */
export const leaderIsStaff = guard<commands.PlanInspection>(
  'R-INS-01',
  (c, _, x) => x.township.isStaff(c.leaderStaffRef),
  'leaderStaffRef',
);

/** R-INS-01 · SPL art. 67: at least two people inspect, each named once. */
export const twoInspectors = guard<commands.DispatchInspection>(
  'R-INS-01',
  (c) => isSet(c.inspectorRefs) && c.inspectorRefs.length >= 2,
  'inspectorRefs',
);

/** R-INS-01 · who attended is named once. */
export const attendeesNamedOnce = guard<commands.ConductInspection>('R-INS-01', (c) => isSet(c.attendees), 'attendees');

/** R-INS-02 · nobody attended who was not sent out. */
export const attendeesWereDispatched = guard<commands.ConductInspection>(
  'R-INS-02',
  (c, mission) => c.attendees.every((ref) => dispatched(mission).includes(ref)),
  'attendees',
);

/** R-INS-02 · an inspection takes time, on its own day. */
export const endsAfterStart = guard<commands.ConductInspection>(
  'R-INS-02',
  (c) => localDayOf(c.startedAt) === c.inspectedOn && localMinute(c.endedAt) > localMinute(c.startedAt),
  'endedAt',
);

/** R-INS-02 · SPL art. 67: the card is shown. */
export const cardWasShown = guard<commands.ConductInspection>('R-INS-02', (c) => c.idShown, 'idShown');

/** R-INS-02 · SPL art. 68: the unit signs the record, or its refusal is noted. */
export const signedOrRefusalNoted = guard<commands.ConductInspection>(
  'R-INS-02',
  (c) => c.unitSigned || c.refusalNoted === true,
  'refusalNoted',
);

/** What a mission reads of its hazards. */
type HazardAsSeen = EventShapes & { HazardReturned: { readonly foundOn: string } };

/** R-INS-07 · whoever says that a hazard came back can name one that did since the mission was closed. */
export const groundIsTrue = guard<commands.ReopenInspection>(
  'R-INS-07',
  (c, mission, x) => {
    if (c.ground !== 'HAZARD_RETURNED') return true;
    const closed = mission.ever.latest('InspectionClosed')?.on ?? '';
    return x
      .children<HazardAsSeen>(hazardProcess)
      .some((hazard) => hazard.ever.all('HazardReturned').some(({ on }) => on >= closed));
  },
  'ground',
);

/** Attendances are added for as long as memory and paper are fresh. */
const lateAttendeeDays = 30;

/** R-ALL-08 · attendees are taken out at any time; added ones need the dispatch paper, within 30 days. */
export const attendeesAreNotInvented = guard<commands.CorrectInspectionEntry>(
  'R-ALL-08',
  (c, mission, x) => {
    const id = correctedEventOf(mission.state, c.correctedEventId);
    const inspection = mission.ever.all('InspectionConducted').find((event) => event.id === id);
    const step = x.table.stepOfEvent.get('InspectionConducted');
    if (!inspection || !step) return true;
    const { attendees } = replacedData(step, { ...inspection.data }, c.replacedFields).data;
    const present: readonly unknown[] = inspection.data.attendees;
    if (Array.isArray(attendees) && attendees.every((ref) => present.includes(ref))) return true;
    const until = x.township.calendar.endOfTerm(inspection.on, { n: lateAttendeeDays, unit: 'calendar' });
    return c.dispatchPaperRef !== undefined && x.today <= until;
  },
  'dispatchPaperRef',
);
