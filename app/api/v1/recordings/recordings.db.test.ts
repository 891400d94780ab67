// First: see there.
import { withinRequest } from "@/scripts/test/within-request";
import { createHash, randomBytes } from "node:crypto";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { pieceBytes } from "@/lib/captures/pieces";
import { cookieOf, headersOf, here } from "@/scripts/test/ask-routes";
import { silence } from "@/scripts/test/media-files";
import { useTestDatabase } from "@/scripts/test/test-database";
import { POST } from "./route";

const database = useTestDatabase();
const recording = Buffer.concat([silence(0), randomBytes(2 * pieceBytes + 1_000)]);
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let cookie: string;
beforeAll(async () => {
  cookie = await cookieOf(await database.makeViewer("checker", "Checker"));
});

const rows = () =>
  database.sql(
    `SELECT (SELECT count(*)::int FROM recording) AS recordings, (SELECT count(*)::int FROM recording_piece) AS pieces,
       (SELECT count(*)::int FROM article) AS articles`,
  );

describe("a form with a recording", () => {
  type Given = {
    file?: Uint8Array;
    accept?: string;
    /** Stand before the file. */
    ahead?: Record<string, string>;
    fields?: Record<string, string>;
    headers?: object;
    query?: string;
  };

  async function post(given: Given) {
    const { file, accept = "application/json", ahead = {}, fields = {}, headers = {}, query = "" } = given;
    const form = new FormData();
    for (const [name, value] of Object.entries(ahead)) form.set(name, value);
    if (file) form.set("file", new File([Uint8Array.from(file)], "call.wav", { type: "audio/wav" }));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const encoded = new Response(form);
    const type = encoded.headers.get("content-type")!;
    const sent = headersOf({ cookie, origin: here, accept, "content-type": type, ...headers });
    const init = { method: "POST", headers: sent, body: encoded.body, duplex: "half" };
    const request = new NextRequest(`${here}/api/v1/recordings${query}`, init as never);
    return withinRequest(sent, () => POST(request));
  }
  const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

  it("makes an article of it, whichever way its fields stand around the file", async () => {
    const fields = {
      title: "Call with the harbour",
      outlet: "",
      kind: "interview",
      "$label:title": "What it is",
    };
    const answer = await post({ file: recording, fields });
    expect(answer.status).toBe(201);
    const article = (await answer.json()) as { title: string; kind: string; captures: { sha256: string }[] };
    expect(article).toMatchObject({
      title: "Call with the harbour",
      kind: "interview",
      captures: [{ sha256: sha256Of(recording) }],
    });
  });

  it("leads a browser on to describe it for the claim", async () => {
    const answer = await post({
      file: recording,
      accept: "text/html,*/*",
      fields: { title: "Call", claimId: "c1" },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/desk\/claims\/c1\/evidence\?article=/);
  });

  it("is answered in words, with nothing kept, when it is refused", async () => {
    const before = await rows();
    expect(await code(await post({ fields: { title: "No file" } }))).toEqual([422, "no-file"]);
    expect(await code(await post({ file: Buffer.from("Dear desk"), fields: { title: "A letter" } }))).toEqual(
      [415, "no-recording"],
    );
    const bad = await post({ file: recording, fields: { title: "Call", publishedAt: "yesterday" } });
    expect([bad.status, JSON.stringify(await bad.json())]).toEqual([
      400,
      expect.stringContaining("Write a date as 2024-06-28"),
    ]);
    const page = await post({
      file: Buffer.from("Dear desk"),
      accept: "text/html",
      fields: { title: "A “letter” <b>", claimId: "c1", "$label:title": "What it is" },
    });
    const html = await page.text();
    expect([page.status, page.headers.get("cache-control")]).toEqual([415, "no-store"]);
    expect(html).toContain("This is no sound or video that we take");
    expect(html).toContain('value="A “letter” &lt;b&gt;"');
    expect(html).toContain('<input type="hidden" name="claimId" value="c1"/>');
    expect(await rows()).toEqual(before);
  });

  it("is refused for a wrong field before any of its file is kept", async () => {
    const file = Buffer.from("Dear desk");
    const wrong = { title: "Call", publishedAt: "yesterday" };
    // Whose file was looked at first is told that it is no recording.
    expect(await code(await post({ file, fields: wrong }))).toEqual([415, "no-recording"]);
    const ahead = await post({ file, ahead: wrong });
    expect([ahead.status, JSON.stringify(await ahead.json())]).toEqual([
      400,
      expect.stringContaining("Write a date as 2024-06-28"),
    ]);
  });

  it("can be asked about without its file: its fields would do, or are refused as with it; nothing is kept", async () => {
    const before = await rows();
    const ask = (fields: Record<string, string>, headers = {}) =>
      post({ fields, headers, query: "?only=fields" });
    const good = await ask({ title: "Call", publishedAt: "2024-06-28", outlet: "" });
    expect([good.status, await good.text()]).toEqual([204, ""]);
    const bad = await ask({ title: "Call", publishedAt: "yesterday" });
    expect([bad.status, JSON.stringify(await bad.json())]).toEqual([
      400,
      expect.stringContaining("Write a date as 2024-06-28"),
    ]);
    expect((await ask({ title: "Call" }, { cookie: "" })).status).toBe(401);
    expect((await ask({ title: "Call" }, { origin: "https://elsewhere.example" })).status).toBe(403);
    const heavy = await post({ file: recording, fields: { title: "Call" }, query: "?only=fields" });
    expect(await code(heavy)).toEqual([400, "upload-broken-off"]);
    expect(await rows()).toEqual(before);
  });

  it("keeps the words of whoever's session has ended, and takes none from another site", async () => {
    const given = { file: recording, accept: "text/html", fields: { title: "A call in June" } };
    const ended = await post({ ...given, headers: { cookie: "" } });
    expect([ended.status, await ended.text()]).toEqual([401, expect.stringContaining("A call in June")]);
    const foreign = await post({ ...given, headers: { origin: "https://elsewhere.example" } });
    expect(await code(foreign)).toEqual([403, "cross-site"]);
  });

  it("is not taken for whoever signed in to the browser since its page was opened", async () => {
    const before = await rows();
    const given = { fields: { title: "Call" }, headers: { "countersign-page-of": "somebody-else" } };
    expect(await code(await post({ ...given, query: "?only=fields" }))).toEqual([409, "page-of-another"]);
    expect(await code(await post({ ...given, file: recording }))).toEqual([409, "page-of-another"]);
    expect(await rows()).toEqual(before);
  });

  it("is done once for an Idempotency-Key", async () => {
    const given = {
      file: recording,
      fields: { title: "Sent twice" },
      headers: { "idempotency-key": "call-1" },
    };
    const [first, again] = [await post(given), await post(given)];
    const id = async (answer: Response) => ((await answer.json()) as { id: string }).id;
    expect(await id(again)).toBe(await id(first));
    expect(await database.sql(`SELECT 1 FROM article WHERE title = 'Sent twice'`)).toHaveLength(1);
    const before = await rows();
    const other = await post({ ...given, fields: { title: "Sent with other words" } });
    expect(await code(other)).toEqual([409, "idempotency-key-reused"]);
    expect(await rows()).toEqual(before);
  });

  it("that breaks off in the middle leaves nothing", async () => {
    const before = await rows();
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n';
    const sent = headersOf({ cookie, origin: here, "content-type": "multipart/form-data; boundary=b" });
    const whole = Buffer.concat([Buffer.from(head), recording]);
    const ends = (isBroken: boolean) =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(whole);
          if (isBroken) controller.error(new Error("reset"));
          else controller.close();
        },
      });
    for (const isBroken of [true, false]) {
      const init = { method: "POST", headers: sent, body: ends(isBroken), duplex: "half" };
      const request = new NextRequest(`${here}/api/v1/recordings`, init as never);
      const answer = await withinRequest(sent, () => POST(request));
      expect(await code(answer)).toEqual([400, "upload-broken-off"]);
    }
    expect(await rows()).toEqual(before);
  });
});
