import type { GateSettings } from "./gate-settings";
import type { Rating } from "./ratings";
import type { WatchSettings } from "./watch-settings";

/** The words of the scale, first to last. */
export function ratingsNow(ratings: readonly Rating[]): string {
  return ratings.map(({ label }) => label).join(" · ");
}

/** What the gate asks for. */
export function gateNow({ originsNeeded, onePersonDesk }: GateSettings): string {
  const origins = `${originsNeeded} independent ${originsNeeded === 1 ? "origin" : "origins"}`;
  return onePersonDesk ? `${origins}; one person may write and sign` : `${origins}; two people`;
}

/** Hours as people say them: whole days where they are. */
function hoursInWords(hours: number): string {
  const days = hours / 24;
  if (Number.isInteger(days) && days > 1) return `${days} days`;
  return hours === 1 ? "hour" : `${hours} hours`;
}

/** Whether and how often sources are looked at again. */
export function watchNow({ isOn, freshHours, oldHours }: WatchSettings): string {
  if (!isOn) return "Off: nothing is fetched unless a person asks";
  return `On: every ${hoursInWords(freshHours)} at first, every ${hoursInWords(oldHours)} later`;
}

/** What readers are told about the newsroom. */
export function siteNow(site: { name: string; language: string; label: string | null }): string {
  return [site.name, site.language, site.label && `“${site.label}” across every page`]
    .filter(Boolean)
    .join(" · ");
}
