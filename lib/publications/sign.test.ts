import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordSha256 } from "./canonical";
import { noticeRecord } from "./statement-records";
import { aurusRecord } from "./fixtures/aurus-dossier";
import type { AnyRecord, SignedRecord } from "./record";
import {
  generateSigningKey,
  keyThumbprint,
  publicJwkOf,
  signNotice,
  signRecord,
  verifyNotice,
  verifyRecord,
} from "./sign";

const key = generateSigningKey();
const published = { ...key.publicJwk, validFrom: "2024-01-01T00:00:00Z" };
const keySet = { keys: [published] };

function signed(): SignedRecord<AnyRecord> {
  const record = aurusRecord();
  const sha256 = recordSha256(record);
  return { record, sha256, signature: signRecord(sha256, key.privatePem), keyId: key.kid };
}

function reasonOf(document: unknown, keys: unknown = keySet) {
  const outcome = verifyRecord(document as SignedRecord<AnyRecord>, keys as typeof keySet);
  return outcome.ok ? "ok" : outcome.reason;
}

describe("signing", () => {
  it("names a key by its RFC 7638 thumbprint (known answer: RFC 8037 appendix A.3)", () => {
    expect(keyThumbprint("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBe(
      "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    );
  });

  it("makes the signature of the same key and text that Ed25519 prescribes (RFC 8037 appendix A.4 key)", () => {
    const privateKey = createPrivateKey({
      key: {
        kty: "OKP",
        crv: "Ed25519",
        d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
      },
      format: "jwk",
    });
    const hash = "a".repeat(64);
    const expected = sign(null, Buffer.from(`countersign-record-v1\n${hash}`), privateKey);
    expect(signRecord(hash, privateKey)).toBe(expected.toString("base64url"));
    expect(publicJwkOf(privateKey).kid).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("signs nothing but a SHA-256 in lowercase hex", () => {
    for (const text of ["", "A".repeat(64), "a".repeat(63), `${"a".repeat(64)}\n`]) {
      expect(() => signRecord(text, key.privatePem)).toThrow(TypeError);
    }
  });

  it("refuses a private key of another kind", () => {
    const { privateKey } = generateKeyPairSync("ed448");
    expect(() => signRecord("a".repeat(64), privateKey)).toThrow("Ed25519");
  });
});

describe("verifyRecord", () => {
  it("accepts what was signed", () => {
    expect(verifyRecord(signed(), keySet)).toEqual({ ok: true });
  });

  it("finds every single changed character of a record", () => {
    const text = JSON.stringify(signed().record);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("x", "7", " ", "ö"), (at, replacement) => {
        const changed = text.slice(0, at) + replacement + text.slice(at + 1);
        let record: AnyRecord;
        try {
          record = JSON.parse(changed);
        } catch {
          return; // not JSON any more: found before it is read
        }
        if (recordSha256(record) === recordSha256(signed().record)) return; // the same value, written otherwise
        expect(verifyRecord({ ...signed(), record }, keySet).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("does not accept a changed record with its own new hash under the old signature", () => {
    const record = { ...aurusRecord(), finding: "It is all true." };
    expect(reasonOf({ ...signed(), record })).toBe("record-altered");
    expect(reasonOf({ ...signed(), record, sha256: recordSha256(record) })).toBe("signature-invalid");
  });

  it("finds every changed bit of the signature, and other spellings of the same bytes", () => {
    const { signature } = signed();
    for (let bit = 0; bit < 512; bit++) {
      const bytes = Buffer.from(signature, "base64url");
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      expect(reasonOf({ ...signed(), signature: bytes.toString("base64url") })).toBe("signature-invalid");
    }
    for (const other of [`${signature}==`, ` ${signature}`, `${signature.slice(0, -1)}`, ""]) {
      expect(reasonOf({ ...signed(), signature: other })).toBe("signature-invalid");
    }
  });

  it("does not accept a signature by another key under the same id", () => {
    const other = generateSigningKey();
    const document = signed();
    expect(reasonOf({ ...document, signature: signRecord(document.sha256, other.privatePem) })).toBe(
      "signature-invalid",
    );
    expect(reasonOf({ ...document, keyId: other.kid })).toBe("key-unknown");
    expect(reasonOf(document, { keys: [published, { ...published }] })).toBe("malformed");
  });

  it.each([
    ["key-not-yet-valid", { validFrom: "2024-07-02T10:00:01Z" }],
    ["ok", { validFrom: "2024-07-02T10:00:00Z" }],
    ["key-expired", { validTo: "2024-07-02T09:59:59Z" }],
    ["ok", { validTo: "2024-07-02T10:00:00Z", revokedAt: null }],
    ["key-revoked", { revokedAt: "2024-07-02T10:00:00Z" }],
    ["ok", { revokedAt: "2024-07-02T10:00:01Z" }],
    ["malformed", { validFrom: "2024-01-01" }],
    ["malformed", { validTo: "soon" }],
  ])("answers %s for a record of 2024-07-02T10:00Z when the key says %j", (reason, changes) => {
    expect(reasonOf(signed(), { keys: [{ ...published, ...changes }] })).toBe(reason);
  });

  it("refuses what is no document at all, without throwing", () => {
    const { record: _record, ...bare } = signed();
    for (const odd of [
      null,
      undefined,
      7,
      {},
      bare,
      { ...signed(), signature: null },
      { ...signed(), sha256: 1 },
    ]) {
      expect(reasonOf(odd)).not.toBe("ok");
    }
    expect(reasonOf(signed(), {})).toBe("malformed");
    expect(reasonOf(signed(), { keys: [{ ...published, x: "AAAA" }] })).toBe("malformed");
  });
});

describe("verifyNotice", () => {
  const record = noticeRecord({
    id: "n1",
    slug: "aurus-south-korean-parts",
    kind: "source-changed",
    text: "Reuters changed its report.",
    publishedAt: "2024-07-03T10:00:00Z",
    signer: { name: "Ana Ruiz" },
  });
  const sha256 = recordSha256(record);
  const notice = { record, sha256, signature: signNotice(sha256, key.privatePem), keyId: key.kid };

  it("accepts what was signed as a notice", () => {
    expect(verifyNotice(notice, keySet)).toEqual({ ok: true });
  });

  it("never takes the signature of one kind for the other", () => {
    expect(verifyNotice({ ...notice, signature: signRecord(sha256, key.privatePem) }, keySet).ok).toBe(false);
    expect(reasonOf(notice)).toBe("malformed");
    const document = signed();
    expect(reasonOf({ ...document, signature: signNotice(document.sha256, key.privatePem) })).toBe(
      "signature-invalid",
    );
  });
});
