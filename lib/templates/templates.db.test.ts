import { describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf, signedIn } from "../accounts/fixtures/people.server";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { addTemplate, editTemplate, mostOffered, retireTemplate } from "./commands";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { getTemplate, listTemplates, offeredTemplates } from "./queries";

useTestDatabase();
const now = new Date();
const letter = { kind: "reply-letter", name: "First letter", body: "Dear {claimant}," } as const;

describe("a template", () => {
  it("is added, changed and retired by editors and admins, each time with what it was in the log", async () => {
    const [editor, admin] = [await signedIn("editor", now), await signedIn("admin", now)];
    const { templateId } = await done(addTemplate(editor, letter, now));
    const change = { templateId, name: "Letter", body: "To {claimant}", version: 0 };
    expect(await done(editTemplate(admin, change, now))).toMatchObject({ templateId, version: 1 });
    expect(await offeredTemplates(["reply-letter"])).toEqual([
      { id: templateId, kind: "reply-letter", name: "Letter", body: "To {claimant}" },
    ]);
    await done(retireTemplate(editor, { templateId, isRetired: true, version: 1 }, now));
    expect(await offeredTemplates(["reply-letter"])).toEqual([]);
    expect(await listTemplates()).toMatchObject([{ id: templateId, isRetired: true, version: 2 }]);
    await done(retireTemplate(editor, { templateId, isRetired: false, version: 2 }, now));
    expect(await eventsOf(templateId)).toEqual([
      "template.added",
      "template.edited",
      "template.retired",
      "template.brought-back",
    ]);
    const [edited] = await db().$queryRaw<{ body: string }[]>`
      SELECT p.body::text FROM log_payload p JOIN log_entry l ON l.id = p."entryId" WHERE l.event = 'template.edited'`;
    expect(edited?.body).toContain("Dear {claimant},");
  });

  it("has its name and text back when an edit is taken back, not over somebody's change, nor for somebody else", async () => {
    const [editor, other] = [await signedIn("editor", now), await signedIn("editor", now)];
    const { templateId } = await done(addTemplate(editor, { ...letter, name: "Undone" }, now));
    const edit = (viewer: Viewer, body: string, version: number) =>
      done(editTemplate(viewer, { templateId, name: `Named ${body}`, body, version }, now));
    const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
      takeBack(viewer, { entryId: entryId! }, now);
    const first = await edit(editor, "One", 0);
    expect(await edit(editor, "One", 1)).toMatchObject({ version: 1, entryId: null });
    expect(await refused(undo(other, first))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo({ ...editor, role: "checker" }, first))).toMatchObject({ kind: "forbidden" });
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(editor, first));
    expect(await getTemplate(templateId)).toMatchObject({ name: "Undone", body: letter.body, version: 2 });
    const second = await edit(editor, "Two", 2);
    await edit(other, "Three", 3);
    expect(await refused(undo(editor, second))).toMatchObject({ code: "stale", detail: changedSince.detail });
    expect(await getTemplate(templateId)).toMatchObject({ body: "Three", version: 4 });
  });

  it("is a checker's to use and not to write, and what is not there is not found", async () => {
    const [checker, editor] = [await signedIn("checker", now), await signedIn("editor", now)];
    const { templateId } = await done(addTemplate(editor, { ...letter, name: "Kept" }, now));
    const before = await getTemplate(templateId);
    const change = { templateId, name: "Mine", body: "Mine", version: 0 };
    for (const tried of [
      addTemplate(checker, { ...letter, name: "Mine" }, now),
      editTemplate(checker, change, now),
      retireTemplate(checker, { templateId, isRetired: true, version: 0 }, now),
    ])
      expect(await refused(tried)).toMatchObject({ kind: "forbidden", code: "role" });
    expect(await getTemplate(templateId)).toEqual(before);
    expect(await refused(editTemplate(editor, { ...change, templateId: "nope" }, now))).toMatchObject({
      kind: "not_found",
    });
  });

  it("shows both sides to who was slower, and of ten who save at once one wins", async () => {
    const editor = await signedIn("editor", now);
    const { templateId } = await done(addTemplate(editor, { ...letter, name: "Raced" }, now));
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        editTemplate(editor, { templateId, name: "Raced", body: `Text ${index}`, version: 0 }, now),
      ),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = (await getTemplate(templateId))!;
    const late = { templateId, name: "Raced", body: "Too late", version: 0 };
    expect(await refused(editTemplate(editor, late, now))).toMatchObject({
      kind: "conflict",
      code: "stale",
      extra: { version: 1, conflict: [{ field: "body", mine: "Too late", theirs: stands.body }] },
    });
    const retire = { templateId, isRetired: true, version: 0 };
    expect(await refused(retireTemplate(editor, retire, now))).toMatchObject({ code: "stale" });
  });

  it("has a name of its own among those of its kind that are offered, whatever letters mean to a search", async () => {
    const editor = await signedIn("editor", now);
    const [first] = [await done(addTemplate(editor, { ...letter, name: "A_1" }, now))];
    expect(await refused(addTemplate(editor, { ...letter, name: "a_1" }, now))).toMatchObject({
      code: "name-taken",
      issues: [{ field: "name" }],
    });
    await done(addTemplate(editor, { ...letter, name: "AB1" }, now));
    await done(addTemplate(editor, { kind: "notice", name: "A_1", body: "We look." }, now));
    const { templateId } = first!;
    await done(editTemplate(editor, { templateId, name: "a_1", body: "Other case", version: 0 }, now));
    await done(retireTemplate(editor, { templateId, isRetired: true, version: 1 }, now));
    await done(addTemplate(editor, { ...letter, name: "A_1" }, now));
    const back = { templateId, isRetired: false, version: 2 };
    expect(await refused(retireTemplate(editor, back, now))).toMatchObject({ code: "name-taken" });
  });

  it("fits the field it is for, and there are so many of a kind at most", async () => {
    const editor = await signedIn("editor", now);
    const long = { kind: "notice", name: "Long", body: "😀".repeat(601) } as const;
    expect(await refused(addTemplate(editor, long, now))).toMatchObject({
      code: "body-too-long",
      detail: "Too long: 600 characters at most for this kind, and this has 601.",
    });
    await done(addTemplate(editor, { ...long, body: "😀".repeat(600) }, now));
    const corrections = Array.from({ length: mostOffered }, (_, index) => `Correction ${index}`);
    for (const name of corrections)
      await done(addTemplate(editor, { kind: "correction", name, body: "We put it right." }, now));
    const more = addTemplate(editor, { kind: "correction", name: "One more", body: "We put it right." }, now);
    expect(await refused(more)).toMatchObject({ code: "too-many-templates" });
  });
});
