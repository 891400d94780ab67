import { captureAsWarc, type WarcCapture } from "../../lib/captures/warc.server";
import { jsonFile, type BundleFile } from "../../lib/publications/bundle-files";
import { sha256Hex } from "../../lib/publications/canonical";
import { aurusRecord } from "../../lib/publications/fixtures/aurus-dossier";
import type { PublicationRecord } from "../../lib/publications/record";
import { namedCaptures, staffFiles, type CaptureCopy } from "../../lib/publications/staff-files";
import { sampleFiles, zipOf } from "./sample-bundle";

const bytesOf = (index: number) => new TextEncoder().encode(`<p>Page ${index}</p>\r\n\r\n<p>End</p>`);

/** The sample record, its copies being pages that are here: of each piece of evidence one. */
function recordOfPages(): PublicationRecord {
  const record = aurusRecord();
  let index = 0;
  for (const item of record.evidence)
    if (item.capture) item.capture = { ...item.capture, sha256: sha256Hex(bytesOf((index += 1))) };
  return record;
}

export const staffRecord = recordOfPages();
const named = namedCaptures(staffRecord);

async function warcOf(at: number, bytes = bytesOf(at + 1)): Promise<CaptureCopy> {
  const { sha256, method, capturedAt } = named[at]!;
  const capture: WarcCapture = {
    id: `cap-${at}`,
    articleId: "a",
    sha256,
    method: method as WarcCapture["method"],
    capturedAt: new Date(capturedAt),
    contentType: "text/html",
    finalUrl: "https://news.example/x",
    headers: [["Content-Type", "text/html"]],
    bytes,
  };
  return { name: `cap-${at}.warc.gz`, bytes: await captureAsWarc(capture, "https://desk.example") };
}

export async function staffZip(
  change?: (copies: CaptureCopy[]) => Promise<void> | void,
): Promise<Uint8Array> {
  const copies = await Promise.all(named.map((_, at) => warcOf(at)));
  await change?.(copies);
  return zipOf([...sampleFiles(staffRecord), ...staffFiles(staffRecord, copies)], staffRecord);
}

async function withFiles(change: (files: BundleFile[]) => BundleFile[]): Promise<Uint8Array> {
  const copies = await Promise.all(named.map((_, at) => warcOf(at)));
  return zipOf(change([...sampleFiles(staffRecord), ...staffFiles(staffRecord, copies)]), staffRecord);
}

const firstItem = `capture of evidence ${named[0]!.evidence.join(", ")}`;

/** Each way of altering the captures of a staff bundle under a manifest that fits, with the items that must fail. */
export const captureTamperings: [what: string, fails: string[], zip: () => Promise<Uint8Array>][] = [
  [
    "a capture, by another page",
    [firstItem],
    () => staffZip(async (copies) => void (copies[0] = await warcOf(0, bytesOf(99)))),
  ],
  [
    "a capture, by what is no WARC",
    [firstItem],
    () => staffZip((copies) => void (copies[0] = { name: "cap-0.warc.gz", bytes: bytesOf(1) })),
  ],
  [
    "the list, which leaves a copy out without a word",
    ["captures"],
    () =>
      withFiles((files) =>
        files.flatMap((file) =>
          file.path === "captures.json" ? jsonFile(file.path, { captures: [] }) : file,
        ),
      ),
  ],
  [
    "a capture that is not there",
    ["captures"],
    () => withFiles((files) => files.filter(({ path }) => path !== "captures/cap-0.warc.gz")),
  ],
  [
    "a capture more",
    ["captures"],
    () => withFiles((files) => [...files, { path: "captures/more.warc.gz", bytes: bytesOf(1) }]),
  ],
];
