import "server-only";
import { env } from "../core/env.server";
import { mapResult, ok, type Result } from "../core/result";
import { logProofOf } from "../log/queries";
import { bundleFiles, type BundleFile } from "./bundle-files";
import { bundleZip } from "./bundle-zip";
import { publicVerdict } from "./public-records.server";
import type { SignedRecord } from "./record";
import { loadKeySet } from "./signing-key.server";
import { readableVersion } from "./withheld";

/** One version with the files of its public bundle. Its log proof is the one against the first head that covers it. */
export async function publicBundleFiles(
  slug: string,
  version: number,
): Promise<Result<{ signed: SignedRecord; files: BundleFile[] }>> {
  const found = await publicVerdict(slug);
  if (!found.ok) return found;
  const readable = readableVersion(found.value.versions, version);
  if (!readable.ok) return readable;
  const signed = readable.value;
  const [keys, sealed] = await Promise.all([loadKeySet(), logProofOf(signed.sha256, "first")]);
  const log = sealed?.proof ? { index: sealed.index, proof: sealed.proof } : null;
  return ok({ signed, files: bundleFiles({ signed, keys, log, siteUrl: env().publicUrl }) });
}

/** The public evidence bundle of one version: the ZIP's bytes. */
export async function publicBundle(slug: string, version: number): Promise<Result<Uint8Array>> {
  return mapResult(await publicBundleFiles(slug, version), ({ signed, files }) =>
    bundleZip({ slug, version, sha256: signed.sha256 }, files),
  );
}
