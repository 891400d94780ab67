import { CorrectionsPage } from "@/components/reader/corrections-page";
import { readerPaths, spokenPath } from "@/components/reader/reader-paths";
import { listChanged } from "@/lib/publications/queries";
import { correctionEntry } from "@/lib/publications/verdict-versions";
import { keptList } from "../kept-answers";
import { listAddress, neighbourLinks, placeAsked } from "../list-answers";
import { readerRoute } from "../reader-route";
import { pageHeaders, renderPage } from "../render-reader";

export const dynamic = "force-dynamic";

/** Everything that changed after publication. */
export const GET = readerRoute(async ({ url, pub }) => {
  const address = `${pub.key} ${listAddress(readerPaths.corrections, url, ["before", "after"])}`;
  return keptList(address, async () => {
    const page = await listChanged(placeAsked(url));
    const items = page.items.flatMap(({ versions, version }) => correctionEntry(versions, version) ?? []);
    const links = neighbourLinks(spokenPath(pub.site, readerPaths.corrections), page);
    const shown = <CorrectionsPage site={pub.site} items={items} label={pub.label} {...links} />;
    return { body: await renderPage(shown), status: 200, headers: pageHeaders(pub) };
  });
});
