import "server-only";
import { mayDo } from "../access/can";
import type { Viewer } from "../access/viewer";
import { bothSides } from "../core/both-sides";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { AddTemplateInput, EditTemplateInput, RetireTemplateInput } from "./schema";
import { mostCharacters, type TemplateKind } from "./template";

type Written = { templateId: string; version: number };

/** So many of a kind are offered at most: each goes to the browser with the form that it fills. */
export const mostOffered = 30;

/** Adds a template. 422 `name-taken`, `body-too-long` or `too-many-templates` say what is in the way. */
export async function addTemplate(
  viewer: Viewer,
  input: AddTemplateInput,
  now: Date,
): Promise<Result<Written>> {
  return changeTemplates(viewer, async (tx) => {
    const { kind, name, body } = input;
    refuseTooLong(kind, body);
    await refuseNoRoom(tx, kind, name);
    const id = newId();
    const times = { createdAt: now, updatedAt: now };
    await tx.template.create({ data: { id, kind, name, body, createdById: viewer.id, ...times } });
    await recordEvent(tx, viewer, now, {
      event: "template.added",
      subject: { kind: "template", id },
      body: { kind, name, body },
    });
    return { templateId: id, version: 0 };
  });
}

/**
 * Changes a template's name or text; the log keeps what it was. Answers its entry, null when nothing changed. 409 `stale`
 * shows both sides of what differs.
 */
export async function editTemplate(
  viewer: Viewer,
  input: EditTemplateInput,
  now: Date,
): Promise<Result<Written & { entryId: string | null }>> {
  return changeTemplates(viewer, async (tx) => {
    const { templateId, name, body } = input;
    const before = await openTemplate(tx, templateId);
    refuseTooLong(before.kind, body);
    if (before.version !== input.version) refuse(stale(before, { name, body }));
    if (name === before.name && body === before.body)
      return { templateId, version: before.version, entryId: null };
    if (!before.retiredAt && name !== before.name) await refuseNameTaken(tx, before.kind, name, templateId);
    const version = before.version + 1;
    await tx.template.update({ where: { id: templateId }, data: { name, body, version, updatedAt: now } });
    const entryId = await recordEvent(tx, viewer, now, {
      event: "template.edited",
      subject: { kind: "template", id: templateId },
      body: { was: { name: before.name, body: before.body }, changes: { name, body }, version },
    });
    return { templateId, version, entryId };
  });
}

/** Takes a template out of what is offered, or brings it back. 409 `stale` when it was changed meanwhile. */
export async function retireTemplate(
  viewer: Viewer,
  input: RetireTemplateInput,
  now: Date,
): Promise<Result<Written>> {
  return changeTemplates(viewer, async (tx) => {
    const { templateId } = input;
    const before = await openTemplate(tx, templateId);
    if (before.version !== input.version) refuse(stale(before));
    if ((before.retiredAt !== null) === input.isRetired) return { templateId, version: before.version };
    if (!input.isRetired) await refuseNoRoom(tx, before.kind, before.name);
    const version = before.version + 1;
    const retiredAt = input.isRetired ? now : null;
    await tx.template.update({ where: { id: templateId }, data: { retiredAt, version, updatedAt: now } });
    await recordEvent(tx, viewer, now, {
      event: input.isRetired ? "template.retired" : "template.brought-back",
      subject: { kind: "template", id: templateId },
      body: { kind: before.kind, name: before.name },
    });
    return { templateId, version };
  });
}

type Row = { kind: TemplateKind; name: string; body: string; version: number; retiredAt: Date | null };

/** One after the other: names are compared with those of all others, and there are few changes. */
async function changeTemplates<T>(viewer: Viewer, change: (tx: Tx) => Promise<T>): Promise<Result<T>> {
  const allowed = mayDo(viewer, "template.write");
  if (!allowed.ok) return allowed;
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('templates'))`;
    return change(tx);
  });
}

async function openTemplate(tx: Tx, id: string): Promise<Row> {
  const row = (await tx.template.findUnique({ where: { id } })) ?? refuse(notFound("template"));
  return { ...row, kind: row.kind as TemplateKind };
}

function stale(now: Row, mine: { name?: string; body?: string } = {}): Failure {
  const conflict = bothSides(mine, now);
  return {
    kind: "conflict",
    code: "stale",
    detail: now.retiredAt
      ? "Someone retired this template after you read it: it is offered to nobody now. Bring it back, or save again to keep your words in it as it is."
      : "Someone changed this template after you read it. Look at theirs, then save again.",
    extra: { version: now.version, ...(conflict.length > 0 ? { conflict } : {}) },
  };
}

function refuseTooLong(kind: TemplateKind, body: string): void {
  const most = mostCharacters[kind];
  const has = Array.from(body).length;
  const say = (count: number) => count.toLocaleString("en-GB");
  if (has > most)
    refuseField(
      "body-too-long",
      "body",
      `Too long: ${say(most)} characters at most for this kind, and this has ${say(has)}.`,
    );
}

async function refuseNameTaken(tx: Tx, kind: TemplateKind, name: string, but = ""): Promise<void> {
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM template WHERE kind = ${kind} AND "retiredAt" IS NULL AND lower(name) = lower(${name})
      AND id <> ${but} LIMIT 1`;
  if (taken.length > 0)
    refuseField("name-taken", "name", `There is a template “${name}” of this kind. Choose another name.`);
}

async function refuseNoRoom(tx: Tx, kind: TemplateKind, name: string): Promise<void> {
  await refuseNameTaken(tx, kind, name);
  if ((await tx.template.count({ where: { kind, retiredAt: null } })) >= mostOffered)
    refuseField("too-many-templates", "name", `${mostOffered} of a kind at most. Retire one first.`);
}

function refuseField(code: string, field: string, message: string): never {
  refuse({ kind: "invalid", code, detail: message, issues: [{ code, field, message }] });
}
