import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Result } from "../core/result";
import { fail, ok } from "../core/result";
import { signingPrefixes } from "../publications/sign";

/** A head of the log: whose it is, how many entries it has, and its RFC 6962 root. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

/** What a signed note's signature line names: a key's name and its raw 32-byte Ed25519 public key, base64url (JWK `x`). */
export type NoteVerifier = { name: string; x: string };

const ed25519Type = 1;

/** The note text of a checkpoint (C2SP tlog-checkpoint): origin, size, base64 root, one a line. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  if (!isName(origin, /[\n\r]/)) throw new TypeError("An origin is one line of text.");
  if (!Number.isSafeInteger(size) || size < 0) throw new TypeError(`${size} is no size of a log.`);
  if (root.length !== 32) throw new TypeError("A root is 32 bytes.");
  // The same key may sign records: no checkpoint may ever read as the text of one.
  if (Object.values(signingPrefixes).some((prefix) => `${origin}\n`.startsWith(prefix))) {
    throw new TypeError("An origin must not be the prefix of another kind of signature.");
  }
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/**
 * A checkpoint as a signed note (C2SP signed-note): its text, a blank line, and "— name base64", where the base64 is
 * the four bytes of the key's id and the Ed25519 signature over the text. `keyName` has no blank and no plus sign.
 */
export function signCheckpoint(
  checkpoint: Checkpoint,
  keyName: string,
  privateKey: KeyObject | string,
): string {
  const key = typeof privateKey === "string" ? createPrivateKey(privateKey) : privateKey;
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError("The signing key is not an Ed25519 key.");
  const { x } = createPublicKey(key).export({ format: "jwk" });
  const body = checkpointBody(checkpoint);
  const signature = Buffer.concat([noteKeyId(keyName, x ?? ""), sign(null, Buffer.from(body), key)]);
  return `${body}\n— ${keyName} ${signature.toString("base64")}\n`;
}

/**
 * Reads a signed checkpoint and verifies the signature of this key on it; signatures of others are ignored, as the
 * format demands. Fails with `invalid` and a code: `malformed-note`, `unsigned` (none by this key), `bad-signature`,
 * `other-origin`.
 */
export function openCheckpoint(note: string, verifier: NoteVerifier, origin: string): Result<Checkpoint> {
  const text = openNote(note, verifier);
  if (!text.ok) return text;
  const checkpoint = parseCheckpointBody(text.value);
  if (!checkpoint) return refusal("malformed-note", "The note is no checkpoint.");
  if (checkpoint.origin !== origin)
    return refusal("other-origin", `The checkpoint is of ${checkpoint.origin}.`);
  return ok(checkpoint);
}

/** The text of a signed note (ending in a newline) once this key's signature on it verified. */
export function openNote(note: string, { name, x }: NoteVerifier): Result<string> {
  const at = note.lastIndexOf("\n\n");
  const text = note.slice(0, at + 1);
  const lines = note.slice(at + 2).split("\n");
  const isClean = at >= 0 && !/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(note) && lines.pop() === "";
  if (!isClean || lines.length === 0) return refusal("malformed-note", "This is no signed note.");
  const id = noteKeyId(name, x);
  let isSigned = false;
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (!signature) return refusal("malformed-note", "A signature line cannot be read.");
    if (signature.name !== name || !signature.bytes.subarray(0, 4).equals(id)) continue;
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const bytes = signature.bytes.subarray(4);
    if (bytes.length !== 64 || !verify(null, Buffer.from(text), key, bytes)) {
      return refusal("bad-signature", `The signature of ${name} does not fit the text.`);
    }
    isSigned = true;
  }
  return isSigned ? ok(text) : refusal("unsigned", `${name} has not signed this note with this key.`);
}

/** The key in the one-line form that log tools take: "name+keyid+base64(type, public key)". */
export function verifierKey({ name, x }: NoteVerifier): string {
  const key = Buffer.concat([Buffer.of(ed25519Type), Buffer.from(x, "base64url")]);
  return `${name}+${noteKeyId(name, x).toString("hex")}+${key.toString("base64")}`;
}

/** First four bytes of SHA-256(name, newline, signature type, public key), per signed-note. */
function noteKeyId(name: string, x: string): Buffer {
  if (!isName(name, /[\s+]/u)) throw new TypeError("A key's name has no blanks and no plus sign.");
  const key = Buffer.from(x, "base64url");
  if (key.length !== 32) throw new TypeError("An Ed25519 public key is 32 bytes.");
  return createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.of(ed25519Type))
    .update(key)
    .digest()
    .subarray(0, 4);
}

function parseCheckpointBody(text: string): Checkpoint | null {
  const [origin, size, root64, ...extensions] = text.slice(0, -1).split("\n");
  if (!origin || !size || !root64 || !/^(?:0|[1-9]\d{0,15})$/.test(size)) return null;
  const root = Buffer.from(root64, "base64");
  const isRoot = root.length === 32 && root.toString("base64") === root64;
  if (!isRoot || !Number.isSafeInteger(Number(size)) || extensions.includes("")) return null;
  return { origin, size: Number(size), root: new Uint8Array(root) };
}

function parseSignatureLine(line: string): { name: string; bytes: Buffer } | null {
  const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const bytes = Buffer.from(match?.[2] ?? "", "base64");
  if (!match?.[1] || bytes.length < 5 || bytes.toString("base64") !== match[2]) return null;
  return { name: match[1], bytes };
}

function isName(text: string, forbidden: RegExp): boolean {
  return text !== "" && !forbidden.test(text);
}

function refusal(code: string, detail: string) {
  return fail({ kind: "invalid", code, detail });
}
