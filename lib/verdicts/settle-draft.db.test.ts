import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { writeVerdict } from "./commands";
import { settleDraft } from "./settle-draft.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = new Date();

/** A draft at some version, and how somebody saves it from the editor who read an older one. */
async function drafted() {
  const { claimId, author } = await desk.inReview();
  const editor = await database.makeViewer("editor", "Two");
  const write = (viewer: Viewer, finding: string, version: number) =>
    writeVerdict(viewer, claimId, { finding, version }, now);
  const save = async (viewer: Viewer, finding: string, version: number) =>
    settleDraft(viewer, { claimId, version }, await write(viewer, finding, version));
  const { version } = await done(write(author, "Base", 1));
  return { claimId, author, editor, write, save, version };
}

it("what is stored already is saved, whoever stored it", async () => {
  const { claimId, author, editor, write, save, version } = await drafted();
  await done(write(editor, "The same", version));
  expect(await done(save(author, "The same", version))).toEqual({ claimId, version: version + 1 });
});

it("one's own newer words are called one's own, with when they were saved", async () => {
  const { author, write, save, version } = await drafted();
  await done(write(author, "Saved before the page was lost", version));
  expect(await refused(save(author, "Written on", version))).toMatchObject({
    code: "stale",
    detail: expect.stringMatching(/^You saved this draft/),
    extra: { savedBy: { isOwn: true, at: now.toISOString() }, version: version + 1 },
  });
});

it("words of somebody else among them are theirs, with their name, though one saved after them", async () => {
  const { author, editor, write, save, version } = await drafted();
  await done(write(editor, "Theirs", version));
  await done(write(author, "Mine over theirs", version + 1));
  const { extra } = await refused(save(author, "From an old page", version));
  expect(extra).toMatchObject({ savedBy: { isOwn: false, name: expect.any(String) } });
});
