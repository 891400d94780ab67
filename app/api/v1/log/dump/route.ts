import { z } from "zod";
import { otherMethods } from "@/lib/core/other-methods.server";
import { wholeDeskOnly } from "@/lib/access/whole-desk";
import { linesResponse } from "@/lib/core/api-answer.server";
import { readRoute } from "@/lib/core/api-route.server";
import { fail, ok } from "@/lib/core/result";
import { dumpLog } from "@/lib/log/dump.server";

/** The log and what it speaks of as lines of JSON, without the words that people wrote: `scripts/verify-log.mjs` reads it. */
export const GET = readRoute({
  action: "log.read",
  query: z.strictObject({}),
  load: async ({ viewer }) =>
    viewer.sees === "own"
      ? fail(wholeDeskOnly("The dump of the log"))
      : ok(linesResponse((write) => dumpLog({ withWords: false }, write))),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
