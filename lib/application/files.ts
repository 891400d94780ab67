import { zipSync, type Zippable } from "fflate";
import { csvText, type CsvCell } from "../core/csv";
import { choiceRows } from "../newsroom-figures/tables";
import type { ApplicationFacts } from "./facts";
import type { ApplicationFigures } from "./figures";
import type { Requirement } from "./requirements";

type Table = { name: string; rows: CsvCell[][] };

/** The tables of an application, each with its headings in the first row. */
export function applicationTables(
  facts: ApplicationFacts,
  figures: ApplicationFigures,
  requirements: readonly Requirement[],
): Table[] {
  const named = (name: string, counts: ApplicationFigures["ratings"]): Table => ({
    name,
    rows: [[name, "verdicts"], ...counts.map(({ name: label, count }) => [label ?? "not named", count])],
  });
  return [
    {
      name: "requirements",
      rows: [
        ["code", "asks", "state", "found", "to do"],
        ...requirements.map(({ codes, asks, state, found, todo }) => [
          codes.join(" and "),
          asks,
          state,
          found,
          todo,
        ]),
      ],
    },
    {
      name: "months",
      rows: [["month", "first published"], ...figures.months.map(({ month, count }) => [month, count])],
    },
    { name: "ratings", rows: named("rating", figures.ratings).rows },
    { name: "claimants", rows: named("claimant", figures.claimants).rows },
    { name: "topics", rows: named("topic", figures.topics).rows },
    { name: "verdicts", rows: verdictRows(figures) },
    {
      name: "corrections",
      rows: [
        ["address", "version", "class", "reason", "published", "days after"],
        ...figures.changes.map((change) => [
          change.url,
          change.version,
          change.class,
          change.reason,
          change.at,
          change.daysAfter,
        ]),
      ],
    },
    { name: "selection", rows: selectionRows(facts) },
  ];
}

function verdictRows({ verdicts }: ApplicationFigures): CsvCell[][] {
  return [
    [
      ...[
        "address",
        "first published",
        "rating",
        "finding",
        "claim",
        "claimant",
        "topics",
        "sources",
        "origins",
      ],
      ...["asked for a reply", "replied", "overrides", "signed by an author"],
    ],
    ...verdicts.map((verdict) => [
      verdict.url,
      verdict.firstPublishedAt,
      verdict.rating,
      verdict.finding,
      verdict.claim,
      verdict.claimant,
      verdict.topics.join("; "),
      verdict.sources,
      verdict.origins,
      verdict.replies.asked,
      verdict.replies.answered,
      verdict.overrides,
      verdict.isSelfSigned,
    ]),
  ];
}

function selectionRows({ ledger }: ApplicationFacts): CsvCell[][] {
  return [["what", "count"], ...choiceRows(ledger)];
}

/** The printable page and every table as one ZIP. */
export function applicationZip(html: string, tables: readonly Table[]): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const entries: Zippable = { "application.html": bytes(html) };
  // Excel takes CSV without this mark for Latin-1.
  for (const { name, rows } of tables) entries[`${name}.csv`] = bytes(`\uFEFF${csvText(rows)}`);
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}
