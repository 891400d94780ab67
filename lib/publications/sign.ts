import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import type { KeyObject } from "node:crypto";
import { Lru } from "../core/lru";
import { recordSha256, sha256Hex } from "./canonical";
import type { AnyRecord, NoticeRecord, SignedRecord } from "./record";

/** What stands before the hash in the signed text, so that a signature of one kind is worthless as another kind. */
export const signingPrefixes = {
  "countersign-record": "countersign-record-v1\n",
  "countersign-notice": "countersign-notice-v1\n",
  "countersign-page": "countersign-page-v1\n",
} as const;

/** An Ed25519 public key as a JWK (RFC 8037), with the time it was in use: ISO 8601 with zone. */
export type PublicSigningKey = {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  kid: string;
  validFrom: string;
  validTo?: string | null;
  revokedAt?: string | null;
};

/** The document at `/.well-known/countersign-keys.json`. */
export type KeySet = { keys: readonly PublicSigningKey[] };

export type GeneratedSigningKey = {
  /** PKCS #8, PEM. Secret. */
  privatePem: string;
  kid: string;
  publicJwk: { kty: "OKP"; crv: "Ed25519"; x: string; kid: string };
};

export type VerificationReason =
  | "malformed"
  | "record-altered"
  | "key-unknown"
  | "key-not-yet-valid"
  | "key-expired"
  | "key-revoked"
  | "signature-invalid";

export type Verification = { ok: true } | { ok: false; reason: VerificationReason; detail: string };

/** A new Ed25519 key pair (RFC 8032). The caller keeps `privatePem` secret and adds validity to `publicJwk`. */
export function generateSigningKey(): GeneratedSigningKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const publicJwk = publicJwkOf(privateKey);
  return {
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    kid: publicJwk.kid,
    publicJwk,
  };
}

/** The public half of a private key, with its `kid`: the base64url thumbprint of RFC 7638. */
export function publicJwkOf(privateKey: KeyObject | string): GeneratedSigningKey["publicJwk"] {
  const { x } = createPublicKey(asPrivateKey(privateKey)).export({ format: "jwk" });
  if (typeof x !== "string") throw new TypeError("The signing key has no public half.");
  return { kty: "OKP", crv: "Ed25519", x, kid: keyThumbprint(x) };
}

/** RFC 7638 thumbprint of an Ed25519 key (RFC 8037 names the members `crv`, `kty`, `x`), base64url. */
export function keyThumbprint(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}

/**
 * Signs a record's hash: Ed25519 over the ASCII text `countersign-record-v1\n` + 64 lowercase hex digits, base64url.
 * `privateKey` is a key object or PKCS #8 PEM. Throws when the hash is not one.
 */
export function signRecord(sha256: string, privateKey: KeyObject | string): string {
  return signHash("countersign-record", sha256, privateKey);
}

/** Signs a notice's hash, under its own prefix. */
export function signNotice(sha256: string, privateKey: KeyObject | string): string {
  return signHash("countersign-notice", sha256, privateKey);
}

/** Signs the hash of a page of the site, under its own prefix. */
export function signPage(sha256: string, privateKey: KeyObject | string): string {
  return signHash("countersign-page", sha256, privateKey);
}

/**
 * Whether a record as served is the one that was signed: recomputes its hash, looks up the key, holds the key's
 * validity against `record.publishedAt`, and verifies the signature. Never throws; anything odd is a refusal. `text` is
 * what the record was parsed from, where that is at hand: then it is hashed as it stands.
 */
export function verifyRecord(signed: SignedRecord<AnyRecord>, keySet: KeySet, text?: string): Verification {
  return verifySigned("countersign-record", signed, keySet, text);
}

/** The same for a notice. */
export function verifyNotice(signed: SignedRecord<NoticeRecord>, keySet: KeySet): Verification {
  return verifySigned("countersign-notice", signed, keySet);
}

/** The same for a page of the site. */
export function verifyPage(
  signed: SignedRecord<{ type: "countersign-page"; publishedAt: string }>,
  keySet: KeySet,
): Verification {
  return verifySigned("countersign-page", signed, keySet);
}

