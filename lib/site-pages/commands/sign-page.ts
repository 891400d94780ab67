import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { canonicalJson, sha256Hex } from "../../publications/canonical";
import { announcePublished } from "../../publications/published-notices.server";
import { queueEdgeRefresh } from "../../publications/refresh-edge.server";
import { signPage } from "../../publications/sign";
import { loadSigningKey } from "../../publications/signing-key.server";
import { loadSettings, publisherOf } from "../../settings/settings.server";
import { lockPage, pageAuthors, pageFacts } from "../page-facts.server";
import { sitePageTitles, type SitePageName } from "../pages";
import { sitePageRecord, type SitePageRecord } from "../record";
import type { SignPageInput } from "../schema";
import { whyNotSign } from "../state";

export type SignedPageVersion = { page: SitePageName; version: number; sha256: string };

/**
 * Signs exactly the draft that the editor read and publishes it: record, hash, signature and log entry in one
 * transaction. Refuses whoever wrote any of it since the last version; the database refuses them too.
 */
export async function signSitePage(
  viewer: Viewer,
  input: SignPageInput,
  now: Date,
): Promise<Result<SignedPageVersion>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  const done = await runCommand(async (tx) => {
    await lockPage(tx, input.page);
    const ready = await readyToSign(tx, viewer, input, now);
    return keepVersion(tx, viewer, { ...ready, key }, now);
  });
  if (done.ok) announcePublished(`page:${done.value.page}`);
  return done;
}

type Ready = { record: SitePageRecord; draftId: string; selfReason: string | null };

async function readyToSign(tx: Tx, viewer: Viewer, input: SignPageInput, now: Date): Promise<Ready> {
  const { page } = input;
  const [facts, authorIds, settings] = await Promise.all([
    pageFacts(tx, page),
    pageAuthors(tx, page),
    loadSettings(tx),
  ]);
  const draft = facts.draft ?? refuse(notFound("page"));
  if (draft.number !== input.draft) refuse(staleDraft(page, draft));
  const { onePersonDesk } = settings.gate;
  const reason = whyNotSign(facts, viewer.id, { authorIds, isOnePersonDesk: onePersonDesk });
  if (reason) refuse({ kind: "invalid", code: reason.code, detail: `${reason.title}. ${reason.what}` });
  const isAuthor = authorIds.includes(viewer.id);
  const selfReason = isAuthor ? (input.selfSignReason?.trim() ?? "") : null;
  if (selfReason === "") refuse(reasonMissing);
  const record = sitePageRecord({
    page,
    publisher: publisherOf(settings),
    language: settings.site.language,
    content: draft.content,
    previous: facts.signed,
    publishedAt: now.toISOString(),
    signer: {
      name: viewer.name,
      selfSigned: selfReason === null ? null : { reason: selfReason },
      byToken: viewer.via.kind === "token",
    },
  });
  return { record, draftId: draft.id, selfReason };
}

const reasonMissing = {
  kind: "invalid" as const,
  code: "self-sign-reason",
  detail: "You wrote part of this. Say why you sign it yourself: readers see the reason.",
  issues: [{ code: "self-sign-reason", field: "selfSignReason", message: "Write the reason." }],
};

function staleDraft(page: SitePageName, draft: { number: number; by: string }) {
  return {
    kind: "conflict" as const,
    code: "stale",
    detail: `${draft.by} changed ${sitePageTitles[page]} after you read it. Nothing was published. Read it again, then sign.`,
    extra: { draft: draft.number },
  };
}

type Signing = Ready & { key: Awaited<ReturnType<typeof loadSigningKey>> };

async function keepVersion(
  tx: Tx,
  viewer: Viewer,
  { record, draftId, selfReason, key }: Signing,
  now: Date,
): Promise<SignedPageVersion> {
  const { page, version } = record;
  const recordText = canonicalJson(record);
  const sha256 = sha256Hex(recordText);
  await tx.siteVersion.create({
    data: {
      id: newId(),
      page,
      version,
      recordText,
      sha256,
      signature: signPage(sha256, key.privatePem),
      keyId: key.kid,
      draftId,
      editorId: viewer.id,
      selfReason,
      publishedAt: now,
    },
  });
  await recordEvent(tx, viewer, now, {
    event: "site-page.signed",
    subject: { kind: "site-page", id: sha256 },
    recordSha256: sha256,
    body: { page, version },
  });
  await settleAsked(tx, page, now);
  await queueEdgeRefresh(tx, `page:${page}`);
  return { page, version, sha256 };
}

/** Nobody's bell counts any more that this page waits for a signature. */
async function settleAsked(tx: Tx, page: SitePageName, now: Date): Promise<void> {
  const editors = await tx.user.findMany({ where: { role: "editor" }, select: { id: true } });
  await tx.notification.updateMany({
    where: {
      userId: { in: editors.map(({ id }) => id) },
      kind: "site-page",
      onceKey: { startsWith: `site-page:${page}:` },
      readAt: null,
    },
    data: { readAt: now },
  });
}
