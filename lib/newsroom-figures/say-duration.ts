const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function said(value: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${value} ${unit}` : `${value} ${unit} ${rest} ${restUnit}`;
}

/** A time in seconds as people say it, to about a twentieth: "at once", "12 min", "5 h 20 min", "3 d 4 h", "23 days". */
export function sayDuration(seconds: number): string {
  if (seconds < 1) return "at once";
  if (seconds < minute) return "under 1 min";
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return `${minutes} min`;
  if (seconds < 10 * hour) return said(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(seconds / hour);
  if (hours < 48) return `${hours} h`;
  if (seconds < 10 * day) return said(Math.floor(hours / 24), "d", hours % 24, "h");
  return `${Math.round(seconds / day)} days`;
}
