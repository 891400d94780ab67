import Link from "next/link";
import { places } from "@/components/layout/places";
import type { FormAction } from "@/components/ui/form-state";
import { cellAt, cellName, sheetNamed, type NamedSheet } from "@/lib/captures/cells";
import type { PageViewDto } from "@/lib/captures/dto";
import { OriginalLink } from "@/components/captures/original-link";
import { PageNav } from "@/components/captures/page-nav";
import { PageNotDrawn } from "@/components/captures/page-picture";
import { PageWords } from "@/components/captures/page-words";
import { Player } from "@/components/captures/player";
import { CellForm, PageForm, PictureForm, StretchForm } from "./media-forms";
import type { MediaKind } from "./media-kinds";
import { SheetView } from "./sheet-view";

type File = {
  articleId: string;
  captureId: string;
  contentType: string | null;
  name: string;
  hasWords: boolean;
  pages: number;
  sheets: NamedSheet[] | null;
};

type Props = {
  claimId: string;
  kind: MediaKind;
  file: File;
  /** The page of a PDF that is looked at. */
  page: PageViewDto | null;
  cell: string | undefined;
  /** The name of the sheet that is shown; the first when none is named. */
  sheet: string | undefined;
  action: FormAction;
  /** For a stretch of a recording. */
  logStretch: FormAction;
};

/** The file that was brought, and the form for a place in it. */
export function MediaOfFile({ claimId, kind, file, page, cell, sheet: named, action, logStretch }: Props) {
  const of = { claimId, articleId: file.articleId, action };
  const sheets = file.sheets ?? [];
  const sheet = sheetNamed(sheets, named ?? null) ?? sheets[0];
  const found = sheet && cell ? cellAt(sheet.rows, cell) : null;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">
        From <Link href={places.article(file.articleId)}>{file.name}</Link> ·{" "}
        <Link href={places.mediaEvidence(claimId, kind)}>another file</Link>
      </p>
      {kind === "picture" ? (
        <PictureForm {...of} src={`/preview/captures/${encodeURIComponent(file.captureId)}/picture`} />
      ) : kind === "page" ? (
        page ? (
          <PageOfFile claimId={claimId} file={file} page={page} action={action} />
        ) : (
          <p className="text-ink-2">This file is no PDF, so there are no pages in it to look at.</p>
        )
      ) : kind === "recording" ? (
        <StretchForm
          {...of}
          action={logStretch}
          player={<Player captureId={file.captureId} contentType={file.contentType} label={file.name} />}
        />
      ) : (
        <>
          {sheet ? (
            <SheetView
              href={places.describeFile(claimId, file.articleId)}
              sheets={sheets}
              sheet={sheet}
              chosen={found?.ref}
            />
          ) : null}
          {file.contentType?.startsWith("text/plain") ? (
            <p className="mb-4">
              This file holds plain text, whatever it is called: no picture, sheet or page.{" "}
              <Link
                href={`${places.claim(claimId)}?article=${encodeURIComponent(file.articleId)}&pane=article`}
              >
                Quote its words beside the claim
              </Link>
              , or point at a value in it below.
            </p>
          ) : null}
          <CellForm
            key={`${sheet?.name}!${found?.ref}`}
            {...of}
            chosen={
              found && {
                ...found,
                ref: cellName({ sheet: sheets.length > 1 ? sheet!.name : null, ref: found.ref }),
                table: file.name.replace(/^.*?: /, ""),
              }
            }
          />
        </>
      )}
    </>
  );
}

type PageProps = { claimId: string; file: File; page: PageViewDto; action: FormAction };

/** A page of the PDF with its form, and beside it the words that were read on it. */
function PageOfFile({ claimId, file, page, action }: PageProps) {
  const { pathname, searchParams } = new URL(places.describeFile(claimId, file.articleId), "http://desk");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 desk:grid-cols-[minmax(0,48rem)_minmax(0,1fr)]">
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <PageNav
            page={page.page}
            pages={page.pages}
            at={{ path: pathname, query: Object.fromEntries(searchParams) }}
          />
          <span className="text-sm">
            <OriginalLink captureId={page.captureId} page={page.page}>
              Open the file as it came
            </OriginalLink>
          </span>
        </div>
        <PageForm
          key={page.page}
          {...{ claimId, action, page }}
          articleId={file.articleId}
          name={file.name}
          notDrawn={<PageNotDrawn view={page} />}
        />
      </div>
      <PageWords view={page} />
    </div>
  );
}
