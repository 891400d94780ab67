/**
 * A bounded map whose least recently used entries go first, and whose entries grow too old after `maxAgeMs`. `mostWeight`
 * is how many entries there may be, or, with `weigh`, what all of them may weigh; what weighs more alone is not kept.
 */
export class Lru<V> {
  readonly #entries = new Map<string, { value: V; atMs: number; weight: number }>();
  #weight = 0;

  constructor(
    private readonly mostWeight: number,
    private readonly maxAgeMs: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {}

  get(key: string, nowMs: number): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (nowMs - entry.atMs > this.maxAgeMs) {
      this.delete(key);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, nowMs: number): void {
    this.delete(key);
    const weight = this.weigh(value);
    if (weight > this.mostWeight) return;
    this.#entries.set(key, { value, atMs: nowMs, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.mostWeight) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }
}
