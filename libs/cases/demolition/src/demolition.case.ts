import { type CaseEvent, type CaseView, type Claim } from '#foundation/process';
import type * as commands from './demolition.commands.js';

/** Each event of a demolition case with the command whose fields it carries. */
export type DemolitionEvents = {
  IllegalBuildingFound: commands.RegisterIllegalBuilding;
  SiteSurveyed: commands.SurveySite;
  BuildingFoundLawful: commands.ConfirmBuildingLawful;
  DemolitionCaseTransferred: commands.TransferDemolitionCase;
  DemolitionTransferOutcomeRecorded: commands.RecordDemolitionTransferOutcome;
  DemolitionTransferReturned: commands.ReturnDemolitionTransfer;
  StopOrderServed: commands.ServeStopOrder;
  DemolitionPriorNoticeServed: commands.ServeDemolitionPriorNotice;
  DemolitionStatementHeard: commands.HearDemolitionStatement;
  DemolitionOrderServed: commands.ServeDemolitionOrder;
  BuildingRegularised: commands.RegulariseBuilding;
  DemolitionRemedyFiled: commands.RecordDemolitionRemedyFiled;
  DemolitionRemedyUpheld: commands.RecordDemolitionRemedyUpheld;
  DemolitionOrderSetAside: commands.RecordDemolitionOrderSetAside;
  DemolitionDemandServed: commands.ServeDemolitionDemand;
  DemolitionAnnounced: commands.AnnounceDemolition;
  DemolitionExecutionDecided: commands.DecideDemolitionExecution;
  DemolitionCourtApplied: commands.ApplyCourtDemolition;
  DemolitionCourtRuled: commands.RecordDemolitionCourtRuling;
  PartialDemolitionRecorded: commands.RecordPartialDemolition;
  SelfDemolitionRecorded: commands.RecordSelfDemolition;
  CompulsoryDemolitionRecorded: commands.RecordCompulsoryDemolition;
  BelongingsReturned: commands.ReturnBelongings;
  DemolitionVerified: commands.VerifyDemolition;
  DemolitionRejected: commands.RejectDemolition;
  DebrisCleared: commands.ClearDebris;
  DemolitionCaseClosed: commands.CloseDemolitionCase;
  DemolitionLookBackRecorded: commands.RecordDemolitionLookBack;
  RebuildingFound: commands.RecordRebuilding;
  DemolitionCaseReopened: commands.ReopenDemolitionCase;
  DemolitionLiabilitySettled: commands.RecordDemolitionLiabilitySettled;
  DemolitionEntryCorrected: commands.CorrectDemolitionEntry;
};

export type DemolitionCase = CaseView<DemolitionEvents>;

/** The states of B.2; the two terminal ones end a round of the case. */
export const demolitionStates = {
  DM_FOUND: ['已发现', 'Report of a structure'],
  DM_SURVEYED: ['已勘验', 'Measured and classed'],
  DM_STOPPED: ['已责令停建', 'Stop order served'],
  DM_NOTIFIED: ['已告知', 'Party may speak'],
  DM_ORDERED: ['限期拆除中', 'Order served'],
  DM_DEMANDED: ['已催告', 'Written demand served'],
  DM_ANNOUNCED: ['已公告', 'Announced on site'],
  DM_EXEC_DECIDED: ['强拆决定', 'Execution decision served'],
  DM_COURT_APPLIED: ['已申请法院', 'Before the court'],
  DM_DEMOLISHED: ['已拆待核', 'Down, not yet verified'],
  DM_VERIFIED: ['已核验', 'Counted'],
  DM_REGULARISED: ['已改正补办', 'Made lawful'],
  DM_DISMISSED: ['认定合法', 'Lawful', 'terminal'],
  DM_TRANSFERRED: ['已移送', 'With another organ'],
  DM_LIABILITY_SETTLED: ['责任了结', 'Unlawful demolition made good'],
  DM_CLOSED: ['已结案', 'Archived', 'terminal'],
  DM_REOPENED: ['重新启动', 'Rebuilt, reopened or order set aside'],
} as const;

