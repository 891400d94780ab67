import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { DossierAttribution } from "../claims/dossier";
import { attributionFixture as edge, originFixture as origin } from "../claims/dossier-fixture";
import type { Stance } from "../claims/vocabulary";
import { defaultRatings } from "../settings/ratings";
import { independence, sideOfRating, sideWithMoreEvidence } from "./independence";

const supporting = (...ids: string[]) =>
  ids.map((articleId) => ({ articleId, stance: "supports" as Stance }));
const count = (ids: string[], attributions: DossierAttribution[], origins = [origin("o"), origin("p")]) =>
  independence({ evidence: supporting(...ids), attributions, origins, side: null });

describe("independent origins", () => {
  test("ten articles through one wire report count one, even when it names two origins", () => {
    const ids = Array.from({ length: 10 }, (_, index) => `a${index}`);
    const result = count(ids, [
      ...ids.map((id) => edge(id, "cites", { article: "wire" })),
      edge("wire", "cites", { origin: "o" }),
      edge("wire", "cites", { origin: "p" }),
    ]);
    expect(result).toMatchObject({ side: "supports", count: 1, unknown: [] });
    expect(result.chains).toEqual([["o", "wire", "a0"]]);
    expect(result.origins).toEqual([
      { id: "o", articleIds: ids },
      { id: "p", articleIds: ids },
    ]);
  });

  test("a first chain gives way when that makes room for a second", () => {
    const result = count(
      ["a", "b"],
      [
        edge("a", "cites", { article: "r" }),
        edge("a", "cites", { article: "s" }),
        edge("b", "cites", { article: "r" }),
        edge("r", "cites", { origin: "o" }),
        edge("s", "cites", { origin: "p" }),
      ],
    );
    expect(result.chains).toEqual([
      ["p", "s", "a"],
      ["o", "r", "b"],
    ]);
  });

  test("an article marked own reporting is its own origin", () => {
    const result = count(["a", "b"], [edge("a", "own-reporting"), edge("b", "cites", { article: "a" })]);
    expect(result).toMatchObject({
      count: 1,
      chains: [["a"]],
      origins: [{ id: "a", articleIds: ["a", "b"] }],
    });
  });

  test("unknown never adds, and all unknown counts none", () => {
    const suggested = edge("b", "cites", { origin: "p" }, "suggested");
    const result = count(
      ["a", "b", "c"],
      [edge("a", "cites", { origin: "o" }), suggested, edge("c", "cites", { article: "x" })],
    );
    expect(result).toMatchObject({ count: 1, unknown: ["b", "c"] });
    expect(result.usedEdges.map(({ id }) => id)).toEqual(["a cites o"]);
    expect(count(["a", "b"], [])).toMatchObject({ count: 0, chains: [], unknown: ["a", "b"] });
  });

  test.each(["same-owner", "same-press-release", "same-dataset", "same-interview"] as const)(
    "two articles tied by %s count once, also over a third",
    (type) => {
      const own = ["a", "b", "c"].map((id) => edge(id, "own-reporting"));
      const ties = [edge("a", type, { article: "b" }), edge("c", type, { article: "b" })];
      expect(count(["a", "b", "c"], own).count).toBe(3);
      expect(count(["a", "b", "c"], [...own, ...ties]).count).toBe(1);
    },
  );

  test("relays tied by one owner count once", () => {
    const edges = [
      edge("a", "cites", { article: "r" }),
      edge("b", "cites", { article: "s" }),
      edge("r", "cites", { origin: "o" }),
      edge("s", "cites", { origin: "p" }),
    ];
    expect(count(["a", "b"], edges).count).toBe(2);
    expect(count(["a", "b"], [...edges, edge("r", "same-owner", { article: "s" })]).count).toBe(1);
  });

  test("one owner is no route, one press release is", () => {
    const own = edge("b", "own-reporting");
    expect(count(["a"], [own, edge("a", "same-owner", { article: "b" })]).unknown).toEqual(["a"]);
    expect(count(["a"], [own, edge("b", "same-press-release", { article: "a" })]).chains).toEqual([
      ["b", "a"],
    ]);
  });

  test("unnamed sources known only to a relay count once until an editor attests that they differ", () => {
    const edges = [edge("a", "cites", { origin: "u" }), edge("b", "cites", { origin: "v" })];
    const unnamed = { naming: "unnamed-known-to-relay" } as const;
    const together = count(["a", "b"], edges, [origin("u", unnamed), origin("v", unnamed)]);
    expect(together).toMatchObject({ count: 1, chains: [["u", "a"]] });
    expect(together.origins.map(({ id }) => id)).toEqual(["u", "v"]);
    const attested = { ...unnamed, attestedById: "editor" };
    expect(count(["a", "b"], edges, [origin("u", unnamed), origin("v", attested)]).count).toBe(2);
    expect(
      count(["a", "b"], edges, [origin("u"), origin("v", { naming: "unnamed-known-to-us" })]).count,
    ).toBe(2);
  });

  test("a circle of articles that cite each other leads nowhere", () => {
    const circle = [edge("a", "cites", { article: "b" }), edge("b", "republishes", { article: "a" })];
    expect(count(["a", "b"], circle)).toMatchObject({ count: 0, unknown: ["a", "b"] });
  });

  test("only the asked side counts, context never", () => {
    const attributions = ["a", "b", "c"].map((id) => edge(id, "own-reporting"));
    const evidence = [
      { articleId: "a", stance: "supports" },
      { articleId: "b", stance: "disputes" },
      { articleId: "c", stance: "context" },
    ] as const;
    const on = (side: "supports" | "disputes" | null) =>
      independence({ evidence, attributions, origins: [], side });
    expect(on("disputes")).toMatchObject({ side: "disputes", count: 1, chains: [["b"]] });
    expect(on(null)).toMatchObject({ side: "supports", chains: [["a"]] });
    expect(independence({ evidence: [], attributions, origins: [], side: null })).toMatchObject({
      side: null,
      count: 0,
    });
  });
});

