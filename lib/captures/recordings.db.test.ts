// First: see there.
import { withinRequest } from "../../scripts/test/within-request";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { WARCParser } from "warcio";
import { beforeAll, describe, expect, it } from "vitest";
import { cookieOf, headersOf, here } from "../../scripts/test/ask-routes";
import { done, refused } from "../../scripts/test/desk-scene";
import { silence } from "../../scripts/test/media-files";
import { useTestDatabase } from "../../scripts/test/test-database";
import { GET } from "../../app/preview/captures/[id]/recording/route";
import type { Viewer } from "../access/viewer";
import { addRecording } from "../articles/commands/add-recording";
import { receiveRecording } from "../articles/receive-recording.server";
import { forgetUploads } from "../jobs/forget-uploads";
import { expungeCapture } from "./commands";
import { pieceBytes } from "./pieces";
import { captureContent, captureForArchive } from "./queries";
import { storeRecording } from "./recording-store.server";
import { warcParts } from "./warc.server";

const database = useTestDatabase();
const now = () => new Date();
const mostBytes = 200 * 1_048_576;
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A recording of two full pieces and a bit, no two stretches of it alike. */
const recording = Buffer.concat([silence(0), randomBytes(2 * pieceBytes + 1_000)]);

let checker: Viewer;
let cookie: string;
beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  cookie = await cookieOf(checker);
});

async function* inChunks(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const rows = () =>
  database.sql(
    `SELECT (SELECT count(*)::int FROM recording) AS recordings, (SELECT count(*)::int FROM recording_piece) AS pieces`,
  );
const stored = () => storeRecording(checker, inChunks(recording), mostBytes, now());

/** A recording that became an article's copy, and the id of that copy. */
async function captured(): Promise<{ captureId: string; recordingId: string }> {
  const kept = await done(stored());
  const { articleId } = await done(addRecording(checker, kept, { title: "Harbour radio" }, now()));
  const [row] = await database.sql<{ id: string }>(`SELECT id FROM capture WHERE "articleId" = $1`, [
    articleId,
  ]);
  return { captureId: row!.id, recordingId: kept.recordingId };
}

describe("a recording", () => {
  it("is kept in pieces of a megabyte in their order, under the hash of the whole", async () => {
    const kept = await done(stored());
    expect(kept).toMatchObject({
      sha256: sha256Of(recording),
      contentType: "audio/wav",
    });
    const pieces = await database.sql<{ number: number; bytes: Buffer }>(
      `SELECT number, bytes FROM recording_piece WHERE "recordingId" = $1 ORDER BY number`,
      [kept.recordingId],
    );
    expect(pieces.map(({ number, bytes }) => [number, bytes.length])).toEqual([
      [0, pieceBytes],
      [1, pieceBytes],
      [2, recording.length - 2 * pieceBytes],
    ]);
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(recording)).toBe(true);
  });

  it.each([
    ["no sound or video", async () => inChunks(Buffer.from("Dear desk, ".repeat(200))), "no-recording"],
    ["empty", async () => inChunks(new Uint8Array()), "no-file"],
    ["larger than is taken", async () => inChunks(recording), "recording-too-large"],
  ])("leaves nothing behind when it is %s, and is read to its end", async (_, make, code) => {
    const before = await rows();
    const chunks = await make();
    const most = code === "recording-too-large" ? pieceBytes + 1 : mostBytes;
    expect((await refused(storeRecording(checker, chunks, most, now()))).code).toBe(code);
    expect(await rows()).toEqual(before);
    expect((await chunks.next()).done).toBe(true);
  });

  it("leaves nothing behind when the line breaks", async () => {
    const before = await rows();
    async function* breaking() {
      yield recording.subarray(0, pieceBytes + 5);
      throw new Error("the line broke");
    }
    await expect(storeRecording(checker, breaking(), mostBytes, now())).rejects.toThrow("the line broke");
    expect(await rows()).toEqual(before);
  });

  it("that nobody finished is swept away after a day, and what became a copy stays", async () => {
    const { recordingId } = await captured();
    const unfinished = await done(stored());
    const all = [recordingId, unfinished.recordingId];
    const there = async () =>
      (await database.sql<{ id: string }>(`SELECT id FROM recording WHERE id = ANY($1)`, [all])).map(
        ({ id }) => id,
      );
    await forgetUploads(new Date(Date.now() + 23 * 3_600_000));
    expect((await there()).sort()).toEqual([...all].sort());
    await forgetUploads(new Date(Date.now() + 25 * 3_600_000));
    expect(await there()).toEqual([recordingId]);
  });
});

