import { expect, it } from "vitest";
import { concealedIds, concealRoute } from "./conceal";
import { aurusDossier, testEvidence } from "./fixtures/aurus-dossier";
import type { RecordRoute } from "./record";

const origin = (id: string) => ({
  ...({ id, name: `Name of ${id}`, note: "", column: "knew-first", what: "origin" } as const),
  ...({ naming: "named", primary: true } as const),
  interests: { words: `Gains by ${id}`, source: `Known from ${id}` },
});
const route = (ids: string[]): RecordRoute => ({
  ...{ side: "supports", count: 1, words: "", edges: [] },
  nodes: ids.map(origin),
});

it("what an origin gains is kept where readers are told of it, and never where its evidence is protected", () => {
  const dossier = aurusDossier();
  const secret = { ...testEvidence("e-hidden", "o-hidden", "Words"), disclosure: "described" as const };
  const hidden = { ...dossier, evidence: [secret] };
  const [open, unnamed] = concealRoute(route(["o-open", "o-hidden"]), hidden).nodes;
  expect(open).toMatchObject({ interests: { words: "Gains by o-open", source: "Known from o-open" } });
  expect(unnamed).toMatchObject({ id: "unnamed-1", name: "A source we do not name" });
  expect(unnamed).not.toHaveProperty("interests");
});

it("what only a concealed source leads to is not shown for a suggestion that nobody decided", () => {
  const dossier = aurusDossier();
  const secret = { ...testEvidence("e-hidden", "memo", "Words"), disclosure: "withheld" as const };
  const open = testEvidence("e-open", "relay", "Words");
  const edge = (from: string, status: "suggested" | "confirmed") => ({
    ...dossier.attributions[0]!,
    ...{ id: `${from}-audit`, fromArticleId: from, toArticleId: null, toOriginId: "audit", status },
  });
  const concealed = (status: "suggested" | "confirmed") =>
    concealedIds({
      ...dossier,
      evidence: [open, secret],
      attributions: [edge("memo", "suggested"), edge("relay", status)],
    });
  expect(concealed("suggested")).toContain("audit");
  expect(concealed("confirmed")).not.toContain("audit");
});
