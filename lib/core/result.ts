/** One thing that is wrong, in words that say what to do. `field` names the input or record field it concerns. */
export type Issue = {
  code: string;
  field: string;
  message: string;
  overridable?: boolean;
  /** The field in words, with its row: for a message that does not say by itself what it is about. */
  label?: string;
  /** The codes that may stand there, for programs: the message says them in words. */
  allowed?: string[];
};

/** Each kind is one HTTP status of the API contract; `problem.ts` maps it. */
export type FailureKind =
  | "malformed"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "wrong_method"
  | "conflict"
  | "gone"
  | "withheld"
  | "too_large"
  | "unsupported_media"
  | "invalid"
  | "rate_limited"
  | "broken"
  | "unavailable";

/** An expected refusal: `code` is stable for machines, `detail` is for the person who must act on it. */
export type Failure = {
  kind: FailureKind;
  code: string;
  detail: string;
  issues?: Issue[];
  /** Further members of the problem document, for example `winner` or `allowed`. */
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Wraps a value as success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a refusal as failure. */
export function fail(error: Failure): { ok: false; error: Failure } {
  return { ok: false, error };
}

/** The same outcome with its value made into another; a refusal stays as it is. */
export function mapResult<T, U>(result: Result<T>, make: (value: T) => U): Result<U> {
  return result.ok ? ok(make(result.value)) : result;
}

/** Thrown inside a transaction so that it rolls back; `runCommand` turns it back into a `Result`. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.detail);
    this.name = "Refusal";
  }
}

/** Refuses from inside a command's transaction. */
export function refuse(failure: Failure): never {
  throw new Refusal(failure);
}

/** The refusal for whatever is absent or may not be seen: the two are never told apart. */
export function notFound(what: string): Failure {
  return { kind: "not_found", code: "not-found", detail: `There is no such ${what}, or you may not see it.` };
}
