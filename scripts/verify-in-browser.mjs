/**
 * Checks an evidence bundle, or the record of a verdict or a page, in the browser, with WebCrypto and nothing of
 * Countersign's other code: served as it stands to the page /verify, and usable from any other.
 */

/** What stands before the hash in the signed text, by the kind of record: one of a kind is worthless as another. */
const signedPrefixes = {
  "countersign-record": "countersign-record-v1\n",
  "countersign-page": "countersign-page-v1\n",
};
const limits = { fileBytes: 64 * 1024 * 1024, unpackedBytes: 256 * 1024 * 1024, files: 1000 };
const utf8 = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });

/** The check cannot be made here; that says nothing about what is checked. */
class CannotCheck extends Error {}

function wrong(words) {
  throw new Error(words);
}

// Bytes

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const asBytes = (part) => (typeof part === "string" ? utf8.encode(part) : part);

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(parts.map(asBytes))));
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function fromBase64Url(text) {
  if (!/^[\w-]+$/.test(text)) wrong("it is not base64url");
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
}

const isEqual = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** JSON in the one form of RFC 8785, for values that come out of JSON.parse. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(",")}}`;
  }
  if (typeof value === "string" && !isWhole(value)) wrong("a text holds half of a character");
  return JSON.stringify(value);
}

/** Whether a text has a UTF-8 form: no surrogate stands alone. */
function isWhole(text) {
  return !/\p{Surrogate}/u.test(text);
}

// ZIP

async function inflate(packed, size) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  for (let total = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    total += value.length;
    if (total > size) wrong("a file unpacks to more than it says");
    parts.push(value);
  }
}

async function readEntry(zip, view, at, left) {
  if (view.getUint32(at, true) !== 0x02014b50) wrong("the bundle's directory is damaged");
  const short = (offset) => view.getUint16(at + offset, true);
  const long = (offset) => view.getUint32(at + offset, true);
  const name = strict.decode(zip.subarray(at + 46, at + 46 + short(28)));
  const [packed, size, local] = [long(20), long(24), long(42)];
  if (size > left) wrong("the bundle unpacks to too much");
  const nameEnd = local + 30 + view.getUint16(local + 26, true);
  if (strict.decode(zip.subarray(local + 30, nameEnd)) !== name) wrong(`${name} has two names`);
  const start = nameEnd + view.getUint16(local + 28, true);
  const raw = zip.subarray(start, start + packed);
  if ((short(8) & 1) === 1 || ![0, 8].includes(short(10))) wrong(`${name} is packed in an unknown way`);
  const bytes = short(10) === 0 ? raw : await inflate(raw, size);
  if (bytes.length !== size) wrong(`${name} is damaged`);
  return { name, bytes, next: at + 46 + short(28) + short(30) + short(32) };
}

/** The files of a ZIP by name. */
async function unzip(zip) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) wrong("This is no ZIP file.");
  const count = view.getUint16(end + 10, true);
  if (count > limits.files) wrong("The bundle holds too many files.");
  const files = new Map();
  let [at, left] = [view.getUint32(end + 16, true), limits.unpackedBytes];
  for (let index = 0; index < count; index += 1) {
    const { name, bytes, next } = await readEntry(zip, view, at, left);
    if (files.has(name)) wrong(`${name} is in it twice`);
    files.set(name, bytes);
    [at, left] = [next, left - bytes.length];
  }
  return files;
}

// Keys and signatures

async function isSigned(x, signature, text) {
  if (!globalThis.crypto?.subtle) throw new CannotCheck("no-webcrypto");
  let key;
  try {
    key = await crypto.subtle.importKey("raw", fromBase64Url(x), { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    if (error.name === "NotSupportedError") throw new CannotCheck("no-ed25519");
    throw error;
  }
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, asBytes(text));
}

function moment(text, field) {
  const time = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(String(text)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? wrong(`${field} is no time with its zone`) : time;
}

function requireInUse(key, time) {
  const at = moment(time, "the time of signing");
  if (at < moment(key.validFrom, "validFrom")) wrong(`the key is valid only from ${key.validFrom}`);
  if (key.validTo != null && at > moment(key.validTo, "validTo"))
    wrong(`the key was valid to ${key.validTo}`);
  if (key.revokedAt != null && at >= moment(key.revokedAt, "revokedAt"))
    wrong(`the key was revoked at ${key.revokedAt}`);
}

function keyNamed(keySet, keyId) {
  const found = keySet.keys.filter(({ kid }) => kid === keyId);
  return found.length === 1 ? found[0] : wrong("it is signed with a key that is not among this newsroom's");
}

// The items

async function requireManifest(files) {
  const manifest = json(files, "manifest.json");
  if (manifest.type !== "countersign-bundle" || manifest.schema !== 1) wrong("it is of an unknown kind");
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  if (listed.size !== manifest.files.length) wrong("it lists a file twice");
  for (const name of ["record.json", "signature.json", "keys.json", "quotes.json"])
    if (!listed.has(name)) wrong(`it does not list ${name}`);
  for (const name of files.keys())
    if (name !== "manifest.json" && !listed.has(name)) wrong(`${name} is not listed in it`);
  for (const [path, hash] of listed) {
    if (!files.has(path)) wrong(`${path} is missing`);
    if (hex(await sha256(files.get(path))) !== hash) wrong(`${path} has been altered`);
  }
}

async function requireHash({ record, recordText, sha256: named, subject }) {
  const text = canonical(record);
  if (recordText !== undefined && recordText !== text) wrong("the record is not in its canonical form");
  if (hex(await sha256(text)) !== named) wrong("the record is not the one that was signed");
  if (!subject) return;
  const isAbout = subject.slug === record.slug && subject.version === record.version;
  if (!isAbout || subject.recordSha256 !== named) wrong("the manifest is about another record");
}

async function requireSignature({ sha256: hash, signature, keyId }, keySet, kind) {
  const { x } = keyNamed(keySet, keyId);
  if (!(await isSigned(x, fromBase64Url(signature), signedPrefixes[kind] + hash)))
    wrong("it was not made by the newsroom's key over this record");
}

const withoutBlanks = (text) => text.replace(/\s+/gu, "");

function requireQuotes(record, quotes) {
  const printed = (record.evidence ?? []).filter((item) => item.quote !== null || item.region !== null);
  if (printed.length !== quotes.length) wrong("another number of quotes than in the record");
  printed.forEach((item, index) => {
    const [entry, name] = [quotes[index], `evidence ${item.number}`];
    const isSame = entry.number === item.number && canonical(entry.capture) === canonical(item.capture);
    if (!isSame) wrong(`${name} is another one than in the record`);
    if (!item.quote)
      return entry.selectors[0].value === item.region.fragment || wrong(`${name} shows another part`);
    const { sentence, ...selected } = item.quote;
    const { type: _quote, ...words } = entry.selectors[0];
    const { type: _position, ...place } = entry.selectors[1];
    if (canonical(selected) !== canonical({ ...words, ...place }) || entry.sentence !== sentence)
      wrong(`${name} is quoted in other words than in the record`);
    if (entry.exact !== selected.exact || !withoutBlanks(sentence).includes(withoutBlanks(selected.exact)))
      wrong(`${name} is not inside its sentence`);
    if (Array.from(selected.exact).length !== selected.end - selected.start)
      wrong(`${name} has another length`);
  });
}

/** The root that an RFC 6962 inclusion proof leads to, by RFC 9162 section 2.1.3.2. */
async function rootOf(leaf, index, size, hashes) {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) wrong("the place is outside the log");
  let [fn, sn, node] = [index, size - 1, leaf];
  for (const text of hashes) {
    if (sn === 0) wrong("the proof is too long");
    const isRight = fn % 2 === 1 || fn === sn;
    const pair = isRight ? [fromBase64(text), node] : [node, fromBase64(text)];
    node = await sha256(Uint8Array.of(1), ...pair);
    while (isRight && fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? node : wrong("the proof is too short");
}

async function requireLogged({ index, proof, checkpoint }, hash) {
  const { entry, size, hashes } = proof;
  if (entry.commitment !== hash || entry.subject.id !== hash || entry.seq !== index)
    wrong("the entry is about another record or place");
  const root = await rootOf(await sha256(Uint8Array.of(0), canonical(entry)), index, size, hashes);
  const [, headSize, headRoot] = checkpoint.split("\n");
  if (headSize !== String(size) || headRoot !== toBase64(root)) wrong("the proof leads to another log");
}

async function requireCheckpoint({ checkpoint, proof }, keySet) {
  const at = checkpoint.lastIndexOf("\n\n");
  const text = checkpoint.slice(0, at + 1);
  for (const line of checkpoint.slice(at + 2).split("\n")) {
    const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    if (at < 0 || !name) continue;
    const bytes = fromBase64(encoded);
    for (const key of keySet.keys) {
      const id = (await sha256(`${name}\n`, Uint8Array.of(1), fromBase64Url(key.x))).subarray(0, 4);
      if (!isEqual(id, bytes.subarray(0, 4))) continue;
      if (!(await isSigned(key.x, bytes.subarray(4), text))) wrong("the signature does not fit the head");
      return requireInUse(key, proof.entry.at);
    }
  }
  wrong("the head is not signed with a key of this newsroom");
}

// Whole documents

function json(files, name) {
  if (!files.has(name)) wrong(`${name} is missing`);
  return JSON.parse(strict.decode(files.get(name)));
}

/** Runs one item; an item that breaks has failed, one that this browser cannot do is `unable`. */
async function tried(item, work) {
  try {
    await work();
    return { item, outcome: "pass", detail: "" };
  } catch (error) {
    const outcome = error instanceof CannotCheck ? "unable" : "fail";
    return { item, outcome, detail: error.message };
  }
}

async function logItems(log, hash, keySet) {
  if (!log) return [{ item: "log proof", outcome: "absent", detail: "" }];
  return [
    await tried("log proof", async () => requireLogged(await log(), hash())),
    await tried("checkpoint signature", async () => requireCheckpoint(await log(), keySet)),
  ];
}

function signedItems(document, keySet, kind) {
  return [
    ["record hash", async () => requireHash(document())],
    ["signature", async () => requireSignature(document(), keySet, kind)],
    [
      "key validity",
      async () => requireInUse(keyNamed(keySet, document().keyId), document().record.publishedAt),
    ],
  ];
}

async function checkBundle(zip, givenKeys) {
  const files = await unzip(zip);
  const keySet = givenKeys ?? json(files, "keys.json");
  const document = () => ({
    ...json(files, "signature.json"),
    record: json(files, "record.json"),
    recordText: strict.decode(files.get("record.json")),
    subject: json(files, "manifest.json"),
  });
  const results = [await tried("manifest", () => requireManifest(files))];
  for (const [item, work] of signedItems(document, keySet, "countersign-record"))
    results.push(await tried(item, work));
  const quotes = () => requireQuotes(json(files, "record.json"), json(files, "quotes.json"));
  results.push(await tried("quotes inside sentences", quotes));
  const isSealed = files.has("log.json") || files.has("checkpoint.txt");
  const log = () => ({ ...json(files, "log.json"), checkpoint: strict.decode(files.get("checkpoint.txt")) });
  // The packed WARC files of a newsroom's own bundle are read by the program alone.
  const captures = files.has("captures.json")
    ? [{ item: "captures", outcome: "unable", detail: "captures" }]
    : [];
  return [
    ...results,
    ...(await logItems(isSealed && log, () => json(files, "signature.json").sha256, keySet)),
    ...captures,
  ];
}

/** What a file holds as JSON; null when it holds none. */
function jsonOf(bytes) {
  try {
    return JSON.parse(strict.decode(bytes));
  } catch {
    return null;
  }
}

async function checkDocument(bytes, givenKeys) {
  const served = jsonOf(bytes);
  const kind = served?.record?.type;
  if (!Object.hasOwn(signedPrefixes, kind ?? "")) wrong("This is neither a bundle nor a signed record.");
  if (!givenKeys) wrong("A record alone holds no keys, and this newsroom's could not be fetched.");
  const results = [];
  for (const [item, work] of signedItems(() => served, givenKeys, kind))
    results.push(await tried(item, work));
  const { log } = served;
  const opened = log?.proof && (() => ({ ...log, checkpoint: log.proof.checkpoint }));
  return [...results, ...(await logItems(opened, () => served.sha256, givenKeys))];
}

/**
 * Checks a bundle (ZIP) or a record as the API serves it, with a key set or, without one, with the bundle's own. Answers
 * one `{item, outcome, detail}` an item: pass, fail, unable (not in this browser), absent (not in the log yet). Throws,
 * in words, on what is neither.
 */
export async function checkFile(bytes, keySet) {
  if (bytes.length > limits.fileBytes) wrong("The file is larger than 64 MB.");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? checkBundle(bytes, keySet) : checkDocument(bytes, keySet);
}