export type DemolitionState = keyof typeof demolitionStates;

/** States in which an order has been served and not yet carried out. */
export const afterOrder = [
  'DM_ORDERED',
  'DM_DEMANDED',
  'DM_ANNOUNCED',
  'DM_EXEC_DECIDED',
  'DM_COURT_APPLIED',
] as const satisfies DemolitionState[];
/** States in which the party may still contest what was ordered. */
export const underRemedy = [
  ...afterOrder,
  'DM_DEMOLISHED',
  'DM_VERIFIED',
  'DM_CLOSED',
  'DM_REGULARISED',
] as const satisfies DemolitionState[];

/** States of a case that goes on after an order was set aside: the liability is settled beside it. */
export const stillRunning = [
  'DM_SURVEYED',
  'DM_STOPPED',
  'DM_NOTIFIED',
  ...afterOrder,
  'DM_DEMOLISHED',
  'DM_VERIFIED',
  'DM_REGULARISED',
  'DM_TRANSFERRED',
] as const satisfies DemolitionState[];

/** A new round begins: the structure was rebuilt, the case reopened, or the order set aside. */
export const demolitionRestarts = ['RebuildingFound', 'DemolitionCaseReopened', 'DemolitionOrderSetAside'] as const;

/** The party as a code: named in the report, or at the survey at the latest. */
export const partyOf = (kase: DemolitionCase): string | undefined =>
  kase.ever.latest('SiteSurveyed')?.data.partyRef ?? kase.ever.latest('IllegalBuildingFound')?.data.partyRef;

/** The demolition that stands: pulled down in this round and not sent back by a check. */
export function standingDemolition(kase: DemolitionCase) {
  const self = kase.latest('SelfDemolitionRecorded');
  const compulsory = kase.latest('CompulsoryDemolitionRecorded');
  const down = self && (!compulsory || self.revision > compulsory.revision) ? self : compulsory;
  const rejected = kase.latest('DemolitionRejected');
  return down && (!rejected || rejected.revision < down.revision) ? down : undefined;
}

/**
 * The place that an open case holds. Blanks carry no meaning in a place: `石桥村 5组` and `石桥村5组` are one
 * (events.csv, IllegalBuildingFound).
 */
export function placeOf(kase: DemolitionCase): readonly Claim[] {
  const found = kase.ever.latest('IllegalBuildingFound')?.data;
  // An event of an older or stranger making holds no place; the fold must not fail over it.
  if (typeof found?.location !== 'string') return [];
  const value = `${found.gridCode}|${found.location.replace(/\s+/gu, '')}`;
  return [{ kind: 'demolition-place', value, refusal: 'R-DEM-01' }];
}

export function summaryOf(kase: DemolitionCase): { readonly gridCode?: string; readonly place?: string } {
  const found = kase.ever.latest('IllegalBuildingFound')?.data;
  return found ? { gridCode: found.gridCode, place: found.location } : {};
}

/** The events of the round in which a remedy was filed: what an order set aside takes back (processes.md B.6). */
export function roundOfRemedy(kase: DemolitionCase, remedyId: string): readonly CaseEvent[] {
  const filed = kase.ever.all('DemolitionRemedyFiled').findLast((remedy) => remedy.data.remedyId === remedyId);
  let round: CaseEvent[] = [];
  if (!filed) return round;
  for (const event of kase.state.events) {
    if ((demolitionRestarts as readonly string[]).includes(event.type)) {
      if (event.revision > filed.revision) break;
      round = [];
    }
    round.push(event);
  }
  return round;
}

/** Whether the structure of that round came down and no check sent it back. */
export function cameDown(round: readonly CaseEvent[]): boolean {
  const last = round.findLast((event) =>
    ['SelfDemolitionRecorded', 'CompulsoryDemolitionRecorded', 'DemolitionRejected'].includes(event.type),
  );
  return last !== undefined && last.type !== 'DemolitionRejected';
}
