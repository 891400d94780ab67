import type { DeskPagePath } from "./desk-pages";

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
/** `[row]` in the address is the first row of the statement. */
type ReaderPage = [route: string, as: string, address: string, statement?: string];

const verdict = (where: string) =>
  `SELECT slug AS row FROM publication WHERE ${where} ORDER BY length("recordText") DESC LIMIT 1`;
const named = (kind: string) =>
  `SELECT key AS row FROM publication_name WHERE kind = '${kind}' GROUP BY key ORDER BY count(*) DESC, key LIMIT 1`;
const noticed = `SELECT n.slug AS row FROM notice n JOIN publication_listing l ON l.slug = n.slug LIMIT 1`;
/** The first word of what was checked, which finds it. */
const noticedWord = `SELECT split_part(c.text, ' ', 1) AS row FROM notice n JOIN claim c ON c.id = n."claimId" WHERE c.state = 'published' LIMIT 1`;
const ownPages = ["about", "contact", "corrections-policy", "methodology", "people", "ratings"];

/** Readers' pages and what each of them shows; a verdict in each of its lives. */
const wanted: ReaderPage[] = [
  ["/", "", "/"],
  ["/", "ukrainian", "/uk"],
  ["/archive", "", "/archive"],
  ["/archive/[month]", "", "/archive/[row]", `SELECT month AS row FROM publication_listing LIMIT 1`],
  ["/claimants/[name]", "", "/claimants/[row]", named("claimant")],
  ["/topics/[name]", "", "/topics/[row]", named("topic")],
  ["/outlets/[name]", "", "/outlets/[row]", named("outlet")],
  ["/corrections", "", "/corrections"],
  ["/search", "", "/search"],
  ["/search", "found", "/search?q=cars"],
  ["/search", "noticed", "/search?q=[row]", noticedWord],
  ["/search", "nothing-found", "/search?q=nothing-is-called-this"],
  ["/verdicts/[slug]", "", "/verdicts/[row]", verdict(`version = 1 AND kind = 'publication'`)],
  ["/verdicts/[slug]", "corrected", "/verdicts/[row]", verdict(`version > 1 AND kind = 'publication'`)],
  ["/verdicts/[slug]", "retracted", "/verdicts/[row]", verdict(`kind = 'retraction'`)],
  ["/verdicts/[slug]", "noticed", "/verdicts/[row]", noticed],
  ["/verdicts/[slug]/v/[n]", "", "/verdicts/[row]/v/1", verdict(`version > 1 AND kind = 'publication'`)],
  ["/verdicts/[slug]/v/[n]", "retracted", "/verdicts/[row]/v/1", verdict(`kind = 'retraction'`)],
  ["/embed/[slug]", "", "/embed/[row]", verdict(`version = 1 AND kind = 'publication'`)],
  ["/embed/[slug]", "retracted", "/embed/[row]", verdict(`kind = 'retraction'`)],
  ["/embed/[slug]", "noticed", "/embed/[row]", noticed],
  ["/cards/[slug]", "", "/cards/[row]/1.png", verdict(`version = 1 AND kind = 'publication'`)],
  ["/cards/[slug]", "corrected", "/cards/[row]/2.png", verdict(`version = 2 AND kind = 'publication'`)],
  ["/cards/[slug]", "retracted", "/cards/[row]/1.png", verdict(`kind = 'retraction'`)],
  ["/cards/[slug]", "noticed", "/cards/[row]/1.png", noticed],
  ["/report", "", "/report"],
  ["/report", "of-a-verdict", "/report?slug=[row]", verdict("version = 1")],
  ["/report", "sent", "/report?sent=1"],
  ["/tip", "", "/tip"],
  ["/tip", "sent", "/tip?sent=1"],
  ["/verify", "", "/verify"],
  ["/verify", "checked", "/verify?slug=[row]&version=1", verdict("version = 1")],
  ["/verify", "unknown", "/verify?slug=nothing-is-called-this"],
  ...ownPages.map((page): ReaderPage => [`/${page}`, "", `/${page}`]),
  ...ownPages.map((page): ReaderPage => [`/${page}/v/[n]`, "", `/${page}/v/1`]),
  ["/[...path]", "", "/nothing-is-here"],
];

/** Readers' pages at addresses at which this instance has something to show; `missing` are those without a row. */
export async function readerPages(sql: Sql): Promise<{ pages: DeskPagePath[]; missing: string[] }> {
  const pages: DeskPagePath[] = [];
  const missing: string[] = [];
  for (const [route, as, address, statement] of wanted) {
    const [found] = statement ? await sql(statement) : [{ row: "" }];
    if (found)
      pages.push({ route, as, path: address.replace("[row]", encodeURIComponent(String(found.row))) });
    else missing.push(`${route} (${as})`);
  }
  return { pages, missing };
}
