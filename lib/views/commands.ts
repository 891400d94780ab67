import "server-only";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { filtersOfQuery } from "../claims/queue-filters";
import { queueQuery } from "../claims/queue-query";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { removeViewSchema, SaveViewInput } from "./schema";
import { builtInViews, mayRemoveView } from "./view";

type QueueView = { name: string; query: string; isTeam: boolean; ownerId: string; createdAt: Date };

const mostViews = 50;

/** With the log's entry of it, by which it is taken back. */
type Done = Result<{ viewId: string; entryId: string }>;

/**
 * Keeps a way to look at the queue under a name; the same name of the same person is written over. With `viewId` that one
 * of their own gets the name, and is refused one that another of theirs has.
 */
export async function saveView(viewer: Viewer, input: SaveViewInput, now: Date): Promise<Done> {
  const name = input.name.trim();
  const query = queueQuery(filtersOfQuery(input.query));
  return runCommand(async (tx) => {
    if (builtInViews.some(({ label }) => label.toLowerCase() === name.toLowerCase()))
      refuseField("name-taken", "The desk has a view of this name. Choose another name.");
    const named = await tx.queueView.findUnique({ where: { ownerId_name: { ownerId: viewer.id, name } } });
    const there = input.viewId === undefined ? named : await ownView(tx, viewer, input.viewId);
    if (named && named.id !== there?.id)
      refuseField("name-taken", "You have another view of this name. Choose another name.");
    if (!there && (await tx.queueView.count({ where: { ownerId: viewer.id } })) >= mostViews)
      refuseField("too-many", `You have ${mostViews} views. Remove one first.`);
    const id = there?.id ?? newId();
    const fields = { name, query, isTeam: input.isTeam, updatedAt: now };
    await tx.queueView.upsert({
      where: { id },
      create: { id, ownerId: viewer.id, createdAt: now, ...fields },
      update: fields,
    });
    const changes = { name, query, isTeam: input.isTeam };
    const entryId = await recordEvent(tx, viewer, now, {
      event: "view.saved",
      subject: { kind: "view", id },
      body: { ...changes, changes, was: there && asItWas(there) },
    });
    return { viewId: id, entryId };
  });
}

/** Removes one's own view, or as editor or admin a team's. */
export async function removeView(
  viewer: Viewer,
  { viewId }: z.output<typeof removeViewSchema>,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const view = await tx.queueView.findUnique({ where: { id: viewId } });
    if (!view || (!view.isTeam && view.ownerId !== viewer.id)) return refuse(notFound("view"));
    if (!mayRemoveView(viewer, view))
      refuse({
        kind: "forbidden",
        code: "not-yours",
        detail: "Whoever made this view can remove it, or an editor.",
      });
    await tx.queueView.delete({ where: { id: viewId } });
    const entryId = await recordEvent(tx, viewer, now, {
      event: "view.removed",
      subject: { kind: "view", id: viewId },
      body: { name: view.name, isTeam: view.isTeam, was: asItWas(view) },
    });
    return { viewId, entryId };
  });
}

async function ownView(tx: Tx, viewer: Viewer, id: string): Promise<QueueView & { id: string }> {
  return (await tx.queueView.findUnique({ where: { id, ownerId: viewer.id } })) ?? refuse(notFound("view"));
}

function asItWas({ name, query, isTeam, ownerId, createdAt }: QueueView) {
  return { name, query, isTeam, ownerId, createdAt: createdAt.toISOString() };
}

function refuseField(code: string, message: string): never {
  refuse({ kind: "invalid", code, detail: message, issues: [{ code, field: "name", message }] });
}
