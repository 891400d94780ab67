import { describe, expect, it } from "vitest";
import { lastTwelveMonths, mostMonths, readPeriod, usualPeriods } from "./period";

const now = new Date("2026-01-31T23:30:00Z");

describe("the months that figures are of", () => {
  it("are the last twelve when nothing is asked", () => {
    const period = readPeriod({}, now);
    expect(period).toEqual({ ok: true, value: lastTwelveMonths(now) });
    expect(lastTwelveMonths(now)).toMatchObject({
      first: "2025-02",
      last: "2026-01",
      from: new Date("2025-02-01T00:00:00Z"),
      until: new Date("2026-02-01T00:00:00Z"),
    });
    expect(lastTwelveMonths(now).months).toHaveLength(12);
  });

  it.each([
    [{ from: "2025-11", to: "2026-02" }, ["2025-11", "2025-12", "2026-01", "2026-02"]],
    [{ from: "2025-12" }, ["2025-12", "2026-01"]],
    [{ from: "2024-02", to: "2024-02" }, ["2024-02"]],
  ])("%o are %o", (asked, months) => {
    const period = readPeriod(asked, now);
    expect(period.ok && period.value.months).toEqual(months);
  });

  it("ends with the month that alone is asked for, twelve in all", () => {
    expect(readPeriod({ to: "2024-03" }, now)).toMatchObject({
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
    expect(readPeriod(asked, now)).toMatchObject({
      ok: false,
      error: { code: "bad-period", issues: [{ field }] },
    });
  });

  it("can each be had at one click, none longer than may be asked for", () => {
    for (const { first, last } of usualPeriods(now)) {
      const period = readPeriod({ from: first, to: last }, now);
      expect(period.ok && period.value.months.length).toBeLessThanOrEqual(mostMonths);
    }
  });
});
