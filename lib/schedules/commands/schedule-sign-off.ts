import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { keepRevision } from "../../claims/revision.server";
import type { Prisma } from "../../core/db.server";
import { minuteMs } from "../../core/durations";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { enqueue } from "../../jobs/queue.server";
import { recordEvent } from "../../log/record.server";
import { canonicalJson } from "../../publications/canonical";
import { checkSigning, signerOf } from "../../publications/check-signing.server";
import type { SignOffInput } from "../../publications/schema";

const maxAheadMs = 31 * 1_440 * minuteMs;

export type Scheduled = { scheduled: { publishAt: string; revisionHash: string; version: number } };

/**
 * Signs exactly the revision whose hash the editor saw, to be published at a later time: every guard of a sign-off now,
 * and again then. Nothing is public before; of several editors one wins.
 */
export async function scheduleSignOff(
  viewer: Viewer,
  claimId: string,
  input: SignOffInput & { publishAt: string },
  now: Date,
): Promise<Result<Scheduled>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const publishAt = new Date(input.publishAt);
  const signer = signerOf(viewer);
  return runCommand(async (tx) => {
    const { current, passed } = await checkSigning(tx, signer, claimId, input, now);
    checkTime(publishAt, now);
    checkPromise(current.record.provisional?.nextUpdateAt ?? null, publishAt);
    await keepRevision(tx, current);
    const id = newId();
    await tx.schedule.create({
      data: {
        id,
        claimId,
        revisionHash: input.revisionHash,
        recordText: canonicalJson(current.record),
        editorId: viewer.id,
        signerName: viewer.name,
        selfSigned: passed.selfSigned !== null,
        selfReason: passed.selfSigned?.reason ?? null,
        tokenId: viewer.via.kind === "token" ? viewer.via.tokenId : null,
        overrides: passed.used as unknown as Prisma.InputJsonValue,
        signedAt: now,
        publishAt,
      },
    });
    await recordEvent(tx, viewer, now, {
      event: "schedule.signed",
      subject: { kind: "schedule", id },
      claimId,
      body: {
        publishAt: publishAt.toISOString(),
        revisionHash: input.revisionHash,
        overrides: passed.used,
      },
    });
    await enqueue(tx, "publish-scheduled", { scheduleId: id }, { at: publishAt });
    const version = (current.record.previous?.version ?? 0) + 1;
    return {
      scheduled: { publishAt: publishAt.toISOString(), revisionHash: input.revisionHash, version },
    };
  });
}

function checkTime(publishAt: Date, now: Date): void {
  const away = publishAt.getTime() - now.getTime();
  const message =
    away < minuteMs
      ? "Choose a time in the future; to publish now, leave the time empty."
      : away > maxAheadMs
        ? "Choose a time within 31 days: what is signed should not wait longer to be read."
        : null;
  if (!message) return;
  refuseTime(message);
}

/** First findings must not be published after the update that they promise. */
function checkPromise(nextUpdateAt: string | null, publishAt: Date): void {
  if (nextUpdateAt === null || Date.parse(nextUpdateAt) > publishAt.getTime()) return;
  refuseTime(
    "By then the next update that readers are promised is over. Choose an earlier time, or promise a later update.",
  );
}

function refuseTime(message: string): never {
  const issues = [{ code: "publish-at", field: "publishAt", message }];
  refuse({ kind: "invalid", code: "publish-at", detail: message, issues });
}
