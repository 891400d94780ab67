import { sayInZone } from "../core/zoned-time";
import type { ScheduleDto } from "./dto";

/** What an act that changes what is signed for later does besides, in one sentence; null where nothing waits. */
export function cancelsWords(scheduled: ScheduleDto | null, timeZone: string): string | null {
  if (scheduled === null) return null;
  return `A change to what readers will see cancels the publication scheduled for ${sayInZone(timeZone, new Date(scheduled.publishAt))}.`;
}
