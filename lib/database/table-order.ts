/** A foreign key: rows of `from` point at rows of `to`. */
export type Reference = { from: string; to: string };

/**
 * Tables in an order in which each comes after those it points at, by name where it does not matter. A table may point
 * at itself. Throws when tables point at each other in a circle.
 */
export function inLoadOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const waitsFor = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { from, to } of references) if (from !== to) waitsFor.get(from)?.add(to);
  const ordered: string[] = [];
  while (waitsFor.size > 0) {
    const free = [...waitsFor].filter(([, others]) => ![...others].some((other) => waitsFor.has(other)));
    if (free.length === 0)
      throw new Error(`These tables point at each other: ${[...waitsFor.keys()].join(", ")}.`);
    for (const name of free.map(([table]) => table).sort()) {
      ordered.push(name);
      waitsFor.delete(name);
    }
  }
  return ordered;
}
