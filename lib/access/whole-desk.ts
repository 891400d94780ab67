import type { Failure } from "../core/result";

/** What is of the whole desk and can not be cut to a part, such as a dump or a count, for who sees a part of it. */
export function wholeDeskOnly(what: string): Failure {
  return {
    kind: "forbidden",
    code: "whole-desk",
    detail: `${what} is of the whole desk, and this account sees a part of it. Ask somebody who sees all of it.`,
  };
}
