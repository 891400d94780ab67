import "server-only";
import pino from "pino";
import { loggableError } from "./loggable-error";
import { currentRequestId } from "./request-context.server";

/**
 * A log that writes JSON lines to `place` (standard output when left out), with the request's id, no secrets, nothing of the
 * rows that errors are about, line breaks in values escaped by the format.
 */
export function makeLogger(place?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level: process.env.LOG_LEVEL ?? "info",
    redact: ["password", "token", "authorization", "cookie"],
    serializers: { err: (error: unknown) => loggableError(error) },
    mixin() {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
  };
  return place ? pino(options, place) : pino(options);
}

/** The server's log. */
export const logger = makeLogger();

/** Logs a bug under the id that the person was shown. */
export function logProblem(problem: { id: string; method?: string; path?: string; error: unknown }): void {
  const { error, ...rest } = problem;
  logger.error(
    { ...rest, err: error instanceof Error ? error : new Error(String(error)) },
    "unexpected error",
  );
}
