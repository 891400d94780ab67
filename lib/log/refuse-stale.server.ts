import "server-only";
import { staleSides, type BothSides, type Editors } from "../core/both-sides";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";
import { sayInZone } from "../core/zoned-time";
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
async function editorsSince(tx: Tx, { subject, read }: Stale): Promise<Editors | null> {
  const edits = await tx.$queryRaw<{ name: string; at: Date }[]>`
    SELECT u.name, max(l.at) AS at FROM log_entry l JOIN log_payload p ON p."entryId" = l.id JOIN "user" u ON u.id = l."actorId"
    WHERE l."subjectKind" = ${subject.kind} AND l."subjectId" = ${subject.id} AND l.event = ${`${subject.kind}.edited`}
      AND jsonb_typeof(p.body -> 'version') = 'number' AND (p.body ->> 'version')::int > ${read}
    GROUP BY u.id, u.name ORDER BY max(l.id) DESC`;
  const [last] = edits;
  if (!last) return null;
  const { site } = await loadSettings(tx);
  return { names: edits.map(({ name }) => name), at: sayInZone(site.timeZone, last.at) };
}
