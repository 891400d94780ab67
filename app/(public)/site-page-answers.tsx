import { SitePage } from "@/components/reader/site-page";
import type { SitePageName } from "@/lib/site-pages/pages";
import { publicPage } from "@/lib/site-pages/public-pages.server";
import type { SignedPage } from "@/lib/site-pages/versions";
import type { KeptAnswer } from "./kept-answers";
import { failureAnswer, notFoundAnswer, readerRoute, type ReaderCall } from "./reader-route";
import { pageAnswer } from "./render-reader";

/** What is there before anything is signed: how the tool works, and the scale that verdicts carry. */
const withoutSignature: readonly SitePageName[] = ["methodology", "ratings"];

function shownAnswer(
  { pub }: ReaderCall<unknown>,
  page: SitePageName,
  versions: readonly SignedPage[],
  shown: number | null,
): Promise<KeptAnswer> {
  // Versions are chained, so the last hash stands for all.
  const content = `${page} ${versions.at(-1)?.sha256 ?? "unsigned"} ${shown ?? ""}`;
  const props = { site: pub.site, page, versions, shown, ratings: pub.ratings, label: pub.label };
  const isOld = shown !== null && shown !== versions.length;
  return pageAnswer(
    pub,
    content,
    () => <SitePage {...props} />,
    isOld ? { headers: { "X-Robots-Tag": "noindex" } } : {},
  );
}

/** The newest signed version of a page; 404 while there is none, except for what is there without. */
export function sitePageRoute(page: SitePageName) {
  return readerRoute(async (call) => {
    const found = await publicPage(page);
    if (found.ok) return shownAnswer(call, page, found.value, found.value.length);
    if (found.error.kind === "not_found" && withoutSignature.includes(page))
      return shownAnswer(call, page, [], null);
    return failureAnswer(found.error, call);
  });
}

/** One signed version of a page, with what it changed. */
export function sitePageVersionRoute(page: SitePageName) {
  return readerRoute<{ n: string }>(async (call) => {
    const found = await publicPage(page);
    if (!found.ok) return failureAnswer(found.error, call);
    const version = /^[1-9]\d{0,8}$/.test(call.params.n) ? Number(call.params.n) : 0;
    if (!found.value[version - 1]) return notFoundAnswer(call.pub);
    return shownAnswer(call, page, found.value, version);
  });
}
