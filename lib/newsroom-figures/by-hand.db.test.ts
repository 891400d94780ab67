import { beforeAll, describe, expect, it } from "vitest";
import { tellStory } from "../../scripts/test/newsroom-story";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { ledgerFigures } from "../selection/queries";
import { figuresFile } from "./file.server";
import type { NewsroomFigures } from "./figures";
import { readPeriod } from "./period";
import { loadNewsroomFigures } from "./queries";
import type { TableName } from "./tables";

const database = useTestDatabase();

const months = { from: "2026-02", to: "2026-04" };

/** The rows of a file as it is downloaded, its head first. */
async function fileOf(name: TableName): Promise<string[]> {
  const file = await figuresFile(`${name}.csv`, new URLSearchParams(months), new Date());
  if (!file.ok) throw new Error(file.error.detail);
  return new TextDecoder()
    .decode(file.value.bytes)
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
}

describe("a newsroom's story that was told by hand", () => {
  let figures: NewsroomFigures;
  let reader: Viewer;

  beforeAll(async () => {
    reader = await tellStory(database);
    const period = readPeriod(months, new Date(), "UTC");
    if (!period.ok) throw new Error(period.error.detail);
    figures = await loadNewsroomFigures(period.value, 30);
  });

  it("counts what was published, corrected, updated and retracted in the month it happened", async () => {
    const nothing = { published: 0, ratings: {}, corrected: 0, updated: 0, retracted: 0 };
    expect(figures.output).toEqual([
      { month: "2026-02", published: 6, ratings: { confirmed: 6 }, corrected: 5, updated: 1, retracted: 0 },
      {
        ...nothing,
        month: "2026-03",
        published: 5,
        ratings: { confirmed: 3, "partly-confirmed": 2 },
        retracted: 1,
      },
      { ...nothing, month: "2026-04" },
    ]);
    expect(await fileOf("output")).toEqual([
      "Month,Published,Confirmed,Partly confirmed,Corrected,Updated,Retracted",
      "2026-02,6,6,0,5,1,0",
      "2026-03,5,3,2,0,0,1",
      "2026-04,0,0,0,0,0,0",
    ]);
  });

  it("is an hour and a half new, five in research, six in review and five ready, and 18 in all, at the median", async () => {
    const hours = figures.stages.map(({ of, count, quantiles: q }) => [
      of,
      count,
      ...[q!.p10, q!.p25, q!.p50, q!.p75, q!.p90].map((seconds) => seconds / 3600),
    ]);
    expect(hours).toEqual([
      // n / 4 hours.
      ["new", 11, 0.5, 0.875, 1.5, 2.125, 2.5],
      // 3n / 4 hours; of 6, which came back, 4.5 and 0.5; of 8, which was declined for an hour, 6 less 1.
      ["researching", 11, 1.5, 2.625, 5, 6, 7.5],
      // n + 3 / 4 hours; of 6 half an hour less, in two stays.
      ["in-review", 11, 2.75, 4.25, 6.25, 9.25, 10.75],
      // n - 3 / 4 hours.
      ["ready", 11, 1.25, 2.75, 5.25, 7.75, 9.25],
      ["signed-to-published", 11, 0, 0, 0, 0, 0],
      ["new-to-published", 11, 6, 10.5, 18, 25.5, 30],
    ]);
    expect(await fileOf("stages")).toEqual([
      "Stage,Cases,Median (hours),Quarter faster than (hours),Quarter slower than (hours),Tenth faster than (hours),Tenth slower than (hours)",
      "New,11,1.5,0.88,2.13,0.5,2.5",
      "Researching,11,5,2.63,6,1.5,7.5",
      "In review,11,6.25,4.25,9.25,2.75,10.75",
      "Ready for an editor,11,5.25,2.75,7.75,1.25,9.25",
      "Signed and waiting (part of ready),11,0,0,0,0,0",
      "From new to published,11,18,10.5,25.5,6,30",
    ]);
  });

  it("has equal marks on eight of the ten claims that are not being corrected, and equal ratings on seven", async () => {
    expect(figures.agreement).toMatchObject({
      signed: 10,
      compared: 10,
      marks: 20,
      sameMark: 8,
      sameMarkAndRating: 7,
    });
    // 18 confirmed and 2 disputed: 4 pairs differ, of 19 × 4 against 18 × 2 + 2 × 18.
    expect(figures.agreement.alpha).toBeCloseTo(1 - (19 * 4) / 72, 10);
    expect((await fileOf("agreement")).slice(1)).toEqual([
      "Claims first signed,10",
      "Of these with two or more blind marks,10",
      "Blind marks on them,20",
      "Claims with equal marks,8",
      "Claims with equal marks and no differing ratings proposed,7",
      "Share with equal marks (0 to 1),0.8",
      '"Its 95% interval, low",0.49',
      '"Its 95% interval, high",0.943',
      expect.stringMatching(/^Krippendorff’s alpha over 3 marks,'?-0.056$/),
    ]);
  });

  it("puts errors right after 11 to 15 and 20 hours, and signs its corrections after 1 to 5 and 7", async () => {
    expect(
      figures.responses.times.map(({ of, count, quantiles }) => [
        of,
        count,
        quantiles && quantiles.p50 / 3600,
      ]),
    ).toEqual([
      ["published-to-corrected", 6, 13.5],
      ["opened-to-signed", 6, 3.5],
      ["reported-to-corrected", 5, 4],
    ]);
    expect(figures.responses).toMatchObject({ reports: 5, open: 1 });
    expect((await fileOf("corrections")).map((line) => line.split(",").slice(0, 3).join())).toEqual([
      "What,Cases,Median (hours)",
      "Published to corrected,6,13.5",
      "Correction opened to signed,6,3.5",
      "Reported by a reader to corrected,5,4",
      "Reports from readers of verdicts,5,",
      "Corrections open now,1,",
    ]);
  });

  it("noted 15 claims: 13 taken up, one declined and one undecided, as the selection ledger says too", async () => {
    expect(figures.choices).toEqual({
      claims: 15,
      // 11 published, one in research, and one that was chosen from a tip and is new.
      takenUp: 13,
      undecided: 1,
      parts: 1,
      declined: [{ reason: "opinion", count: 1 }],
      tips: { received: 8, chosen: 1, declined: 1, waiting: 6 },
    });
    expect(await fileOf("choices")).toEqual([
      "What,Number",
      "Claims noted,15",
      "Claims taken up,13",
      "Claims declined: opinion,1",
      "Claims not yet decided,1",
      "Parts of these claims (not counted above),1",
      "Tips received,8",
      "Tips chosen,1",
      "Tips declined,1",
      "Tips not yet decided,6",
    ]);
    expect(await ledgerFigures(reader)).toMatchObject({
      total: { chosen: 13, declined: 2 },
      declined: { claims: 1, tips: 1 },
      // One more claim was noted before the period.
      undecided: { claims: 2, tips: 6 },
    });
  });

  it("weighs topics, claimants and outlets of first appearance over the 15 claims", async () => {
    expect(await fileOf("topics")).toEqual([
      "Topic,Claims,Published,Declined",
      "Ferries,7,6,1",
      "Bridges,5,5,0",
      "without topic,3,0,0",
    ]);
    expect(await fileOf("claimants")).toEqual([
      "Claimant,Claims,Published,Declined",
      "The mayor,4,4,0",
      "nobody named,11,7,1",
    ]);
    expect(await fileOf("appearances")).toEqual([
      "Outlet where it appeared,Claims,Published,Declined",
      "not noted,15,11,1",
    ]);
    expect(figures.topics.claims).toBe(15);
  });

  it("leans on one register for four verdicts and on nothing known for five", async () => {
    expect(figures.sources).toMatchObject({ verdicts: 10, traced: 5 });
    expect(await fileOf("origins")).toEqual([
      "Origin,Kind,Verdicts,Articles",
      "The harbour register,record,4,4",
      "An outlet’s own reporting,,1,1",
      "Origin unknown,,5,",
    ]);
    expect(await fileOf("outlets")).toEqual([
      "Outlet,Verdicts,Articles,Verdicts by its own reporting",
      "Selby Post,4,4,0",
      "Goole Post,1,1,1",
    ]);
  });
});
