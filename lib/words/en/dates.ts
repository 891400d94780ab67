/** Dates and periods, around what Intl writes. */
export const dates = {
  withoutZone: (date: string) => `${date} (no time zone given)`,
  notGiven: "not given",
  notKnown: "date not known",
  since: (start: string) => `since ${start}`,
  upTo: (end: string) => `up to ${end}`,
  fromTo: (start: string, end: string) => `${start} to ${end}`,
};
