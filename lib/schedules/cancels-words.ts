import { sayInZone } from "../core/zoned-time";
import type { ScheduleDto, WaitingClaimDto, WaitingDto } from "./dto";

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

/** Each claim with when it would be published, in the newsroom's zone; of those that the viewer does not see how many. */
function named(waiting: readonly WaitingClaimDto[], hidden: number, timeZone: string): string {
  const names = waiting
    .slice(0, mostNamed)
    .map(({ text, publishAt }) => `“${shorten(text)}”, ${sayInZone(timeZone, new Date(publishAt))}`);
  const more = waiting.length - names.length;
  const unseen = hidden === 1 ? "a claim that you do not see" : `${hidden} claims that you do not see`;
  return [
    ...names,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(hidden > 0 ? [names.length > 0 ? `and ${unseen}` : unseen] : []),
  ].join("; ");
}

/**
 * The same of an act that is about several claims, which are named, and `hidden` others that the viewer does not see; null
 * where none of them waits.
 */
export function cancelsEachWords(
  waiting: readonly WaitingClaimDto[],
  timeZone: string,
  hidden = 0,
): string | null {
  const count = waiting.length + hidden;
  if (count === 0) return null;
  return `A change to what readers will see cancels ${howMany(count)} of ${named(waiting, hidden, timeZone)}.`;
}

const howMany = (count: number) =>
  count === 1 ? "the scheduled publication" : `${count} scheduled publications`;

/** What saving a setting may do besides, to all that waits; null where nothing does. */
export function mayCancelWords({ claims, hidden }: WaitingDto, timeZone: string): string | null {
  const count = claims.length + hidden;
  if (count === 0) return null;
  return `Saving a change that readers would see, or that changes what signing asks for, cancels ${howMany(count)} of ${named(claims, hidden, timeZone)}.`;
}

/** What taking the right to sign from people does besides, each by their id; only of those who signed what waits. */
export function signersGoWords(
  waiting: ReadonlyMap<string, WaitingDto>,
  timeZone: string,
): Map<string, string> {
  return new Map(
    [...waiting].map(([id, { claims, hidden }]) => [
      id,
      `Without the right to sign, what they signed is cancelled: ${howMany(claims.length + hidden)} of ${named(claims, hidden, timeZone)}.`,
    ]),
  );
}

/** What another name of people does besides, each by their id; only of those whose names what waits would print. */
export function namesGoWords(
  waiting: ReadonlyMap<string, WaitingDto>,
  timeZone: string,
): Map<string, string> {
  return new Map(
    [...waiting].map(([id, { claims, hidden }]) => [
      id,
      `What would print this name is not published under another one: a change cancels ${howMany(claims.length + hidden)} of ${named(claims, hidden, timeZone)}.`,
    ]),
  );
}

/** The same of several acts, each by the id of what it is about; only of those that cancel something. */
export function cancelsWordsById(
  waiting: ReadonlyMap<string, WaitingDto>,
  timeZone: string,
): Map<string, string> {
  return new Map(
    [...waiting].flatMap(([id, { claims, hidden }]) => {
      const words = cancelsEachWords(claims, timeZone, hidden);
      return words === null ? [] : [[id, words]];
    }),
  );
}

/** What an act did besides, once it is done; null where it cancelled nothing. */
export function cancelledWords({ claims, hidden }: WaitingDto, timeZone: string): string | null {
  const count = claims.length + hidden;
  if (count === 0) return null;
  const what = count === 1 ? "a scheduled publication" : `${count} scheduled publications`;
  return `This cancelled ${what}: ${named(claims, hidden, timeZone)}. To publish, an editor signs again.`;
}
