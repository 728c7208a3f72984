/** No law sets a term for a tip; the case that it starts has terms of its own (deadlines.csv). */
export const tipDeadlines = {} as const;
