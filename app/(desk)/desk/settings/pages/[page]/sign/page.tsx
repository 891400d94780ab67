import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignSitePageView } from "@/components/site-pages/sign-page-view";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { can } from "@/lib/access/can";
import { sign } from "../../actions";
import { openPage, type SitePageProps } from "../../open-page";

export const metadata: Metadata = { title: "Sign a page" };

export default async function SignSitePage(props: SitePageProps) {
  const { viewer, page } = await openPage(props);
  if (!can(viewer, "page.sign") || page.draftNumber === 0) notFound();
  return (
    <SignSitePageView page={page} action={sign}>
      <ReaderPreview src={`/preview/pages/${page.page}`} />
    </SignSitePageView>
  );
}
