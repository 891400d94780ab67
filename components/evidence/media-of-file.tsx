import Link from "next/link";
import { places } from "@/components/layout/places";
import type { FormAction } from "@/components/ui/form-state";
import { cellAt, columnName } from "@/lib/captures/cells";
import { OriginalLink } from "@/components/captures/original-link";
import { Player } from "@/components/captures/player";
import { CellForm, PageForm, PictureForm, StretchForm } from "./media-forms";
import type { MediaKind } from "./media-kinds";

type File = {
  articleId: string;
  captureId: string;
  contentType: string | null;
  name: string;
  hasWords: boolean;
  pages: number;
  rows: string[][] | null;
};

type Props = {
  claimId: string;
  kind: MediaKind;
  file: File;
  cell: string | undefined;
  action: FormAction;
  /** For a stretch of a recording. */
  logStretch: FormAction;
};

/** The file that was brought, and the form for a place in it. */
export function MediaOfFile({ claimId, kind, file, cell, action, logStretch }: Props) {
  const of = { claimId, articleId: file.articleId, action };
  const found = file.rows && cell ? cellAt(file.rows, cell) : null;
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
          {file.rows ? (
            <SheetView claimId={claimId} file={file} rows={file.rows} chosen={found?.ref} />
          ) : null}
          <CellForm
            key={found?.ref}
            {...of}
            chosen={found && { ...found, table: file.name.replace(/^.*?: /, "") }}
          />
        </>
      )}
    </>
  );
}

const [shownRows, shownColumns] = [200, 26];

type SheetProps = { claimId: string; file: File; rows: string[][]; chosen: string | undefined };

/** The sheet as a table in which each cell is a link that fills in the form. */
function SheetView({ claimId, file, rows, chosen }: SheetProps) {
  const width = Math.min(
    shownColumns,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const columns = Array.from({ length: width }, (_, index) => columnName(index + 1));
  return (
    <div className="mb-5">
      <p className="mb-1 text-sm text-ink-3">
        Choose a cell, or type its name below.
        {rows.length > shownRows ? ` The first ${shownRows} of ${rows.length} rows are shown.` : ""}
      </p>
      <div
        className="max-h-80 overflow-auto border"
        role="region"
        aria-label="Cells of the sheet"
        tabIndex={0}
      >
        <table className="text-sm tabular-nums">
          <thead>
            <tr>
              <th className="sticky top-0 bg-sunk px-2 text-ink-3">
                <span className="sr-only">Row</span>
              </th>
              {columns.map((name) => (
                <th key={name} scope="col" className="sticky top-0 bg-sunk px-2 font-medium text-ink-3">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, index) => (
              <tr key={index} className="border-t">
                <th scope="row" className="bg-sunk px-2 font-medium text-ink-3">
                  {index + 1}
                </th>
                {columns.map((name, column) => {
                  const ref = `${name}${index + 1}`;
                  const value = (row[column] ?? "").trim();
                  return (
                    <td key={name} className={ref === chosen ? "bg-mark px-2 text-mark-ink" : "px-2"}>
                      {value === "" ? null : (
                        <Link
                          href={`${places.describeFile(claimId, file.articleId)}&cell=${ref}`}
                          scroll={false}
                          prefetch={false}
                          aria-current={ref === chosen ? "true" : undefined}
                          aria-label={`${ref}: ${value}`}
                          className="block min-h-6 max-w-60 truncate py-1 text-inherit no-underline hover:underline"
                        >
                          {value}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
