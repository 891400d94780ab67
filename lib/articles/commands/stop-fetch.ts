import "server-only";
import type { Viewer } from "../../access/viewer";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";

/**
 * Stops the fetch of an article that is under way or waiting: the article is `failed` with the reason `stopped`, which
 * its job notices. 409 `not-fetching` when it ended meanwhile, so that nothing that was captured is lost.
 */
export async function stopFetch(
  viewer: Viewer,
  articleId: string,
  now: Date,
): Promise<Result<{ articleId: string }>> {
  return runCommand(async (tx) => {
    const { count } = await tx.article.updateMany({
      where: { id: articleId, state: "fetching" },
      data: {
        state: "failed",
        failureCode: "stopped",
        failureMessage: `${viewer.name} stopped the fetch.`,
      },
    });
    if (count === 0) {
      const there = await tx.article.findUnique({ where: { id: articleId }, select: { id: true } });
      if (!there) refuse(notFound("article"));
      const detail = "There is no fetch to stop: it had ended already.";
      refuse({ kind: "conflict", code: "not-fetching", detail });
    }
    await recordEvent(tx, viewer, now, {
      event: "article.fetch-stopped",
      subject: { kind: "article", id: articleId },
    });
    return { articleId };
  });
}
