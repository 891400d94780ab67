import { clockIn, dayNumber } from "@/lib/core/zoned-time";
import { declineReasons, isOpenState, type ClaimKind, type ClaimState } from "@/lib/claims/vocabulary";
import { declineReasonWords, importanceWords, kindWords } from "@/lib/claims/vocabulary-words";

export const kindOptions = (Object.keys(kindWords) as ClaimKind[]).map((value) => ({
  value,
  label: kindWords[value],
}));

export const declineOptions = declineReasons.map((value) => ({ value, label: declineReasonWords[value] }));

export const importanceOptions = Object.entries(importanceWords).map(([value, label]) => ({ value, label }));

export const sortOptions = [
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
  { value: "importance", label: "Most important first" },
  { value: "deadline", label: "Due first" },
  { value: "reach", label: "Furthest reach first" },
];

export const dueOptions = [
  { value: "overdue", label: "Overdue" },
  { value: "day", label: "Within a day" },
  { value: "week", label: "Within a week" },
];

/** A number of people as it is said in a narrow column: "950", "12 k", "1.5 M". */
export function reachWords(people: number): string {
  if (people >= 1_000_000_000) return `${rounded(people / 1_000_000_000)} bn`;
  if (people >= 1_000_000) return `${rounded(people / 1_000_000)} M`;
  return people >= 1000 ? `${rounded(people / 1000)} k` : String(people);
}

function rounded(value: number): string {
  return value >= 10 ? String(Math.floor(value)) : String(Math.floor(value * 10) / 10);
}

/** How old something is by the days of a zone, for a narrow column: "today", "1 day", "12 days", "5 months", "2 years". */
export function ageWords(at: string, now: string, timeZone: string): string {
  const day = (iso: string) => dayNumber(clockIn(timeZone, new Date(iso)));
  const days = Math.max(0, day(now) - day(at));
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (days === 0) return "today";
  if (days < 60) return many(days, "day");
  return days < 730 ? many(Math.floor(days / 30.4), "month") : many(Math.floor(days / 365.25), "year");
}

/** "1 piece of evidence", "2 reviews". */
export function countWords(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : count} ${count === 1 ? one : many}`;
}

/** Whether the time for a claim that is still worked on has passed. */
export function isLate(
  { state, deadlineAt }: { state: ClaimState; deadlineAt: string | null },
  now: string | undefined,
): boolean {
  return isOpenState(state) && now !== undefined && deadlineAt !== null && deadlineAt < now;
}
