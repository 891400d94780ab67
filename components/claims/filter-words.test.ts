import { expect, it } from "vitest";
import { filterWords } from "./filter-words";

const people = [{ id: "u1", name: "Ann" }];

it("says in one line everything that a list is filtered by, and nothing of one that is not", () => {
  expect(filterWords({ q: "ferries", importance: 3, sort: "newest" }, people)).toBe("“ferries” · High");
  expect(
    filterWords(
      { state: "in-review", topic: "Harbour", assignee: "u1", due: "week", needs: "editor", sort: "reach" },
      people,
    ),
  ).toBe("In review · Harbour · with Ann · due: within a week · waits for: an editor");
  expect(filterWords({ article: "a1", sort: "newest" }, people)).toBe("resting on one article");
  expect(filterWords({ sort: "newest" }, people)).toBe("");
});
