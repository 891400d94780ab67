import { changedFields } from "../core/changed-fields";
import { sayMinute } from "../core/zoned-time";
import type { DiffPart } from "../publications/word-diff";
import { wordDiff } from "../publications/word-diff";
import { citedInWords } from "../verdicts/cite-numbers";
import type { SentenceNote } from "../verdicts/sentence-note";

/** One log entry as a person may read it: `body` is null where it is hidden from them or was erased. */
export type ReadEntry = {
  id: string;
  at: string;
  who: string | null;
  event: string;
  subjectId: string;
  from: string | null;
  to: string | null;
  body: Record<string, unknown> | null;
};

/** What an entry's ids stand for. */
export type ChangeNames = {
  /** People by account id. */
  people: ReadonlyMap<string, string>;
  /** The quoted words of evidence, by its id. */
  quotes: ReadonlyMap<string, string>;
  /** Ids of the claim's evidence in the order of its numbers. */
  evidence: readonly string[];
  /** Titles of articles, by their ids. */
  articles: ReadonlyMap<string, string>;
  /** What an attribution says, by its id: "Kyiv Independent cites Reuters". */
  attributions: ReadonlyMap<string, string>;
  /** Each field of the verdict as it was before the first entry that wrote it. */
  verdict: Readonly<Record<string, unknown>>;
  /** What the newsroom calls its ratings, by code. */
  ratings: ReadonlyMap<string, string>;
  /** In whose clocks times are said. */
  timeZone: string;
  /** The amounts that a claim's words name, in order. */
  figures: (text: string) => string[];
};

type Told = { who: string[]; at: string };
/** What became of one thing over several entries; of a change that was changed back nothing is left. */
export type NetChange = Told &
  (
    | {
        what: "field";
        of: "claim" | "verdict" | "evidence";
        field: string;
        about: string | null;
        diff: DiffPart[];
      }
    | { what: "figures"; gone: string[]; come: string[] }
    | { what: "evidence"; event: string; words: string; id: string }
    | { what: "attribution"; event: string; words: string }
    | { what: "state"; from: string; to: string }
    | { what: "other"; event: string; about: string | null; times: number }
  );

const fieldEvents: Record<string, "claim" | "verdict" | "evidence"> = {
  "claim.edited": "claim",
  "claim.assigned": "claim",
  "verdict.written": "verdict",
  "evidence.edited": "evidence",
};

const timeFields = ["deadlineAt", "nextUpdateAt"];

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

function shown(field: string, value: unknown, names: ChangeNames): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "assigneeId") return names.people.get(String(value)) ?? "somebody who left";
  if (field === "sentenceNotes") return (value as SentenceNote[]).map(noteShown).join("\n");
  if (field === "writeUp") return citedInWords(String(value), names.evidence);
  if (field === "rating") return names.ratings.get(String(value)) ?? String(value);
  if (timeFields.includes(field)) return sayMinute(names.timeZone, new Date(String(value)));
  if (Array.isArray(value)) return value.join(field === "summary" ? "\n" : ", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function noteShown({ text, background }: SentenceNote): string {
  return background === null
    ? `“${text}” rests on evidence.`
    : `“${text}” is background${background && `: ${background}`}`;
}

const tellers = (entries: readonly ReadEntry[]): Told => ({
  who: [...new Set(entries.flatMap(({ who }) => who ?? []))],
  at: entries.at(-1)!.at,
});

type Edit = { entry: ReadEntry; field: string; value: unknown; was: unknown };

/** The fields that an entry wrote, each with its value before where that is known. */
function editsOf(entry: ReadEntry, of: "claim" | "verdict" | "evidence", names: ChangeNames): Edit[] {
  if (!entry.body) return [];
  if (of === "verdict") {
    const { version: _version, ...fields } = entry.body;
    return Object.entries(fields).map(([field, value]) => ({
      entry,
      field,
      value,
      was: names.verdict[field],
    }));
  }
  const was = record(entry.body.was);
  return Object.entries(record(entry.body.changes)).map(([field, value]) => ({
    entry,
    field,
    value,
    was: was[field],
  }));
}

function fieldChanges(entries: readonly ReadEntry[], names: ChangeNames): NetChange[] {
  const edits = new Map<string, { of: "claim" | "verdict" | "evidence"; edits: Edit[] }>();
  for (const entry of entries) {
    const of = fieldEvents[entry.event];
    for (const edit of of ? editsOf(entry, of, names) : []) {
      const key = `${of}:${entry.subjectId}:${edit.field}`;
      const known = edits.get(key) ?? { of: of!, edits: [] };
      known.edits.push(edit);
      edits.set(key, known);
    }
  }
  return [...edits.values()].flatMap(({ of, edits: made }): NetChange[] => {
    const [first, last] = [made[0]!, made.at(-1)!];
    const [before, after] = [shown(first.field, first.was, names), shown(last.field, last.value, names)];
    if (before === after) return [];
    const told = tellers(made.map(({ entry }) => entry));
    const about = of === "evidence" ? (names.quotes.get(first.entry.subjectId) ?? null) : null;
    const change = {
      ...told,
      what: "field" as const,
      of,
      field: first.field,
      about,
      diff: wordDiff(before, after),
    };
    if (of !== "claim" || first.field !== "text") return [change];
    const [gone, come] = [
      minus(names.figures(before), names.figures(after)),
      minus(names.figures(after), names.figures(before)),
    ];
    return gone.length + come.length > 0 ? [change, { ...told, what: "figures", gone, come }] : [change];
  });
}

