import { describe, expect, it } from "vitest";
import { defaultShelfLifeSettings } from "../settings/shelf-life-settings";
import { daysCounted, dueGroup, noonOf, periodOf, readTopicLines, recheckAfter, topicLines } from "./periods";

const settings = {
  ...defaultShelfLifeSettings,
  byTopic: [
    { topic: "Prices", days: 30 },
    { topic: "War", days: 7 },
  ],
};

describe("how long a finding keeps", () => {
  it.each([
    ["so", [], 180],
    ["forecast", ["Cars"], 90],
    ["said", ["Cars"], null],
    ["said", ["prices"], 30],
    ["so", ["Prices", " WAR "], 7],
  ] as const)("%s about %j is looked at again after %s days", (kind, topics, days) => {
    expect(periodOf({ kind, topics }, settings)).toBe(days);
  });

  it("counts from the day it is true as of, where there is one", () => {
    const published = new Date("2024-06-28T22:00:00Z");
    expect(recheckAfter(published, null, 30, "UTC").toISOString()).toBe("2024-07-28T22:00:00.000Z");
    expect(recheckAfter(published, "2024-06-01", 30, "UTC").toISOString()).toBe("2024-07-01T12:00:00.000Z");
    const there = recheckAfter(published, "2024-06-01", 30, "Pacific/Auckland");
    expect(there.toISOString()).toBe("2024-07-01T00:00:00.000Z");
  });
});

describe("what a re-check day was counted from is told from the day, and who chose it by what was noted", () => {
  const since = "2024-06-28T22:00:00.123Z";
  const zone = "Pacific/Auckland";
  const dayAfter = (asOf: string | null, days: number) =>
    recheckAfter(new Date(since), asOf, days, zone).toISOString();
  it.each([
    [
      "the day it is true as of",
      { recheckAt: dayAfter("2024-06-01", 90), asOf: "2024-06-01", lookedBy: null },
      90,
    ],
    ["its publication", { recheckAt: dayAfter(null, 30), asOf: null, lookedBy: null }, 30],
    ["the last look", { recheckAt: dayAfter(null, 180), asOf: "2024-06-01", lookedBy: "Ada" }, 180],
    [
      "nothing, where the looker chose it",
      { recheckAt: noonOf("2024-09-01", zone).toISOString(), asOf: null, lookedBy: "Ada", isChosen: true },
      null,
    ],
    [
      "nothing, where the looker chose a day that is whole days away",
      { recheckAt: dayAfter(null, 30), asOf: null, lookedBy: "Ada", isChosen: true },
      null,
    ],
  ])("%s", (_, look, days) => {
    expect(daysCounted({ isChosen: false, ...look, since }, zone)).toBe(days);
  });
});

it.each([
  [-1, "overdue"],
  [0, "overdue"],
  [7, "this-week"],
  [8, "later"],
] as const)("what is due in %s days is %s", (days, group) => {
  const now = new Date("2024-06-28T12:00:00Z");
  expect(dueGroup(new Date(now.getTime() + days * 86_400_000), now)).toBe(group);
});

it("topics are read a line each, and what is no line of days is given back", () => {
  const read = readTopicLines(" Prices: 30 \n\nWar in Sudan : 7\nCars\nElections: soon\n");
  expect(read.byTopic).toEqual([
    { topic: "Prices", days: 30 },
    { topic: "War in Sudan", days: 7 },
  ]);
  expect(read.strange).toEqual(["Cars", "Elections: soon"]);
  expect(readTopicLines(topicLines(read.byTopic)).byTopic).toEqual(read.byTopic);
});
