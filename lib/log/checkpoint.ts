import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { signingPrefixes } from "../publications/sign";

/** A head of the log: whose it is, how many entries it has, and its RFC 6962 root. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

/** The signature type of Ed25519 in a signed note. */
export const ed25519Type = 1;

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
 * The id of a key in a signed note, `x` its raw 32-byte public key in base64url (JWK): the first four bytes of
 * SHA-256(name, newline, signature type, public key), per signed-note.
 */
export function noteKeyId(name: string, x: string): Buffer {
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

function isName(text: string, forbidden: RegExp): boolean {
  return text !== "" && !forbidden.test(text);
}