const minus = (a: readonly string[], b: readonly string[]) => a.filter((item) => !b.includes(item));

/** Evidence that came, went or came back; what came and went again left nothing. */
function evidenceChanges(entries: readonly ReadEntry[], names: ChangeNames): NetChange[] {
  const moves = grouped(entries.filter(({ event }) => /^evidence\.(?:added|removed|restored)$/.test(event)));
  return moves.flatMap((made): NetChange[] => {
    const wasThere = made[0]!.event === "evidence.removed";
    const isThere = made.at(-1)!.event !== "evidence.removed";
    if (wasThere === isThere) return [];
    const { event, subjectId: id } = made.at(-1)!;
    return [{ ...tellers(made), what: "evidence", event, id, words: names.quotes.get(id) ?? "" }];
  });
}

function attributionChanges(entries: readonly ReadEntry[], names: ChangeNames): NetChange[] {
  return grouped(entries.filter(({ event }) => event.startsWith("attribution."))).map((made) => {
    const { event, subjectId } = made.at(-1)!;
    return { ...tellers(made), what: "attribution", event, words: names.attributions.get(subjectId) ?? "" };
  });
}

function stateChange(entries: readonly ReadEntry[]): NetChange[] {
  const moves = entries.filter(
    ({ event, from, to }) => event.startsWith("claim.") && from && to && from !== to,
  );
  const [from, to] = [moves[0]?.from, moves.at(-1)?.to];
  return from && to && from !== to ? [{ ...tellers(moves), what: "state", from, to }] : [];
}

const isTold = ({ event, body, from, to }: ReadEntry) =>
  (fieldEvents[event] !== undefined && body !== null) ||
  /^(?:evidence\.(?:added|removed|restored)$|attribution\.)/.test(event) ||
  (event.startsWith("claim.") && Boolean(from && to));

const begun = /^(?:search\.logged|reply\.asked)$/;
const taken = /^(?:search|reply)\.withdrawn$/;
const putBack = /^(?:search|reply)\.restored$/;

/** Of searches and requests for a reply that were taken back or put back, what that comes to in the end. */
function withoutUndone(entries: readonly ReadEntry[]): readonly ReadEntry[] {
  const undone = grouped(entries.filter(({ event }) => /^(?:search|reply)\./.test(event))).flatMap((made) => {
    const [first, last] = [made[0]!, made.at(-1)!];
    const wasThere = !begun.test(first.event) && !putBack.test(first.event);
    // What is gone is told by its last entry alone, and not at all when it came since.
    if (taken.test(last.event)) return wasThere ? made.slice(0, -1) : made;
    const cameBack = wasThere || begun.test(first.event) ? null : first;
    return made.filter(
      (entry) => entry !== cameBack && (taken.test(entry.event) || putBack.test(entry.event)),
    );
  });
  const left = new Set(undone);
  return entries.filter((entry) => !left.has(entry));
}

const searchEdit = /^search\.edit/;

/** Whether edits of one search, oldest first, put back whatever they changed; false when one does not say what it changed. */
function cancelOut(edits: readonly ReadEntry[]): boolean {
  const before = new Map<string, unknown>();
  const after = new Map<string, unknown>();
  for (const { body } of edits) {
    const changes = Object.entries(record(body?.changes));
    if (changes.length === 0) return false;
    for (const [field, value] of changes) {
      if (!before.has(field)) before.set(field, record(body?.was)[field]);
      after.set(field, value);
    }
  }
  return Object.keys(changedFields(Object.fromEntries(after), Object.fromEntries(before))).length === 0;
}

/** Edits of searches that were undone left nothing. */
function withoutUndoneEdits(entries: readonly ReadEntry[]): readonly ReadEntry[] {
  const edits = grouped(entries.filter(({ event }) => searchEdit.test(event)));
  const left = new Set(edits.filter(cancelOut).flat());
  return entries.filter((entry) => !left.has(entry));
}

/** Each kind once; of articles, each kind once for each. */
function otherChanges(entries: readonly ReadEntry[], names: ChangeNames): NetChange[] {
  const kinds = new Map<string, ReadEntry[]>();
  for (const entry of withoutUndoneEdits(withoutUndone(entries))) {
    if (isTold(entry)) continue;
    const key = `${entry.event} ${names.articles.has(entry.subjectId) ? entry.subjectId : ""}`;
    kinds.set(key, [...(kinds.get(key) ?? []), entry]);
  }
  return [...kinds.values()].map((made) => {
    const { event, subjectId } = made[0]!;
    const about = names.articles.get(subjectId) ?? null;
    return { ...tellers(made), what: "other", event, about, times: made.length };
  });
}

function grouped(entries: readonly ReadEntry[]): ReadEntry[][] {
  const groups = new Map<string, ReadEntry[]>();
  for (const entry of entries) groups.set(entry.subjectId, [...(groups.get(entry.subjectId) ?? []), entry]);
  return [...groups.values()];
}

/**
 * What several log entries, oldest first, come to: the claim's state, its fields and figures, evidence, where articles
 * have it from, the draft, and whatever else happened, each once with who had a hand in it.
 */
export function netChanges(entries: readonly ReadEntry[], names: ChangeNames): NetChange[] {
  return [
    ...stateChange(entries),
    ...fieldChanges(entries, names),
    ...evidenceChanges(entries, names),
    ...attributionChanges(entries, names),
    ...otherChanges(entries, names),
  ];
}