describe("the side a rating rests on", () => {
  test.each([
    ["confirmed", "supports"],
    ["mostly-confirmed", "supports"],
    ["disputed", "disputes"],
    ["misleading", null],
    ["unproven", null],
    ["no-such-rating", null],
    [null, null],
  ])("%s → %s", (code, side) => {
    expect(sideOfRating(code, defaultRatings)).toBe(side);
  });

  test("more evidence decides, a tie supports, context decides nothing", () => {
    const of = (...stances: Stance[]) => sideWithMoreEvidence(stances.map((stance) => ({ stance })));
    expect(of("supports", "disputes", "disputes")).toBe("disputes");
    expect(of("supports", "disputes")).toBe("supports");
    expect(of("context")).toBeNull();
  });
});

/** Every set of chains, tried one by one. */
function bruteForce(starts: string[], edges: DossierAttribution[]): number {
  const tie = (type: string) => type === "same-owner" || type === "same-dataset";
  const neighbours = (node: string, type: string) =>
    edges.flatMap((one) =>
      one.type !== type
        ? []
        : one.fromArticleId === node
          ? [one.toArticleId!]
          : one.toArticleId === node
            ? [node && one.fromArticleId]
            : [],
    );
  const group = (node: string, type: string) => {
    const members = new Set([node]);
    for (const member of members) for (const other of neighbours(member, type)) members.add(other);
    return members.size > 1 ? [`${type} ${[...members].sort().join()}`] : [];
  };
  const uses = (node: string) => [node, ...group(node, "same-owner"), ...group(node, "same-dataset")];
  const paths = (path: string[]): string[][] => {
    const last = path.at(-1)!;
    const ended =
      last.startsWith("o") || edges.some((one) => one.type === "own-reporting" && one.fromArticleId === last);
    const on = [
      ...edges
        .filter((one) => !tie(one.type) && one.fromArticleId === last)
        .map((one) => one.toArticleId ?? one.toOriginId),
      ...neighbours(last, "same-dataset"),
    ];
    const further = on.flatMap((node) => (node && !path.includes(node) ? paths([...path, node]) : []));
    return ended ? [path, ...further] : further;
  };
  const candidates = [...new Set(starts)].map((start) =>
    paths([start]).map((path) => new Set(path.flatMap(uses))),
  );
  const pack = (index: number, used: Set<string>): number => {
    if (index === candidates.length) return 0;
    const taken = candidates[index]!.filter((path) => [...path].every((node) => !used.has(node)));
    return Math.max(
      pack(index + 1, used),
      ...taken.map((path) => 1 + pack(index + 1, new Set([...used, ...path]))),
    );
  };
  return pack(0, new Set());
}

