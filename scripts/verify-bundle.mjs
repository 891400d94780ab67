#!/usr/bin/env node
/**
 * Checks an evidence bundle without any code of Countersign: Node 20 and this file are all it takes, and no network.
 *
 *   node verify-bundle.mjs bundle.zip [--keys keys.json]
 *
 * Without --keys the keys in the bundle are used, which shows that the bundle agrees with itself; with a copy of
 * /.well-known/countersign-keys.json that you had before, or from someone else, it also shows whose it is.
 * Exit code 0: every item passed; 1: one failed; 2: it could not be run.
 *
 * It shows that nothing was altered since it was signed. It cannot show that the finding is right.
 */
/* eslint max-lines: "off" -- one file, so that whoever wants to check a bundle saves this alone */
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync, inflateRawSync } from "node:zlib";

const maxFiles = 1_000;
const maxBytes = 256 * 1024 * 1024;
const signedPrefix = "countersign-record-v1\n";
const needed = ["record.json", "signature.json", "keys.json", "quotes.json"];
let failures = 0;

function report(isPassed, name, detail = "") {
  if (!isPassed) failures += 1;
  console.log(`${isPassed ? "pass" : "FAIL"}  ${name}${detail ? `: ${detail}` : ""}`);
}

/** Runs a check that answers "" or what is wrong; a check that cannot be made has not passed. */
function check(name, run) {
  try {
    const problem = run();
    report(!problem, name, problem);
  } catch (error) {
    report(false, name, error.message);
  }
}

function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

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

/** One entry of the ZIP: the bytes that the central directory describes, stored or deflated. */
function readEntry(zip, at, sizeLeft) {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("its directory is damaged");
  const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
  const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
  const local = zip.readUInt32LE(at + 42);
  const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
  if (flags & 1) throw new Error(`${name} is encrypted`);
  if (size > sizeLeft) throw new Error("it unpacks to too much");
  if (zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name} is damaged`);
  const localName = zip.readUInt16LE(local + 26);
  // Two names for one entry would show one file to this program and another to the next.
  if (zip.toString("utf8", local + 30, local + 30 + localName) !== name)
    throw new Error(`${name} has two names`);
  const start = local + 30 + localName + zip.readUInt16LE(local + 28);
  const raw = zip.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way this program does not read`);
  const bytes = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  if (bytes.length !== size) throw new Error(`${name} is damaged`);
  return { name, bytes, next: at + 46 + nameLength + extra + comment };
}

/** The files of a ZIP by name. */
function readZip(zip) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > zip.length) throw new Error("it is no ZIP file");
  const count = zip.readUInt16LE(end + 10);
  if (count > maxFiles) throw new Error(`it holds more than ${maxFiles} files`);
  const files = new Map();
  let [at, left] = [zip.readUInt32LE(end + 16), maxBytes];
  for (let index = 0; index < count; index += 1) {
    const { name, bytes, next } = readEntry(zip, at, left);
    if (files.has(name)) throw new Error(`${name} is in it twice`);
    files.set(name, bytes);
    [at, left] = [next, left - bytes.length];
  }
  return files;
}

function jsonOf(files, name) {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`${name} is missing`);
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

function manifestProblem(files) {
  const manifest = jsonOf(files, "manifest.json");
  if (manifest.type !== "countersign-bundle" || manifest.schema !== 1) return "it is none this program knows";
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  if (listed.size !== manifest.files.length) return "it lists a file twice";
  for (const name of needed) if (!listed.has(name)) return `it does not list ${name}`;
  for (const name of files.keys()) {
    if (name !== "manifest.json" && !listed.has(name))
      return `${name} is in the bundle and not in the manifest`;
  }
  for (const [path, { sha256: wanted }] of listed) {
    const bytes = files.get(path);
    if (!bytes) return `${path} is missing`;
    if (sha256(bytes).toString("hex") !== wanted) return `${path} has been altered`;
  }
  return "";
}

function hashProblem(files) {
  const { sha256: wanted } = jsonOf(files, "signature.json");
  const [record, manifest] = [jsonOf(files, "record.json"), jsonOf(files, "manifest.json")];
  if (canonical(record) !== files.get("record.json").toString("utf8"))
    return "it is not in its canonical form";
  const hash = sha256(files.get("record.json")).toString("hex");
  if (hash !== wanted) return `it is ${hash}, the signature is for ${wanted}`;
  const isSubject = manifest.slug === record.slug && manifest.version === record.version;
  return isSubject && manifest.recordSha256 === hash ? "" : "the manifest is about another record";
}

function publicKeyOf(key) {
  if (key.kty !== "OKP" || key.crv !== "Ed25519") throw new Error("it is not an Ed25519 key");
  return createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
}

function keyOf(files, keySet) {
  const { keyId } = jsonOf(files, "signature.json");
  const keys = keySet.keys.filter((key) => key?.kid === keyId);
  if (keys.length !== 1) throw new Error(`${keys.length} keys are called ${keyId}`);
  return keys[0];
}

