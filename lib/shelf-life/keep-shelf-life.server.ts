import "server-only";
import type { ClaimKind } from "../claims/vocabulary";
import type { Tx } from "../core/db.server";
import type { AnyRecord } from "../publications/record";
import { waitForSetting } from "../settings/save-setting.server";
import { loadSettings, type Settings } from "../settings/settings.server";
import type { ShelfLifeSettings } from "../settings/shelf-life-settings";
import { settingTopicsNow } from "../settings/topic-settings";
import { periodOf, recheckAfter } from "./periods";

/**
 * Sets when a version that becomes public is looked at again, and closes the task that asked for a look. What the
 * newsroom gives no period, and what is retracted, has no date. Whoever publishes has called `waitForDays`.
 */
export async function keepShelfLife(tx: Tx, claimId: string, record: AnyRecord, now: Date): Promise<void> {
  const isPublication = record.kind === "publication";
  const what = isPublication ? `Version ${record.version} was published.` : "It was retracted.";
  const recheckAt = isPublication
    ? await nextLook(tx, record.claim as { kind: ClaimKind; topics: string[] }, record.asOf ?? null, now)
    : null;
  // The date first: whoever opens a task for the old one holds it until the task is there to be closed.
  await setLook(tx, claimId, { recheckAt, since: now, lookedById: null, isChosen: false });
  await closeLook(tx, claimId, { note: what, byId: null }, now);
}

/**
 * Waits for whoever saves days at this moment: they date what is published already, which is not what this transaction is
 * about to publish, or to count anew. Called before the claim is locked, as they lock claims after the days.
 */
export function waitForDays(tx: Tx): Promise<void> {
  return waitForSetting(tx, "shelfLife");
}

/** When a claim of this kind and these topics is looked at again, by the newsroom's periods; `null` when none is for it. */
export async function nextLook(
  tx: Tx,
  claim: { kind: ClaimKind; topics: readonly string[] },
  asOf: string | null,
  since: Date,
): Promise<Date | null> {
  const settings = await loadSettings(tx);
  const days = periodOf(claim, periodsNow(settings));
  return days === null ? null : recheckAfter(since, asOf, days, settings.site.timeZone);
}

/** The newsroom's periods, with topics as they are called now: one that was set for an old name holds. */
export function periodsNow({ shelfLife, topics }: Settings): ShelfLifeSettings {
  const byTopic = shelfLife.byTopic.flatMap(({ topic, days }) =>
    settingTopicsNow([topic], topics).map((name) => ({ topic: name, days })),
  );
  return { ...shelfLife, byTopic };
}

/** Writes the date, or takes it away; the newsroom's days alone set it no more. */
export async function setLook(
  tx: Tx,
  claimId: string,
  {
    recheckAt,
    ...set
  }: { recheckAt: Date | null; since: Date; lookedById: string | null; isChosen: boolean },
): Promise<void> {
  if (recheckAt === null) {
    await tx.shelfLife.deleteMany({ where: { claimId } });
    return;
  }
  const row = { ...set, recheckAt, byEntryId: null };
  await tx.shelfLife.upsert({ where: { claimId }, create: { claimId, ...row }, update: row });
}

/** Closes the task that asks for a look, with what came of it. */
export async function closeLook(
  tx: Tx,
  claimId: string,
  done: { note: string; byId: string | null },
  now: Date,
): Promise<void> {
  await tx.task.updateMany({
    where: { kind: "shelf-life", claimId, doneAt: null },
    data: { doneAt: now, doneById: done.byId, note: done.note },
  });
}
