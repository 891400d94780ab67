import "server-only";
import type { Viewer } from "../access/viewer";
import { articlesAt } from "../articles/articles-at.server";
import { addArticle } from "../articles/commands/add-article";
import { db } from "../core/db.server";
import { notFound } from "../core/result";
import { addEvidence } from "./commands";
import { parseRows, type PastedRow } from "./paste-rows";

export type RowOutcome = { line: number; url: string; quote: string; ok: boolean; message: string };

const mostRows = 200;

/**
 * Logs rows of "address, quote, note" as evidence with stance context, each for itself. An address that nobody captured
 * yet is fetched; its row comes back in `rest`, to be sent again once the page is there. `entryIds` are the log's entries of
 * what was logged.
 */
export async function pasteRows(
  viewer: Viewer,
  claimId: string,
  pasted: string,
  now: Date,
): Promise<{ rows: RowOutcome[]; rest: string; message?: string; entryIds: string[] }> {
  const rows = parseRows(pasted);
  if (rows.length === 0)
    return {
      rows: [],
      rest: pasted,
      entryIds: [],
      message: "Paste rows with an address, the quoted words and, if you like, a note.",
    };
  if (rows.length > mostRows)
    return {
      rows: [],
      rest: pasted,
      entryIds: [],
      message: `That is ${rows.length} rows; ${mostRows} at most go at once.`,
    };
  // Before any page is asked for on its behalf.
  if ((await db().claim.count({ where: { id: claimId } })) === 0)
    return { rows: [], rest: pasted, entryIds: [], message: notFound("claim").detail };
  const outcomes: (Tried & { raw: string })[] = [];
  for (const row of rows) outcomes.push({ ...(await logRow(viewer, claimId, row, now)), raw: row.raw });
  return {
    rows: outcomes.map(({ raw: _raw, entryId: _entryId, ...outcome }) => outcome),
    entryIds: outcomes.flatMap(({ entryId }) => entryId ?? []),
    rest: outcomes
      .filter(({ ok }) => !ok)
      .map(({ raw }) => raw)
      .join("\n"),
  };
}

type Tried = RowOutcome & { entryId?: string };

async function logRow(viewer: Viewer, claimId: string, row: PastedRow, now: Date): Promise<Tried> {
  const said = { line: row.line, url: row.url, quote: row.quote };
  const article = (await articlesAt(viewer, [row.url])).get(row.url);
  if (!article || article.state === "mentioned" || article.state === "failed") {
    const asked = await addArticle(viewer, { url: row.url }, now);
    return {
      ...said,
      ok: false,
      message: asked.ok ? "The page is being fetched. Send this row again in a moment." : asked.error.detail,
    };
  }
  if (article.state === "fetching")
    return {
      ...said,
      ok: false,
      message: "The page is still being fetched. Send this row again in a moment.",
    };
  const added = await addEvidence(
    viewer,
    claimId,
    {
      articleId: article.id,
      quote: { exact: row.quote },
      stance: "context",
      ...(row.note ? { shows: row.note } : {}),
    },
    now,
  );
  return added.ok
    ? { ...said, ok: true, message: "Logged as context.", entryId: added.value.entryId }
    : { ...said, ok: false, message: added.error.detail };
}
