import { expect, it } from "vitest";
import { filterWords } from "./filter-words";

const people = [{ id: "u1", name: "Ann" }];

it("says in one line everything that a list is filtered by, and nothing of one that is not", () => {
  expect(filterWords({ q: "ferries", importance: 3, sort: "newest" }, people, null)).toBe("“ferries” · High");
  expect(
    filterWords(
      { state: "in-review", topic: "Harbour", assignee: "u1", due: "week", needs: "editor", sort: "reach" },
      people,
      null,
    ),
  ).toBe("In review · Harbour · with Ann · due: within a week · waits for: an editor");
  expect(filterWords({ article: "a1", sort: "newest" }, people, null)).toBe("resting on one article");
  expect(filterWords({ article: "a1", sort: "newest" }, people, "Seven ferries")).toBe(
    "resting on “Seven ferries”",
  );
  expect(filterWords({ topic: "no-topic", sort: "newest" }, people, null)).toBe("no topic");
  expect(filterWords({ sort: "newest" }, people, null)).toBe("");
});
