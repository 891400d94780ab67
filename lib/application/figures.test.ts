import { describe, expect, it, test } from "vitest";
import { exampleRecord } from "../../components/reader/fixtures/example-record";
import { factsOf, verdictOf } from "./fixtures/verdicts";
import { applicationFigures } from "./figures";
import { daysBetween, median, weeklyCounts } from "./period";

const of = (...verdicts: Parameters<typeof factsOf>[0]) => applicationFigures(factsOf(verdicts));
const claim = (claimant: string | null, topics: string[] = []) => ({
  claim: { ...exampleRecord.claim, claimant, topics },
});

describe("the period", () => {
  test.each([
    [[], null],
    [[3, 3, 3, 3], null],
    [[9, 1, 5, 2, 7], 5],
    [[4, 1, 3, 2, 9, 0], 2.5],
  ])("the median of %j is %j", (values, middle) => expect(median(values)).toBe(middle));

  test.each([
    ["UTC", "2025-12", "2025-12-01T00:00:00.000Z", [1, 1]],
    ["Europe/Kyiv", "2025-12", "2025-11-30T22:00:00.000Z", [0, 2]],
    ["America/New_York", "2025-12", "2025-12-01T05:00:00.000Z", [2, 0]],
  ])(
    "is twelve months on the clocks of %s, and a verdict counts in the month they show",
    (timeZone, first, from, counts) => {
      const verdicts = [
        verdictOf("a", { at: "2026-09-30T22:30:00Z" }),
        verdictOf("b", { at: "2026-10-01T02:00:00Z" }),
        verdictOf("edge", { at: "2025-11-30T23:30:00Z" }),
      ];
      const figures = applicationFigures(factsOf(verdicts, { timeZone }));
      expect([figures.months.length, figures.months[0]!.month, figures.since, figures.from]).toEqual([
        12,
        first,
        `${first}-01`,
        from,
      ]);
      const of = (month: string) => figures.months.find((one) => one.month === month)!.count;
      expect([of("2026-09"), of("2026-10")]).toEqual(counts);
      expect(of("2025-12")).toBe(timeZone === "Europe/Kyiv" ? 1 : 0);
    },
  );

  it("counts a week as seven days back, and forgets what is older than the half year or yet to come", () => {
    const counts = weeklyCounts(
      ["2026-11-26T11:00:00Z", "2026-11-19T11:00:00Z", "2026-05-01T00:00:00Z", "2026-12-01T00:00:00Z"],
      "2026-11-26T12:00:00Z",
    );
    expect(counts).toHaveLength(26);
    expect([counts[25], counts[24], counts.reduce((a, b) => a + b)]).toEqual([1, 1, 2]);
  });

  it("counts whole days", () => expect(daysBetween("2026-01-01T12:00:00Z", "2026-01-03T11:00:00Z")).toBe(1));
});

describe("the figures", () => {
  it("count a verdict in the month of its first version, also when it was retracted later", () => {
    const { months, verdicts } = of(
      verdictOf("a", {
        at: "2026-09-30T23:59:00Z",
        corrected: { at: "2026-11-02T00:00:00Z", class: "typo" },
      }),
      verdictOf("b", { at: "2026-10-01T00:00:00Z", retractedAt: "2026-10-05T00:00:00Z" }),
      verdictOf("old", { at: "2025-11-30T23:59:00Z" }),
    );
    const counts = Object.fromEntries(months.map(({ month, count }) => [month, count]));
    expect([counts["2026-09"], counts["2026-10"], counts["2026-11"], months[0]]).toEqual([
      1,
      1,
      0,
      { month: "2025-12", count: 0 },
    ]);
    expect(verdicts.map(({ slug }) => slug)).toEqual(["a"]);
  });

  it("give each claimant and topic its number, the most frequent first and the unnamed last", () => {
    const figures = of(
      verdictOf("a", { at: "2026-10-01T00:00:00Z", changes: claim("Zed", ["Trade", "Tax"]) }),
      verdictOf("b", { at: "2026-10-02T00:00:00Z", changes: claim(null, ["Trade"]) }),
      verdictOf("c", { at: "2026-10-03T00:00:00Z", changes: claim("Zed") }),
      verdictOf("d", { at: "2026-10-04T00:00:00Z", changes: claim(null) }),
      verdictOf("e", { at: "2026-10-05T00:00:00Z", changes: claim(null) }),
    );
    expect(figures.claimants).toEqual([
      { name: "Zed", count: 2 },
      { name: null, count: 3 },
    ]);
    expect(figures.topics[0]).toEqual({ name: "Trade", count: 2 });
  });

  it("count a document once however often it is quoted, and none that readers are not told of", () => {
    const [first] = exampleRecord.evidence.filter(({ source }) => source !== null);
    const secret = { ...first!, id: "x", source: null, quote: null };
    const { verdicts } = of(
      verdictOf("a", {
        at: "2026-10-01T00:00:00Z",
        changes: { evidence: [first!, { ...first!, id: "y" }, secret] },
      }),
    );
    expect(verdicts[0]!.sources).toBe(1);
  });

  it("measure corrections from the first publication, and leave typing errors out of the median", () => {
    const quick = ["q1", "q2", "q3"].map((slug) =>
      verdictOf(slug, {
        at: "2026-06-01T00:00:00Z",
        corrected: { at: "2026-06-03T00:00:00Z", class: "correction" },
      }),
    );
    const figures = of(
      ...quick,
      verdictOf("a", {
        at: "2026-10-01T00:00:00Z",
        corrected: { at: "2026-10-05T00:00:00Z", class: "correction" },
      }),
      verdictOf("b", {
        at: "2026-10-01T00:00:00Z",
        corrected: { at: "2026-10-02T00:00:00Z", class: "typo" },
      }),
      verdictOf("c", { at: "2024-01-01T00:00:00Z", retractedAt: "2026-10-10T00:00:00Z" }),
    );
    expect(figures.changes.map(({ slug, class: kind, daysAfter }) => [slug, kind, daysAfter])).toEqual([
      ["c", "retraction", 1013],
      ["a", "correction", 4],
      ["b", "typo", 1],
      ...quick.map(([first]) => [first!.record.slug, "correction", 2]),
    ]);
    expect(figures.medianDaysToCorrection).toBe(2);
  });

  it("say nothing of what is not there", () => {
    expect(of()).toMatchObject({
      medianSources: null,
      medianOrigins: null,
      medianDaysToCorrection: null,
      recent: [],
    });
  });
});
