import { expect, it } from "vitest";
import { bothSides, staleSides } from "./both-sides";

it("shows both sides of each field that differs as a form holds them, and nothing of what is the same or was not given", () => {
  const at = new Date("2031-03-08T12:00:00Z");
  const theirs = { name: "A", isOn: true, topics: ["x", "y"], at, count: 2, owner: null, kept: "k" };
  const mine = { name: "B", isOn: false, topics: ["x"], at: "2031-03-08T13:00:00Z", count: 2, owner: "O" };
  expect(bothSides({ ...mine, kept: undefined }, theirs)).toEqual([
    { field: "name", mine: "B", theirs: "A" },
    { field: "isOn", mine: "", theirs: "on" },
    { field: "topics", mine: "x", theirs: "x\ny" },
    { field: "at", mine: "2031-03-08T13:00:00Z", theirs: "2031-03-08T12:00:00.000Z" },
    { field: "owner", mine: "O", theirs: "" },
  ]);
  expect(bothSides({ owner: "" }, { owner: null })).toEqual([]);
  expect(bothSides({ topics: ["x"] }, theirs, { separator: ", " })).toEqual([
    { field: "topics", mine: "x", theirs: "x, y" },
  ]);
});

it.each([
  [[], "Someone changed this claim after you read it."],
  [["Ann"], "Ann changed this claim at 19:18, after you read it."],
  [["Ann", "Ben", "Cy"], "Ann, Ben, and Cy changed this claim after you read it, last at 19:18."],
  [
    ["Ann", "Ben", "Cy", "Dee"],
    "Ann, Ben, Cy, and 1 other changed this claim after you read it, last at 19:18.",
  ],
  [
    ["Ann", "Ben", "Cy", "Dee", "Eve"],
    "Ann, Ben, Cy, and 2 others changed this claim after you read it, last at 19:18.",
  ],
])("names those who changed it since, three at most, and says when: %j", (names, said) => {
  const sides = [{ field: "place", mine: "York", theirs: "Hull" }];
  expect(staleSides("claim", 2, sides, { names, at: "at 19:18" }).detail).toContain(said);
});

it("who changed it themselves, on another page, is told that it was they", () => {
  const sides = [{ field: "place", mine: "York", theirs: "Hull" }];
  const savedBy = { name: "Ann", at: "2031-03-08T12:00:00Z", isOwn: true };
  const refusal = staleSides("claim", 2, sides, { names: ["Ann"], at: "at 19:18", savedBy });
  expect(refusal.detail).toMatch(/^You changed this claim at 19:18, after this page read it\. Both/);
  expect(refusal.extra).toMatchObject({ savedBy });
});
