/** One of the process: what Next bundles for pages and for routes has caches of its own, made when it is first read. */
const caches = Symbol.for("countersign: article caches");
const held = globalThis as { [caches]?: Set<() => void> };

/** Says how a cache of this process that holds words or pictures of articles is emptied: called once, when it is made. */
export function registerArticleCache(clear: () => void): void {
  (held[caches] ??= new Set()).add(clear);
}

/** Empties all that this process holds of articles beyond the request or job in hand. It can be read again. */
export function clearArticleCaches(): void {
  for (const clear of held[caches] ?? []) clear();
}
