import { canonicalJson } from "../publications/canonical";
import type { RevisionRecord } from "../publications/record";

/**
 * Whether a claim still comes to what was signed. That a source was looked at meanwhile and says the same words is no
 * change, nor is the order of marks that were given again: both are published as they were when it was signed.
 */
export function isAsSigned(signed: RevisionRecord, current: RevisionRecord): boolean {
  return [current, withoutInterests(signed, current)].some(
    (now) => canonicalJson(essence(signed)) === canonicalJson(essence(now)),
  );
}

/**
 * Records did not always print the interests of origins. Where the signed one has none, they are left out of what stands now;
 * whoever notes interests cancels what waits at once (`lib/attributions`), and this does not hide it.
 */
function withoutInterests(signed: RevisionRecord, current: RevisionRecord): RevisionRecord {
  if (signed.route.nodes.some((node) => "interests" in node)) return current;
  const nodes = current.route.nodes.map((node) => {
    if (node.what !== "origin") return node;
    const { interests: _, ...rest } = node;
    return rest;
  });
  return { ...current, route: { ...current.route, nodes } };
}

/**
 * What would be published, less what may differ without a change: when sources were last looked at, the order of marks, and
 * how the route is told and drawn, which follows from what it is and which a newer version of the program may say better.
 */
export function essence(record: RevisionRecord): RevisionRecord {
  const { route } = record;
  return {
    ...record,
    route: {
      ...route,
      words: "",
      nodes: route.nodes.map((node) => ({ ...node, note: "", column: "read" as const })),
    },
    evidence: record.evidence.map((item) => ({ ...item, sameWordsAt: null })),
    reviews: [...record.reviews].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
  };
}
