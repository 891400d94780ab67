/** What a column of a newsroom's sheet can hold; each is used by one column at most. */
export const columnFields = [
  "text",
  "verbatim",
  "claimant",
  "saidAt",
  "place",
  "url",
  "source",
  "quote",
  "stance",
  "note",
  "why",
  "topics",
  "importance",
  "deadlineAt",
  "reach",
] as const;
export type ColumnField = (typeof columnFields)[number];

/** For each column of a sheet, from the left, what it holds; null is left out. */
export type Mapping = readonly (ColumnField | null)[];

/** Words of headers, folded: as a whole they say what a column holds, best first. */
const headerWords: Record<ColumnField, readonly string[]> = {
  text: [
    "claim",
    "what we check",
    "claim to check",
    "claim text",
    "statement",
    "assertion",
    "fact",
    "allegation",
  ],
  verbatim: ["what was said", "words as published", "verbatim", "said", "original words", "exact words"],
  claimant: ["claimant", "who says it", "who said it", "who", "speaker", "person", "said by", "claimed by"],
  saidAt: ["date", "when", "date said", "said on", "claim date", "day"],
  place: ["where", "place", "venue", "programme", "program", "location", "medium"],
  url: [
    "url",
    "link",
    "address",
    "source url",
    "source link",
    "evidence url",
    "evidence link",
    "web address",
  ],
  source: ["source", "outlet", "publisher", "publication", "newspaper", "source name"],
  quote: ["quote", "quoted words", "evidence", "passage", "excerpt", "source quote", "quotation"],
  stance: ["stance", "supports or disputes", "verdict of source", "for or against"],
  note: ["note", "notes", "comment", "comments", "remarks", "remark", "what it shows"],
  why: ["why", "why we check it", "reason"],
  topics: ["topic", "topics", "tags", "tag", "subject", "beat", "category"],
  importance: ["importance", "priority", "weight"],
  deadlineAt: ["deadline", "due", "due date", "needed by"],
  reach: ["reach", "views", "audience", "shares"],
};

const fold = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How well a header names a field: 2 as a whole, 1 when its words hold one of the field's names of four letters or more. */
function fit(header: string, field: ColumnField): number {
  if (headerWords[field].includes(header)) return 2;
  return headerWords[field].some((name) => name.length >= 4 && ` ${header} `.includes(` ${name} `)) ? 1 : 0;
}

/** What each column holds, as its header says: whole names first, each field once. What nobody can tell is null. */
export function guessColumns(header: readonly string[]): (ColumnField | null)[] {
  const folded = header.map(fold);
  const guessed: (ColumnField | null)[] = header.map(() => null);
  const isTaken = (field: ColumnField) => guessed.includes(field);
  for (const wanted of [2, 1])
    for (const field of columnFields) {
      if (isTaken(field)) continue;
      const at = folded.findIndex((name, index) => guessed[index] === null && fit(name, field) === wanted);
      if (at >= 0) guessed[at] = field;
    }
  return guessed;
}

/** How a sheet's columns are read; `header` is its first row, whether or not that names them. */
export type MappedColumns = { header: readonly string[]; hasHeader: boolean; mapping: Mapping };

/**
 * What was said about one sheet's columns carried to another's: by the names of the columns, or by their place where
 * neither sheet names them. Columns that only the other has stay as they are. Nothing is carried that would leave it
 * without a claim.
 */
export function carryColumns(
  from: MappedColumns,
  to: MappedColumns,
): Pick<MappedColumns, "hasHeader" | "mapping"> {
  const [names, wanted] = [from.header.map(fold), to.header.map(fold)];
  const isAsWide = names.length === wanted.length;
  const isSameHeader = isAsWide && wanted.every((name, index) => name === names[index]);
  if (isSameHeader || (isAsWide && !from.hasHeader && !to.hasHeader))
    return { hasHeader: isSameHeader ? from.hasHeader : false, mapping: from.mapping };
  if (!from.hasHeader || !to.hasHeader) return to;
  const carried = wanted.map((name, index) => {
    const at = name === "" || wanted.indexOf(name) < index ? -1 : names.indexOf(name);
    return at < 0 ? undefined : (from.mapping[at] ?? null);
  });
  const mapping = carried.map((field, index) => {
    const own = to.mapping[index] ?? null;
    return field !== undefined ? field : carried.includes(own ?? undefined) ? null : own;
  });
  return mapping.includes("text") || mapping.includes("verbatim") ? { hasHeader: true, mapping } : to;
}

/** Whether a first row names its columns: it has a header that a field is called by. */
export function isHeader(row: readonly string[]): boolean {
  return row.some((cell) => columnFields.some((field) => headerWords[field].includes(fold(cell))));
}
