import { readdirSync } from "node:fs";
import { relative } from "node:path";

const folder = "app/(desk)";

export type DeskPagePath = { route: string; path: string };

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Which row stands for `[id]` in a route: the first match of a page's folder, the longest first. */
const rowsOf: [folder: string, statement: string][] = [
  [
    "/desk/claims/[id]/correction",
    `SELECT id FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`,
  ],
  [
    "/desk/claims/[id]/retraction",
    `SELECT id FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`,
  ],
  ["/desk/claims/[id]/notice", `SELECT id FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`],
  [
    "/desk/claims/[id]/sign-off",
    `SELECT id FROM claim ORDER BY state = 'ready' DESC, state = 'in-review' DESC LIMIT 1`,
  ],
  [
    "/desk/claims/[id]/verdict",
    `SELECT v."claimId" AS id FROM verdict v JOIN claim c ON c.id = v."claimId" WHERE c.state IN ('researching', 'in-review', 'ready') ORDER BY length(v."writeUp") DESC LIMIT 1`,
  ],
  ["/desk/claims/import/[id]", `SELECT id FROM import_batch LIMIT 1`],
  [
    "/desk/claims/[id]",
    `SELECT c.id FROM claim c ORDER BY c.state IN ('in-review', 'ready') DESC, (SELECT count(*) FROM evidence e WHERE e."claimId" = c.id) DESC LIMIT 1`,
  ],
  [
    "/desk/articles/[id]",
    `SELECT a.id FROM article a ORDER BY (SELECT count(*) FROM evidence e WHERE e."articleId" = a.id) DESC LIMIT 1`,
  ],
  [
    "/desk/captures/[id]",
    `SELECT c.id FROM capture c ORDER BY (SELECT count(*) FROM quote q WHERE q."captureId" = c.id) DESC LIMIT 1`,
  ],
  ["/desk/notices/[id]", `SELECT id FROM prepared_notice LIMIT 1`],
  ["/desk/settings/outlets/[id]", `SELECT id FROM outlet ORDER BY name LIMIT 1`],
  ["/desk/settings/templates/[id]", `SELECT id FROM template ORDER BY name LIMIT 1`],
  ["/desk/settings/entities/[id]", `SELECT id FROM entity ORDER BY name LIMIT 1`],
];

/** Every page of the desk with an address at which this instance has something to show; those without are left out. */
export async function deskPages(sql: Sql): Promise<DeskPagePath[]> {
  const routes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "page.tsx")
    .map(({ parentPath }) => `/${relative(folder, parentPath)}`)
    .sort();
  const pages: DeskPagePath[] = [];
  for (const route of routes) {
    const path = await pathOf(route, sql);
    if (path) pages.push({ route, path });
  }
  return pages;
}

async function pathOf(route: string, sql: Sql): Promise<string | null> {
  const plain = route.replace("[...rest]", "not-there").replace("[page]", "methodology");
  if (!plain.includes("[id]")) return plain;
  const found = rowsOf.find(([begin]) => plain.startsWith(begin));
  const [row] = found ? await sql(found[1]) : [];
  return row ? plain.replace("[id]", String(row.id)) : null;
}
