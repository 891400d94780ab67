import "server-only";
import { staleSides, type BothSides } from "../core/both-sides";
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
 * Refuses a change of an older version, as `staleSides` does; whoever made the same change since is named, with the time on
 * the newsroom's clocks.
 */
export async function refuseStale(tx: Tx, stale: Stale): Promise<never> {
  const { what, version, sides } = stale;
  const by = sides.length === 0 ? await onlyEditor(tx, stale) : null;
  return refuse(staleSides(what, version, sides, by));
}

/** Who changed it since it was read, and when last; null when that were several people, of whom nobody knows who wrote what. */
async function onlyEditor(tx: Tx, { subject, read }: Stale): Promise<{ name: string; at: string } | null> {
  const [edit] = await tx.$queryRaw<{ name: string; at: Date }[]>`
    SELECT min(u.name) AS name, max(l.at) AS at FROM log_entry l JOIN log_payload p ON p."entryId" = l.id JOIN "user" u ON u.id = l."actorId"
    WHERE l."subjectKind" = ${subject.kind} AND l."subjectId" = ${subject.id} AND l.event = ${`${subject.kind}.edited`}
      AND jsonb_typeof(p.body -> 'version') = 'number' AND (p.body ->> 'version')::int > ${read}
    HAVING count(DISTINCT l."actorId") = 1`;
  if (!edit) return null;
  const { site } = await loadSettings(tx);
  return { name: edit.name, at: sayInZone(site.timeZone, edit.at) };
}
