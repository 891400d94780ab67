import { createHash, createPublicKey, verify } from "node:crypto";

/** RFC 8785, for values that come out of JSON.parse. */
export function canonical(value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("a number is out of range");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
}

export function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RFC 6962 section 2.1 over leaf hashes that come one by one; `root()` may be asked at any size. */
export function growingTree() {
  const nodes = [];
  let size = 0;
  return {
    add(leaf) {
      let node = leaf;
      for (let n = size; n % 2 === 1; n = Math.floor(n / 2)) node = sha256(Buffer.of(1), nodes.pop(), node);
      nodes.push(node);
      size += 1;
    },
    root: () =>
      nodes.length === 0 ? sha256() : nodes.reduceRight((right, left) => sha256(Buffer.of(1), left, right)),
  };
}

export const publicKeyOf = ({ kty, crv, x }) => createPublicKey({ key: { kty, crv, x }, format: "jwk" });

/** A signed head (C2SP signed-note and tlog-checkpoint), once one of the keys has signed it. */
export function openHead(note, keys, origin) {
  const at = note.lastIndexOf("\n\n");
  const text = note.slice(0, at + 1);
  const [named, size, root] = text.split("\n");
  if (at < 0 || !/^\d+$/.test(size ?? "") || !root) throw new Error("it is no signed head");
  if (origin && named !== origin) throw new Error(`it is of another log, ${named}`);
  const isSigned = note
    .slice(at + 2)
    .split("\n")
    .map((line) => /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line))
    .some((match) => {
      const bytes = Buffer.from(match?.[2] ?? "", "base64").subarray(4);
      return (
        match?.[1] === named &&
        bytes.length === 64 &&
        keys.some((key) => verify(null, Buffer.from(text), publicKeyOf(key), bytes))
      );
    });
  if (!isSigned) throw new Error("none of the keys has signed it");
  return { size: Number(size), root: Buffer.from(root, "base64").toString("hex") };
}
