import { unzipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import { exampleRecord } from "../../components/reader/fixtures/example-record";
import { dayMs } from "../core/durations";
import type { SignedRecord } from "../publications/record";
import { sitePageNames } from "../site-pages/pages";
import { applicationFigures } from "./figures";
import { applicationTables, applicationZip } from "./files";
import { factsOf, verdictOf } from "./fixtures/verdicts";
import { applicationRequirements } from "./requirements";

const asOf = Date.parse("2026-11-26T12:00:00.000Z");

/** `count` verdicts, one each `days` days, the last one a day ago. */
const every = (days: number, count: number): SignedRecord[][] =>
  Array.from({ length: count }, (_, index) =>
    verdictOf(`v${index}`, { at: new Date(asOf - dayMs - index * days * dayMs).toISOString() }),
  );

const ask = (verdicts: SignedRecord[][], more: Parameters<typeof factsOf>[1] = {}) => {
  const facts = factsOf(verdicts, more);
  const all = applicationRequirements(facts, applicationFigures(facts));
  return Object.fromEntries(all.map((one) => [one.id, one]));
};

describe("what the codes ask for", () => {
  test.each([
    [25, "missing"],
    [26, "met"],
  ])("%i fact-checks in 26 weeks: one a week on average is %s", (count, state) => {
    expect(ask(every(7, count)).pace!.state).toBe(state);
  });

  it("says how many are missing, and never fewer than are", () => {
    expect(ask(every(7, 20)).pace!.todo).toContain("6 more");
    expect(ask([]).pace!.found).toBe("None in 26 weeks.");
    expect(ask([])["two-people"]).toMatchObject({
      found: "Nothing was published in the period.",
      todo: null,
    });
  });

  it("is not met by a month without any, which it names, and leaves the month under way out", () => {
    expect(ask(every(20, 30))["every-month"]!.state).toBe("look");
    const gap = every(20, 30).filter(([first]) => !first!.record.publishedAt.startsWith("2026-08"));
    expect(ask(gap)["every-month"]).toMatchObject({
      state: "missing",
      found: "No fact-check in August 2026.",
    });
  });

  it("asks for each page until it is signed, and says where it is written", () => {
    const none = ask([]);
    for (const page of sitePageNames) expect(none[page]).toMatchObject({ state: "missing" });
    expect(none.about!.todo).toMatch(/^Write “About and funding” under Settings, Pages/);
    const pages = [{ page: "about" as const, version: 3, publishedAt: "2026-10-01T00:00:00Z" }];
    expect(ask([], { pages }).about).toMatchObject({
      state: "look",
      found: "About and funding, version 3 of 1 October 2026: https://desk.example/about",
      todo: "Read it once more: it has to say all of this.",
    });
    const methodology = pages.map((signed) => ({ ...signed, page: "methodology" as const }));
    expect(ask([], { pages: methodology }).methodology).toMatchObject({ state: "met", todo: null });
  });

  it("never calls met what a person has to judge, nor what it does not hold", () => {
    const all = ask(every(7, 40), { signatoryOf: ["ifcn"], isOnePersonDesk: true });
    for (const id of ["balance", "complaints", "two-people"]) expect(all[id]!.state).toBe("look");
    expect(all.legal!.state).toBe("attach");
    expect(all["two-people"]!.found).toContain("One person may write and sign");
  });

  it("agrees with its numbers, and tells no median of fewer verdicts than the newsroom's figures do", () => {
    const named = (count: number, claimant: string) =>
      Array.from({ length: count }, (_, index) =>
        verdictOf(`${claimant}${index}`, {
          at: "2026-11-01T00:00:00Z",
          changes: { claim: { ...exampleRecord.claim, claimant } },
        }),
      );
    const few = ask(named(1, "Zed"));
    expect(few.balance!.found).toBe("1 of 1 verdict is about the most frequent claimant, Zed.");
    expect(few.sources!.found).toContain("too few to say: 1 verdict, and at least 5 are needed");
    expect(few["ten-recent"]!.found).toBe("1 stands now and is listed in the dossier.");
    const enough = ask(named(5, "Zed"));
    expect(enough.balance!.found).toBe("5 of 5 verdicts are about the most frequent claimant, Zed.");
    const equal = ask([...named(2, "Zed"), ...named(2, "Yan")]);
    expect(equal.balance!.found).toBe(
      "No claimant stands out: of each of the 2 most frequent there are 2 of 4 verdicts.",
    );
    expect(enough.sources!.found).toMatch(/at the median: \d+\.$/);
  });

  it("tells what to do about everything that is missing", () => {
    for (const one of Object.values(ask([])))
      if (one.state === "missing") expect(one.todo, one.id).toBeTruthy();
  });
});

it("packs the page and every table, with no cell that a spreadsheet would run", () => {
  const facts = factsOf([verdictOf("v", { at: "2026-11-01T00:00:00Z", changes: { finding: "=1+1" } })]);
  const figures = applicationFigures(facts);
  const tables = applicationTables(facts, figures, applicationRequirements(facts, figures));
  const files = unzipSync(applicationZip("<!doctype html>", tables));
  expect(Object.keys(files)).toEqual([
    "application.html",
    ...[
      "requirements",
      "months",
      "ratings",
      "claimants",
      "topics",
      "verdicts",
      "corrections",
      "selection",
    ].map((name) => `${name}.csv`),
  ]);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files["verdicts.csv"]);
  expect(text).toContain("'=1+1");
  expect(text.startsWith("\uFEFFaddress,")).toBe(true);
  for (const line of text.trim().split("\r\n")) expect(line.split(",").length).toBeGreaterThan(10);
});
