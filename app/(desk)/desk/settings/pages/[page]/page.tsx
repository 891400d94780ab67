import type { Metadata } from "next";
import Link from "next/link";
import { places } from "@/components/layout/places";
import { SitePageEditor } from "@/components/site-pages/page-editor";
import { DraftLine } from "@/components/site-pages/draft-line";
import { pageStateInWords } from "@/components/site-pages/state-words";
import { Section } from "@/components/ui/section";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { can } from "@/lib/access/can";
import { publicSite } from "@/lib/publications/public-site.server";
import { sitePageTitles } from "@/lib/site-pages/pages";
import { readerWords } from "@/lib/words/reader";
import { SettingsFrame } from "../../settings-frame";
import { save } from "../actions";
import { openPage, type SitePageProps } from "../open-page";

export const metadata: Metadata = { title: "Page" };

export default async function SitePageEditPage(props: SitePageProps) {
  const { viewer, page } = await openPage(props);
  const { site } = await publicSite();
  const startWith = page.page === "methodology" ? readerWords(site.speaks).sitePages.methodology : "";
  const isOpen = page.state === "draft" || page.state === "waiting";
  return (
    <SettingsFrame
      viewer={viewer}
      place="pages"
      title={sitePageTitles[page.page]}
      lead={
        <>
          {pageStateInWords(page)}.{" "}
          {page.signed ? (
            <a href={`/${page.page}`}>As readers see it: version {page.signed.version}</a>
          ) : page.state === "empty" && startWith ? (
            <>
              Until yours is signed, <a href={`/${page.page}`}>readers see the text below</a>, which comes
              with Countersign. Change it until it says what you do.
            </>
          ) : (
            "Nothing of it is signed yet."
          )}{" "}
          {page.state === "waiting" ? (
            <>
              <DraftLine {...page} />.{" "}
            </>
          ) : null}
          {page.state === "waiting" && can(viewer, "page.sign") ? (
            <Link href={places.signSitePage(page.page)}>Read and sign</Link>
          ) : null}
        </>
      }
    >
      <SitePageEditor page={page} startWith={startWith} action={save} />
      {isOpen ? (
        <Section id="preview" title="The saved draft, as readers would see it">
          <div className="border">
            <ReaderPreview src={`/preview/pages/${page.page}`} shows={page.draftNumber} />
          </div>
        </Section>
      ) : null}
    </SettingsFrame>
  );
}
