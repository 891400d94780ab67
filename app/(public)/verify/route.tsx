import { VerifyPage } from "@/components/reader/verify-page";
import { checkRecord } from "@/lib/publications/check-record.server";
import { readerRoute } from "../reader-route";
import { checkingHeaders, onceAnswer, pageAnswer } from "../render-reader";

export const dynamic = "force-dynamic";

/** The version asked for: a number, none for the latest, `undefined` for what is no version. */
function versionAsked(text: string): number | null | undefined {
  if (text === "") return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** "Has this page been altered?": reads the record afresh and verifies it, whatever is cached. */
export const GET = readerRoute(async ({ url, pub }) => {
  const slug = (url.searchParams.get("slug") ?? "").trim().slice(0, 200);
  const headers = checkingHeaders(pub);
  if (slug === "")
    return pageAnswer(pub, "verify", () => <VerifyPage site={pub.site} result={null} />, { headers });
  const version = versionAsked((url.searchParams.get("version") ?? "").trim());
  const result =
    version === undefined
      ? { outcome: "unknown" as const, slug, version: null }
      : await checkRecord(slug, version);
  return onceAnswer(pub, <VerifyPage site={pub.site} result={result} />, { headers });
});
