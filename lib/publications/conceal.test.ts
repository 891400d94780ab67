import { expect, it } from "vitest";
import { concealRoute } from "./conceal";
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
