import { describe, expect, it } from "vitest";
import { namesFilters, readQueueFilters } from "./queue-filters";
import { queueQuery } from "./queue-query";

const read = (query: string) => {
  const { limit: _limit, ...filters } = readQueueFilters(Object.fromEntries(new URLSearchParams(query)));
  return filters;
};

describe("the queue's address says its filters", () => {
  it.each([
    ["", { needs: "me", sort: "deadline" }],
    ["needs=all", { sort: "newest" }],
    ["needs=review", { needs: "review", sort: "newest" }],
    ["state=ready", { state: "ready", sort: "newest" }],
    ["needs=me&topic=cars", { needs: "me", topic: "cars", sort: "deadline" }],
    ["q=two+ferries&sort=reach", { q: "two ferries", sort: "reach" }],
    ["assignee=none&importance=3", { assignee: "none", importance: 3, sort: "newest" }],
    ["due=week&sort=deadline", { due: "week", sort: "deadline" }],
    ["article=01ARZ3NDEK", { article: "01ARZ3NDEK", sort: "newest" }],
    ["needs=all&sort=importance", { sort: "importance" }],
  ])("%j is read, and written the same way", (query, filters) => {
    expect(read(query)).toEqual(filters);
    const written = queueQuery(readQueueFilters(Object.fromEntries(new URLSearchParams(query))));
    expect(read(written)).toEqual(filters);
    expect([...new URLSearchParams(written)].sort()).toEqual([...new URLSearchParams(query)].sort());
  });

  it.each([
    ["state=sold", { needs: "me", sort: "deadline" }],
    ["state=ready&sort=sideways", { state: "ready", sort: "newest" }],
    ["needs=nothing", { needs: "me", sort: "deadline" }],
    ["importance=9&topic=cars", { topic: "cars", sort: "newest" }],
    ["article=a'b&needs=all", { sort: "newest" }],
    ["due=someday&needs=all", { sort: "newest" }],
    ["cursor=never&needs=all", { sort: "newest" }],
    ["unknown=1", { needs: "me", sort: "deadline" }],
    ["q=two%00+ferries&topic=%00", { q: "two ferries", sort: "newest" }],
  ])("%j: what makes no sense is left out, the rest stays", (query, filters) => {
    expect(read(query)).toEqual(filters);
  });

  it("does not count the place in the list as a filter", () => {
    expect(namesFilters({ cursor: "x" })).toBe(false);
    expect(namesFilters({ topic: "cars" })).toBe(true);
  });
});
