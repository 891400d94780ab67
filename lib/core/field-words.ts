import { capitalise } from "./capitalise";

/** What forms of the desk call the fields that answers of the API name too; a test holds the forms to it. */
export const fieldWords: Readonly<Record<string, string>> = {
  asOf: "True as of",
  asked: "Who",
  askedAt: "Asked",
  claimant: "Who says it",
  deadlineAt: "Deadline",
  "decisive.reason": "Decisive, because",
  decisiveReason: "Decisive, because",
  disclosure: "For readers",
  exact: "Quote",
  explanation: "Why, for readers",
  finding: "Finding",
  importance: "Importance",
  interests: "Interests of the source",
  nextUpdateAt: "Next update by",
  notEstablished: "What we could not establish",
  notInThisCheck: "What is not part of this check",
  place: "Where",
  question: "What you asked",
  rationale: "What you found, and why",
  reach: "Reach",
  reconciliation: "Why the marks differ",
  repliedAt: "Answered",
  region: "Place",
  reply: "Their words",
  saidAt: "When",
  selfSignReason: "Why you sign what you wrote",
  shows: "What it shows",
  summary: "In short",
  topics: "Topics",
  translation: "Our translation",
  translator: "Translated by",
  verbatim: "Words as published",
  why: "Why we check it",
  writeUp: "Write-up",
};

/** A name as code writes it, in words: "notesBy" is "notes by". */
export function spelled(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
}

/**
 * The field at a path of an input, in the words of the desk's forms: `["summary", 2]` is "In short, row 3",
 * `["overrides", 0, "reason"]` "Overrides, row 1, reason". What has a word of its own needs none of what it stands in;
 * rows are counted from 1; the whole input is "".
 */
export function fieldInWords(path: readonly PropertyKey[]): string {
  const said: string[] = [];
  let parent = "";
  let sinceRow = 0;
  for (const step of path) {
    if (typeof step === "number") {
      said.push(`row ${step + 1}`);
      sinceRow = said.length;
      continue;
    }
    const name = String(step);
    const word = fieldWords[`${parent}.${name}`] ?? fieldWords[name];
    if (word !== undefined) said.length = sinceRow;
    said.push(word === undefined ? spelled(name) : said.length === 0 ? word : word.toLowerCase());
    parent = name;
  }
  return capitalise(said.join(", "));
}

/** The words of the form for one of its own fields, when the input's field is one row or part of it. */
export function rowInWords(label: string, rest: readonly string[]): string {
  return [label, ...rest.filter((step) => /^\d+$/.test(step)).map((step) => `row ${Number(step) + 1}`)].join(
    ", ",
  );
}
