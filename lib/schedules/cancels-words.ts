import { sayInZone } from "../core/zoned-time";
import type { ScheduleDto, WaitingClaimDto } from "./dto";

/** What an act that changes what is signed for later does besides, in one sentence; null where nothing waits. */
export function cancelsWords(scheduled: ScheduleDto | null, timeZone: string): string | null {
  if (scheduled === null) return null;
  return `A change to what readers will see cancels the publication scheduled for ${sayInZone(timeZone, new Date(scheduled.publishAt))}.`;
}

/** So many claims are named; of more it is said how many. */
const mostNamed = 3;

const shortLength = 80;

function shorten(text: string): string {
  const points = Array.from(text);
  return points.length <= shortLength
    ? text
    : `${points
        .slice(0, shortLength - 1)
        .join("")
        .trimEnd()}…`;
}

/** Each claim with when it would be published, in the newsroom's zone. */
function named(waiting: readonly WaitingClaimDto[], timeZone: string): string {
  const names = waiting
    .slice(0, mostNamed)
    .map(({ text, publishAt }) => `“${shorten(text)}”, ${sayInZone(timeZone, new Date(publishAt))}`);
  const more = waiting.length - names.length;
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** The same of an act that is about several claims, which are named; null where none of them waits. */
export function cancelsEachWords(waiting: readonly WaitingClaimDto[], timeZone: string): string | null {
  if (waiting.length === 0) return null;
  const what =
    waiting.length === 1 ? "the scheduled publication" : `${waiting.length} scheduled publications`;
  return `A change to what readers will see cancels ${what} of ${named(waiting, timeZone)}.`;
}

/** What an act did besides, once it is done; null where it cancelled nothing. */
export function cancelledWords(ended: readonly WaitingClaimDto[], timeZone: string): string | null {
  if (ended.length === 0) return null;
  const what = ended.length === 1 ? "a scheduled publication" : `${ended.length} scheduled publications`;
  return `This cancelled ${what}: ${named(ended, timeZone)}. To publish, an editor signs again.`;
}
