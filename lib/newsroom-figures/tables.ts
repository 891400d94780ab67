import { marks } from "../claims/vocabulary";
import { stateWords } from "../claims/vocabulary-words";
import type { Rating } from "../settings/ratings";
import { fewestClaims } from "./agreement-rate";
import type { Balance, Choices, NewsroomFigures, OriginLeanedOn, Response, Spread, Stage } from "./figures";

/** Seconds are told in words on the page and as hours in a file. */
export type Column = { head: string; unit?: "seconds" };
export type Cell = string | number | null;
export type FigureTable = { columns: Column[]; rows: Cell[][] };

export const tableNames = [
  "output",
  "stages",
  "agreement",
  "corrections",
  "topics",
  "claimants",
  "appearances",
  "choices",
  "origins",
  "outlets",
] as const;
export type TableName = (typeof tableNames)[number];

/** The one figure that each table is made of. */
export const figureBehind = {
  output: "output",
  stages: "stages",
  agreement: "agreement",
  corrections: "responses",
  topics: "topics",
  claimants: "claimants",
  appearances: "outlets",
  choices: "choices",
  origins: "sources",
  outlets: "sources",
} as const satisfies Record<TableName, keyof NewsroomFigures>;

export const stageWords: Record<Stage, string> = {
  new: stateWords.new,
  researching: stateWords.researching,
  "in-review": stateWords["in-review"],
  ready: stateWords.ready,
  "signed-to-published": "Signed and waiting (part of ready)",
  "new-to-published": "From new to published",
};

export const responseWords: Record<Response, string> = {
  "published-to-corrected": "Published to corrected",
  "opened-to-signed": "Correction opened to signed",
  "reported-to-corrected": "Reported by a reader to corrected",
};

const namelessWords: Record<Exclude<OriginLeanedOn["naming"], "named">, string> = {
  "unnamed-known-to-us": "Sources known to us, not named",
  "unnamed-known-to-relay": "Sources known only to a relay",
};

/** The public name of an origin, or what stands for those without one. */
export function originName({ name, naming }: OriginLeanedOn): string {
  return name ?? (naming === "named" ? naming : namelessWords[naming]);
}

const columns = (...heads: string[]): Column[] => heads.map((head) => ({ head }));

/** The label of each rating that occurs, in the order of the scale; a code that the scale has no more stands as it is. */
export function ratingsUsed(
  { output }: Pick<NewsroomFigures, "output">,
  scale: readonly Rating[],
): { code: string; label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { ratings } of output)
    for (const [code, count] of Object.entries(ratings)) counts.set(code, (counts.get(code) ?? 0) + count);
  const place = (code: string) => {
    const index = scale.findIndex((rating) => rating.code === code);
    return index === -1 ? scale.length : index;
  };
  return [...counts]
    .sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
    .map(([code, count]) => ({
      code,
      label: scale.find((rating) => rating.code === code)?.label ?? code,
      count,
    }));
}

function outputTable(figures: NewsroomFigures, scale: readonly Rating[]): FigureTable {
  const used = ratingsUsed(figures, scale);
  return {
    columns: columns(
      "Month",
      "Published",
      ...used.map(({ label }) => label),
      "Corrected",
      "Updated",
      "Retracted",
    ),
    rows: figures.output.map(({ month, published, ratings, corrected, updated, retracted }) => [
      month,
      published,
      ...used.map(({ code }) => ratings[code] ?? 0),
      corrected,
      updated,
      retracted,
    ]),
  };
}

function spreadTable<Of extends string>(
  head: string,
  times: readonly Spread<Of>[],
  words: Record<Of, string>,
): FigureTable {
  const seconds = (name: string): Column => ({ head: name, unit: "seconds" });
  return {
    columns: [
      ...columns(head, "Cases"),
      seconds("Median"),
      seconds("Quarter faster than"),
      seconds("Quarter slower than"),
      seconds("Tenth faster than"),
      seconds("Tenth slower than"),
    ],
    rows: times.map(({ of, count, quantiles: q }) => [
      words[of],
      count,
      ...(q ? [q.p50, q.p25, q.p75, q.p10, q.p90] : [null, null, null, null, null]),
    ]),
  };
}

