import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { SignSitePageView } from "@/components/site-pages/sign-page-view";
import { EmptyState } from "@/components/ui/empty-state";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { can } from "@/lib/access/can";
import { sitePageTitles, type SitePageName } from "@/lib/site-pages/pages";
import { sign } from "../../actions";
import { openPage, type SitePageProps } from "../../open-page";

export const metadata: Metadata = { title: "Sign a page" };

export default async function SignSitePage(props: SitePageProps) {
  const { viewer, page } = await openPage(props);
  if (!can(viewer, "page.sign")) return <NotHere page={page.page} why="Only an editor can sign a page" />;
  if (page.draftNumber === 0)
    return <NotHere page={page.page} why="Nothing is written yet that could be signed" />;
  return (
    <SignSitePageView page={page} action={sign}>
      <ReaderPreview src={`/preview/pages/${page.page}`} shows={page.draftNumber} />
    </SignSitePageView>
  );
}

function NotHere({ page, why }: { page: SitePageName; why: string }) {
  return (
    <DeskPage title={`Sign ${sitePageTitles[page]}`}>
      <EmptyState title={why}>
        <Link href={places.sitePage(page)}>To its text: write it, or ask for a signature</Link>
      </EmptyState>
    </DeskPage>
  );
}
