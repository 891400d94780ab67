import "server-only";
import type { Viewer } from "../../access/viewer";
import { bothSides } from "../../core/both-sides";
import { changedFields, fieldsBefore } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseStale } from "../../log/refuse-stale.server";
import { entityKey, namesakes } from "../names";
import type { AddEntityInput, EditEntityInput } from "../schema";

/** `entryId` is the log's entry of it, null when nothing changed. */
type Edited = Result<{ entityId: string; version: number; entryId: string | null }>;

/**
 * Adds a person or organisation; `entryId` is the log's entry of it. Others that bear one of its names are suggested to be the
 * same.
 */
export async function addEntity(
  viewer: Viewer,
  input: AddEntityInput,
  now: Date,
): Promise<Result<{ entityId: string; version: number; entryId: string }>> {
  return runCommand(async (tx) => ({ ...(await createEntity(tx, viewer, input, now)), version: 0 }));
}

/** Changes its names, kind or interests. 409 `stale` shows both sides when someone changed it meanwhile. */
export async function editEntity(
  viewer: Viewer,
  entityId: string,
  input: EditEntityInput,
  now: Date,
): Promise<Edited> {
  return runCommand(async (tx) => {
    const { version: read, ...said } = input;
    const before = (await lockEntity(tx, entityId)) ?? refuse(notFound("person or organisation"));
    const given = {
      ...{ name: said.name.trim(), kind: said.kind, otherNames: tidyNames(said) },
      ...interestsIn(said),
    };
    if (before.version !== read) {
      const subject = { kind: "entity", id: entityId };
      const sides = bothSides(given, before);
      await refuseStale(tx, { what: said.kind, subject, read, version: before.version, sides });
    }
    const changes = changedFields(given, before);
    if (Object.keys(changes).length === 0) return { entityId, version: read, entryId: null };
    const version = read + 1;
    await tx.entity.update({ where: { id: entityId }, data: { ...changes, version } });
    const suggested = await suggestSameAs(tx, entityId);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "entity.edited",
      subject: { kind: "entity", id: entityId },
      body: { changes, was: fieldsBefore(changes, before), version, suggested },
    });
    return { entityId, version, entryId };
  });
}

/** Locks a person or organisation until the command ends; null when there is none. */
export async function lockEntity(tx: Tx, entityId: string) {
  await tx.$executeRaw`SELECT 1 FROM entity WHERE id = ${entityId} FOR UPDATE`;
  return tx.entity.findUnique({ where: { id: entityId } });
}

/** The organisation of that name, also by another name of it; one that is not there is added. */
export async function entityOfName(tx: Tx, viewer: Viewer, name: string, now: Date): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`entity:${entityKey(name)}`}))`;
  const known = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM entity WHERE lower(name) = lower(${name})
      OR EXISTS (SELECT 1 FROM unnest("otherNames") AS other WHERE lower(other) = lower(${name}))
    ORDER BY (lower(name) = lower(${name})) DESC, id LIMIT 1`;
  if (known[0]) return known[0].id;
  const added = await createEntity(tx, viewer, { name, kind: "organisation", otherNames: [] }, now);
  return added.entityId;
}

async function createEntity(tx: Tx, viewer: Viewer, input: AddEntityInput, now: Date) {
  const id = newId();
  const data = {
    ...{ name: input.name.trim(), kind: input.kind, otherNames: tidyNames(input) },
    ...interestsIn(input),
  };
  await tx.entity.create({ data: { id, ...data, createdAt: now } });
  await suggestSameAs(tx, id);
  const entryId = await recordEvent(tx, viewer, now, {
    event: "entity.added",
    subject: { kind: "entity", id },
    body: data,
  });
  return { entityId: id, entryId };
}

/** Both or neither, as they were said; nothing when nobody spoke of them. */
function interestsIn({ interests, interestsSource }: Pick<AddEntityInput, "interests" | "interestsSource">) {
  return interests === undefined ? {} : { interests, interestsSource: interestsSource ?? null };
}

/** Suggests that those with a name in common are the same, and answers the new suggestions; what was decided before is not asked again. */
async function suggestSameAs(tx: Tx, entityId: string): Promise<string[]> {
  const select = { id: true, name: true, otherNames: true } as const;
  const own = await tx.entity.findUniqueOrThrow({ where: { id: entityId }, select });
  const words = [own.name, ...own.otherNames].map((name) => longestWord(entityKey(name))).filter(Boolean);
  const near = await tx.$queryRaw<{ id: string; name: string; otherNames: string[] }[]>`
    SELECT id, name, "otherNames" FROM entity
    WHERE lower(name || ' ' || array_to_string("otherNames", ' ')) LIKE ANY(${words.map((word) => `%${word}%`)})
    ORDER BY id DESC LIMIT 500`;
  const suggested: string[] = [];
  for (const { id, shared } of namesakes(own, near)) {
    const linkId = newId();
    const made = await tx.$executeRaw`
      INSERT INTO entity_link (id, kind, "fromId", "toId", status, reason)
      VALUES (${linkId}, 'same-as', ${entityId}, ${id}, 'suggested', ${`Both are called “${shared}”`}) ON CONFLICT DO NOTHING`;
    if (made === 1) suggested.push(linkId);
  }
  return suggested;
}

function longestWord(key: string): string {
  return key.split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");
}

function tidyNames({ name, otherNames }: { name: string; otherNames: readonly string[] }): string[] {
  const names = otherNames.map((other) => other.trim()).filter((other) => other && other !== name.trim());
  return [...new Set(names)];
}
