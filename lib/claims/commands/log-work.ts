import "server-only";
import type { Viewer } from "../../access/viewer";
import { changedFields, fieldsBefore } from "../../core/changed-fields";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseUnlessAsRead } from "../../log/refuse-stale.server";
import { noteAuthor, openForWriting } from "../open-claim.server";
import type { AddSearchInput, EditSearchInput, SearchFields } from "../work-schema";

type Done = Result<{ id: string; claimId: string }>;

/** Notes a search: where, for what, and whether anything was found. */
export async function logSearch(
  viewer: Viewer,
  claimId: string,
  input: AddSearchInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const id = newId();
    await tx.searchEntry.create({
      data: {
        id,
        claimId,
        where: input.where,
        query: input.query,
        found: input.found,
        note: input.note ?? null,
        side: input.side ?? null,
        shown: input.shown ?? true,
        searchedAt: input.searchedAt ?? now,
        searchedById: viewer.id,
      },
    });
    await noteAuthor(tx, viewer, claimId, "search", id, now);
    await recordEvent(tx, viewer, now, {
      event: "search.logged",
      subject: { kind: "search", id },
      claimId,
      body: { found: input.found },
    });
    return { id, claimId };
  });
}

/** What an edit of a search changed: each field as it is now, and as it was before. */
export type SearchEdited = { id: string; claimId: string; changes: SearchFields; was: SearchFields };

const changedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "Somebody changed this search after that, so nothing was put back. Look at it first.",
};

/**
 * Puts right what was noted about a search, or chooses whether readers are shown it. 409 `stale` with both sides when
 * something else stands there than the input `expected`. With `undoes` it takes back the edit that changed those fields to
 * that: 409 `stale` when they say something else by now.
 */
export async function editSearch(
  viewer: Viewer,
  searchId: string,
  { expected, ...input }: EditSearchInput,
  now: Date,
  undoes?: SearchFields,
): Promise<Result<SearchEdited>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM search_entry WHERE id = ${searchId} FOR UPDATE`;
    const row =
      (await tx.searchEntry.findUnique({ where: { id: searchId, withdrawnAt: null } })) ??
      refuse(notFound("search"));
    const subject = { kind: "search", id: searchId };
    const events = ["search.edited", "search.edit-undone"];
    await refuseUnlessAsRead(tx, { what: "search", subject, events, expected, mine: input, kept: row });
    const changes = changedFields(input, row);
    const { claimId } = row;
    const was = fieldsBefore(changes, row) as SearchFields;
    // Put back already is what was wanted.
    if (Object.keys(changes).length === 0) return { id: searchId, claimId, changes, was };
    if (Object.keys(changedFields(undoes ?? {}, row)).length > 0) refuse(changedSince);
    await openForWriting(tx, viewer, claimId, now);
    await tx.searchEntry.update({ where: { id: searchId }, data: changes });
    await noteAuthor(tx, viewer, claimId, "search", searchId, now);
    await recordEvent(tx, viewer, now, {
      event: undoes ? "search.edit-undone" : "search.edited",
      subject,
      claimId,
      body: { where: changes.where ?? row.where, query: changes.query ?? row.query, changes, was },
    });
    return { id: searchId, claimId, changes, was };
  });
}
