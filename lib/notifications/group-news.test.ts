import { expect, it } from "vitest";
import type { NewsDto } from "./dto";
import { groupNews } from "./group-news";

const told = (id: string, more: Partial<NewsDto> = {}): NewsDto => ({
  ...{ id, kind: "claim", text: "Ann commented", claim: { id: "c1", text: "Two ferries" }, articleId: null },
  ...{ createdAt: `2024-06-2${id}T12:00:00Z`, acts: [], settled: null, isToSign: false, isNew: false },
  ...more,
});

it("what was told again in the same words is one line, in the newest one's place, with how often", () => {
  const lines = groupNews([told("9"), told("8", { kind: "source" }), told("7"), told("6")]);
  expect(lines.map(({ id, times }) => [id, times])).toEqual([
    ["9", 3],
    ["8", 1],
  ]);
});

it.each<[string, Partial<NewsDto>]>([
  ["of another claim", { claim: { id: "c2", text: "Two ferries" } }],
  ["in other words", { text: "Ben commented" }],
  ["that is settled", { settled: "signed since" }],
  ["that is new", { isNew: true }],
  ["about another source", { articleId: "a1" }],
])("news %s stays a line of its own", (_, more) => {
  expect(groupNews([told("9"), told("8", more)])).toHaveLength(2);
});
