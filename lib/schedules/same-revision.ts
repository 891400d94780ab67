import { canonicalJson } from "../publications/canonical";
import type { RevisionRecord } from "../publications/record";

/**
 * Whether a claim still comes to what was signed. That a source was looked at meanwhile and says the same words is no
 * change, nor is the order of marks that were given again: both are published as they were when it was signed.
 */
export function isAsSigned(signed: RevisionRecord, current: RevisionRecord): boolean {
  return canonicalJson(essence(signed)) === canonicalJson(essence(current));
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
