"use client";

import { useOthers } from "./claim-now-context";

/** "Iryna and Marko are here", for people who have the same claim open. */
export function hereWords(names: readonly string[]): string {
  if (names.length === 0) return "";
  if (names.length === 1) return `${names[0]} is here`;
  if (names.length <= 3) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are here`;
  return `${names[0]}, ${names[1]} and ${names.length - 2} others are here`;
}

export function WhoIsHere() {
  const words = hereWords((useOthers()?.people ?? []).map(({ name }) => name));
  return <span role="status">{words || null}</span>;
}
