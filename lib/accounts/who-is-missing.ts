import type { Role } from "../claims/vocabulary";

/** Whom a desk still needs before it can publish anything: somebody besides the one who is here, or an editor. */
export type Missing = "second-person" | "editor";

/**
 * Whom a verdict still lacks among these people; null when there are enough for a first one. Two do: one writes and one
 * reviews, and the editor among them signs what they wrote none of (lib/verdicts/requirements/people.ts).
 */
export function whoIsMissing(people: readonly { role: Role }[]): Missing | null {
  if (people.length < 2) return "second-person";
  return people.some(({ role }) => role === "editor") ? null : "editor";
}
