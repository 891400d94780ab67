import { z } from "zod";
import { fail, notFound, ok, type Result } from "./result";

/** A call without parameters, or without a body. */
export const noQuery = z.strictObject({});
export const empty = z.strictObject({});

/** The loaded thing, or `not_found` when it is absent or may not be seen. */
export function orNotFound<T>(what: string, value: T | null): Result<T> {
  return value === null ? fail(notFound(what)) : ok(value);
}
