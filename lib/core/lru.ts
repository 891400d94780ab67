import { WeighedLru } from "./weighed-lru";

/**
 * A bounded map whose least recently used entries go first, and whose entries grow too old after `maxAgeMs`. `mostWeight`
 * is how many entries there may be, or, with `weigh`, what all of them may weigh; what weighs more alone is not kept.
 */
export class Lru<V> {
  readonly #entries: WeighedLru<{ value: V; atMs: number }>;

  constructor(
    mostWeight: number,
    private readonly maxAgeMs: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {
    this.#entries = new WeighedLru(mostWeight);
  }

  get(key: string, nowMs: number): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (nowMs - entry.atMs <= this.maxAgeMs) return entry.value;
    this.delete(key);
    return undefined;
  }

  set(key: string, value: V, nowMs: number): void {
    this.#entries.set(key, { value, atMs: nowMs }, this.weigh(value));
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
