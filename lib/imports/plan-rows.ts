import { createClaimSchema, type CreateClaimInput } from "../claims/schema";
import type { Stance } from "../claims/vocabulary";
import { importanceHelp } from "../claims/vocabulary-words";
import { saysWhich } from "../core/issue-field";
import { parseInput } from "../core/parse-input";
import { firstInstantIn, instantIn, readingsOf } from "../core/zoned-time";
import { inSeveral, type ColumnField, type Mapping } from "./columns";
import { filledRows, type FilledRow, type LinkedTable } from "./read-cells";
import { dayOrder, readDay, type DayOrder } from "./read-day";

/** What a row says of its source; a stance only where the row has one. */
export type PlannedSource = {
  url: string | null;
  outlet: string | null;
  quote: string | null;
  stance: Stance | null;
  note: string | null;
};

/** A cell of a sheet's own verdict, status or checker, with its column's name. It is no review and no rating here. */
export type SheetSaid = { column: string | null; words: string };

/** A row as it will become a claim. `line` counts the sheet's rows from 1, its header and empty ones included. */
export type PlannedRow = {
  line: number;
  text: string;
  claim: CreateClaimInput | null;
  source: PlannedSource;
  sheetSaid: SheetSaid[];
  /** What keeps the row from becoming a claim, in words. */
  problems: string[];
};

/** The cells of a row by what they hold; `link` is where the one of the address leads. */
type Cells = Partial<Record<ColumnField | "link", string>>;

/** How a sheet is read: `hasHeader` says that its first row with words names the columns, and `timeZone` whose clocks its times show. */
export type ReadAs = { hasHeader: boolean; timeZone: string };

/** The rows of a table as claims. Nothing is thrown; what is wrong is said. */
export function planRows(
  table: LinkedTable,
  mapping: Mapping,
  { hasHeader, timeZone }: ReadAs,
): PlannedRow[] {
  const filled = filledRows(table);
  const header = hasHeader ? (filled[0]?.row ?? []) : [];
  const body = filled.slice(hasHeader ? 1 : 0);
  const rows = body.map((row) => cellsOf(row, mapping));
  const orders = {
    saidAt: dayOrder(rows.flatMap(({ saidAt }) => saidAt ?? [])),
    deadlineAt: dayOrder(rows.flatMap(({ deadlineAt }) => deadlineAt ?? [])),
  };
  return rows.map((cells, index) => ({
    ...planRow(cells, body[index]!.line, { ...orders, timeZone }),
    sheetSaid: saidIn(body[index]!.row, mapping, header),
  }));
}

function saidIn(row: readonly string[], mapping: Mapping, header: readonly string[]): SheetSaid[] {
  return mapping.flatMap((field, index) => {
    const words = row[index] ?? "";
    return field === "sheetSaid" && words !== "" ? [{ column: header[index] || null, words }] : [];
  });
}

function cellsOf({ row, links }: FilledRow, mapping: Mapping): Cells {
  const cells: Cells = {};
  mapping.forEach((field, index) => {
    const cell = row[index] ?? "";
    if (field && !inSeveral.has(field) && cell !== "") cells[field] = cell;
    if (field === "url" && links[index]) cells.link = links[index];
  });
  return cells;
}

type Orders = Record<"saidAt" | "deadlineAt", DayOrder> & { timeZone: string };

