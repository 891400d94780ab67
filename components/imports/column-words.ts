import type { ColumnField } from "@/lib/imports/columns";

const words: Record<ColumnField, string> = {
  text: "The claim",
  verbatim: "What was said, word for word",
  claimant: "Who says it",
  saidAt: "When it was said",
  place: "Where it was said",
  url: "Address of a source",
  source: "Name of the source",
  quote: "Quote from the source",
  stance: "Supports or disputes",
  note: "Note",
  why: "Why we check it (readers see this)",
  topics: "Topics",
  importance: "Importance",
  deadlineAt: "Deadline",
  reach: "Reach",
  sheetSaid: "What the sheet said (its verdict)",
};

export const sheetSaidWords = words.sheetSaid;

export const columnOptions = (Object.keys(words) as ColumnField[]).map((value) => ({
  value,
  label: words[value],
}));

/** A column's name as spreadsheets have it: A to Z, then AA. `index` counts from 0. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}