describe("a copy in pieces", () => {
  const capture = async (recordingId: string, sha256: string, more: Record<string, unknown> = {}) => {
    const [article] = await database.sql<{ id: string }>(
      `INSERT INTO article (id, state, "createdById") VALUES ($1, 'captured', $2) RETURNING id`,
      [randomUUID(), checker.id],
    );
    return database.sql(
      `INSERT INTO capture (id, "articleId", sha256, method, "capturedAt", "fullText", "recordingId", bytes)
       VALUES ($1, $2, $3, 'uploaded', now(), '', $4, $5)`,
      [randomUUID(), article!.id, sha256, recordingId, more.bytes ?? null],
    );
  };
  const piece = (recordingId: string, number: number, bytes: Uint8Array) =>
    database.sql(`INSERT INTO recording_piece VALUES ($1, $2, $3)`, [recordingId, number, bytes]);
  const begun = async () => {
    const id = randomUUID();
    await database.sql(`INSERT INTO recording VALUES ($1, $2, now())`, [id, checker.id]);
    return id;
  };
  const full = (fill: number) => Buffer.alloc(pieceBytes, fill);

  it("is there only when every piece is, in a row and full, and the hash is that of the whole", async () => {
    const [first, last] = [full(1), Buffer.from("end")];
    const whole = sha256Of(Buffer.concat([first, last]));
    const empty = await begun();
    await expect(capture(empty, sha256Of(new Uint8Array()))).rejects.toThrow("recording-incomplete");
    const gap = await begun();
    await piece(gap, 0, first);
    await piece(gap, 2, last);
    await expect(capture(gap, whole)).rejects.toThrow("recording-incomplete");
    const short = await begun();
    await piece(short, 0, last);
    await piece(short, 1, first);
    await expect(capture(short, sha256Of(Buffer.concat([last, first])))).rejects.toThrow(
      "recording-incomplete",
    );
    const right = await begun();
    // The order they come in does not matter, their numbers do.
    await piece(right, 1, last);
    await piece(right, 0, first);
    await expect(capture(right, sha256Of(first))).rejects.toThrow("recording-incomplete");
    await expect(capture(right, whole, { bytes: Buffer.concat([first, last]) })).rejects.toThrow(
      "capture_bytes_once",
    );
    await capture(right, whole);
    await expect(capture(right, whole)).rejects.toThrow("capture_recordingId_key");
  });

  it("never changes: no piece is added, changed or taken away, by the application or by the owner", async () => {
    const { recordingId } = await captured();
    await expect(piece(recordingId, 3, Buffer.from("more"))).rejects.toThrow("never changed");
    for (const statement of [
      `UPDATE recording_piece SET bytes = 'x' WHERE "recordingId" = '${recordingId}'`,
      `DELETE FROM recording_piece WHERE "recordingId" = '${recordingId}'`,
      `DELETE FROM recording WHERE id = '${recordingId}'`,
      `UPDATE recording SET "startedAt" = now()`,
      "TRUNCATE recording_piece",
    ])
      await expect(database.sql(statement), statement).rejects.toThrow("permission denied");
    for (const change of [`UPDATE recording_piece SET bytes = 'x'`, "DELETE FROM recording_piece"])
      await expect(
        database.sqlOwner(`${change} WHERE "recordingId" = '${recordingId}'`),
        change,
      ).rejects.toThrow("never changed");
    await database.sql(`SELECT drop_uploads($1, NULL)`, [recordingId]);
    await database.sql(`SELECT drop_uploads(NULL, now() + interval '1 year')`);
    const left = await database.sql(`SELECT number FROM recording_piece WHERE "recordingId" = $1`, [
      recordingId,
    ]);
    expect(left).toHaveLength(3);
  });

  it("comes as a WARC file whose payload is the recording and whose digest is its hash", async () => {
    const { captureId } = await captured();
    const capture = await done(captureForArchive(captureId));
    const read: { digests: unknown[]; payload: Buffer }[] = [];
    for await (const record of WARCParser.iterRecords(warcParts(capture, here)))
      read.push({
        digests: [record.warcPayloadDigest, record.warcBlockDigest],
        payload: Buffer.from(await record.readFully(false)),
      });
    const digest = `sha256:${sha256Of(recording)}`;
    expect(read[1]!.digests).toEqual([digest, digest]);
    expect(read[1]!.payload.equals(recording)).toBe(true);
    expect(read[2]!.payload.toString()).toContain(`length: ${recording.length}`);
  });

  it("loses every piece when it is expunged, and keeps its hash", async () => {
    const { captureId, recordingId } = await captured();
    const [admin, editor] = [
      await database.makeViewer("admin", "Admin"),
      await database.makeViewer("editor", "Editor"),
    ];
    expect((await captureContent({ ...checker }, captureId)).ok).toBe(true);
    await done(expungeCapture(admin, captureId, { reason: "A court asked." }, now()));
    await done(expungeCapture(editor, captureId, { reason: "A court asked." }, now()));
    const left = await database.sql(`SELECT 1 FROM recording_piece WHERE "recordingId" = $1`, [recordingId]);
    expect(left).toEqual([]);
    const [row] = await database.sql(`SELECT sha256, "expungedAt" FROM capture WHERE id = $1`, [captureId]);
    expect(row).toMatchObject({ sha256: sha256Of(recording), expungedAt: expect.any(Date) });
    expect((await ask(captureId, null)).status).toBe(410);
    expect((await refused(captureForArchive(captureId))).kind).toBe("gone");
    await expect(piece(recordingId, 0, recording)).rejects.toThrow();
  });
});

