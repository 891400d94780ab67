/** One of the process: what Next bundles for pages and for routes has memories of its own, made when it is first read. */
const memories = Symbol.for("countersign: words at hand");
const held = globalThis as { [memories]?: Set<() => void> };

/** Says how a memory of the process that holds words or pictures of articles lets go of them: once, when it is made. */
export function onLettingGo(letGo: () => void): void {
  (held[memories] ??= new Set()).add(letGo);
}

/** Lets go of everything that this process holds of articles beyond the request or job in hand. It can be read again. */
export function letGoOfWords(): void {
  for (const letGo of held[memories] ?? []) letGo();
}
