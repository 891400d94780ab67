import { jsonFile, textFile, type BundleFile } from "./bundle-files";
import type { AnyRecord } from "./record";

type RecordCapture = { sha256: string; method: string; capturedAt: string };

/** A copy that a record rests on, and the numbers of the evidence quoted from it. */
export type NamedCapture = RecordCapture & { evidence: number[] };

/** What became of a named copy: its WARC file, or why there is none. `expungedOn` is a day. */
export type CaptureCopy =
  { name: string; bytes: Uint8Array } | { leftOut: "expunged"; expungedOn: string } | { leftOut: "missing" };

/** The copies that a record names, once each, in the order of its evidence. Only public evidence names any. */
export function namedCaptures(record: AnyRecord): NamedCapture[] {
  if (record.kind === "retraction") return [];
  const named = new Map<string, NamedCapture>();
  for (const { number, capture } of record.evidence) {
    if (!capture) continue;
    const { sha256, method, capturedAt } = capture;
    const key = `${sha256} ${method} ${capturedAt}`;
    const known = named.get(key);
    if (known) known.evidence.push(number);
    else named.set(key, { sha256, method, capturedAt, evidence: [number] });
  }
  return [...named.values()];
}

function describedOf(record: AnyRecord): number[] {
  if (record.kind === "retraction") return [];
  return record.evidence.flatMap(({ number, capture }) => (capture ? [] : number));
}

const readme = [
  "For staff. These are copies of other people's pages and files: keep them inside the newsroom.",
  "",
  "Each .warc.gz is a WARC 1.1 file (ISO 28500) with the page as it came, and how it came.",
  "../captures.json says which evidence rests on which copy, and which copies are not here and why.",
  "Copies of evidence that is only described or withheld are never in a bundle.",
  "",
].join("\n");

/**
 * What a staff bundle holds beside the public one: `captures.json`, which names every copy of the record's public
 * evidence, and the WARC file of each that there still is. `copies` are in the order of `namedCaptures`.
 */
export function staffFiles(record: AnyRecord, copies: readonly CaptureCopy[]): BundleFile[] {
  const captures = namedCaptures(record).map((named, index) => {
    const copy = copies[index] ?? { leftOut: "missing" as const };
    if (!("leftOut" in copy)) return { ...named, path: `captures/${copy.name}`, leftOut: null };
    const expungedOn = copy.leftOut === "expunged" ? copy.expungedOn : null;
    return { ...named, path: null, leftOut: { why: copy.leftOut, expungedOn } };
  });
  const withheld = record.kind === "retraction" ? 0 : record.withheld.length;
  const files = new Map(
    copies.flatMap((copy) => ("leftOut" in copy ? [] : [[`captures/${copy.name}`, copy.bytes] as const])),
  );
  return [
    jsonFile("captures.json", { captures, notIncluded: { described: describedOf(record), withheld } }),
    textFile("captures/README.txt", readme),
    ...[...files].map(([path, bytes]) => ({ path, bytes })),
  ];
}
