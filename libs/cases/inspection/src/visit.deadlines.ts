/** No law sets a term for the visit of an enterprise (deadlines.csv). */
export const visitDeadlines = {} as const;
