import { correctionHasSecondPerson, otherReasonIsNamed, vocabulary } from '#foundation/process';
import { recordedVisit, type VisitEvents, type VisitState, visitStates } from './visit.case.js';
import * as commands from './visit.commands.js';
import { visitDeadlines } from './visit.deadlines.js';
import { visitFacts, visitFigures } from './visit.facts.js';
import * as rules from './visit.guards.js';

const { process, step } = vocabulary<VisitEvents, VisitState>();

/** 企业走访: one visit of one enterprise (processes.md E). */
export const enterpriseVisit = process({
  name: 'enterpriseVisit',
  title: ['企业走访', 'Enterprise visit'],
  states: visitStates,
  steps: [
    step('EnterpriseVisitRecorded', commands.RecordEnterpriseVisit, {
      label: ['企业走访巡查', 'Enterprise visit recorded'],
      from: ['NONE'],
      to: 'VS_RECORDED',
      by: ['LABOUR_MEDIATOR', 'SAFETY_INSPECTOR'],
      on: 'visitedOn',
      stage: 'SURVEY',
      guards: [rules.enterpriseIsRegistered, rules.noProblemStandsAlone],
    }),
    step('EnterpriseVisitEntryCorrected', commands.CorrectEnterpriseVisitEntry, {
      label: ['走访更正', 'Enterprise visit entry corrected'],
      from: ['ANY'],
      to: '(same)',
      by: ['LABOUR_MEDIATOR', 'SAFETY_INSPECTOR', 'LEAD_OFFICIAL'],
      on: 'recorded',
      notBefore: [],
      correction: true,
      guards: [otherReasonIsNamed, correctionHasSecondPerson],
    }),
  ],
  restarts: [],
  obligations: {},
  deadlines: visitDeadlines,
  facts: visitFacts,
  voids: {},
  figures: visitFigures,
  caseNumber: ['走访', 'VS'],
  registeredAs: (visit) => recordedVisit(visit)?.visitId,
  summary: (visit) => {
    const place = recordedVisit(visit)?.enterpriseRef;
    return place ? { place } : {};
  },
});
