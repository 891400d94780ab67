const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-](\d{2}):?(\d{2}))?)?)?)?$/;

/** Whether a year, month, day or time (ISO 8601, with or without zone) is one that the calendar and the clock have. */
export function isCalendarTime(value: string): boolean {
  const match = shape.exec(value);
  if (!match) return false;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  // The day before the first of the next month is the last of this one.
  const lastDay = new Date(Date.UTC(year!, month ?? 1, 0)).getUTCDate();
  const isWithin = (part: number | undefined, least: number, most: number) =>
    part === undefined || (part >= least && part <= most);
  return (
    isWithin(month, 1, 12) &&
    isWithin(day, 1, lastDay) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 60) &&
    isWithin(zoneHour, 0, 14) &&
    isWithin(zoneMinute, 0, 59)
  );
}
