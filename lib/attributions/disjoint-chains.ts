/**
 * A directed graph in which chains run from a start to an end. Two chains may not share a node, nor a key: nodes that
 * carry the same key depend on each other (one press release, one owner).
 */
export type ChainGraph = {
  starts: readonly string[];
  ends: ReadonlySet<string>;
  next: ReadonlyMap<string, readonly string[]>;
  keys: ReadonlyMap<string, readonly string[]>;
};

const source = "source";
const sink = "sink";
const searchSteps = 50_000;

/**
 * The greatest number of chains that share no node and no key, each as node ids from start to end.
 * Without keys this is a maximum flow with every node split in two (Menger 1927; Ford and Fulkerson 1956), which is
 * exact. When the flow breaks a key, which flows cannot express, a bounded search takes over: exact on graphs of a
 * newsroom's size, and on others it may give fewer chains than there are, never more.
 */
export function disjointChains(graph: ChainGraph): string[][] {
  const chains = flowChains(graph);
  const clash = firstClash(graph, chains);
  return clash === null ? chains : searchChains(graph, chains.length, chainsWithoutClash(graph, clash));
}

/** Nodes that can be reached from `from`, itself included. */
export function reachable(from: readonly string[], next: ChainGraph["next"]): Set<string> {
  const seen = new Set(from);
  for (const node of seen) for (const other of next.get(node) ?? []) seen.add(other);
  return seen;
}

/** Nodes of a chain whose key an earlier chain carries too; `null` when no two chains share a key. */
function firstClash(graph: ChainGraph, chains: string[][]): string[] | null {
  const used = new Set<string>();
  for (const chain of chains) {
    const keysOf = (node: string) => graph.keys.get(node) ?? [];
    const clashing = chain.filter((node) => keysOf(node).some((key) => used.has(key)));
    if (clashing.length > 0) return clashing;
    for (const key of chain.flatMap(keysOf)) used.add(key);
  }
  return null;
}

/** A fair set to start the search from: drops clashing nodes and lets the rest flow again until nothing clashes. */
function chainsWithoutClash(graph: ChainGraph, firstDropped: string[]): string[][] {
  const dropped = new Set(firstDropped);
  for (;;) {
    const kept = (nodes: readonly string[]) => nodes.filter((node) => !dropped.has(node));
    const next = new Map([...graph.next].map(([node, others]) => [node, kept(others)]));
    const chains = flowChains({ ...graph, starts: kept(graph.starts), next });
    const clash = firstClash(graph, chains);
    if (clash === null) return chains;
    for (const node of clash) dropped.add(node);
  }
}

const into = (node: string) => `i${node}`;
const outOf = (node: string) => `o${node}`;

/** Arcs of the split graph, all of capacity one. */
function splitArcs(graph: ChainGraph): [string, string][] {
  const nodes = reachable(graph.starts, graph.next);
  const arcs: [string, string][] = [...new Set(graph.starts)].map((start) => [source, into(start)]);
  for (const node of nodes) {
    arcs.push([into(node), outOf(node)]);
    if (graph.ends.has(node)) arcs.push([outOf(node), sink]);
    for (const other of graph.next.get(node) ?? []) {
      if (other !== node) arcs.push([outOf(node), into(other)]);
    }
  }
  return arcs;
}

function flowChains(graph: ChainGraph): string[][] {
  const arcs = splitArcs(graph);
  const residual = new Map<string, Set<string>>();
  const open = (from: string) => {
    const known = residual.get(from) ?? new Set<string>();
    residual.set(from, known);
    return known;
  };
  for (const [from, to] of arcs) open(from).add(to);
  for (let path = shortestPath(residual); path; path = shortestPath(residual)) {
    for (const [from, to] of path) {
      open(from).delete(to);
      open(to).add(from);
    }
  }
  const taken = arcs.filter(([from, to]) => from !== source && !open(from).has(to));
  const follow = new Map(taken.map(([from, to]) => [from, to]));
  return [...new Set(graph.starts)]
    .filter((start) => !open(source).has(into(start)))
    .map((start) => followChain(start, follow));
}

function followChain(start: string, follow: ReadonlyMap<string, string>): string[] {
  const chain = [start];
  for (let at = follow.get(outOf(start)); at && at !== sink; at = follow.get(outOf(at.slice(1)))) {
    chain.push(at.slice(1));
  }
  return chain;
}

function shortestPath(residual: ReadonlyMap<string, ReadonlySet<string>>): [string, string][] | null {
  const cameFrom = new Map<string, string | null>([[source, null]]);
  for (const [node] of cameFrom) {
    if (node === sink) break;
    for (const other of residual.get(node) ?? []) if (!cameFrom.has(other)) cameFrom.set(other, node);
  }
  if (!cameFrom.has(sink)) return null;
  const arcs: [string, string][] = [];
  for (let at = sink, from = cameFrom.get(at); from; at = from, from = cameFrom.get(at))
    arcs.push([from, at]);
  return arcs;
}

/** Backtracking over the starts; a chain never needs to pass another start or to go on after an end. */
function searchChains(graph: ChainGraph, atMost: number, atLeast: string[][]): string[][] {
  const starts = [...new Set(graph.starts)];
  const keysOf = (node: string) => [node, ...(graph.keys.get(node) ?? [])];
  const budget = { steps: searchSteps };
  let best = atLeast;

  /** One chain at most for each different last key of the starts that remain. */
  const hope = (from: number, used: ReadonlySet<string>) =>
    new Set(
      starts
        .slice(from)
        .filter((start) => !keysOf(start).some((key) => used.has(key)))
        .map((start) => keysOf(start).at(-1)),
    ).size;

  const visit = (index: number, used: ReadonlySet<string>, chosen: string[][]) => {
    if (chosen.length > best.length) best = chosen;
    const start = starts[index];
    if (start === undefined || best.length >= atMost || budget.steps <= 0) return;
    if (chosen.length + hope(index, used) <= best.length) return;
    for (const path of pathsFrom(graph, [start], used, budget)) {
      visit(index + 1, new Set([...used, ...path.flatMap(keysOf)]), [...chosen, path]);
    }
    visit(index + 1, used, chosen);
  };
  visit(0, new Set(), []);
  return best;
}

/** Simple paths that go on from `path` to an end and touch nothing used; each step is paid from the budget. */
function* pathsFrom(
  graph: ChainGraph,
  path: string[],
  used: ReadonlySet<string>,
  budget: { steps: number },
): Generator<string[]> {
  const last = path.at(-1)!;
  if (budget.steps-- <= 0 || used.has(last) || graph.keys.get(last)?.some((key) => used.has(key))) return;
  if (graph.ends.has(last)) {
    yield path;
    return;
  }
  for (const other of graph.next.get(last) ?? []) {
    if (path.includes(other) || graph.starts.includes(other)) continue;
    yield* pathsFrom(graph, [...path, other], used, budget);
  }
}
