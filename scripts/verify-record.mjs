#!/usr/bin/env node
/**
 * Checks a published record without any code of Countersign: Node 20 and this file are all it takes.
 *
 *   node scripts/verify-record.mjs record.json keys.json
 *   node scripts/verify-record.mjs --from http://127.0.0.1:3000 <slug> [version]
 *   node scripts/verify-record.mjs --from http://127.0.0.1:3000 pages/<page> [version]
 *
 * record.json is what GET /api/v1/publications/{slug} or /api/v1/pages/{page} answers, keys.json what /.well-known/countersign-keys.json
 * answers. With --from, earlier versions are fetched too and the chain is followed back to version 1.
 * Exit code 0: every check passed; 1: one failed; 2: it could not be run.
 *
 * It shows that the record is the one that was signed by a key its publisher names. It cannot show that the finding
 * is right, nor that the publisher's key set is the one you should trust.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFile } from "node:fs/promises";

const signedPrefixes = new Map([
  ["countersign-record", "countersign-record-v1\n"],
  ["countersign-page", "countersign-page-v1\n"],
]);
const fetchTimeoutMs = 15_000;
const maxBytes = 8 * 1024 * 1024;
let failures = 0;

/** RFC 8785, for values that come out of JSON.parse. */
function canonical(value) {
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw new Error("a text holds half of a character (a lone surrogate)");
    return JSON.stringify(value);
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("a number is out of range");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  // The default order of sort() is by UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
}

function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function report(isPassed, name, detail = "") {
  if (!isPassed) failures += 1;
  console.log(`${isPassed ? "pass" : "FAIL"}  ${name}${detail ? `: ${detail}` : ""}`);
  return isPassed;
}

function note(name, detail) {
  console.log(`note  ${name}: ${detail}`);
}

/** Runs a check whose failure may also be an exception: a check that cannot be made has not passed. */
function check(name, run) {
  try {
    const problem = run();
    return report(!problem, name, problem || "");
  } catch (error) {
    return report(false, name, error.message);
  }
}

function timeOf(text, field) {
  const time = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(String(text)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`${field} is not a time with its zone (${text})`);
  return time;
}

function validityProblem(key, publishedAt) {
  const at = timeOf(publishedAt, "publishedAt");
  if (at < timeOf(key.validFrom, "validFrom")) return `the key is valid only from ${key.validFrom}`;
  if (key.validTo != null && at > timeOf(key.validTo, "validTo"))
    return `the key was valid to ${key.validTo}`;
  if (key.revokedAt != null && at >= timeOf(key.revokedAt, "revokedAt")) {
    return `the key was revoked at ${key.revokedAt}`;
  }
  return "";
}

function verifyDocument(document, keySet) {
  const { record, signature, keyId } = document;
  const isShaped = check("document", () => {
    if (!record || typeof record !== "object") return "there is no record in it";
    if (!signedPrefixes.has(record.type) || record.schema !== 1) return "it is not a record this file knows";
    return "";
  });
  if (!isShaped) return;
  const subject =
    record.type === "countersign-page" ? `page ${record.page}` : `${record.kind} ${record.slug}`;
  console.log(`      ${subject}, version ${record.version}, of ${record.publishedAt}`);
  check("sha256 of the record's RFC 8785 form", () => {
    const hash = sha256(canonical(record)).toString("hex");
    return hash === document.sha256 ? "" : `it is ${hash}, the document says ${document.sha256}`;
  });
  const keys = Array.isArray(keySet?.keys) ? keySet.keys.filter((key) => key?.kid === keyId) : [];
  if (!report(keys.length === 1, "key", `${keys.length} published under ${keyId}`)) return;
  const [key] = keys;
  check("key in use when the record was published", () => validityProblem(key, record.publishedAt));
  check("Ed25519 signature", () => {
    const bytes = Buffer.from(String(signature), "base64url");
    if (bytes.toString("base64url") !== signature) return "it is not base64url";
    if (key.kty !== "OKP" || key.crv !== "Ed25519") return "the key is not an Ed25519 key";
    const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
    const text = Buffer.from(signedPrefixes.get(record.type) + document.sha256, "ascii");
    return verify(null, text, publicKey, bytes) ? "" : "it was not made by this key over this hash";
  });
  verifyLog(document);
}

