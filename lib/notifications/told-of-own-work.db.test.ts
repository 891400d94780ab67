import { beforeAll, describe, expect, test } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import {
  ownWorkScene,
  viewerNow,
  wantsInternsToSeeOwn,
  type OwnWorkScene,
} from "../../scripts/test/own-work-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { addComment } from "../comments/commands";
import { newId } from "../core/new-id.server";
import { sendDigest } from "../jobs/send-digest";
import { openStream } from "../live/stream.server";
import { listNews } from "./queries";

const database = useTestDatabase();

let scene: OwnWorkScene;
beforeAll(async () => {
  scene = await ownWorkScene(database);
  await wantsInternsToSeeOwn(database, true);
});

describe("what comes by itself", () => {
  test("is told of the intern's own alone: at the bell, by mail and in the stream", async () => {
    const { foreign, own, intern, colleague } = scene;
    await done(addComment(colleague, foreign.claimId, { text: "Something new." }, new Date()));
    const told = await database.sqlOwner(
      `SELECT 1 FROM notification WHERE "userId" = $1 AND "claimId" = $2`,
      [intern.id, foreign.claimId],
    );
    expect(told.length).toBeGreaterThan(0);
    expect((await listNews(await viewerNow(intern))).items).toEqual([]);
    const digest = newId();
    await database.sqlOwner(
      `INSERT INTO digest (id, "userId", slot, "createdAt") VALUES ($1, $2, now(), now())`,
      [digest, intern.id],
    );
    await database.sqlOwner(`UPDATE notification SET "digestId" = $1 WHERE "userId" = $2`, [
      digest,
      intern.id,
    ]);
    await sendDigest({ digestId: digest }, new Date());
    expect(await database.sql(`SELECT state FROM digest WHERE id = $1`, [digest])).toEqual([
      { state: "dropped" },
    ]);

    const [last] = await database.sql<{ id: string }>(`SELECT max(id) AS id FROM log_entry`);
    await done(addComment(colleague, foreign.claimId, { text: "And again." }, new Date()));
    await done(addComment(colleague, own.claimId, { text: "For you." }, new Date()));
    const [newest] = await database.sql<{ id: string }>(
      `SELECT max(id) AS id FROM log_entry WHERE "claimId" = $1`,
      [own.claimId],
    );
    const gone = new AbortController();
    const opened = openStream(await viewerNow(intern), last!.id, gone.signal);
    const reader = (opened as { value: ReadableStream<Uint8Array> }).value.getReader();
    let heard = "";
    while (!heard.includes(newest!.id)) heard += Buffer.from((await reader.read()).value!).toString("utf8");
    gone.abort();
    expect(heard).not.toContain(foreign.claimId);
  });
});
