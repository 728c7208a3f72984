import { but, type ExampleStep } from '#foundation/given';
import * as ex from '../../support/examples.js';
import { corrected, lives, second } from '../../support/examples.js';

/** Whole lives of demolition cases, every step of which is legal, among them all that moves a figure back and forth. */
export const wholeLives: readonly (readonly ExampleStep[])[] = [
  [...lives.closed, ex.lookedBack],
  [...lives.verified, corrected('DemolitionVerified', 'verifiedAreaDm2=9500'), ex.debrisCleared, ex.closed],
  [...lives.closed, ex.rebuilt, second.surveyed, second.stopped, second.notified, second.heard, second.ordered].concat([
    second.selfDemolished,
    second.verified,
    second.debrisCleared,
    second.closed,
  ]),
  [
    ...[ex.found, ex.surveyed, ex.notified, ex.heard, ex.ordered, ex.demanded, ex.announced, ex.remedyFiled],
    ...[ex.remedyUpheld, ex.executionDecided, ex.compulsorilyDemolished, ex.verifiedCompulsory],
    but(ex.debrisCleared, { clearedOn: '2022-10-08' }),
    ex.belongingsReturned,
    but(ex.closed, { closedOn: '2022-10-11', lookBackDueOn: '2022-11-10' }),
  ],
  [
    ...[...lives.verified, ex.remedyFiled, ex.setAside, ex.liabilitySettled],
    but(ex.closed, { closedOn: '2022-08-22', lookBackDueOn: undefined }),
  ],
];

/** Who takes these steps. */
export const people = ['gridMember', 'officer', 'coordinator', 'head', 'reviewer', 'finance'] as const;
