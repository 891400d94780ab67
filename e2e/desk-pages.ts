import { sql, type Person } from "./sessions";

/** What addresses of the desk name. */
type Ids = {
  open: string;
  published: string;
  article: string;
  capture: string;
  original: string;
  outlet: string;
  entity: string;
  template: string;
};

/** What the demo holds in each state that changes what pages show. */
export async function demoIds(): Promise<Ids> {
  const one = async (what: string, where: string) => {
    const [row] = await sql(`SELECT ${what} AS found FROM claim WHERE ${where} ORDER BY "createdAt" LIMIT 1`);
    return String(row?.found);
  };
  const [relay] = await sql(
    `SELECT id, "currentCaptureId" FROM article WHERE state = 'captured' ORDER BY "createdAt" LIMIT 1`,
  );
  const [mention] = await sql(`SELECT id FROM article WHERE state = 'mentioned' ORDER BY id LIMIT 1`);
  // The demo has no owners: two who may be the same, one of them the owner of an outlet.
  const [entity] = await sql(
    `WITH made AS (INSERT INTO entity (id, name, kind, "otherNames") VALUES (gen_random_uuid(), 'Selby Holding', 'organisation', '{Selby Group}'), (gen_random_uuid(), 'Selby Group', 'organisation', '{}') RETURNING id)
     INSERT INTO entity_link (id, kind, "fromId", "toId", reason) SELECT gen_random_uuid(), 'same-as', min(id), max(id), 'Both are called “Selby Group”' FROM made RETURNING "fromId" AS id`,
  );
  const [outlet] = await sql(`SELECT id FROM outlet ORDER BY id LIMIT 1`);
  const [template] = await sql(`SELECT id FROM template WHERE "retiredAt" IS NULL ORDER BY id LIMIT 1`);
  return {
    open: await one("id", "state = 'in-review'"),
    published: await one("id", "state = 'published'"),
    article: String(relay?.id),
    capture: String(relay?.currentCaptureId),
    original: String(mention?.id),
    outlet: String(outlet?.id),
    entity: String(entity?.id),
    template: String(template?.id),
  };
}

const claimPage = (id: string, ...places: string[]) => places.map((place) => `/desk/claims/${id}${place}`);

const settingsPages = (...names: string[]) => names.map((name) => `/desk/settings/${name}`);

/** Pages of the desk in groups that can be looked at at once: what the one looks at changes nothing for another. */
export const groups: [who: Person | "reader", what: string, pages: (ids: Ids) => string[]][] = [
  [
    "checker",
    "the desk of a checker",
    (ids) => [
      "/desk",
      "/desk?needs=all",
      "/desk?q=nothing-is-called-this",
      "/desk?needs=all&importance=2&sort=reach",
      "/desk/claims/new",
      "/desk/claims/import",
      ...claimPage(ids.published, "", "/correction"),
    ],
  ],
  [
    "checker",
    "a claim that is worked on",
    (ids) => claimPage(ids.open, "", "/edit", "/verdict", "/verdict/sentences", "/sources", "/history"),
  ],
  [
    "second",
    "articles, captures and originals",
    (ids) => [
      "/desk/articles",
      "/desk/articles/new",
      `/desk/articles/${ids.article}`,
      `/desk/captures/${ids.capture}`,
      `/desk/captures/${ids.capture}?as=text`,
      "/desk/originals",
      `/desk/articles/new?original=${ids.original}`,
    ],
  ],
  [
    "second",
    "outlets, owners, tips, search and what was published",
    (ids) => [
      "/desk/settings/outlets",
      `/desk/settings/outlets/${ids.outlet}`,
      "/desk/settings/entities",
      `/desk/settings/entities/${ids.entity}`,
      "/desk/tips",
      "/desk/tips/ledger",
      "/desk/published",
      "/desk/figures",
      "/desk/search?q=Aurus",
      "/desk/nope",
    ],
  ],
  [
    "second",
    "tasks, news and what leans on a source",
    (ids) => [
      "/desk/tasks",
      "/desk/notifications",
      "/desk/due",
      "/desk/tasks?show=done",
      ...settingsPages("notifications"),
      `/desk/articles/${ids.article}/dependants`,
    ],
  ],
  [
    "checker",
    "what is quoted for a claim and is no web page",
    (ids) => claimPage(ids.open, "/quotes", "/evidence?kind=recording", "/evidence?kind=conversation"),
  ],
  [
    "editor",
    "signing",
    (ids) => [
      ...claimPage(ids.open, "", "/sign-off", "/sources"),
      ...claimPage(ids.published, "/retraction", "/notice", "/withholding"),
    ],
  ],
  [
    "editor",
    "what an editor says about a source, its outlet and its owner",
    (ids) => [
      `/desk/articles/${ids.article}`,
      `/desk/articles/${ids.article}/dependants`,
      `/desk/settings/outlets/${ids.outlet}`,
      "/desk/settings/entities",
      `/desk/settings/entities/${ids.entity}`,
    ],
  ],
  [
    "admin",
    "an admin's own settings, and the page of a capture",
    (ids) => [
      `/desk/captures/${ids.capture}`,
      ...settingsPages("account", "second-factor", "keys", "sessions", "tokens", "ratings", "topics"),
      "/desk/settings",
      "/sign-in/second-factor",
      "/sign-in/confirm",
      "/sign-in/confirm?error=somebody-else",
      "/sign-in/done",
    ],
  ],
  [
    "admin",
    "the newsroom's settings",
    () => settingsPages("people", "site", "desk", "gate", "watch", "shelf-life", "webhooks"),
  ],
  [
    "editor",
    "what the newsroom says of itself, and its templates",
    (ids) => [
      ...settingsPages("pages", "pages/contact", "pages/about/sign", "dossier"),
      ...settingsPages("templates", `templates/${ids.template}`),
    ],
  ],
  // Readers' pages are looked at in app/(public)/public-routes.db.test.ts, each that there is.
  ["reader", "signing in", () => ["/sign-in", "/invite/used-up"]],
];
