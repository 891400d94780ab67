import "server-only";
import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { fail, type Result } from "../core/result";
import type { Published } from "../publications/publish-record.server";
import { signOffSchema } from "../publications/schema";
import type { Scheduled } from "./commands/schedule-sign-off";
import { signForNowOrLater } from "./commands/sign-for-now-or-later";

/** A sign-off as the desk's form gives it: with the button that was pressed. */
export const signByClockSchema = z.strictObject({
  ...signOffSchema.shape,
  when: z.enum(["now", "later"]).default("now"),
});
type SignByClockInput = z.output<typeof signByClockSchema>;

/** Signs for now or for a time; where button and field contradict each other nothing is signed. */
export async function signByClock(
  viewer: Viewer,
  claimId: string,
  { when, publishAt, ...input }: SignByClockInput,
  now: Date,
): Promise<Result<Published | Scheduled>> {
  if (when === "now")
    return publishAt === undefined
      ? signForNowOrLater(viewer, claimId, input, now)
      : unclear("You chose a time: press “Schedule”, or empty the field to publish now.");
  if (publishAt === undefined) return unclear("Choose the day and the time.");
  return signForNowOrLater(viewer, claimId, { ...input, publishAt }, now);
}

function unclear(message: string) {
  const issues = [{ code: "publish-at", field: "publishAt", message }];
  return fail({ kind: "invalid", code: "publish-at", detail: `Nothing was signed. ${message}`, issues });
}
