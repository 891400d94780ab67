import { unzipSync, zipSync } from "fflate";
import { signCheckpoint } from "../../lib/log/checkpoint";
import { entryLeaf, type LogEntry } from "../../lib/log/entry";
import { inclusionProof } from "../../lib/log/fixtures/proofs-over-leaves";
import { treeHash } from "../../lib/log/merkle";
import { bundleFiles, jsonFile, textFile, type BundleFile } from "../../lib/publications/bundle-files";
import { bundleZip } from "../../lib/publications/bundle-zip";
import { recordSha256 } from "../../lib/publications/canonical";
import { aurusRecord } from "../../lib/publications/fixtures/aurus-dossier";
import type { PublicationRecord } from "../../lib/publications/record";
import { generateSigningKey, signRecord, type KeySet } from "../../lib/publications/sign";

const origin = "desk.example/countersign-log";
const key = generateSigningKey();
const stranger = generateSigningKey();
export const sampleKeys: KeySet = { keys: [{ ...key.publicJwk, validFrom: "2024-01-01T00:00:00Z" }] };
const strangerKeys: KeySet = { keys: [{ ...stranger.publicJwk, validFrom: "2024-01-01T00:00:00Z" }] };

function sealed(sha256: string, privatePem = key.privatePem) {
  const entries = [0, 1, 2, 3, 4].map((seq): LogEntry => ({
    seq,
    at: "2024-07-03T12:00:01Z",
    actorId: "u1",
    actorRole: "editor",
    event: "verdict.signed-off",
    subject: { kind: "publication", id: sha256 },
    claimId: "c1",
    from: "ready",
    to: "published",
    commitment: sha256,
  }));
  const leaves = entries.map(entryLeaf);
  const hashes = inclusionProof(leaves, 3).map((node) => Buffer.from(node).toString("base64"));
  const checkpoint = signCheckpoint({ origin, size: 5, root: treeHash(leaves) }, origin, privatePem);
  return { index: 3, proof: { entry: entries[3]!, size: 5, hashes, checkpoint } };
}

/** The files of a bundle of this record, signed and sealed by the sample's key or another. */
export function sampleFiles(record: PublicationRecord, signer = key, keys = sampleKeys): BundleFile[] {
  const sha256 = recordSha256(record);
  const signed = { record, sha256, signature: signRecord(sha256, signer.privatePem), keyId: signer.kid };
  return bundleFiles({
    signed,
    keys,
    log: sealed(sha256, signer.privatePem),
    siteUrl: "https://desk.example",
  });
}

export const goodFiles = sampleFiles(aurusRecord());

/** Zips files under a manifest that fits them, as a careful forger would. */
export function zipOf(files: readonly BundleFile[], record = aurusRecord()): Uint8Array {
  return bundleZip({ slug: record.slug, version: record.version, sha256: recordSha256(record) }, files);
}

type Json = { [key: string]: Json };

/** The files with the JSON of one changed. */
function changed(path: string, change: (json: Json) => void, files = goodFiles): BundleFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const json = JSON.parse(new TextDecoder().decode(file.bytes)) as Json;
    change(json);
    return jsonFile(path, json);
  });
}

const set = (json: Json, value: Record<string, unknown>) => void Object.assign(json, value);
const first = (json: Json) => (json as unknown as Json[])[0]!;

function cutQuote(): Uint8Array {
  const record = aurusRecord();
  record.evidence[0]!.quote!.sentence = "Another sentence.";
  return zipOf(sampleFiles(record), record);
}

/** A byte of the bundle after it was made: the manifest does not fit any more. */
function flipped(word: string): Uint8Array {
  const zip = Buffer.from(zipOf(goodFiles));
  const at = zip.indexOf(word);
  zip[at] = zip[at]! ^ 1;
  return zip;
}

const otherCheckpoint = sealed(recordSha256(aurusRecord()), stranger.privatePem).proof.checkpoint;

/** Each way of altering a bundle, with the items that must fail; all others must pass. */
export const tamperings: [what: string, fails: string[], zip: () => Uint8Array][] = [
  ["a letter of the readme", ["manifest"], () => flipped("THIS-FILE")],
  [
    "a file that nobody listed",
    ["manifest"],
    () => zipSync({ ...unzipSync(zipOf(goodFiles)), "more.txt": Buffer.from("Believe me.") }),
  ],
  [
    "a quote file left out",
    ["manifest", "quotes inside sentences"],
    () => zipOf(goodFiles.filter(({ path }) => path !== "quotes.json")),
  ],
  [
    "a word of the record",
    ["record hash"],
    () => zipOf(changed("record.json", (json) => set(json, { finding: "All of it is true." }))),
  ],
  [
    "the record and its hash",
    ["signature", "log proof"],
    () => {
      const record = aurusRecord({ finding: "All of it is true." });
      const forged = changed("record.json", (json) => set(json, { finding: record.finding }));
      const rehashed = changed(
        "signature.json",
        (json) => set(json, { sha256: recordSha256(record) }),
        forged,
      );
      return zipOf(rehashed, record);
    },
  ],
  [
    "the signature, by somebody else's key",
    ["signature"],
    () => {
      const signature = signRecord(recordSha256(aurusRecord()), stranger.privatePem);
      return zipOf(changed("signature.json", (json) => set(json, { signature })));
    },
  ],
  [
    "a key revoked before the record was signed",
    ["key validity", "checkpoint signature"],
    () =>
      zipOf(changed("keys.json", (json) => set(first(json.keys!), { revokedAt: "2024-02-01T00:00:00Z" }))),
  ],
  [
    "the sentence of a quote",
    ["quotes inside sentences"],
    () => zipOf(changed("quotes.json", (json) => set(first(json), { sentence: "It says the opposite." }))),
  ],
  [
    "the hash of a quote's capture",
    ["quotes inside sentences"],
    () => zipOf(changed("quotes.json", (json) => set(first(json).capture!, { sha256: "cd".repeat(32) }))),
  ],
  ["a signed quote that is not in its sentence", ["quotes inside sentences"], cutQuote],
  [
    "the log entry",
    ["log proof"],
    () => zipOf(changed("log.json", (json) => set(json.proof!.entry!, { to: "retracted" }))),
  ],
  [
    "the head of the log, by somebody else's key",
    ["checkpoint signature"],
    () =>
      zipOf(
        goodFiles.map((file) =>
          file.path === "checkpoint.txt" ? textFile(file.path, otherCheckpoint) : file,
        ),
      ),
  ],
];

/** Everything forged, consistently, with a key of the forger's own: only a copy of the real keys tells. */
export const wholeForgery = () => zipOf(sampleFiles(aurusRecord(), stranger, strangerKeys));
