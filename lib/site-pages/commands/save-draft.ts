import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Prisma, Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { tell } from "../../notifications/tell.server";
import { recordSha256 } from "../../publications/canonical";
import { loadSettings } from "../../settings/settings.server";
import { lockPage, pageAuthors, pageFacts } from "../page-facts.server";
import { contentOf, sitePageTitles, type SitePageName } from "../pages";
import type { SaveDraftInput } from "../schema";

export type SavedDraft = {
  page: SitePageName;
  draft: number;
  forSignature: boolean;
  /** The log's entry of it; null of a first draft, before which there was nothing. */
  entryId: string | null;
};

/**
 * Keeps what was written as the page's newest draft; nothing of it is public. Of the ratings it keeps the scale in use.
 * 409 `stale` when somebody saved another draft meanwhile: it gives both texts.
 */
export async function saveDraft(
  viewer: Viewer,
  input: SaveDraftInput,
  now: Date,
): Promise<Result<SavedDraft>> {
  const { page, forSignature } = input;
  return runCommand(async (tx) => {
    await lockPage(tx, page);
    const { draft: before } = await pageFacts(tx, page);
    if ((before?.number ?? 0) !== input.draft) refuse(stale(input.text, before));
    const { ratings } = await loadSettings(tx);
    const content = contentOf(page, {
      text: input.text,
      scale: [...ratings],
      signatoryOf: input.signatoryOf,
    });
    const [id, number] = [newId(), input.draft + 1];
    await tx.siteDraft.create({
      data: {
        id,
        page,
        number,
        content: content as unknown as Prisma.InputJsonValue,
        forSignature,
        authorId: viewer.id,
        savedAt: now,
      },
    });
    const entryId = await recordEvent(tx, viewer, now, {
      event: forSignature ? "site-page.finished" : "site-page.drafted",
      subject: { kind: "site-draft", id },
      body: { page, draft: number, contentSha256: recordSha256(content) },
    });
    if (forSignature) await tellSigners(tx, page, number, now);
    return { page, draft: number, forSignature, entryId: before && entryId };
  });
}

/** Tells the editors who can sign it: those who have not written any of it. */
async function tellSigners(tx: Tx, page: SitePageName, draft: number, now: Date): Promise<void> {
  const editors = await tx.user.findMany({
    where: { role: "editor", deactivatedAt: null, id: { notIn: await pageAuthors(tx, page) } },
    select: { id: true },
  });
  const text = `${sitePageTitles[page]} waits for a signature, under Settings, Pages.`;
  const news = { kind: "site-page", text, claimId: null, onceKey: `site-page:${page}:${draft}` };
  await tell(
    tx,
    editors.map(({ id }) => id),
    news,
    now,
  );
}

function stale(
  mine: string,
  theirs: { number: number; content: { text: string }; by: string } | null,
): Failure {
  return {
    kind: "conflict",
    code: "stale",
    detail: `${theirs?.by ?? "Someone"} saved this page after you opened it. Look at theirs, then save again.`,
    extra: {
      version: theirs?.number ?? 0,
      conflict: [{ field: "text", mine, theirs: theirs?.content.text ?? "" }],
    },
  };
}