type SignedKind = keyof typeof signingPrefixes;

function signHash(kind: SignedKind, sha256: string, privateKey: KeyObject | string): string {
  if (!isSha256Hex(sha256)) throw new TypeError("Only a SHA-256 in lowercase hex can be signed.");
  return sign(null, signedText(kind, sha256), asPrivateKey(privateKey)).toString("base64url");
}

function verifySigned(
  kind: SignedKind,
  signed: SignedRecord<{ type: SignedKind; publishedAt: string }>,
  keySet: KeySet,
  text?: string,
): Verification {
  try {
    const { record, sha256, signature, keyId } = signed;
    if (record?.type !== kind) return no("malformed", `This is not a ${kind}.`);
    if (!isSha256Hex(sha256)) return no("malformed", "The hash is not a SHA-256 in lowercase hex.");
    if ((text === undefined ? recordSha256(record) : sha256Hex(text)) !== sha256) {
      return no("record-altered", "The record does not have the hash it is served with.");
    }
    const keys = keySet.keys.filter((candidate) => candidate.kid === keyId);
    const key = keys[0];
    if (!key) return no("key-unknown", `No published key is called ${keyId}.`);
    if (keys.length > 1) return no("malformed", `More than one published key is called ${keyId}.`);
    return validityProblem(key, record.publishedAt) ?? verifySignature(kind, sha256, signature, key);
  } catch (error) {
    return no("malformed", error instanceof Error ? error.message : "The document could not be read.");
  }
}

/** Signatures that were good: asked again they are so again, and a list of twenty verdicts need not work them out anew. */
const knownGood = new Lru<true>(10_000, Infinity);

function verifySignature(
  kind: SignedKind,
  sha256: string,
  signature: string,
  key: PublicSigningKey,
): Verification {
  const asked = [kind, sha256, signature, key.kty, key.crv, key.x].join(" ");
  if (knownGood.get(asked, 0)) return { ok: true };
  const invalid = no("signature-invalid", "The signature was not made by this key over this hash.");
  const bytes = Buffer.from(signature, "base64url");
  // One spelling only: a decoder that ignores stray characters would let a signature be written in many ways.
  if (bytes.length !== 64 || bytes.toString("base64url") !== signature) return invalid;
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
  if (publicKey.asymmetricKeyType !== "ed25519") return no("malformed", "The key is not an Ed25519 key.");
  if (!verify(null, signedText(kind, sha256), publicKey, bytes)) return invalid;
  knownGood.set(asked, true, 0);
  return { ok: true };
}

function validityProblem(key: PublicSigningKey, publishedAt: string): Verification | null {
  const at = readTime(publishedAt, "publishedAt");
  if (at < readTime(key.validFrom, "validFrom")) {
    return no(
      "key-not-yet-valid",
      `The key is valid from ${key.validFrom}, the record is of ${publishedAt}.`,
    );
  }
  if (key.validTo != null && at > readTime(key.validTo, "validTo")) {
    return no("key-expired", `The key was valid to ${key.validTo}, the record is of ${publishedAt}.`);
  }
  if (key.revokedAt != null && at >= readTime(key.revokedAt, "revokedAt")) {
    return no("key-revoked", `The key was revoked at ${key.revokedAt}, the record is of ${publishedAt}.`);
  }
  return null;
}

/** Milliseconds of an ISO 8601 time; one without a zone would mean another moment on another machine, so it throws. */
function readTime(text: string, field: string): number {
  const time = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`${field} is not a time with its zone.`);
  return time;
}

function no(reason: VerificationReason, detail: string): Verification {
  return { ok: false, reason, detail };
}

function signedText(kind: SignedKind, sha256: string): Buffer {
  return Buffer.from(signingPrefixes[kind] + sha256, "ascii");
}

function isSha256Hex(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

function asPrivateKey(key: KeyObject | string): KeyObject {
  const parsed = typeof key === "string" ? createPrivateKey(key) : key;
  if (parsed.asymmetricKeyType !== "ed25519") throw new TypeError("The signing key is not an Ed25519 key.");
  return parsed;
}
