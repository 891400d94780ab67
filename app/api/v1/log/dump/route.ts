import { z } from "zod";
import { otherMethods } from "@/lib/core/other-methods.server";
import { linesResponse } from "@/lib/core/api-answer.server";
import { readRoute } from "@/lib/core/api-route.server";
import { fail, ok, type Failure } from "@/lib/core/result";
import { dumpLog } from "@/lib/log/dump.server";

const wholeDeskOnly: Failure = {
  kind: "forbidden",
  code: "whole-desk",
  detail: "The dump is of the whole desk, and this account sees a part of it. GET /api/v1/log lists that part.",
};

/** The log and what it speaks of as lines of JSON, without the words that people wrote: `scripts/verify-log.mjs` reads it. */
export const GET = readRoute({
  action: "log.read",
  query: z.strictObject({}),
  load: async ({ viewer }) =>
    viewer.sees === "own"
      ? fail(wholeDeskOnly)
      : ok(linesResponse((write) => dumpLog({ withWords: false }, write))),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
