import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { lockClaim } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { canonicalJson, sha256Hex } from "../../publications/canonical";
import { announcePublished } from "../../publications/published-notices.server";
import { queueEdgeRefresh } from "../../publications/refresh-edge.server";
import { fittingNoticeKinds } from "../../publications/notice-limits";
import type { PublicationRecord } from "../../publications/record";
import type { NoticeInput } from "../../publications/schema";
import { signNotice } from "../../publications/sign";
import { loadSigningKey } from "../../publications/signing-key.server";
import { noticeRecord } from "../../publications/statement-records";
import { announceToWebhooks } from "../../webhooks/announce.server";

export type SignedNotice = { noticeId: string; slug: string };

/**
 * Signs a short public statement that stands beside the publication from now on. 409 `stale` when `besideVersion` is given
 * and another version is published by now.
 */
export async function signPublicNotice(
  viewer: Viewer,
  claimId: string,
  input: NoticeInput,
  now: Date,
): Promise<Result<SignedNotice>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  const done = await runCommand((tx) => signNoticeIn(tx, viewer, { claimId, input, key }, now));
  if (done.ok) announcePublished(done.value.slug);
  return done;
}

type Signing = { claimId: string; input: NoticeInput; key: Awaited<ReturnType<typeof loadSigningKey>> };

/** The same inside a command of its own; whoever calls it announces the publication afterwards. */
export async function signNoticeIn(
  tx: Tx,
  viewer: Viewer,
  { claimId, input, key }: Signing,
  now: Date,
): Promise<SignedNotice> {
  const claim = await lockClaim(tx, claimId);
  const latest = await tx.publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { kind: true, slug: true, version: true, recordText: true },
  });
  if (latest?.kind !== "publication")
    refuse({
      kind: "invalid",
      code: "not-published",
      detail: "A notice stands beside a publication, and nothing of this claim is published.",
    });
  refuseUnread(input.besideVersion, latest.version);
  refuseUnfitKind(input.kind, latest.recordText);
  const id = newId();
  const record = noticeRecord({
    id,
    slug: latest.slug,
    kind: input.kind,
    text: input.text,
    publishedAt: now.toISOString(),
    signer: { name: viewer.name },
  });
  const recordText = canonicalJson(record);
  const sha256 = sha256Hex(recordText);
  await tx.notice.create({
    data: {
      id,
      claimId,
      slug: latest.slug,
      kind: input.kind,
      recordText,
      sha256,
      signature: signNotice(sha256, key.privatePem),
      keyId: key.kid,
      editorId: viewer.id,
      publishedAt: now,
    },
  });
  await recordEvent(tx, viewer, now, {
    event: "notice.signed",
    subject: { kind: "notice", id },
    recordSha256: sha256,
    claimId,
    from: claim.state,
    to: claim.state,
    body: { kind: input.kind },
  });
  const { slug, version } = latest;
  const facts = { slug, version, sha256, class: input.kind, noticeId: id };
  await announceToWebhooks(tx, "publication.noticed", facts, now);
  await queueEdgeRefresh(tx, slug);
  return { noticeId: id, slug };
}

/** What it says was written beside another version, which may have answered it; programs need not say which they read. */
function refuseUnread(read: number | undefined, version: number): void {
  if (read === undefined || read === version) return;
  const detail = `Version ${version} is what readers have now; this was written beside version ${read}. Nothing was signed. Read version ${version}, and sign only what readers still need beside it.`;
  refuse({ kind: "conflict", code: "stale", detail, extra: { besideVersion: version } });
}

function refuseUnfitKind(kind: NoticeInput["kind"], recordText: string): void {
  if (fittingNoticeKinds(JSON.parse(recordText) as PublicationRecord).includes(kind)) return;
  const message =
    "What is published is the finished check, and no first findings. Choose another kind, or open a correction.";
  const issues = [{ code: "notice-kind", field: "kind", message }];
  refuse({ kind: "invalid", code: "notice-kind", detail: message, issues });
}
