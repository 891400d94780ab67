import "server-only";
import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { fail, type Result } from "../core/result";
import { instantIn } from "../core/zoned-time";
import type { Published } from "../publications/publish-record.server";
import { signOffSchema } from "../publications/schema";
import { loadSettings } from "../settings/settings.server";
import type { Scheduled } from "./commands/schedule-sign-off";
import { signForNowOrLater } from "./commands/sign-for-now-or-later";

/** A sign-off as the desk's form gives it: the time is what the newsroom's clocks show, and which button was pressed. */
export const signByClockSchema = z.strictObject({
  ...signOffSchema.shape,
  publishAt: z.string().max(30).optional(),
  when: z.enum(["now", "later"]).default("now"),
});
type SignByClockInput = z.output<typeof signByClockSchema>;

/** Signs for now or for a time on the newsroom's clocks; where button and field contradict each other nothing is signed. */
export async function signByClock(
  viewer: Viewer,
  claimId: string,
  { when, publishAt, ...input }: SignByClockInput,
  now: Date,
): Promise<Result<Published | Scheduled>> {
  if (when === "now")
    return publishAt === undefined
      ? signForNowOrLater(viewer, claimId, input, now)
      : unclear("You chose a time: press “Sign for this time”, or empty the field to publish now.");
  if (publishAt === undefined) return unclear("Choose the day and the time.");
  const at = instantIn((await loadSettings()).site.timeZone, publishAt);
  if (!at.ok) return at;
  return signForNowOrLater(viewer, claimId, { ...input, publishAt: at.value.toISOString() }, now);
}

function unclear(message: string) {
  const issues = [{ code: "publish-at", field: "publishAt", message }];
  return fail({ kind: "invalid", code: "publish-at", detail: `Nothing was signed. ${message}`, issues });
}
