import "server-only";
import type { Actor } from "../access/viewer";
import type { Role } from "../claims/vocabulary";
import type { Tx } from "../core/db.server";

const names: Record<string, string> = {
  site: "the newsroom",
  gate: "the gate",
  ratings: "the ratings",
  topics: "the topics",
  desk: "how the desk works",
};

/** Whether a setting says something that is printed, or that signing takes. */
export const isAskedWhenPublishing = (key: string): boolean => key in names;

/** Who last changed a setting that records depend on since that time, and which; `null` when nobody did. */
export async function whoChangedSettings(tx: Tx, since: Date): Promise<(Actor & { what: string }) | null> {
  const entry = await tx.logEntry.findFirst({
    where: {
      subjectKind: "setting",
      subjectId: { in: Object.keys(names) },
      at: { gt: since },
      actorId: { not: null },
    },
    orderBy: { id: "desc" },
  });
  const user = entry?.actorId ? await tx.user.findUnique({ where: { id: entry.actorId } }) : null;
  if (!entry || !user) return null;
  const what = names[entry.subjectId] ?? entry.subjectId;
  return { id: user.id, name: user.name, role: user.role as Role, what };
}