/** RFC 9162 section 2.1.3.2. Nodes are standard base64, lowest first. */
function rootFromProof(leaf, index, size, hashes) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new Error("the index is outside the log");
  let [fn, sn, node] = [index, size - 1, leaf];
  const climb = () => ([fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]);
  for (const text of hashes) {
    const sibling = Buffer.from(text, "base64");
    if (sn === 0 || sibling.length !== 32) throw new Error("the proof does not fit the size");
    if (fn % 2 === 1 || fn === sn) {
      node = sha256(Buffer.of(1), sibling, node);
      while (fn % 2 === 0 && fn !== 0) climb();
    } else {
      node = sha256(Buffer.of(1), node, sibling);
    }
    climb();
  }
  if (sn !== 0) throw new Error("the proof is too short");
  return node;
}

function verifyLog({ log, sha256: recordHash }) {
  if (!log) return note("log", "not sealed yet, or not served");
  const { entry, opening, size, hashes, checkpoint } = log.proof ?? {};
  if (!entry || !Array.isArray(hashes)) return note("log", "served without an entry to check");
  check("log entry is about this record", () => {
    if (!opening) return entry.commitment === recordHash ? "" : `it commits to ${entry.commitment}`;
    const opened = sha256(opening.salt + canonical(opening.body)).toString("hex");
    if (opened !== entry.commitment) return "its commitment opens to something else";
    return opening.body.recordSha256 === recordHash ? "" : "it is about another record";
  });
  check("log entry is in the log", () => {
    const root = rootFromProof(sha256(Buffer.of(0), canonical(entry)), log.index, size, hashes);
    const [, headSize, headRoot] = String(checkpoint).split("\n");
    if (headSize !== String(size)) return `the head has ${headSize} entries, the proof is for ${size}`;
    return headRoot === root.toString("base64") ? "" : "the proof leads to another root than the head's";
  });
  note("log", "the head's own signature is for whoever keeps earlier heads; this file does not check it");
}

function verifyLink(newer, older) {
  check(`version ${newer.record.version} names version ${newer.record.version - 1}`, () => {
    const { previous } = newer.record;
    if (previous?.version !== older.record?.version) return `it names version ${previous?.version}`;
    return previous.sha256 === older.sha256 ? "" : "by another hash than the one it has";
  });
}

/** Of a version whose text is withheld the hash stays public: it must be the one that the next version names. */
function verifyWithheld(newer, { sha256: hash }) {
  const { version, sha256: named } = newer.record.previous;
  if (hash !== undefined)
    check(`version ${newer.record.version} names version ${version}`, () =>
      hash === named ? "" : "by another hash than the one it has",
    );
  note("chain", `version ${version} is withheld (451): hash checked only, and nothing before it`);
}

async function fetchJson(address) {
  const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(fetchTimeoutMs) });
  if (response.status === 451) return { withheld: await response.json().catch(() => ({})) };
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const text = await response.text();
  if (text.length > maxBytes) throw new Error(`${address} answered too much`);
  return JSON.parse(text);
}

async function verifyFrom(base, slug, version) {
  const path = slug.startsWith("pages/")
    ? `pages/${encodeURIComponent(slug.slice("pages/".length))}`
    : `publications/${encodeURIComponent(slug)}`;
  const address = (number) => new URL(`/api/v1/${path}${number ? `/${number}` : ""}`, base).href;
  const keySet = await fetchJson(new URL("/.well-known/countersign-keys.json", base).href);
  let current = await fetchJson(address(version));
  if (current.withheld) return note("text", "withheld (451): there is nothing to verify");
  verifyDocument(current, keySet);
  while (current.record?.previous) {
    const older = await fetchJson(address(current.record.previous.version));
    if (older.withheld) return verifyWithheld(current, older.withheld);
    if (!(older.record?.version < current.record.version))
      return report(false, "chain", "it does not lead back");
    verifyDocument(older, keySet);
    verifyLink(current, older);
    current = older;
  }
  if (current.record)
    report(current.record.version === 1, "chain", `it ends at version ${current.record.version}`);
}

async function main([first, second, third, fourth]) {
  if (first === "--from" && second && third) await verifyFrom(second, third, fourth);
  else if (first && second && first !== "--from") {
    const [document, keySet] = await Promise.all(
      [first, second].map(async (path) => JSON.parse(await readFile(path, "utf8"))),
    );
    verifyDocument(document ?? {}, keySet);
  } else {
    console.error(
      "Usage: verify-record.mjs record.json keys.json | --from <address> <slug or pages/page> [version]",
    );
    return 2;
  }
  console.log(failures === 0 ? "All checks passed." : `${failures} failed.`);
  return failures === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`Could not be checked: ${error.message}`);
  process.exitCode = 2;
}
