import { expect, it } from "vitest";
import { aurusRevision } from "../publications/fixtures/aurus-dossier";
import type { RevisionRecord, RouteNode } from "../publications/record";
import { isAsSigned } from "./same-revision";

const interests = { words: "It sells them.", source: "its annual report" };

/** The revision, with every origin of its route changed like this. */
function withOrigins(change: (node: RouteNode & { what: "origin" }) => RouteNode): RevisionRecord {
  const record = aurusRevision({});
  const nodes = record.route.nodes.map((node) => (node.what === "origin" ? change(node) : node));
  return { ...record, route: { ...record.route, nodes } };
}

it("what was signed before interests of origins were printed still holds, and nothing else of an origin is passed over", () => {
  const signed = aurusRevision({});
  expect(signed.route.nodes.some(({ what }) => what === "origin")).toBe(true);
  expect(
    isAsSigned(
      signed,
      withOrigins((node) => ({ ...node, interests })),
    ),
  ).toBe(true);
  expect(
    isAsSigned(
      signed,
      withOrigins((node) => ({ ...node, primary: !node.primary })),
    ),
  ).toBe(false);
});

it("interests that were signed hold until others are noted, or none", () => {
  const signed = withOrigins((node) => ({ ...node, interests }));
  const other = { ...interests, words: "It competes with them." };
  expect(
    isAsSigned(
      signed,
      withOrigins((node) => ({ ...node, interests })),
    ),
  ).toBe(true);
  expect(
    isAsSigned(
      signed,
      withOrigins((node) => ({ ...node, interests: other })),
    ),
  ).toBe(false);
  expect(isAsSigned(signed, aurusRevision({}))).toBe(false);
});
