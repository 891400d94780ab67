import "server-only";
import pino from "pino";
import { currentRequestId } from "./request-context.server";

/** The server's log: JSON lines with the request's id, no secrets, line breaks in values escaped by the format. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: ["password", "token", "authorization", "cookie"],
  mixin() {
    const requestId = currentRequestId();
    return requestId === undefined ? {} : { requestId };
  },
});

/** Logs a bug under the id that the person was shown. */
export function logProblem(problem: { id: string; method?: string; path?: string; error: unknown }): void {
  const { error, ...rest } = problem;
  logger.error(
    { ...rest, err: error instanceof Error ? error : new Error(String(error)) },
    "unexpected error",
  );
}
