import "server-only";
import { isAsRead } from "../core/as-read";
import { bothSides, staleSides, type BothSides, type Editors } from "../core/both-sides";
import { fieldsBefore } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";
import { sayWithin } from "../core/zoned-time";
import { loadSettings } from "../settings/settings.server";

type Stale = {
  /** What was to be changed, in a word. */
  what: string;
  /** The same, as entries of the log name it. */
  subject: { kind: string; id: string };
  /** The version that was read, and the one that is kept. */
  read: number;
  version: number;
  sides: BothSides[];
  /** Who is refused, where the form tells of its own words apart from others'. */
  viewerId?: string;
};

/**
 * Refuses a change of an older version, as `staleSides` does; those who changed it since are named, with the time on the
 * newsroom's clocks.
 */
export async function refuseStale(tx: Tx, stale: Stale): Promise<never> {
  const { what, version, sides } = stale;
  return refuse(staleSides(what, version, sides, await editorsSince(tx, stale)));
}

/** Who changed it since it was read, the last one first, and when last; null where the log does not say. */
async function editorsSince(tx: Tx, { subject, read, viewerId }: Stale): Promise<Editors | null> {
  const edits = await tx.$queryRaw<{ id: string; name: string; at: Date }[]>`
    SELECT u.id, u.name, max(l.at) AS at FROM log_entry l JOIN log_payload p ON p."entryId" = l.id JOIN "user" u ON u.id = l."actorId"
    WHERE l."subjectKind" = ${subject.kind} AND l."subjectId" = ${subject.id} AND l.event = ${`${subject.kind}.edited`}
      AND jsonb_typeof(p.body -> 'version') = 'number' AND (p.body ->> 'version')::int > ${read}
    GROUP BY u.id, u.name ORDER BY max(l.id) DESC`;
  const [last] = edits;
  if (!last) return null;
  const names = edits.map(({ name }) => name);
  const at = await sayHere(tx, last.at);
  if (viewerId === undefined) return { names, at };
  const { id, name, at: savedAt } = edits.find((edit) => edit.id !== viewerId) ?? last;
  const savedBy = { name, at: savedAt.toISOString(), isOwn: id === viewerId };
  const isClaim = subject.kind === "claim";
  return { names, at, savedBy: { ...savedBy, ...(isClaim ? { claimId: subject.id } : {}) } };
}

type AsRead = {
  /** What is to be changed, in a word. */
  what: string;
  /** The same, as entries of the log name it, and the events that change it. */
  subject: { kind: string; id: string };
  events: readonly string[];
  /** What was read of it; nothing where the caller did not say. */
  expected: Readonly<Record<string, unknown>> | undefined;
  /** What is to stand there, and what does. */
  mine: Record<string, unknown>;
  kept: Readonly<Record<string, unknown>>;
};

/**
 * The same for what has no versions: refuses a change unless what is kept says what was read, with both sides, who changed it
 * last, and what is kept of that which was read, so that the next try is about that. What stands there already is no change.
 */
export async function refuseUnlessAsRead(tx: Tx, of: AsRead): Promise<void> {
  const { what, expected, mine, kept } = of;
  const sides = bothSides(mine, kept);
  if (!expected || sides.length === 0 || isAsRead(expected, kept)) return;
  refuse(staleSides(what, fieldsBefore(expected, kept), sides, await lastEditor(tx, of)));
}

/** Who changed it last, and when; null where the log does not say. */
async function lastEditor(tx: Tx, { subject, events }: AsRead): Promise<Editors | null> {
  const [last] = await tx.$queryRaw<{ name: string; at: Date }[]>`
    SELECT u.name, l.at FROM log_entry l JOIN "user" u ON u.id = l."actorId"
    WHERE l."subjectKind" = ${subject.kind} AND l."subjectId" = ${subject.id} AND l.event = ANY(${[...events]}::text[])
    ORDER BY l.id DESC LIMIT 1`;
  if (!last) return null;
  return { names: [last.name], at: await sayHere(tx, last.at) };
}

/** A time of the log on the newsroom's clocks, as it goes on a sentence. */
async function sayHere(tx: Tx, at: Date): Promise<string> {
  const { site } = await loadSettings(tx);
  return sayWithin(site.timeZone, at, new Date());
}
