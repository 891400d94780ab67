import { expect, test } from "vitest";
import { labelledMonths } from "./month-columns";

const monthsUntil = (last: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(`${last}-15T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() - (count - 1 - index));
    return at.toISOString().slice(0, 7);
  });

test("the last month is always named, and the first name of a year has the year below it", () => {
  const year = [...labelledMonths(monthsUntil("2026-11", 12), 340 / 12)];
  expect(year).toEqual([
    ["2026-01", true],
    ["2026-03", false],
    ["2026-05", false],
    ["2026-07", false],
    ["2026-09", false],
    ["2026-11", false],
  ]);
  const overNewYear = [...labelledMonths(monthsUntil("2026-02", 6), 20)];
  expect(overNewYear).toEqual([
    ["2025-10", true],
    ["2025-12", false],
    ["2026-02", true],
  ]);
});

test("where every month has room all are named, and of many years only each January", () => {
  expect([...labelledMonths(["2026-10", "2026-11"], 170)]).toEqual([
    ["2026-10", true],
    ["2026-11", false],
  ]);
  expect([...labelledMonths(monthsUntil("2026-11", 48), 340 / 48)]).toEqual([
    ["2023-01", true],
    ["2024-01", true],
    ["2025-01", true],
    ["2026-01", true],
  ]);
});
