import { vocabulary } from '#foundation/process';
import { type VisitEvents, type VisitState } from './visit.case.js';
import type * as commands from './visit.commands.js';

// The rules of processes.md E for visits of enterprises.

const { guard } = vocabulary<VisitEvents, VisitState>();

/** R-INS-08 · the enterprise is on the township's register; a key visit goes to one on the key list that day. */
export const enterpriseIsRegistered = guard<commands.RecordEnterpriseVisit>(
  'R-INS-08',
  (c, _, x) => x.township.isEnterprise(c.enterpriseRef, c.visitedOn, c.visitKind === 'KEY_VISIT' ? 'key' : undefined),
  'enterpriseRef',
);

/** R-INS-08 · where no problem was found, none is named. */
export const noProblemStandsAlone = guard<commands.RecordEnterpriseVisit>(
  'R-INS-08',
  ({ findings = [] }) => !findings.includes('NO_PROBLEM') || findings.length === 1,
  'findings',
);
