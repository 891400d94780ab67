import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { longName } from "./hard-texts";

export type DeskPagePath = {
  /** The page on disk. */
  route: string;
  /** What of it is shown, where it is shown more than once. */
  as: string;
  path: string;
};

/** The secret of an invitation that nobody has accepted, and whom it is for. */
export const openInvitation = "an-invitation-that-waits";
export const invited = "iryna.kovalenko@newsroom.example";

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const published = `SELECT id FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`;
const long = `SELECT c.id FROM claim c WHERE c.text LIKE '${longName}%' ORDER BY (SELECT count(*) FROM evidence e WHERE e."claimId" = c.id) DESC LIMIT 1`;
const inState = (state: string) =>
  `SELECT id FROM claim WHERE state = '${state}' ORDER BY "createdAt" DESC LIMIT 1`;
/** The newest claim that waits for an editor, and not for its time. */
const ready = `SELECT c.id FROM claim c WHERE c.state = 'ready' AND NOT EXISTS (SELECT 1 FROM schedule s WHERE s."claimId" = c.id AND s.state = 'waiting') ORDER BY c."createdAt" DESC LIMIT 1`;
/** A page as it was captured, whose words alone look otherwise; the one that is quoted most. */
const capturedPage = `SELECT c.id FROM capture c ORDER BY c."contentType" = 'text/html' DESC NULLS LAST, (SELECT count(*) FROM quote q WHERE q."captureId" = c.id) DESC LIMIT 1`;
const articleIn = (state: string) =>
  `SELECT id FROM article WHERE state = '${state}' ORDER BY "createdAt" DESC LIMIT 1`;

/** Which row stands for `[id]` in a route: the first match of a page's folder, the longest first. */
const rowsOf: [folder: string, statement: string][] = [
  ["/desk/claims/[id]/correction", published],
  ["/desk/claims/[id]/retraction", published],
  ["/desk/claims/[id]/notice", published],
  ["/desk/claims/[id]/withholding", published],
  [
    "/desk/claims/[id]/sign-off",
    `SELECT c.id FROM claim c LEFT JOIN schedule s ON s."claimId" = c.id ORDER BY c.state = 'ready' DESC, s.id IS NULL DESC, c.state = 'in-review' DESC LIMIT 1`,
  ],
  [
    "/desk/claims/[id]/verdict",
    `SELECT v."claimId" AS id FROM verdict v JOIN claim c ON c.id = v."claimId" WHERE c.state IN ('researching', 'in-review', 'ready') AND c.text NOT LIKE '${longName}%' ORDER BY c.state = 'ready', length(v."writeUp") DESC LIMIT 1`,
  ],
  ["/desk/claims/import/[id]", `SELECT id FROM import_batch ORDER BY name LIMIT 1`],
  [
    "/desk/claims/[id]",
    `SELECT c.id FROM claim c WHERE c.text NOT LIKE '${longName}%' ORDER BY c.state IN ('in-review', 'ready') DESC, (SELECT count(*) FROM evidence e WHERE e."claimId" = c.id) DESC LIMIT 1`,
  ],
  [
    "/desk/articles/[id]",
    `SELECT a.id FROM article a ORDER BY (SELECT count(*) FROM evidence e WHERE e."articleId" = a.id) DESC LIMIT 1`,
  ],
  ["/desk/captures/[id]", capturedPage],
  ["/desk/notices/[id]", `SELECT id FROM prepared_notice ORDER BY state = 'waiting' DESC LIMIT 1`],
  ["/desk/settings/outlets/[id]", `SELECT id FROM outlet ORDER BY name LIMIT 1`],
  ["/desk/settings/templates/[id]", `SELECT id FROM template ORDER BY name LIMIT 1`],
  ["/desk/settings/entities/[id]", `SELECT id FROM entity ORDER BY name LIMIT 1`],
];

