import { zipSync, type Zippable } from "fflate";
import { jsonFile, type BundleFile } from "./bundle-files";
import { sha256Hex } from "./canonical";

/** What a bundle is about, as its manifest says. */
export type BundleSubject = { slug: string; version: number; sha256: string };

/** The files with a manifest of their hashes before them, in the order of their paths. */
function withManifest(subject: BundleSubject, files: readonly BundleFile[]): BundleFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const listed = sorted.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  const { slug, version, sha256 } = subject;
  const manifest = {
    type: "countersign-bundle",
    schema: 1,
    slug,
    version,
    recordSha256: sha256,
    files: listed,
  };
  return [jsonFile("manifest.json", manifest), ...sorted];
}

/**
 * An evidence bundle as one ZIP whose bytes depend on the files alone: no clock, no compressor, one order. Throws when
 * two files have one path.
 */
export function bundleZip(subject: BundleSubject, files: readonly BundleFile[]): Uint8Array {
  const all = withManifest(subject, files);
  if (new Set(all.map(({ path }) => path)).size !== all.length) throw new Error("Two files have one path.");
  const entries: Zippable = {};
  // A bundle has no time of its own. ZIP stores local time: the same local parts are the same bytes in every zone.
  const mtime = new Date(1980, 0, 1);
  for (const { path, bytes } of all) entries[path] = [bytes, { level: 0, mtime }];
  return zipSync(entries);
}
