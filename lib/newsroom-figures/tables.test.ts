import { describe, expect, it } from "vitest";
import { csvText } from "../core/csv";
import { defaultRatings } from "../settings/ratings";
import { agreementRate } from "./agreement-rate";
import { responses, stages, type NewsroomFigures } from "./figures";
import { sayDuration } from "./say-amounts";
import { figureBehind, fileRows, ratingsUsed, tableNames, tableOf } from "./tables";

const none = { rows: [], claims: 0, others: 0 };
const figures: NewsroomFigures = {
  output: [
    {
      month: "2026-01",
      published: 3,
      ratings: { disputed: 2, gone: 1 },
      corrected: 0,
      updated: 1,
      retracted: 0,
    },
    { month: "2026-02", published: 1, ratings: { confirmed: 1 }, corrected: 1, updated: 0, retracted: 1 },
  ],
  stages: stages.map((of) => ({
    of,
    count: 6,
    quantiles: { p10: 0, p25: 60, p50: 5400, p75: 7200, p90: 9000 },
  })),
  agreement: agreementRate([]),
  responses: { times: responses.map((of) => ({ of, count: 1, quantiles: null })), reports: 0, open: 0 },
  topics: { rows: [{ name: "=HYPERLINK(1)", claims: 2, published: 1, declined: 0 }], claims: 2, others: 0 },
  claimants: none,
  outlets: { rows: [{ name: null, claims: 4, published: 0, declined: 0 }], claims: 4, others: 0 },
  choices: {
    claims: 4,
    takenUp: 1,
    undecided: 1,
    parts: 2,
    declined: [{ reason: "low-reach", count: 2 }],
    tips: { received: 0, chosen: 0, declined: 0, waiting: 0 },
  },
  sources: {
    verdicts: 2,
    traced: 1,
    ownReporting: { verdicts: 1, articles: 2 },
    origins: [{ name: null, kind: null, naming: "unnamed-known-to-us", verdicts: 1, articles: 1 }],
    outlets: [],
  },
};

describe("the tables behind the figures", () => {
  it.each(tableNames)("%s has a cell under each head", (name) => {
    const { columns, rows } = tableOf(name, figures, defaultRatings);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it.each(tableNames)("%s looks at the figure behind it and at no other", (name) => {
    const behind = figureBehind[name];
    const alone = { [behind]: figures[behind] } as unknown as NewsroomFigures;
    expect(tableOf(name, alone, defaultRatings)).toEqual(tableOf(name, figures, defaultRatings));
  });

  it("name ratings by the scale and in its order, and keep what the scale has no more", () => {
    expect(ratingsUsed(figures, defaultRatings).map(({ label }) => label)).toEqual([
      "Confirmed",
      "Disputed",
      "gone",
    ]);
  });

  it("tell times in hours in a file", () => {
    const [heads, first] = fileRows(tableOf("stages", figures, defaultRatings));
    expect(heads?.slice(1, 4)).toEqual(["Cases", "Median (hours)", "Quarter faster than (hours)"]);
    expect(first?.slice(1, 4)).toEqual([6, 1.5, 0.02]);
  });

  it("never hand a spreadsheet a formula that somebody wrote as a name", () => {
    const text = csvText(fileRows(tableOf("topics", figures, defaultRatings)));
    expect(text).toContain("\r\n'=HYPERLINK(1),2,1,0\r\n");
  });

  it("never name a source that has no public name", () => {
    const [row] = tableOf("origins", figures, defaultRatings).rows;
    expect(row?.[0]).toBe("Sources known to us, not named");
  });

  it("count own reporting among the origins, and what is unknown last", () => {
    const { rows } = tableOf("origins", figures, defaultRatings);
    expect(rows.slice(1)).toEqual([
      ["An outlet’s own reporting", null, 1, 2],
      ["Origin unknown", null, 1, null],
    ]);
    const none = { ...figures, sources: { ...figures.sources, ownReporting: { verdicts: 0, articles: 0 } } };
    expect(tableOf("origins", none, defaultRatings).rows).toHaveLength(2);
  });
});

it.each([
  [0, "at once"],
  [40, "under 1 min"],
  [3599, "1 h"],
  [5 * 3600 + 1200, "5 h 20 min"],
  [36 * 3600, "36 h"],
  [76 * 3600, "3 d 4 h"],
  [23.4 * 86_400, "23 days"],
])("%d seconds are %s", (seconds, words) => expect(sayDuration(seconds)).toBe(words));
