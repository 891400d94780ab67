import { HomePage } from "@/components/reader/home-page";
import { readerPaths, spokenPath } from "@/components/reader/reader-paths";
import { listCurrent } from "@/lib/publications/queries";
import { keptList } from "./kept-answers";
import { listAddress, listItems, neighbourLinks, placeAsked } from "./list-answers";
import { readerRoute } from "./reader-route";
import { pageHeaders, renderPage } from "./render-reader";

export const dynamic = "force-dynamic";

/** The latest verdicts that hold. */
export const GET = readerRoute(async ({ url, pub }) => {
  const address = `${pub.key} ${listAddress(readerPaths.home, url, ["before", "after"])}`;
  return keptList(address, async () => {
    const page = await listCurrent(placeAsked(url));
    const links = neighbourLinks(spokenPath(pub.site, readerPaths.home), page);
    const shown = <HomePage site={pub.site} items={listItems(page)} label={pub.label} {...links} />;
    return { body: await renderPage(shown), status: 200, headers: pageHeaders(pub) };
  });
});
