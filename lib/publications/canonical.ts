import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Deeper than any record gets; a bound, so that a hostile document is refused with words and not by a full stack. */
const maxDepth = 64;

/**
 * The one way to write a JSON value down (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code units,
 * numbers as ECMAScript prints them, no spaces. Throws a `TypeError` naming the place of whatever JSON cannot say
 * without loss: `undefined`, `NaN` and infinities, lone surrogates (RFC 7493), functions, bigints, dates, holes.
 */
export function canonicalJson(value: unknown): string {
  requirePlainJson(value, "$", 0);
  return canonicalize(value) as string;
}

/** Lowercase hex SHA-256 (FIPS 180-4) of bytes, or of the UTF-8 form of a text. A lone surrogate throws. */
export function sha256Hex(data: string | Uint8Array): string {
  if (typeof data === "string") requireWellFormed(data, "text");
  return createHash("sha256").update(data).digest("hex");
}

/** The hash that is signed and printed: lowercase hex SHA-256 of the record's RFC 8785 form. */
export function recordSha256(record: unknown): string {
  return sha256Hex(canonicalJson(record));
}

function requirePlainJson(value: unknown, path: string, depth: number): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "string") return requireWellFormed(value, path);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}: JSON has only finite numbers.`);
    return;
  }
  if (typeof value !== "object") throw new TypeError(`${path} is ${typeof value}: JSON has no such value.`);
  if (depth >= maxDepth) throw new TypeError(`${path} is nested deeper than ${maxDepth} levels.`);
  if (Array.isArray(value)) {
    // An index loop also sees holes, which forEach and the serialiser would skip.
    for (let index = 0; index < value.length; index++) {
      requirePlainJson(value[index], `${path}[${index}]`, depth + 1);
    }
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${path} is an instance of a class: only plain objects have one canonical form.`);
  }
  for (const [key, member] of Object.entries(value)) {
    requireWellFormed(key, `a key of ${path}`);
    requirePlainJson(member, `${path}.${key}`, depth + 1);
  }
}

function requireWellFormed(text: string, path: string): void {
  if (/\p{Surrogate}/u.test(text)) {
    throw new TypeError(`${path} holds half of a character (a lone surrogate): it has no UTF-8 form.`);
  }
}