function agreementTable({ agreement: rate }: NewsroomFigures): FigureTable {
  const round = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 1000);
  const isEnough = rate.compared >= fewestClaims;
  return {
    columns: columns("What", "Figure"),
    rows: [
      ["Claims first signed", rate.signed],
      ["Of these with two or more blind marks", rate.compared],
      ["Blind marks on them", rate.marks],
      ["Claims with equal marks", rate.sameMark],
      ["Claims with equal marks and no differing ratings proposed", rate.sameMarkAndRating],
      ["Share with equal marks (0 to 1)", isEnough ? round(rate.sameMark / rate.compared) : null],
      ["Its 95% interval, low", round(rate.interval?.low ?? null)],
      ["Its 95% interval, high", round(rate.interval?.high ?? null)],
      [`Krippendorff’s alpha over ${marks.length} marks`, round(rate.alpha)],
    ],
  };
}

function balanceTable(head: string, none: string, { rows }: Balance): FigureTable {
  return {
    columns: columns(head, "Claims", "Published", "Declined"),
    rows: rows.map(({ name, claims, published, declined }) => [name ?? none, claims, published, declined]),
  };
}

/** What was chosen and left, each with its number: claims noted and tips received, and after each of them the parts it falls into. */
export function choiceRows({
  claims,
  takenUp,
  undecided,
  declined,
  parts,
  tips,
}: Choices): [string, number][] {
  return [
    ["Claims noted", claims],
    ["Claims taken up", takenUp],
    ...declined.map(({ reason, count }): [string, number] => [
      `Claims declined: ${reason.replaceAll("-", " ")}`,
      count,
    ]),
    ["Claims not yet decided", undecided],
    ["Parts of these claims (not counted above)", parts],
    ["Tips received", tips.received],
    ["Tips chosen", tips.chosen],
    ["Tips declined", tips.declined],
    ["Tips not yet decided", tips.waiting],
  ];
}

/** Times until errors were put right; below them what was only counted. */
function correctionsTable({ times, reports, open }: NewsroomFigures["responses"]): FigureTable {
  const { columns: heads, rows } = spreadTable("What", times, responseWords);
  const counted = (what: string, count: number) => [what, count, ...heads.slice(2).map(() => null)];
  return {
    columns: heads,
    rows: [
      ...rows,
      counted("Reports from readers of verdicts", reports),
      counted("Corrections open now", open),
    ],
  };
}

/** What stands for the outlets that knew it first, which the table of outlets names. */
export const ownReportingName = "An outlet’s own reporting";

/**
 * The origins leaned on, and own reporting with them; the last row is of the verdicts for which nobody knows one, which adds
 * to none of the others.
 */
function originsTable({ origins, ownReporting, verdicts, traced }: NewsroomFigures["sources"]): FigureTable {
  const own = ownReporting;
  const unknown = verdicts - traced;
  return {
    columns: columns("Origin", "Kind", "Verdicts", "Articles"),
    rows: [
      ...origins.map((one) => [originName(one), one.kind, one.verdicts, one.articles]),
      ...(own.verdicts > 0 ? [[ownReportingName, null, own.verdicts, own.articles]] : []),
      ...(unknown > 0 ? [["Origin unknown", null, unknown, null]] : []),
    ],
  };
}

/** One table of the figures, by its name; it looks at the figure behind it and at no other. */
export function tableOf(name: TableName, figures: NewsroomFigures, scale: readonly Rating[]): FigureTable {
  switch (name) {
    case "output":
      return outputTable(figures, scale);
    case "stages":
      return spreadTable("Stage", figures.stages, stageWords);
    case "agreement":
      return agreementTable(figures);
    case "corrections":
      return correctionsTable(figures.responses);
    case "topics":
      return balanceTable("Topic", "without topic", figures.topics);
    case "claimants":
      return balanceTable("Claimant", "nobody named", figures.claimants);
    case "appearances":
      return balanceTable("Outlet where it appeared", "not noted", figures.outlets);
    case "choices":
      return { columns: columns("What", "Number"), rows: choiceRows(figures.choices) };
    case "origins":
      return originsTable(figures.sources);
    case "outlets":
      return {
        columns: columns("Outlet", "Verdicts", "Articles", "Verdicts by its own reporting"),
        rows: figures.sources.outlets.map((one) => [one.name, one.verdicts, one.articles, one.ownReporting]),
      };
  }
}

const hours = (seconds: Cell) => (typeof seconds === "number" ? Math.round(seconds / 36) / 100 : seconds);

/** A table as the rows of a file, its head first; times in hours. */
export function fileRows({ columns: heads, rows }: FigureTable): Cell[][] {
  return [
    heads.map(({ head, unit }) => (unit === "seconds" ? `${head} (hours)` : head)),
    ...rows.map((row) => row.map((cell, place) => (heads[place]?.unit === "seconds" ? hours(cell) : cell))),
  ];
}
