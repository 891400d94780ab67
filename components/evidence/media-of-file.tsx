import Link from "next/link";
import { places } from "@/components/layout/places";
import type { FormAction } from "@/components/ui/form-state";
import { cellAt, cellName, sheetNamed, type NamedSheet } from "@/lib/captures/cells";
import { OriginalLink } from "@/components/captures/original-link";
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
  cell: string | undefined;
  /** The name of the sheet that is shown; the first when none is named. */
  sheet: string | undefined;
  action: FormAction;
  /** For a stretch of a recording. */
  logStretch: FormAction;
};

/** The file that was brought, and the form for a place in it. */
export function MediaOfFile({ claimId, kind, file, cell, sheet: named, action, logStretch }: Props) {
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
        <PageForm
          {...of}
          hasWords={file.hasWords}
          pages={file.pages}
          original={<OriginalLink captureId={file.captureId}>Open the file in a tab of its own</OriginalLink>}
        />
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
