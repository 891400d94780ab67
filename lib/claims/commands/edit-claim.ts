import "server-only";
import type { Viewer } from "../../access/viewer";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";
import { checkAssignee, refreshClaimFigures } from "./create-claim";
import type { EditClaimInput } from "../schema";
import { noteAuthor, openForWriting } from "../open-claim.server";

/** Fields that are about the work, not printed: changing them is not authoring. */
const deskFields = ["importance", "deadlineAt", "assigneeId"] as const;

/** Changes a claim's own fields. 409 `stale` with both versions when someone changed it since it was read. */
export async function editClaim(
  viewer: Viewer,
  claimId: string,
  input: EditClaimInput,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  return runCommand(async (tx) => {
    const { version, ...given } = input;
    const changes = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as Partial<typeof given>;
    const isDeskOnly = Object.keys(changes).every((field) =>
      (deskFields as readonly string[]).includes(field),
    );
    const current = await tx.claim.findUnique({ where: { id: claimId } });
    if (current && current.version !== version) {
      refuse({
        kind: "conflict",
        code: "stale",
        detail:
          "Someone changed this claim after you read it. Both versions are below; choose, then save again.",
        extra: {
          version: current.version,
          conflict: conflictOf(changes, current as unknown as Record<string, unknown>),
        },
      });
    }
    const locked = await openForWriting(tx, viewer, claimId, now);
    if (locked.version !== version)
      refuse({
        kind: "conflict",
        code: "stale",
        detail: "Someone changed this claim after you read it. Read it again.",
        extra: { version: locked.version },
      });
    await checkAssignee(tx, changes.assigneeId);
    await tx.claim.update({
      where: { id: claimId },
      data: { ...changes, version: { increment: 1 } } as never,
    });
    if (changes.text !== undefined && changes.text !== locked.text) {
      await refreshClaimFigures(tx, claimId, changes.text);
      await refreshComparisons(tx, claimId);
    }
    if (!isDeskOnly) await noteAuthor(tx, viewer, claimId, "claim", claimId, now);
    await recordEvent(tx, viewer, now, {
      event: "claim.edited",
      subject: { kind: "claim", id: claimId },
      claimId,
      body: { changes: changes as Record<string, unknown> },
    });
    return { claimId };
  });
}

function conflictOf(mine: Record<string, unknown>, theirs: Record<string, unknown>) {
  const show = (value: unknown) =>
    value instanceof Date
      ? value.toISOString()
      : Array.isArray(value)
        ? value.join(", ")
        : String(value ?? "");
  return Object.entries(mine)
    .filter(([field, value]) => show(value) !== show(theirs[field]))
    .map(([field, value]) => ({ field, mine: show(value), theirs: show(theirs[field]) }));
}
