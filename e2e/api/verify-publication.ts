import { createHash, createPublicKey, verify } from "node:crypto";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** RFC 8785 for what records hold, written apart from the application so that the two check each other. */
function canonical(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  // RFC 8785 sorts by UTF-16 code units, which is JavaScript's own order.
  const members = Object.keys(value)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`);
  return `{${members.join(",")}}`;
}

export type Published = {
  record: { [key: string]: Json };
  sha256: string;
  signature: string;
  keyId: string;
  log: { index: number; proof: LogProof } | null;
};

export type LogProof = { entry: { [key: string]: Json }; size: number; hashes: string[]; checkpoint: string };
export type Jwk = { kty: string; crv: string; x: string; kid: string; validFrom: string };

const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** What anybody can work out of a publication and the public keys. */
export function checkPublication(published: Published, keys: Jwk[]) {
  const hash = createHash("sha256").update(canonical(published.record)).digest("hex");
  const jwk = keys.find(({ kid }) => kid === published.keyId);
  if (!jwk) return { hash, isSigned: false };
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: "jwk" });
  const signed = Buffer.from(`countersign-record-v1\n${published.sha256}`, "ascii");
  return { hash, isSigned: verify(null, signed, key, Buffer.from(published.signature, "base64url")) };
}

/** The root of the log's tree as the proof leads to it (RFC 6962 §2.1.1), in standard base64 as checkpoints print it. */
export function rootOf({ entry, size, hashes }: LogProof, index: number): string {
  let node = sha256(Buffer.from([0]), Buffer.from(canonical(entry)));
  let [at, last] = [index, size - 1];
  for (const hash of hashes) {
    const other = Buffer.from(hash, "base64");
    if (at % 2 === 1 || at === last) {
      node = sha256(Buffer.from([1]), other, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else node = sha256(Buffer.from([1]), node, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return node.toString("base64");
}