/** What a page shows that its first address does not: `[id]` is the statement's row. */
const more: [route: string, as: string, query: string, statement?: string][] = [
  ["/desk", "all", "?needs=all"],
  ["/desk", "filtered", "?needs=all&importance=3&sort=deadline&q=ferries"],
  ["/desk", "nothing-found", "?q=nothing-is-called-this"],
  ["/desk/articles/new", "original", "?original=[id]", articleIn("mentioned")],
  ["/desk/articles/[id]", "long", "", `SELECT id FROM article WHERE title LIKE '${longName}%' LIMIT 1`],
  ["/desk/articles/[id]", "right-to-left", "", `SELECT id FROM article WHERE language = 'ar' LIMIT 1`],
  ["/desk/articles/[id]", "failed", "", articleIn("failed")],
  ["/desk/articles/[id]", "mentioned", "", articleIn("mentioned")],
  ["/desk/articles/[id]", "watched", "", `SELECT "articleId" AS id FROM prepared_notice LIMIT 1`],
  ["/desk/articles/[id]/dependants", "changed", "", `SELECT "articleId" AS id FROM prepared_notice LIMIT 1`],
  ["/desk/captures/[id]", "as-text", "?as=text", capturedPage],
  [
    "/desk/captures/[id]",
    "long",
    "",
    `SELECT "currentCaptureId" AS id FROM article WHERE title LIKE '${longName}%' LIMIT 1`,
  ],
  ["/desk/claims/[id]", "long", "", long],
  ["/desk/claims/[id]", "long-article-pane", "?pane=article", long],
  ["/desk/claims/[id]", "article-pane", "?pane=article", `SELECT id FROM claim WHERE provisional LIMIT 1`],
  ["/desk/claims/[id]", "queue-pane", "?pane=queue&in=needs%3Dall", long],
  ["/desk/claims/[id]", "right-to-left", "", `SELECT id FROM claim WHERE language = 'ar' LIMIT 1`],
  ["/desk/claims/[id]", "first-findings", "", `SELECT id FROM claim WHERE provisional LIMIT 1`],
  [
    "/desk/claims/[id]",
    "scheduled",
    "",
    `SELECT "claimId" AS id FROM schedule WHERE state = 'waiting' LIMIT 1`,
  ],
  [
    "/desk/claims/[id]",
    "corrected",
    "",
    `SELECT "claimId" AS id FROM correction WHERE true ORDER BY id DESC LIMIT 1`,
  ],
  [
    "/desk/claims/[id]",
    "notice-waits",
    "",
    `SELECT "claimId" AS id FROM prepared_notice WHERE state = 'waiting' LIMIT 1`,
  ],
  ...["new", "researching", "published", "retracted", "declined"].map(
    (state): [string, string, string, string] => ["/desk/claims/[id]", state, "", inState(state)],
  ),
  ["/desk/claims/[id]", "ready", "", ready],
  ["/desk/claims/[id]/edit", "long", "", long],
  ["/desk/claims/[id]/history", "long", "", long],
  ["/desk/claims/[id]/history", "published", "", published],
  ["/desk/claims/[id]/quotes", "long", "", long],
  ["/desk/claims/[id]/sources", "long", "", long],
  ["/desk/claims/[id]/sign-off", "long", "", long],
  [
    "/desk/claims/[id]/sign-off",
    "scheduled",
    "",
    `SELECT "claimId" AS id FROM schedule WHERE state = 'waiting' LIMIT 1`,
  ],
  ["/desk/claims/[id]/verdict", "long", "", long],
  ["/desk/claims/[id]/verdict/sentences", "long", "", long],
  ["/desk/claims/[id]/evidence", "cell", "?kind=cell", long],
  ["/desk/claims/[id]/evidence", "recording", "?kind=recording", long],
  ["/desk/claims/[id]/evidence", "conversation", "?kind=conversation", long],
  [
    "/desk/claims/[id]/correction",
    "open",
    "",
    `SELECT "claimId" AS id FROM correction ORDER BY id DESC LIMIT 1`,
  ],
  ["/desk/claims/import/[id]", "done", "", `SELECT "batchId" AS id FROM import_row LIMIT 1`],
  ["/desk/search", "found", "?q=ferries"],
  [
    "/desk/search",
    "noticed",
    "?q=[id]",
    `SELECT split_part(c.text, ' ', 1) AS id FROM claim c JOIN notice n ON n."claimId" = c.id WHERE c.state = 'published' LIMIT 1`,
  ],
  ["/desk/search", "nothing-found", "?q=nothing-is-called-this"],
  [
    "/desk/settings/pages/[page]",
    "waiting",
    "",
    `SELECT page AS id FROM site_draft WHERE "forSignature" ORDER BY "savedAt" DESC LIMIT 1`,
  ],
  ["/desk/tasks", "done", "?show=done"],
  ["/desk/tips", "chosen", "?state=chosen"],
  ["/desk/tips", "declined", "?state=declined"],
  ["/desk/tips/ledger", "filtered", "?reason=low-reach"],
  [
    "/invite/[secret]",
    "open",
    "",
    `SELECT '${openInvitation}' AS id FROM invitation WHERE email = '${invited}' AND "usedAt" IS NULL`,
  ],
];

/** Every `page.tsx` below `app/`, as an address with brackets. */
function routesOnDisk(): string[] {
  return readdirSync("app", { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "page.tsx")
    .map(({ parentPath }) => relative("app", parentPath).split(sep))
    .map((parts) => `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`)
    .sort();
}

/**
 * Every page of the application that needs an account or gives one, each at an address at which this instance has
 * something to show, and some at more; `missing` are those for which it has no row.
 */
export async function deskPages(sql: Sql): Promise<{ pages: DeskPagePath[]; missing: string[] }> {
  const pages: DeskPagePath[] = [];
  const missing: string[] = [];
  for (const route of routesOnDisk()) {
    const path = await pathOf(route, sql);
    if (path) pages.push({ route, as: "", path });
    else missing.push(route);
    for (const [of, as, query, statement] of more.filter(([of]) => of === route)) {
      const [row] = statement ? await sql(statement) : [{ id: "" }];
      if (row)
        pages.push({
          route,
          as,
          path: `${of}${query}`.replace(/\[(id|page|secret)\]/, encodeURIComponent(String(row.id))),
        });
      else missing.push(`${route} (${as})`);
    }
  }
  return { pages, missing };
}

async function pathOf(route: string, sql: Sql): Promise<string | null> {
  const plain = route
    .replace("[...rest]", "not-there")
    .replace("[secret]", "used-up")
    // The page that the newsroom has written; see `lib/demo`.
    .replace("[page]/sign", "about/sign")
    .replace("[page]", "methodology");
  if (!plain.includes("[id]")) return plain;
  const found = rowsOf.find(([begin]) => plain.startsWith(begin));
  const [row] = found ? await sql(found[1]) : [];
  return row ? plain.replace("[id]", String(row.id)) : null;
}
