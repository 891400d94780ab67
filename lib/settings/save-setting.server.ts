import "server-only";
import type { Viewer } from "../access/viewer";
import type { BothSides } from "../core/both-sides";
import type { Prisma, Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Failure } from "../core/result";
import { recordEvent } from "../log/record.server";
import { cancelWhatFell } from "../schedules/cancel-what-fell.server";
import { isAskedWhenPublishing } from "../schedules/who-changed.server";

/** `entryId` is the log's entry of it. */
export type Saved = { version: number; entryId: string };
export type SettingKey = "site" | "gate" | "ratings" | "watch" | "topics" | "desk" | "shelfLife";

/** Locks one setting until the command ends, also while it has no row, and returns its version (0: never chosen). */
export async function lockSetting(tx: Tx, key: SettingKey): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`setting:${key}`}))`;
  const row = await tx.setting.findUnique({ where: { key }, select: { version: true } });
  return row?.version ?? 0;
}

/** Waits until nobody is saving this setting, and keeps it from being saved until the command ends. */
export async function waitForSetting(tx: Tx, key: SettingKey): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${`setting:${key}`}))`;
}

/** 409 for who read an older version; `conflict` shows both sides of what differs. */
export function stale(version: number, conflict?: BothSides[]): Failure {
  return {
    kind: "conflict",
    code: "stale",
    detail: "Someone saved these settings after you read them. Look at theirs, then save again.",
    extra: { version, ...(conflict && conflict.length > 0 ? { conflict } : {}) },
  };
}

type Save = {
  key: SettingKey;
  value: unknown;
  before: unknown;
  version: number;
  /** Does what follows from the new value, and answers what the entry, of this id, tells of it. */
  follow?: (entryId: string) => Promise<Prisma.InputJsonObject>;
};

/**
 * Writes one setting over the version that was locked, and logs what it was and is, and the version that it made. What is
 * signed for a later time and could not be signed with it is cancelled; with topics, whoever moves them on the claims does that.
 */
export async function save(
  tx: Tx,
  viewer: Viewer,
  { key, value, before, version, follow }: Save,
  now: Date,
): Promise<Saved> {
  const json = value as Prisma.InputJsonValue;
  const next = version + 1;
  await tx.setting.upsert({
    where: { key },
    create: { key, value: json, version: next, updatedAt: now, updatedById: viewer.id },
    update: { value: json, version: next, updatedAt: now, updatedById: viewer.id },
  });
  const entryId = newId();
  const followed = await follow?.(entryId);
  await recordEvent(tx, viewer, now, {
    id: entryId,
    event: "setting.changed",
    subject: { kind: "setting", id: key },
    body: { from: before as Prisma.InputJsonValue, to: json, version: next, ...followed },
  });
  if (key !== "topics" && isAskedWhenPublishing(key)) await cancelWhatFell(tx, viewer, now);
  return { version: next, entryId };
}
