import type { AttributionType } from "../claims/dossier";

/** A confirmed attribution: `from` has it from `to`, an article or an origin. */
export type ConfirmedEdge = { from: string; to: string; type: AttributionType };

/** Information runs along these from `to` to `from`; of one material, both ways. Owners share no information. */
const ONE_WAY: ReadonlySet<AttributionType> = new Set(["cites", "republishes", "uncredited-rewrite"]);
const BOTH_WAYS: ReadonlySet<AttributionType> = new Set([
  "same-press-release",
  "same-dataset",
  "same-interview",
]);

type Upstream = ReadonlyMap<string, readonly string[]>;

/** Whatever each article or origin has its information from; one that reports itself leads to an end of its own. */
function upstreamOf(edges: readonly ConfirmedEdge[]): Upstream {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const { from, to, type } of edges) {
    if (type === "own-reporting") add(from, `own reporting of ${from}`);
    else if (ONE_WAY.has(type)) add(from, to);
    else if (BOTH_WAYS.has(type)) {
      const material = `${type} ${[from, to].sort().join(" ")}`;
      add(from, material);
      add(to, material);
    }
  }
  return next;
}

function reach(next: Upstream, from: string, without: string | null): Set<string> {
  const seen = new Set<string>();
  const open = from === without ? [] : [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(next.get(node) ?? []).filter((to) => to !== without));
  }
  return seen;
}

/** Whether everything that `article` has leads through `gate`: with it gone, no end is left. */
function dependsOn(next: Upstream, article: string, gate: string): boolean {
  if (article === gate) return true;
  return [...reach(next, article, gate)].every((node) => next.has(node));
}

/**
 * Whether two articles bring the same report (DOMAIN "The figure ledger"): over confirmed attributions everything that
 * either has leads through one article, origin or material, be it one of the two. What is unknown joins nothing.
 */
export function isSameReport(edges: readonly ConfirmedEdge[], a: string, b: string): boolean {
  if (a === b) return true;
  const next = upstreamOf(edges);
  const behind = reach(next, b, null);
  return [...reach(next, a, null)].some(
    (gate) => behind.has(gate) && dependsOn(next, a, gate) && dependsOn(next, b, gate),
  );
}
