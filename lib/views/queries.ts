import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { builtInViews, mayRemoveView, type QueueView } from "./view";

/** Every view of this person: those of the desk, the team's, then their own, each by name. */
export async function listViews(viewer: Viewer): Promise<QueueView[]> {
  const rows = await db().queueView.findMany({
    where: { OR: [{ isTeam: true }, { ownerId: viewer.id }] },
    orderBy: [{ isTeam: "desc" }, { name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, query: true, isTeam: true, ownerId: true },
    take: 200,
  });
  const saved = rows.map(({ id, name, query, isTeam, ownerId }): QueueView => ({
    id,
    label: name,
    kind: isTeam ? "team" : "personal",
    query,
    isMine: ownerId === viewer.id,
    mayRemove: mayRemoveView(viewer, { ownerId, isTeam }),
  }));
  return [...builtInViews, ...saved];
}
