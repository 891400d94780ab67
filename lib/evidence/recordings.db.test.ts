import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { silence } from "../../scripts/test/media-files";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle, addDocument } from "../articles/commands/add-article";
import { originalFile } from "../captures/original-file.server";
import { getEvidence, openClaim } from "../claims/queries";
import { logRecording, logStretch } from "./log-recording.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

let adder: Viewer, second: Viewer, claimId: string;
beforeAll(async () => {
  const scene = await desk.inReview("Selby owns 34 ferries");
  [adder, second, claimId] = [scene.author, scene.reviewer, scene.claimId];
});

describe("a stretch of a recording", () => {
  const input = { from: 62, to: 75, description: "The mayor speaks", words: "Маємо 31 пором." };

  it("keeps what was written down of it as the copy, with the address it is at", async () => {
    const url = "https://video.example/w/1";
    const { evidenceId, articleId } = await done(
      logRecording(adder, claimId, { ...input, url, stance: "disputes" }, now()),
    );
    expect((await getEvidence(evidenceId))!.quote).toMatchObject({
      region: "t=62,75",
      words: input.words,
    });
    const rows = await database.sql(`SELECT url FROM article WHERE id = $1`, [articleId]);
    expect(rows).toEqual([{ url }]);
  });

  it("of a page that the desk holds points into that page and changes nothing about it", async () => {
    const url = "https://video.example/w/2";
    const held = await done(addArticle(adder, { url, text: "A page\n\nWords under the video." }, now()));
    const { articleId } = await done(
      logRecording(adder, claimId, { ...input, url, stance: "context" }, now()),
    );
    expect(articleId).toBe(held.articleId);
    const captures = await database.sql(`SELECT id FROM capture WHERE "articleId" = $1`, [articleId]);
    expect(captures).toHaveLength(1);
  });

  it("is written down by two people at once in one article with one copy, which both point into", async () => {
    const url = "https://video.example/w/3";
    const logs = [adder, second].map((one, at) => {
      const words = `Слово ${at}.`;
      return done(logRecording(one, claimId, { ...input, words, url, stance: "context" }, now()));
    });
    const [first, other] = await Promise.all(logs);
    expect(other!.articleId).toBe(first!.articleId);
    const captures = await database.sql(`SELECT id FROM capture WHERE "articleId" = $1`, [first!.articleId]);
    expect(captures).toHaveLength(1);
  });

  it("of an uploaded file rests on the file's own bytes, which are served part by part", async () => {
    const bytes = silence(2);
    const document = { bytes, fileName: "radio.wav", method: "uploaded" } as const;
    const { articleId } = await done(addDocument(adder, document, { title: "radio.wav" }, now()));
    const { evidenceId } = await done(
      logStretch(adder, claimId, { ...input, from: 0.5, to: 1, articleId, stance: "context" }, now()),
    );
    const { quote } = (await getEvidence(evidenceId))!;
    expect(quote).toMatchObject({ region: "t=0.5,1", words: input.words, contentType: "audio/wav" });
    const captureId = (quote as { captureId: string }).captureId;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(
      (await openClaim(claimId, now()))!.dossier.evidence.find(({ id }) => id === evidenceId),
    ).toMatchObject({
      capture: { id: captureId, sha256, method: "uploaded" },
    });
    const ask = (
      range: string | null,
      ifRange: string | null = null,
      kind: "pdf" | "recording" = "recording",
    ) => originalFile(captureId, kind, { range, ifRange });
    const part = await done(ask("bytes=8-11"));
    const bytesOf = async ({ body }: { body: BodyInit | null }) =>
      Buffer.from(await new Response(body).arrayBuffer());
    expect([(await bytesOf(part)).toString("latin1"), part.size, part.sha256]).toEqual([
      "WAVE",
      bytes.length,
      sha256,
    ]);
    const all = await done(ask(null));
    expect([all.range.kind, (await bytesOf(all)).equals(bytes)]).toEqual(["whole", true]);
    expect((await done(ask("bytes=8-11", '"another"'))).range.kind).toBe("whole");
    expect(await done(ask(`bytes=${bytes.length}-`))).toMatchObject({ range: { kind: "none" }, body: null });
    expect((await refused(ask(null, null, "pdf"))).kind).toBe("not_found");
  });

  it("is taken from a file that somebody uploads, whatever it is called", async () => {
    const document = { bytes: silence(1), fileName: "page.html", method: "uploaded" } as const;
    const added = await done(addDocument(adder, document, { title: "Called otherwise" }, now()));
    const rows = await database.sql(`SELECT "contentType" FROM capture WHERE "articleId" = $1`, [
      added.articleId,
    ]);
    expect(rows).toEqual([{ contentType: "audio/wav" }]);
    const cut = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0]);
    const refusal = addDocument(adder, { ...document, bytes: cut }, { title: "Matroska" }, now());
    expect((await refused(refusal)).detail).toContain("sound or video (MP3, MP4");
  });
});
