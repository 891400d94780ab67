import type { Failure, FailureKind, Issue } from "./result";

/** HTTP status and title of each kind of failure (API contract; RFC 9457 for the document). */
export const statusOf: Record<FailureKind, { status: number; title: string }> = {
  malformed: { status: 400, title: "The request is malformed" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  wrong_method: { status: 405, title: "Not possible here" },
  conflict: { status: 409, title: "Someone was faster, or this is stale" },
  gone: { status: 410, title: "Taken out" },
  withheld: { status: 451, title: "Withheld from readers" },
  too_large: { status: 413, title: "Too large" },
  unsupported_media: { status: 415, title: "Unsupported format" },
  invalid: { status: 422, title: "A rule is not met" },
  rate_limited: { status: 429, title: "Too many requests" },
  broken: { status: 500, title: "Something broke here" },
  unavailable: { status: 503, title: "Not available right now" },
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  [member: string]: unknown;
};

/** What is wrong, line by line. A rule that is not met has a line at least, and each says whether it can be overridden. */
function issuesOf({ kind, code, detail, issues }: Failure): Issue[] | undefined {
  if (kind !== "invalid") return issues;
  const lines: Issue[] = issues ?? [{ code, field: "", message: detail }];
  return lines.map((line) => ({ ...line, overridable: line.overridable ?? false }));
}

/** The problem document of a failure, with the id under which its request is in the log. */
export function toProblem(failure: Failure, requestId?: string): Problem {
  const { status, title } = statusOf[failure.kind];
  const issues = issuesOf(failure);
  return {
    type: `urn:countersign:problem:${failure.code}`,
    title,
    status,
    detail: failure.detail,
    code: failure.code,
    ...(issues ? { issues } : {}),
    ...failure.extra,
    ...(requestId === undefined ? {} : { requestId }),
  };
}
