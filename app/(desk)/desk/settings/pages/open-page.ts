import { notFound } from "next/navigation";
import { isSitePageName } from "@/lib/site-pages/pages";
import { openSitePage } from "@/lib/site-pages/queries";
import { settingsViewer } from "../settings-viewer";

export type SitePageProps = { params: Promise<{ page: string }> };

/** The page of the site that an address names, for whoever may write it; else there is nothing there. */
export async function openPage({ params }: SitePageProps) {
  const viewer = await settingsViewer("pages");
  const { page } = await params;
  if (!isSitePageName(page)) notFound();
  return { viewer, page: await openSitePage(viewer, page) };
}