function signatureProblem(files, keySet) {
  const { sha256: hash, signature } = jsonOf(files, "signature.json");
  const bytes = Buffer.from(String(signature), "base64url");
  if (bytes.toString("base64url") !== signature) return "it is not base64url";
  const isGood = verify(
    null,
    Buffer.from(signedPrefix + hash, "ascii"),
    publicKeyOf(keyOf(files, keySet)),
    bytes,
  );
  return isGood ? "" : "it was not made by this key over this hash";
}

function timeOf(text, field) {
  const time = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(String(text)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`${field} is not a time with its zone (${text})`);
  return time;
}

function validityProblem(key, time, field) {
  const at = timeOf(time, field);
  if (at < timeOf(key.validFrom, "validFrom")) return `the key is valid only from ${key.validFrom}`;
  if (key.validTo != null && at > timeOf(key.validTo, "validTo"))
    return `the key was valid to ${key.validTo}`;
  if (key.revokedAt != null && at >= timeOf(key.revokedAt, "revokedAt"))
    return `the key was revoked at ${key.revokedAt}`;
  return "";
}

/** Line breaks and wide blanks inside a quotation are the page's layout and no words. */
const withoutBlanks = (text) => text.replace(/\s+/gu, "");

function quotesProblem(files) {
  const [record, quotes] = [jsonOf(files, "record.json"), jsonOf(files, "quotes.json")];
  const printed = (record.evidence ?? []).filter(({ quote, region }) => quote || region);
  if (quotes.length !== printed.length)
    return `${printed.length} are in the record, ${quotes.length} in quotes.json`;
  for (const [index, item] of printed.entries()) {
    const entry = quotes[index];
    const [quote, position] = entry.selectors;
    const name = `evidence ${item.number}`;
    if (entry.number !== item.number || canonical(entry.capture) !== canonical(item.capture))
      return `${name} is another one than in the record`;
    if (!item.quote) {
      if (quote.value !== item.region.fragment) return `${name} shows another part than in the record`;
      continue;
    }
    const { exact, prefix, suffix, start, end, sentence } = item.quote;
    const mine = { exact, prefix, suffix, start, end };
    const theirs = {
      exact: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      start: position.start,
      end: position.end,
    };
    if (canonical(mine) !== canonical(theirs) || entry.exact !== exact || entry.sentence !== sentence)
      return `${name} is quoted in other words than in the record`;
    if (!withoutBlanks(sentence).includes(withoutBlanks(exact))) return `${name} is not inside its sentence`;
    if (end - start !== [...exact].length) return `${name} has another length than its place`;
  }
  return "";
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

function logProblem(files) {
  const { index, proof } = jsonOf(files, "log.json");
  const { sha256: hash } = jsonOf(files, "signature.json");
  const { entry, size, hashes } = proof;
  if (entry.commitment !== hash || entry.subject?.id !== hash) return "its entry is about another record";
  if (entry.seq !== index) return "its entry says another place";
  const root = rootFromProof(sha256(Buffer.of(0), canonical(entry)), index, size, hashes);
  const [, headSize, headRoot] = files.get("checkpoint.txt").toString("utf8").split("\n");
  if (headSize !== String(size)) return `the head has ${headSize} entries, the proof is for ${size}`;
  return headRoot === root.toString("base64") ? "" : "the proof leads to another root than the head's";
}

/** First four bytes of SHA-256(name, newline, signature type 1, public key), per C2SP signed-note. */
function noteKeyId(name, x) {
  return sha256(`${name}\n`, Buffer.of(1), Buffer.from(x, "base64url")).subarray(0, 4);
}

function checkpointProblem(files, keySet) {
  const note = files.get("checkpoint.txt")?.toString("utf8") ?? "";
  const at = note.lastIndexOf("\n\n");
  if (at < 0) return "it is no signed note";
  const text = Buffer.from(note.slice(0, at + 1));
  const { entry } = jsonOf(files, "log.json").proof;
  for (const line of note.slice(at + 2).split("\n")) {
    const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    if (!name) continue;
    const bytes = Buffer.from(encoded, "base64");
    const key = keySet.keys.find(({ x }) => noteKeyId(name, x).equals(bytes.subarray(0, 4)));
    if (!key) continue;
    if (!verify(null, text, publicKeyOf(key), bytes.subarray(4)))
      return `the signature of ${name} does not fit`;
    // A head has no time of its own; it was signed right after the entry, so a key that was dead by then is refused.
    return validityProblem(key, entry.at, "the entry's time");
  }
  return "none of the keys signed it";
}

/** The records of a WARC 1.1 file (ISO 28500), each packed by itself: their fields and their blocks. */
function warcRecords(file) {
  const records = [];
  let rest = gunzipSync(file, { maxOutputLength: maxBytes });
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    const [version, ...lines] = rest.toString("utf8", 0, Math.max(0, end)).split("\r\n");
    if (version !== "WARC/1.1") throw new Error("it is no WARC 1.1 file");
    const fields = new Map(
      lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = Number(fields.get("content-length"));
    const next = end + 4 + length + 4;
    if (!Number.isSafeInteger(length) || length < 0 || next > rest.length) throw new Error("it is cut off");
    records.push({ fields, block: rest.subarray(end + 4, end + 4 + length) });
    rest = rest.subarray(next);
  }
  return records;
}

/** What was captured: the block of a resource; of a response what comes after its HTTP headers. */
function payloadOf({ fields, block }) {
  if (fields.get("warc-type") !== "response") return block;
  const end = block.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("its HTTP headers do not end");
  return block.subarray(end + 4);
}

/** The copies that the record's public evidence names, each once, with the numbers of the evidence. */
function capturesOf(record) {
  const named = new Map();
  for (const { number, capture } of record.evidence ?? []) {
    if (!capture) continue;
    const { sha256: hash, method, capturedAt } = capture;
    const key = `${hash} ${method} ${capturedAt}`;
    if (!named.has(key)) named.set(key, { sha256: hash, method, capturedAt, evidence: [] });
    named.get(key).evidence.push(number);
  }
  return [...named.values()];
}

function capturesProblem(files) {
  const { captures } = jsonOf(files, "captures.json");
  const listed = captures.map(({ sha256: hash, method, capturedAt, evidence }) => ({
    sha256: hash,
    method,
    capturedAt,
    evidence,
  }));
  if (canonical(listed) !== canonical(capturesOf(jsonOf(files, "record.json"))))
    return "captures.json names others than the record does";
  const paths = new Set(captures.flatMap(({ path }) => path ?? []));
  for (const { path, leftOut, evidence } of captures) {
    if (path === null && !leftOut?.why) return `no reason why that of evidence ${evidence} is not here`;
    if (path !== null && !files.has(path)) return `${path} is missing`;
  }
  for (const name of files.keys())
    if (name.endsWith(".warc.gz") && !paths.has(name)) return `nothing in the record rests on ${name}`;
  return "";
}

function captureProblem(file, { sha256: wanted }) {
  const contents = warcRecords(file).filter(({ fields }) =>
    ["response", "resource"].includes(fields.get("warc-type")),
  );
  if (contents.length !== 1) return `it holds ${contents.length} captures`;
  const said = contents[0].fields.get("warc-payload-digest");
  if (said !== `sha256:${wanted}`) return `its payload digest is ${said}, the record names ${wanted}`;
  const hash = sha256(payloadOf(contents[0])).toString("hex");
  return hash === wanted ? "" : `its payload is ${hash}, the record names ${wanted}`;
}

function verifyCaptures(files) {
  check("captures", () => capturesProblem(files));
  const { captures } = jsonOf(files, "captures.json");
  for (const capture of captures) {
    const name = `capture of evidence ${capture.evidence.join(", ")}`;
    if (files.has(capture.path)) check(name, () => captureProblem(files.get(capture.path), capture));
    else if (capture.path === null) {
      const { why, expungedOn } = capture.leftOut ?? {};
      console.log(`note  ${name}: not in the bundle, ${why}${expungedOn ? ` on ${expungedOn}` : ""}`);
    }
  }
}

function verifyFiles(files, keySet) {
  check("manifest", () => manifestProblem(files));
  check("record hash", () => hashProblem(files));
  check("signature", () => signatureProblem(files, keySet));
  check("key validity", () =>
    validityProblem(keyOf(files, keySet), jsonOf(files, "record.json").publishedAt, "publishedAt"),
  );
  check("quotes inside sentences", () => quotesProblem(files));
  if (files.has("log.json") || files.has("checkpoint.txt")) {
    check("log proof", () => logProblem(files));
    check("checkpoint signature", () => checkpointProblem(files, keySet));
  } else {
    console.log("note  log: this bundle was made before the record was sealed; fetch it again for the proof");
  }
  // A newsroom's own bundle holds the captures too.
  if (files.has("captures.json")) verifyCaptures(files);
}

async function main(args) {
  const at = args.indexOf("--keys");
  const keysPath = at < 0 ? null : args[at + 1];
  const [path, ...rest] = at < 0 ? args : args.toSpliced(at, 2);
  if (!path || rest.length > 0 || keysPath === undefined) {
    console.error("Usage: verify-bundle.mjs bundle.zip [--keys keys.json]");
    return 2;
  }
  const files = readZip(await readFile(path));
  const keySet =
    keysPath === null ? jsonOf(files, "keys.json") : JSON.parse(await readFile(keysPath, "utf8"));
  if (!Array.isArray(keySet.keys)) throw new Error("there is no key set in it");
  if (keysPath === null) {
    console.log(
      "note  keys: those in the bundle; give --keys with a copy from elsewhere to know whose they are",
    );
  }
  verifyFiles(files, keySet);
  console.log(failures === 0 ? "All checks passed." : `${failures} failed.`);
  return failures === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`Could not be checked: ${error.message}`);
  process.exitCode = 2;
}
