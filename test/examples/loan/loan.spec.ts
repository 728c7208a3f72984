// loan.spec.ts: the legal path walked, each refusal provoked, the figure worked out by hand.
import { but, type ExampleStep, given } from '#foundation/given';
import { loan } from './loan.process.js';

const lend: ExampleStep = {
  command: 'LendFile',
  by: 'statistician',
  body: { fileNo: '2022-017', officeRef: '建管站', lentOn: '2022-03-01', dueBackOn: '2022-03-31' },
};
const bringBack: ExampleStep = { command: 'ReturnFile', by: 'statistician', body: { returnedOn: '2022-03-20' } };

describe('the loan of a file', () => {
  it('ends when the file is back, and was counted on the day it left', () => {
    given(loan).when(lend).thenRecorded('LN_OUT');
    given(loan).and(lend).when(bringBack).thenRecorded('LN_BACK');
    expect(
      given(loan)
        .and(lend)
        .state.facts.map(({ kind, on }) => [kind, on]),
    ).toEqual([['archive.loan', '2022-03-01']]);
  });

  it('refuses more than thirty days', () => {
    given(loan)
      .when(but(lend, { dueBackOn: '2022-04-01' }))
      .thenRefused('R-LOAN-01', 'dueBackOn');
  });

  it('refuses a file that is lent out already', () => {
    given(loan)
      .under({ taken: ['2022-017'] })
      .when(lend)
      .thenRefused('R-LOAN-02');
  });
});
