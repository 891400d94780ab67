import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { lockClaim } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { announceWithheld } from "../published-notices.server";
import { queueEdgeRefresh } from "../refresh-edge.server";
import type { WithholdInput } from "../schema";

export type Withholding = { slug: string; version: number; state: "waiting" | "withheld" };
type Version = { slug: string; version: number };

/**
 * An editor and an admin withhold the text of one version from readers: whoever comes first asks, the other, giving the
 * same reason class, confirms. Asking again changes nothing. From then on readers are told number, hash, dates and reason
 * class alone; the record stays in the database, and the desk may read it.
 */
export async function withholdVersion(
  viewer: Viewer,
  claimId: string,
  input: WithholdInput,
  now: Date,
): Promise<Result<Withholding>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const done = await runCommand(async (tx) => {
    await lockClaim(tx, claimId);
    const { version, reasonClass } = input;
    const at =
      (await tx.publication.findFirst({
        where: { claimId, version },
        select: { slug: true, version: true },
      })) ?? refuse(notFound("version"));
    const asked = await tx.withholding.findMany({ where: at });
    if (asked.some(({ confirmedAt }) => confirmedAt !== null)) {
      const detail = `The text of version ${version} is withheld already.`;
      refuse({ kind: "conflict", code: "already-withheld", detail });
    }
    const alike = asked.filter((one) => one.reasonClass === reasonClass);
    const others = alike.find((one) => one.requestedRole !== viewer.role && one.requestedById !== viewer.id);
    if (others) return confirm(tx, viewer, { id: others.id, claimId, ...at, reasonClass }, now);
    const isAsked = alike.some((one) => one.requestedRole === viewer.role);
    return isAsked
      ? { ...at, state: "waiting" as const }
      : ask(tx, viewer, { claimId, ...at, reasonClass }, now);
  });
  if (done.ok && done.value.state === "withheld") announceWithheld(done.value.slug);
  return done;
}

async function ask(
  tx: Tx,
  viewer: Viewer,
  { claimId, slug, version, reasonClass }: Version & { claimId: string; reasonClass: string },
  now: Date,
): Promise<Withholding> {
  const who = { requestedById: viewer.id, requestedRole: viewer.role, requestedAt: now };
  await tx.withholding.create({ data: { id: newId(), claimId, slug, version, reasonClass, ...who } });
  await recordEvent(tx, viewer, now, {
    event: "version.withholding-asked",
    subject: { kind: "version", id: `${slug}/${version}` },
    claimId,
    body: { reasonClass },
  });
  return { slug, version, state: "waiting" };
}

async function confirm(
  tx: Tx,
  viewer: Viewer,
  { id, claimId, slug, version, reasonClass }: Version & { id: string; claimId: string; reasonClass: string },
  now: Date,
): Promise<Withholding> {
  await tx.withholding.update({ where: { id }, data: { confirmedById: viewer.id, confirmedAt: now } });
  await recordEvent(tx, viewer, now, {
    event: "version.withheld",
    subject: { kind: "version", id: `${slug}/${version}` },
    claimId,
    body: { reasonClass },
  });
  await queueEdgeRefresh(tx, slug);
  return { slug, version, state: "withheld" };
}
