import { describe, expect, it } from "vitest";
import { readQueueFilters } from "../claims/queue-filters";
import { queueQuery } from "../claims/queue-query";
import {
  builtInViews,
  countInWords,
  currentView,
  filtersOfView,
  mayRemoveView,
  type QueueView,
} from "./view";

const saved: QueueView = {
  id: "v1",
  label: "Elections",
  kind: "team",
  query: "topic=elections",
  isMine: false,
  mayRemove: false,
};
const views = [...builtInViews, saved];
const filtersAt = (query: string) => readQueueFilters(Object.fromEntries(new URLSearchParams(query)));

describe("views of the queue", () => {
  it("begin with what needs the person", () => {
    expect(builtInViews[0]?.id).toBe("needs-me");
    expect(filtersOfView(builtInViews[0]!)).toEqual({ needs: "me", sort: "deadline" });
  });

  it.each(builtInViews.map((view) => [view.label, view] as const))(
    "%s is kept in the words that its address has",
    (_label, view) => {
      expect(queueQuery(filtersOfView(view))).toBe(view.query);
      expect(currentView(views, undefined, filtersOfView(view)).view?.id).toBe(view.id);
    },
  );

  it.each([
    ["", undefined, "needs-me", false],
    ["topic=elections", undefined, "v1", false],
    ["topic=elections", "v1", "v1", false],
    ["topic=elections&sort=reach", "v1", "v1", true],
    ["topic=sport", undefined, undefined, false],
    ["needs=all", "gone", "all", false],
  ])("at %j with view %s the view is %s, changed: %s", (query, named, id, isChanged) => {
    const current = currentView(views, named, filtersAt(query));
    expect([current.view?.id, current.isChanged]).toEqual([id, isChanged]);
  });

  it.each([
    ["checker", "me", false, true],
    ["checker", "other", true, false],
    ["editor", "other", true, true],
    ["admin", "other", true, true],
    ["editor", "other", false, false],
  ] as const)("a %s may remove a view of %s, team: %s: %s", (role, ownerId, isTeam, may) => {
    expect(mayRemoveView({ id: "me", role }, { ownerId, isTeam })).toBe(may);
  });

  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1001, "1,000+"],
  ])("%d is said as %s", (count, words) => expect(countInWords(count, 1000)).toBe(words));
});
