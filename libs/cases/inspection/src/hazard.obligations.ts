const always = () => '';
const whole = () => true;

/** What a hazard may still owe (obligations.csv). */
export const hazardObligations = {
  UTILITY_CUT: {
    label: ['停电未恢复', 'Power cut on notice not restored'] as const,
    opens: { SafetyPowerCutNotified: always },
    closes: { SafetyPowerRestored: whole },
    blocks: { HazardCleared: 'R-ALL-10' },
  },
};
