/** As the database gives them: nothing that people write looks like one by chance. */
const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  if (typeof value !== "object" || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/** Every id that stands as a whole text anywhere in lists and plain objects, each once. */
export function idsIn(value: unknown): string[] {
  const found = new Set<string>();
  const walk = (one: unknown): void => {
    if (typeof one === "string") {
      if (idForm.test(one)) found.add(one);
    } else if (Array.isArray(one)) one.forEach(walk);
    else if (isPlain(one)) Object.values(one).forEach(walk);
  };
  walk(value);
  return [...found];
}

/** The same value with each of these ids made into one that names nothing; different ids stay different. */
export function withoutIds<T>(value: T, hidden: ReadonlySet<string>): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return hidden.has(one) ? nothingLike(one) : one;
    if (Array.isArray(one)) return one.map(walk);
    if (isPlain(one)) return Object.fromEntries(Object.entries(one).map(([key, at]) => [key, walk(at)]));
    return one;
  };
  return hidden.size === 0 ? value : (walk(value) as T);
}

/** Ids begin with the time they were made at; none was made in 1970. */
function nothingLike(id: string): string {
  return `00000000-0000${id.slice(13)}`;
}
