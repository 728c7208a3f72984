import { type CaseView } from '#foundation/process';
import type * as commands from './visit.commands.js';

/** Each event of an enterprise visit with the command whose fields it carries. */
export type VisitEvents = {
  EnterpriseVisitRecorded: commands.RecordEnterpriseVisit;
  EnterpriseVisitEntryCorrected: commands.CorrectEnterpriseVisitEntry;
};

export type Visit = CaseView<VisitEvents>;

/** A visit is on file, and that is all (processes.md E.1). */
export const visitStates = { VS_RECORDED: ['已走访', 'Enterprise visit on file', 'terminal'] } as const;

export type VisitState = keyof typeof visitStates;

export const recordedVisit = (visit: Visit) => visit.ever.latest('EnterpriseVisitRecorded')?.data;
