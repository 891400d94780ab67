import { createHash } from "node:crypto";
import { WARCParser, type WARCRecord } from "warcio";
import { describe, expect, it } from "vitest";
import { captureAsWarc, warcFileName, type WarcCapture } from "./warc.server";

const bytes = Buffer.from("<p>Zwölf Boote</p>\r\n\r\n<p>\0end</p>", "utf8");
const sha256 = createHash("sha256").update(bytes).digest("hex");
const capture: WarcCapture = {
  id: "cap-1",
  articleId: "art-1",
  sha256,
  method: "fetched",
  capturedAt: new Date("2024-06-28T10:20:30.123Z"),
  contentType: "text/html",
  finalUrl: "https://news.example/boats?x=1",
  headers: [
    ["Content-Type", "text/html; charset=utf-8"],
    ["content-encoding", "gzip"],
    ["Link", "<https://a.example/>; rel=canonical"],
    ["Link", "<https://b.example/>; rel=next"],
    ["X-Odd", "line\r\nInjected: yes"],
  ],
  bytes,
};

type Read = { type: string; record: WARCRecord; content: Buffer };

async function readBack(file: Uint8Array): Promise<Read[]> {
  const found: Read[] = [];
  for await (const record of WARCParser.iterRecords([file], { keepHeadersCase: true })) {
    const content = Buffer.from(await record.readFully(false));
    found.push({ type: record.warcType, record, content });
  }
  return found;
}

describe("captureAsWarc", () => {
  it("writes a fetched page as a response with its headers and bytes, whose payload digest is our hash", async () => {
    const records = await readBack(await captureAsWarc(capture, "https://desk.example/"));
    expect(records.map(({ type }) => type)).toEqual(["warcinfo", "response", "metadata"]);
    const { record } = records[1]!;
    expect(record.warcHeaders.protocol).toBe("WARC/1.1");
    expect(record.warcTargetURI).toBe(capture.finalUrl);
    expect(record.warcDate).toBe("2024-06-28T10:20:30.123Z");
    expect(record.warcPayloadDigest).toBe(`sha256:${sha256}`);
    expect(Buffer.from(record.payload!)).toEqual(bytes);
    const headers = record.httpHeaders!.toString();
    expect(headers).toContain("X-Archive-Orig-content-encoding: gzip");
    expect(headers).toContain("Link: <https://a.example/>; rel=canonical");
    expect(headers).toContain("Link: <https://b.example/>; rel=next");
    expect(headers).not.toMatch(/^Injected:/m);
    expect(headers).toContain(`Content-Length: ${bytes.length}`);
  });

  it.each(["uploaded", "pasted"] as const)(
    "writes what was %s as a resource that claims no address",
    async (method) => {
      const records = await readBack(await captureAsWarc({ ...capture, method }, "https://desk.example"));
      const { record, content } = records[1]!;
      expect(record.warcType).toBe("resource");
      expect(record.warcTargetURI).toBe("https://desk.example/desk/captures/cap-1");
      expect(record.warcHeader("Content-Type")).toBe("text/html");
      expect(record.warcPayloadDigest ?? record.warcBlockDigest).toBe(`sha256:${sha256}`);
      expect(content).toEqual(bytes);
    },
  );

  it("says in a metadata record what the capture is and how it came", async () => {
    const records = await readBack(
      await captureAsWarc({ ...capture, method: "pasted" }, "https://desk.example"),
    );
    const { record, content } = records[2]!;
    expect(record.warcHeader("WARC-Refers-To")).toBe(records[1]!.record.warcHeader("WARC-Record-ID"));
    expect(content.toString("utf8")).toContain(`sha256: ${sha256}\r\nmethod: pasted\r\n`);
  });

  it("gives the same bytes for the same capture", async () => {
    const [first, second] = [
      await captureAsWarc(capture, "https://d.example"),
      await captureAsWarc(capture, "https://d.example"),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(warcFileName(capture)).toBe("countersign-20240628102030-cap-1.warc.gz");
  });

  it("keeps an empty body and a large one", async () => {
    for (const body of [Buffer.alloc(0), Buffer.alloc(3_000_000, "ü")]) {
      const hash = createHash("sha256").update(body).digest("hex");
      const [, read] = await readBack(
        await captureAsWarc({ ...capture, bytes: body, sha256: hash }, "https://d.example"),
      );
      expect(read!.record.warcPayloadDigest).toBe(`sha256:${hash}`);
      expect(read!.record.payload?.length ?? 0).toBe(body.length);
    }
  });
});
