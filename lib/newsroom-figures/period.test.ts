import { describe, expect, it } from "vitest";
import { lastTwelveMonths, mostMonths, readPeriod, usualPeriods } from "./period";

const now = new Date("2026-01-31T23:30:00Z");

describe("the months that figures are of", () => {
  it("are the last twelve when nothing is asked", () => {
    const period = readPeriod({}, now, "UTC");
    expect(period).toEqual({ ok: true, value: lastTwelveMonths(now, "UTC") });
    expect(lastTwelveMonths(now, "UTC")).toMatchObject({
      first: "2025-02",
      last: "2026-01",
      from: new Date("2025-02-01T00:00:00Z"),
      until: new Date("2026-02-01T00:00:00Z"),
    });
    expect(lastTwelveMonths(now, "UTC").months).toHaveLength(12);
  });

  it.each([
    [{ from: "2025-11", to: "2026-02" }, ["2025-11", "2025-12", "2026-01", "2026-02"]],
    [{ from: "2025-12" }, ["2025-12", "2026-01"]],
    [{ from: "2024-02", to: "2024-02" }, ["2024-02"]],
  ])("%o are %o", (asked, months) => {
    const period = readPeriod(asked, now, "UTC");
    expect(period.ok && period.value.months).toEqual(months);
  });

  it("ends with the month that alone is asked for, twelve in all", () => {
    expect(readPeriod({ to: "2024-03" }, now, "UTC")).toMatchObject({
      value: { first: "2023-04", last: "2024-03" },
    });
  });

  it.each([
    ["the wrong order", { from: "2026-02", to: "2026-01" }, "to"],
    ["a month that is none", { from: "2026-13", to: "2026-14" }, "from"],
    ["words", { from: "March" }, "from"],
    ["a day", { from: "2025-01", to: "2025-02-01" }, "to"],
    ["another thousand years", { to: "9999-01" }, "from"],
    ["more months than can be drawn", { from: "2015-01", to: "2026-01" }, "from"],
  ])("are refused in words for %s", (_what, asked, field) => {
    expect(readPeriod(asked, now, "UTC")).toMatchObject({
      ok: false,
      error: { code: "bad-period", issues: [{ field }] },
    });
  });

  it("can each be had at one click, none longer than may be asked for", () => {
    for (const { first, last } of usualPeriods(now, "UTC")) {
      const period = readPeriod({ from: first, to: last }, now, "UTC");
      expect(period.ok && period.value.months.length).toBeLessThanOrEqual(mostMonths);
    }
  });
});

describe("the edges of months on a newsroom's clocks", () => {
  it.each([
    ["UTC", "2024-10", "2024-10-01T00:00Z", "2024-11-01T00:00Z"],
    ["Europe/Kyiv", "2024-03", "2024-02-29T22:00Z", "2024-03-31T21:00Z"],
    ["Europe/Kyiv", "2024-10", "2024-09-30T21:00Z", "2024-10-31T22:00Z"],
    ["America/New_York", "2024-11", "2024-11-01T04:00Z", "2024-12-01T05:00Z"],
    ["Asia/Kathmandu", "2024-12", "2024-11-30T18:15Z", "2024-12-31T18:15Z"],
    [
      "a month that begins in a skipped hour, America/Asuncion",
      "2017-10",
      "2017-10-01T04:00Z",
      "2017-11-01T03:00Z",
    ],
    [
      "a month that begins in an hour that comes twice, Atlantic/Azores",
      "2024-10",
      "2024-10-01T00:00Z",
      "2024-11-01T01:00Z",
    ],
  ])("%s, %s: from %s until %s", (named, month, from, until) => {
    const zone = named.split(" ").at(-1)!;
    expect(readPeriod({ from: month, to: month }, now, zone)).toMatchObject({
      value: { begins: [new Date(from)], from: new Date(from), until: new Date(until) },
    });
  });

  it.each([
    ["Europe/Kyiv", "2026-01-31T21:59:59Z", "2026-01"],
    ["Europe/Kyiv", "2026-01-31T22:00:00Z", "2026-02"],
    ["America/New_York", "2026-01-01T04:59:59Z", "2025-12"],
    ["America/New_York", "2026-01-01T05:00:00Z", "2026-01"],
  ])("in %s at %s the month is %s", (zone, at, month) => {
    expect(lastTwelveMonths(new Date(at), zone).last).toBe(month);
    const year = usualPeriods(new Date(at), zone).find(({ label }) => label === "this year")!;
    expect(year).toMatchObject({ first: `${month.slice(0, 4)}-01`, last: month });
  });
});
