/** Of so many lists a browser remembers where a person was and what was loaded: those that they were in last. */
export const mostListsKept = 10;

/** A map that keeps the `most` entries that were set last, and lets go of the others. */
export class LatestMap<V> {
  readonly #entries = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.most) this.#entries.delete(this.#entries.keys().next().value!);
  }
}