function planRow(cells: Cells, line: number, orders: Orders): Omit<PlannedRow, "sheetSaid"> {
  const problems: string[] = [];
  const keep = <T>(read: { value: T } | { problem: string } | null): T | undefined => {
    if (!read) return undefined;
    if ("value" in read) return read.value;
    problems.push(read.problem);
    return undefined;
  };
  const text = cells.text ?? cells.verbatim ?? "";
  const input = {
    text,
    verbatim: cells.text ? cells.verbatim : undefined,
    kind: cells.verbatim ? "said" : undefined,
    claimant: cells.claimant,
    place: cells.place,
    why: cells.why,
    topics: cells.topics
      ?.split(/[,;\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
    saidAt: keep(dayIn(cells.saidAt, orders.saidAt)),
    deadlineAt: keep(deadlineIn(cells.deadlineAt, orders)),
    importance: keep(importanceIn(cells.importance)),
    reach: keep(numberIn(cells.reach)),
  };
  const source = {
    url: keep(addressIn(cells.url, cells.link)) ?? null,
    outlet: cells.source ?? null,
    quote: cells.quote ?? null,
    stance: keep(stanceIn(cells.stance)) ?? null,
    note: cells.note ?? null,
  };
  const claim = readClaim(input, problems);
  return { line, text, claim: problems.length === 0 ? claim : null, source, problems };
}

const names: Record<string, string> = {
  text: "The claim",
  verbatim: "The words as published",
  claimant: "Who says it",
  place: "Where",
  why: "Why we check it",
  topics: "Topics",
};

function readClaim(input: Record<string, unknown>, problems: string[]): CreateClaimInput | null {
  if (input.text === "") {
    problems.push("There is no claim in this row.");
    return null;
  }
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const read = parseInput(createClaimSchema, given);
  if (read.ok) return read.value;
  for (const issue of read.error.issues ?? []) {
    const label = names[issue.field.split(".")[0]!] ?? issue.label;
    problems.push(saysWhich({ ...issue, ...(label ? { label } : {}) }));
  }
  return null;
}

type Read<T> = { value: T } | { problem: string } | null;

function dayIn(cell: string | undefined, order: DayOrder): Read<string> {
  if (!cell) return null;
  const read = readDay(cell, order);
  return "day" in read ? { value: read.day } : read;
}

/** A day alone is due at its end; a time without zone is on the newsroom's clocks, as in the desk's forms. */
function deadlineIn(cell: string | undefined, { deadlineAt, timeZone }: Orders): Read<string> {
  const read = dayIn(cell, deadlineAt);
  if (!read || "problem" in read) return read;
  const { value } = read;
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return { value: wholeTime(value) };
  if (value.length < 10) return { problem: `“${cell}” names no day. Write the deadline as 2024-06-28.` };
  if (!value.includes("T")) return { value: endOf(value, timeZone) };
  const at = instantIn(timeZone, value, "deadlineAt");
  return at.ok ? { value: at.value.toISOString() } : { problem: at.error.detail };
}

/** A time with its zone as schemas take it: with seconds, and a colon in the offset. */
function wholeTime(value: string): string {
  return value.replace(/(T\d{2}:\d{2})(?=[Z+-])/, "$1:00").replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
}

/** The last minute of a day, also where the clocks show it twice or skip it: a day is no unclear deadline. */
function endOf(day: string, timeZone: string): string {
  const minute = `${day}T23:59`;
  return readingsOf(timeZone, minute).at(-1)?.at ?? firstInstantIn(timeZone, minute).toISOString();
}

const importances: Record<string, number> = {
  "1": 1,
  low: 1,
  minor: 1,
  "2": 2,
  medium: 2,
  normal: 2,
  middle: 2,
  "3": 3,
  high: 3,
  urgent: 3,
  major: 3,
  important: 3,
  низька: 1,
  низький: 1,
  середня: 2,
  середній: 2,
  висока: 3,
  високий: 3,
};

function importanceIn(cell: string | undefined): Read<number> {
  if (!cell) return null;
  const value = importances[cell.toLowerCase()];
  return value
    ? { value }
    : { problem: `“${cell}” does not say how important the claim is. ${importanceHelp}` };
}

function numberIn(cell: string | undefined): Read<number> {
  if (!cell) return null;
  const digits = cell.replace(/[\s\u00a0\u202f,.'’](?=\d{3}(?:\D|$))/g, "");
  return /^\d{1,10}$/.test(digits)
    ? { value: Number(digits) }
    : { problem: `“${cell}” is no number of people. Write the reach in digits.` };
}

/** An address as it is shown; where the words show none ("Reuters"), the one that they lead to. */
function addressIn(cell: string | undefined, link: string | undefined): Read<string> {
  if (!cell) return null;
  const whole = /^www\./i.test(cell) ? `https://${cell}` : cell;
  return /^https?:\/\/\S+$/i.test(whole) && URL.canParse(whole) && whole.length <= 2048
    ? { value: whole }
    : link
      ? { value: link }
      : { problem: `“${cell.slice(0, 80)}” is no web address. Write it whole, beginning with https://.` };
}

const stanceWords: readonly (readonly [Stance, RegExp])[] = [
  ["supports", /^(?:supports?|supporting|confirms?|for|pro|yes|true|agrees?|підтверджує|підтримує|за|так)$/i],
  [
    "disputes",
    /^(?:disputes?|disputing|refutes?|contradicts?|against|contra|no|false|disagrees?|denies|спростовує|заперечує|проти|ні)$/i,
  ],
  ["context", /^(?:context|background|neutral|neither|unclear|контекст|нейтрально)$/i],
];

function stanceIn(cell: string | undefined): Read<Stance> {
  if (!cell) return null;
  const found = stanceWords.find(([, words]) => words.test(cell));
  return found
    ? { value: found[0] }
    : { problem: `“${cell}” is no stance. Write supports, disputes or context.` };
}

/** A claim's words for telling whether two are the same: case, spaces and the full stop at the end do not count. */
export function sameWordsKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!]+$/, "")
    .trim();
}
