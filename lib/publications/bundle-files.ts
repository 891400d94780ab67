import type { LogProof } from "../log/entry";
import { canonicalJson } from "./canonical";
import type { RecordEvidence, RecordSource, SignedRecord } from "./record";
import type { KeySet } from "./sign";

/** One file of an evidence bundle. Paths are relative, ASCII, with `/` between folders. */
export type BundleFile = { path: string; bytes: Uint8Array };

/** What a public bundle is made of: nothing that is not served elsewhere already. */
export type BundleParts = {
  signed: SignedRecord;
  keys: KeySet;
  /** `null` until the record's log entry is sealed. */
  log: { index: number; proof: LogProof } | null;
  /** Absolute, without a slash at the end. */
  siteUrl: string;
};

const encoder = new TextEncoder();

/** A file of JSON in its one canonical form (RFC 8785), so that equal content is equal bytes. */
export function jsonFile(path: string, value: unknown): BundleFile {
  return { path, bytes: encoder.encode(canonicalJson(value)) };
}

/** A file of UTF-8 text. */
export function textFile(path: string, text: string): BundleFile {
  return { path, bytes: encoder.encode(text) };
}

/** W3C Web Annotation selectors of a printed quote or region; positions count code points of the capture's text. */
function selectorsOf({ quote, region }: RecordEvidence): object[] {
  if (quote) {
    const { exact, prefix, suffix, start, end } = quote;
    return [
      { type: "TextQuoteSelector", exact, prefix, suffix },
      { type: "TextPositionSelector", start, end },
    ];
  }
  return region ? [{ type: "FragmentSelector", value: region.fragment }] : [];
}

function sourceOf(source: RecordSource | null): object | null {
  if (!source) return null;
  const { outlet, title, url, publishedAt, conversation } = source;
  return { outlet, title, url, publishedAt, ...(conversation ? { conversation } : {}) };
}

/** Each printed quote or region with where it stands and the hash of the copy it was taken from. */
function quotesOf({ record }: SignedRecord): object[] {
  if (record.kind === "retraction") return [];
  return record.evidence.flatMap((item) => {
    const selectors = selectorsOf(item);
    if (selectors.length === 0) return [];
    return {
      number: item.number,
      evidenceId: item.id,
      stance: item.stance,
      exact: item.quote?.exact ?? null,
      sentence: item.quote?.sentence ?? null,
      description: item.region?.description ?? null,
      ...(item.quote?.page === undefined ? {} : { page: item.quote.page }),
      ...(item.region?.words === undefined ? {} : { words: item.region.words }),
      ...(item.region?.cell === undefined ? {} : { cell: item.region.cell }),
      selectors,
      source: sourceOf(item.source),
      capture: item.capture,
    };
  });
}

function addressesOf({ record }: SignedRecord, siteUrl: string): object {
  const { slug, version } = record;
  const api = `${siteUrl}/api/v1/publications/${slug}/${version}`;
  const sources =
    record.kind === "retraction"
      ? []
      : record.evidence.flatMap(({ number, source }) => (source?.url ? { number, url: source.url } : []));
  return {
    page: `${siteUrl}/verdicts/${slug}`,
    version: `${siteUrl}/verdicts/${slug}/v/${version}`,
    record: api,
    bundle: `${api}/bundle.zip`,
    keys: `${siteUrl}/.well-known/countersign-keys.json`,
    checkpoint: `${siteUrl}/api/v1/log/checkpoint`,
    verify: `${siteUrl}/verify`,
    claim: record.kind === "retraction" ? null : (record.claim.appearance?.url ?? null),
    sources,
  };
}

function readme({ record }: SignedRecord, siteUrl: string): string {
  return [
    `Version ${record.version} of "${record.slug}", published by ${record.publisher.name} on ${record.publishedAt}.`,
    "",
    "record.json     the signed record in its canonical form (RFC 8785)",
    "signature.json  its SHA-256, the Ed25519 signature and the name of the key",
    "keys.json       the newsroom's public keys; compare them with a copy from elsewhere",
    "quotes.json     every quote with its sentence, its selectors and the hash of the copy it is from",
    "addresses.json  where the record and its sources stand on the web",
    "log.json        the record's entry in the public log, and the proof that it is there",
    "checkpoint.txt  the signed head of the log that the proof leads to",
    "manifest.json   the SHA-256 of every other file",
    "",
    `To check all of it without the newsroom: save ${siteUrl}/verify/verify-bundle.mjs and run, with Node 20 or newer,`,
    "",
    "  node verify-bundle.mjs THIS-FILE.zip",
    "",
    "It shows that nothing was altered since it was signed. It cannot show that the finding is right.",
    "",
  ].join("\n");
}

/**
 * The files of a public evidence bundle, less the manifest. Described and withheld evidence is in it exactly as in the
 * record: without words, source or capture. A staff bundle adds its captures to this list before `bundleZip`.
 */
export function bundleFiles(parts: BundleParts): BundleFile[] {
  const { signed, keys, log, siteUrl } = parts;
  const { record, sha256, signature, keyId } = signed;
  const sealed = log
    ? [
        jsonFile("log.json", { index: log.index, proof: withoutCheckpoint(log.proof) }),
        textFile("checkpoint.txt", log.proof.checkpoint),
      ]
    : [];
  return [
    jsonFile("record.json", record),
    jsonFile("signature.json", { sha256, signature, keyId }),
    jsonFile("keys.json", keys),
    jsonFile("quotes.json", quotesOf(signed)),
    jsonFile("addresses.json", addressesOf(signed, siteUrl)),
    textFile("README.txt", readme(signed, siteUrl)),
    ...sealed,
  ];
}

function withoutCheckpoint(proof: LogProof): object {
  const { checkpoint: _, ...rest } = proof;
  return rest;
}
