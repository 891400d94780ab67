import type { GateSettings } from "./gate-settings";
import type { Rating } from "./ratings";
import type { DeskSettings } from "./desk-settings";
import type { ShelfLifeSettings } from "./shelf-life-settings";
import type { WatchSettings } from "./watch-settings";

/** The words of the scale, first to last. */
export function ratingsNow(ratings: readonly Rating[]): string {
  return ratings.map(({ label }) => label).join(" · ");
}

/** What the gate asks for. */
export function gateNow({ originsNeeded, onePersonDesk, legalRead }: GateSettings): string {
  const origins = `${originsNeeded} independent ${originsNeeded === 1 ? "origin" : "origins"}`;
  const people = onePersonDesk ? "one person may write and sign" : "two people";
  const legal = { off: [], always: ["a legal read"], topics: ["a legal read of some topics"] }[legalRead];
  return [origins, people, ...legal].join("; ");
}

/** Hours as people say them: whole days where they are. */
export function hoursInWords(hours: number): string {
  const days = hours / 24;
  if (Number.isInteger(days) && days > 1) return `${days} days`;
  return hours === 1 ? "hour" : `${hours} hours`;
}

/** Whether and how often sources are looked at again. */
export function watchNow({ isOn, freshHours, oldHours }: WatchSettings): string {
  if (!isOn) return "Off: nothing is fetched unless a person asks";
  return `On: every ${hoursInWords(freshHours)} at first, every ${hoursInWords(oldHours)} later`;
}

/** A language by its English name, e.g. "Ukrainian" for `uk`; a code that names none, as it is. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
  } catch {
    return code; // What looks like a code need not be one, and `of` throws then.
  }
}

/** What readers are told about the newsroom. */
export function siteNow(site: { name: string; language: string; label: string | null }): string {
  return [site.name, languageName(site.language), site.label && `“${site.label}” across every page`]
    .filter(Boolean)
    .join(" · ");
}

/** What readers are told of the work, and how much of it interns see. */
export function deskNow({ showsSearches, internsSeeOwn }: DeskSettings): string {
  const searches = showsSearches ? "Readers see what was searched" : "Searches stay on the desk";
  return internsSeeOwn ? `${searches}; interns see only their own` : searches;
}

/** After how long what is published is looked at again, and for how many topics that differs. */
export function shelfLifeNow({ byKind, byTopic }: ShelfLifeSettings): string {
  const days = Object.values(byKind).filter((one) => one !== null);
  const topics =
    byTopic.length === 0 ? "" : `; ${byTopic.length} ${byTopic.length === 1 ? "topic" : "topics"} apart`;
  if (days.length === 0) return `Never by itself${topics}`;
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return `After ${least === most ? least : `${least} to ${most}`} days${topics}`;
}

/** How many of the newsroom's pages readers have, and how many a signature is wanted for, signed before or not. */
export function sitePagesNow(signed: number, all: number, waiting: number): string {
  const waits = waiting === 1 ? "1 waits for a signature" : `${waiting} wait for a signature`;
  return `${signed} of ${all} signed${waiting === 0 ? "" : `; ${waits}`}`;
}

/** How many templates there are to be used, and how many no longer are. */
export function templatesNow(templates: readonly { isRetired: boolean }[]): string {
  const retired = templates.filter(({ isRetired }) => isRetired).length;
  const used = templates.length - retired;
  const inUse = used === 0 ? "None" : `${used} ${used === 1 ? "template" : "templates"}`;
  return retired === 0 ? inUse : `${inUse}, ${retired} retired`;
}
