const always = () => '';
const whole = () => true;

/** What a tip may still owe: the answer to whoever gave it (obligations.csv). */
export const tipObligations = {
  TIP_ANSWER: {
    label: ['举报未答复', 'Tip not answered'] as const,
    opens: { TipReceived: always, TipAssigned: always },
    closes: { TipOutcomeReturned: whole, TipForwarded: whole },
    blocks: { TipClosed: 'R-ALL-10' as const },
  },
};
