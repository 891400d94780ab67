import { VerifyPage } from "@/components/reader/verify-page";
import { readAskedRecord } from "@/lib/publications/asked-record";
import { checkRecord } from "@/lib/publications/check-record.server";
import { readerRoute } from "../reader-route";
import { checkingHeaders, onceAnswer, pageAnswer } from "../render-reader";

export const dynamic = "force-dynamic";

/** Longer than any address of ours. */
const mostTyped = 500;

/** "Has this page been altered?": reads the record afresh and verifies it, whatever is cached. */
export const GET = readerRoute(async ({ url, pub }) => {
  const [slug, version] = ["slug", "version"].map((name) =>
    (url.searchParams.get(name) ?? "").trim().slice(0, mostTyped),
  ) as [string, string];
  const headers = checkingHeaders(pub);
  if (slug === "")
    return pageAnswer(pub, "verify", () => <VerifyPage site={pub.site} result={null} />, { headers });
  const asked = readAskedRecord(slug, version, pub.site.url);
  const result = "outcome" in asked ? asked : await checkRecord(asked.subject, asked.version);
  return onceAnswer(pub, <VerifyPage site={pub.site} result={result} />, { headers });
});
