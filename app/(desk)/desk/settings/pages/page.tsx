import type { Metadata } from "next";
import { SitePageList } from "@/components/site-pages/page-list";
import { can } from "@/lib/access/can";
import { publicSite } from "@/lib/publications/public-site.server";
import { listSitePages } from "@/lib/site-pages/queries";
import { readerWords } from "@/lib/words/reader";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";

export const metadata: Metadata = { title: "Pages" };

export default async function SitePagesPage() {
  const viewer = await settingsViewer("pages");
  const [pages, { site }] = await Promise.all([listSitePages(), publicSite()]);
  return (
    <SettingsFrame
      viewer={viewer}
      place="pages"
      title="Pages"
      lead="What readers are told about you. Each version is signed by an editor who wrote none of it, and stays readable."
    >
      <SitePageList
        pages={pages}
        maySign={can(viewer, "page.sign")}
        titles={readerWords(site.speaks).sitePages.titles}
        language={site.speaks}
      />
    </SettingsFrame>
  );
}
