import type { Metadata } from "next";
import { SitePageList } from "@/components/site-pages/page-list";
import { can } from "@/lib/access/can";
import { listSitePages } from "@/lib/site-pages/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";

export const metadata: Metadata = { title: "Pages" };

export default async function SitePagesPage() {
  const viewer = await settingsViewer("pages");
  return (
    <SettingsFrame
      viewer={viewer}
      place="pages"
      title="Pages"
      lead="What readers are told about you. Each version is signed by an editor who wrote none of it, and stays readable."
    >
      <SitePageList pages={await listSitePages()} maySign={can(viewer, "page.sign")} />
    </SettingsFrame>
  );
}