/** What the player gets for a Range header. */
async function ask(captureId: string, range: string | null): Promise<Response> {
  const headers = headersOf({ cookie, ...(range ? { range } : {}) });
  const request = new NextRequest(`${here}/preview/captures/${captureId}/recording`, { headers });
  return withinRequest(headers, () => GET(request, { params: Promise.resolve({ id: captureId }) }));
}

describe("the player", () => {
  const last = recording.length - 1;
  it.each([
    ["the beginning", "bytes=0-11", 0, 11],
    [
      "over the border of two pieces",
      `bytes=${pieceBytes - 2}-${pieceBytes + 1}`,
      pieceBytes - 2,
      pieceBytes + 1,
    ],
    ["over all pieces", `bytes=5-${2 * pieceBytes + 5}`, 5, 2 * pieceBytes + 5],
    ["from a place to the end", `bytes=${2 * pieceBytes - 1}-`, 2 * pieceBytes - 1, last],
    ["the end", "bytes=-7", last - 6, last],
  ])("gets exactly what it asks for: %s", async (_, range, from, to) => {
    const { captureId } = await captured();
    const answer = await ask(captureId, range);
    expect([
      answer.status,
      answer.headers.get("content-range"),
      answer.headers.get("content-length"),
    ]).toEqual([206, `bytes ${from}-${to}/${recording.length}`, String(to - from + 1)]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(recording.subarray(from, to + 1))).toBe(true);
  });

  it("gets all of it without a range, and 416 for a place that is not in it", async () => {
    const { captureId } = await captured();
    const all = await ask(captureId, null);
    expect([all.status, all.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
    expect(Buffer.from(await all.arrayBuffer()).equals(recording)).toBe(true);
    const beyond = await ask(captureId, `bytes=${recording.length}-`);
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([
      416,
      `bytes */${recording.length}`,
    ]);
  });
});

it("is read for the words beside it only a few times of one who is not signed in", async () => {
  const send = async () => {
    const form = new FormData();
    form.set("title", "Harbour radio");
    const request = new NextRequest(`${here}/api/v1/recordings`, {
      method: "POST",
      headers: { origin: here },
      body: form,
    });
    return (await receiveRecording(request, new Date("2031-01-01T00:01:00Z"))).fields;
  };
  await database.sqlOwner("DELETE FROM rate_window");
  expect(await send()).toEqual({ title: "Harbour radio" });
  // An address behind no proxy is not known: all of these count together.
  for (let tries = 1; tries < 50; tries += 1) await send();
  expect(await send()).toEqual({});
});
