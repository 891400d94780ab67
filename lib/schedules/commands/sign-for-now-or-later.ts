import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Result } from "../../core/result";
import { signOffVerdict } from "../../publications/commands/sign-off-verdict";
import type { Published } from "../../publications/publish-record.server";
import type { SignOffInput } from "../../publications/schema";
import { scheduleSignOff, type Scheduled } from "./schedule-sign-off";

/** Signs a revision: published at once, or at `publishAt` when that is given. */
export function signForNowOrLater(
  viewer: Viewer,
  claimId: string,
  { publishAt, ...input }: SignOffInput,
  now: Date,
): Promise<Result<Published | Scheduled>> {
  return publishAt === undefined
    ? signOffVerdict(viewer, claimId, input, now)
    : scheduleSignOff(viewer, claimId, { ...input, publishAt }, now);
}
