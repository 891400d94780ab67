import { unzipSync, zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { recordSha256 } from "../lib/publications/canonical";
import { generateSigningKey, signPage, signRecord } from "../lib/publications/sign";
import { staffZip } from "./test/sample-staff-bundle";
import { goodFiles, sampleKeys, tamperings, wholeForgery, zipOf } from "./test/sample-bundle";
import { checkFile } from "./verify-in-browser.mjs";

type Found = Awaited<ReturnType<typeof checkFile>>;
const named = (found: Found, outcome: string) =>
  found.filter((result) => result.outcome === outcome).map(({ item }) => item);
const check = (bytes: Uint8Array, keys: unknown = null) => checkFile(bytes, keys);

/** The sample as the API serves it. */
function servedRecord() {
  const json = (path: string) =>
    JSON.parse(new TextDecoder().decode(goodFiles.find((file) => file.path === path)!.bytes)) as Record<
      string,
      unknown
    >;
  const checkpoint = new TextDecoder().decode(goodFiles.find(({ path }) => path === "checkpoint.txt")!.bytes);
  const log = json("log.json");
  return {
    ...json("signature.json"),
    record: json("record.json"),
    log: { ...log, proof: { ...(log.proof as object), checkpoint } },
  };
}
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

afterEach(() => vi.restoreAllMocks());

describe("the check in the browser", () => {
  it("passes every item of a bundle as it was made, and of one packed again", async () => {
    for (const zip of [zipOf(goodFiles), zipSync(unzipSync(zipOf(goodFiles)), { level: 9 })]) {
      const found = await check(zip, sampleKeys);
      expect(named(found, "pass")).toHaveLength(7);
      expect(found).toHaveLength(7);
    }
  });

  it.each(tamperings)(
    "altering %s fails exactly %j, as the other program says",
    async (_what, fails, zip) => {
      expect(named(await check(zip()), "fail")).toEqual(fails);
    },
  );

  it("says of a newsroom's own bundle that its captures are not opened here", async () => {
    const found = await check(await staffZip(), sampleKeys);
    expect([named(found, "unable"), named(found, "fail")]).toEqual([["captures"], []]);
    expect(named(found, "pass")).toHaveLength(7);
  });

  it("finds a whole forgery by the newsroom's own keys", async () => {
    expect(named(await check(wholeForgery()), "fail")).toEqual([]);
    expect(named(await check(wholeForgery(), sampleKeys), "fail")).toEqual([
      "signature",
      "key validity",
      "checkpoint signature",
    ]);
  });

  it("checks a record as the API serves it, and finds one altered letter", async () => {
    const served = servedRecord();
    expect(named(await check(bytesOf(served), sampleKeys), "fail")).toEqual([]);
    const record = { ...(served.record as object), finding: "Altered." };
    expect(named(await check(bytesOf({ ...served, record }), sampleKeys), "fail")).toEqual(["record hash"]);
    const rehashed = { ...served, record, sha256: recordSha256(record) };
    expect(named(await check(bytesOf(rehashed), sampleKeys), "fail")).toEqual(["signature", "log proof"]);
  });

  it("checks the record of a page, whose signature is worthless under a verdict's and the other way round", async () => {
    const key = generateSigningKey();
    const keys = { keys: [{ ...key.publicJwk, validFrom: "2024-01-01T00:00:00Z" }] };
    const record = { type: "countersign-page", page: "about", publishedAt: "2024-07-01T10:00:00Z" };
    const signed = (sign: typeof signPage, type: string) => {
      const sha256 = recordSha256({ ...record, type });
      const signature = sign(sha256, key.privatePem);
      return bytesOf({ record: { ...record, type }, sha256, signature, keyId: key.kid, log: null });
    };
    const failsOf = async (bytes: Uint8Array) => named(await check(bytes, keys), "fail");
    expect(await failsOf(signed(signPage, "countersign-page"))).toEqual([]);
    expect(await failsOf(signed(signRecord, "countersign-page"))).toEqual(["signature"]);
    expect(await failsOf(signed(signPage, "countersign-record"))).toEqual(["signature"]);
  });

  it("says that a record is not in the log yet, and fails nothing for it", async () => {
    const found = await check(bytesOf({ ...servedRecord(), log: null }), sampleKeys);
    expect([named(found, "absent"), named(found, "fail")]).toEqual([["log proof"], []]);
  });

  it("says which checks a browser without Ed25519 cannot make, instead of failing them", async () => {
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no", "NotSupportedError"));
    const found = await check(zipOf(goodFiles));
    expect(named(found, "unable")).toEqual(["signature", "checkpoint signature"]);
    expect(named(found, "fail")).toEqual([]);
  });

  it("refuses what is neither bundle nor record in words", async () => {
    await expect(check(bytesOf({ hello: 1 }), sampleKeys)).rejects.toThrow(
      "neither a bundle nor a signed record",
    );
    await expect(check(Buffer.from("PK nothing"))).rejects.toThrow("no ZIP file");
    await expect(check(bytesOf(servedRecord()))).rejects.toThrow("holds no keys");
  });
});
