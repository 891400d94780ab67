import "server-only";
import { env } from "../core/env.server";

/** A publication as sign-off and retraction answer it: where it stands and the hash of its record. */
export function publicationLinks(p: { slug: string; version: number; sha256: string }) {
  return {
    slug: p.slug,
    version: p.version,
    url: `${env().publicUrl}/verdicts/${p.slug}`,
    recordSha256: p.sha256,
  };
}