const article = fc.constantFrom("a", "b", "c", "d", "e");
const arrow = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(article, article).map(([from, to]) => edge(from, "cites", { article: to })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(article, fc.constantFrom("o1", "o2", "o3"))
      .map(([from, to]) => edge(from, "cites", { origin: to })),
  },
  { weight: 1, arbitrary: article.map((from) => edge(from, "own-reporting")) },
);
const tied = fc
  .tuple(article, article, fc.constantFrom("same-owner" as const, "same-dataset" as const))
  .map(([from, to, type]) => edge(from, type, { article: to }));
const starts = fc.uniqueArray(article, { minLength: 1, maxLength: 4 });

describe("against every possible set of chains", () => {
  const agrees = (ids: string[], edges: DossierAttribution[]) => {
    const result = count(ids, edges, []);
    expect(result.count).toBe(bruteForce(ids, edges));
    const nodes = result.chains.flat();
    expect(new Set(nodes).size).toBe(nodes.length);
    for (const chain of result.chains) expect(ids).toContain(chain.at(-1));
  };

  test("the count is the greatest without ties", () => {
    fc.assert(fc.property(starts, fc.array(arrow, { maxLength: 10 }), agrees), { numRuns: 400 });
  });

  test("the count is the greatest with ties", () => {
    const edges = fc
      .tuple(fc.array(arrow, { maxLength: 9 }), fc.array(tied, { maxLength: 3 }))
      .map((lists) => lists.flat());
    fc.assert(fc.property(starts, edges, agrees), { numRuns: 400 });
  });

  test("the count is the greatest with sources that only a relay knows, which are one until attested", () => {
    const pooled = (...attested: string[]) =>
      ["o1", "o2", "o3"].map((id) =>
        origin(id, {
          naming: id === "o3" ? "named" : "unnamed-known-to-relay",
          attestedById: attested.includes(id) ? "editor" : null,
        }),
      );
    const asOne = (edges: DossierAttribution[], together: readonly string[]) =>
      edges.map((one) =>
        one.toOriginId && together.includes(one.toOriginId) ? { ...one, toOriginId: "one" } : one,
      );
    fc.assert(
      fc.property(starts, fc.array(arrow, { maxLength: 10 }), (ids, edges) => {
        expect(count(ids, edges, pooled()).count).toBe(bruteForce(ids, asOne(edges, ["o1", "o2"])));
        expect(count(ids, edges, pooled("o1")).count).toBe(bruteForce(ids, edges));
      }),
      { numRuns: 300 },
    );
  });

  test("a suggested or rejected attribution changes nothing, whatever else is there", () => {
    fc.assert(
      fc.property(
        starts,
        fc.array(arrow, { maxLength: 9 }),
        arrow,
        fc.constantFrom("suggested" as const, "rejected" as const),
        (ids, edges, more, status) => {
          expect(count(ids, [...edges, { ...more, status }], [])).toEqual(count(ids, edges, []));
        },
      ),
    );
  });

  test("one more confirmed attribution never turns a known article unknown", () => {
    fc.assert(
      fc.property(starts, fc.array(arrow, { maxLength: 9 }), arrow, (ids, edges, more) => {
        const after = count(ids, [...edges, more], []).unknown;
        expect(count(ids, edges, []).unknown).toEqual(expect.arrayContaining(after));
      }),
    );
  });
});
