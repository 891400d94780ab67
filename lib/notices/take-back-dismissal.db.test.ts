import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { openTask } from "../tasks/open-task.server";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { dismissPrepared, editPrepared, signPrepared } from "./commands/decide-prepared";
import { prepareNotice } from "./prepare-notice.server";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer, other: Viewer;
beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
  other = await database.makeViewer("editor", "Other");
});

/** A draft that waits for an editor, with its task, about a published claim. */
async function waiting() {
  const { claimId, slug } = await desk.published("Ferries that were read again");
  const articleId = (await db().evidence.findFirstOrThrow({ where: { claimId } })).articleId;
  const about = { claimId, articleId };
  const prepare = async () => {
    const notice = { ...about, slug, cause: "drift", kind: "source-changed", text: "It changed." } as const;
    await db().$transaction((tx) => prepareNotice(tx, notice, new Date()));
    const task = { ...about, kind: "quote-altered", text: "Look again.", slug } as const;
    await db().$transaction((tx) => openTask(tx, task, new Date()));
    return (await db().preparedNotice.findFirstOrThrow({ where: { ...about, state: "waiting" } })).id;
  };
  const openTasks = () => db().task.count({ where: { ...about, doneAt: null } });
  return { id: await prepare(), prepare, openTasks };
}

const dismiss = (viewer: Viewer, id: string, reason = "No need.") =>
  done(dismissPrepared(viewer, id, reason, new Date()));
const undo = (viewer: Viewer, { entryId }: { entryId: string }) => takeBack(viewer, { entryId }, new Date());
const draft = (id: string) => db().preparedNotice.findUniqueOrThrow({ where: { id } });
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };

describe("taking back that a prepared notice was dismissed", () => {
  it("lets it wait again, once, and opens its task again", async () => {
    const { id, openTasks } = await waiting();
    const dismissed = await dismiss(editor, id);
    expect(await openTasks()).toBe(0);
    expect(await refused(undo(other, dismissed))).toMatchObject({ kind: "not_found" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(editor, dismissed));
    expect(await draft(id)).toMatchObject({
      ...{ state: "waiting", version: 2, decidedById: null, decidedAt: null, dismissReason: null },
    });
    expect(await openTasks()).toBe(1);
    const undone = await database.sql(
      `SELECT 1 FROM log_entry WHERE event = 'prepared-notice.dismissal-undone' AND "subjectId" = $1`,
      [id],
    );
    expect(undone).toHaveLength(1);
  });

  it("is refused once another draft waits for the same, it was dismissed anew, or the role is gone", async () => {
    const { id, prepare } = await waiting();
    const first = await dismiss(editor, id);
    expect(await refused(undo({ ...editor, role: "checker" }, first))).toMatchObject({ kind: "forbidden" });
    const second = await prepare();
    expect(await refused(undo(editor, first))).toMatchObject(stale);
    expect([(await draft(id)).state, (await draft(second)).state]).toEqual(["dismissed", "waiting"]);

    const again = await waiting();
    const mine = await dismiss(editor, again.id);
    await done(undo(editor, mine));
    await dismiss(other, again.id, "Theirs.");
    expect(await refused(undo(editor, mine))).toMatchObject(stale);
    expect(await draft(again.id)).toMatchObject({ state: "dismissed", dismissReason: "Theirs." });
  });

  it("brings back nothing that lost its reason, whatever the application does", async () => {
    const { id } = await waiting();
    await db().preparedNotice.update({
      where: { id },
      data: { state: "withdrawn", dismissReason: "It is back.", decidedAt: new Date() },
    });
    const revive = database.sql(
      `UPDATE prepared_notice SET state = 'waiting', "decidedAt" = NULL WHERE id = $1`,
      [id],
    );
    expect((await refusalOf(revive)).message).toContain("a prepared notice is decided once");
  });
});

it("a draft that another editor changed is shown with both texts before it can be signed", async () => {
  const { id } = await waiting();
  const { version } = await draft(id);
  const kind = "source-changed";
  await done(editPrepared(other, id, { kind, text: "Theirs.", version }, new Date()));
  const slower = await refused(signPrepared(editor, id, { kind, text: "Mine.", version }, new Date()));
  expect(slower).toMatchObject({
    code: "stale",
    extra: { version: version + 1, conflict: [{ field: "text", mine: "Mine.", theirs: "Theirs." }] },
  });
  expect(await draft(id)).toMatchObject({ state: "waiting", text: "Theirs." });
});
