import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test, type DeskApi } from "../api/desk-api";
import { sql } from "../sessions";
import { claimIn, states, type State } from "./claim-in";
import { preparedNotice, sheetOf, templateToEdit } from "./desk-things";
import { allCookies, everyone, fewAtATime, staff, strangers, type Who } from "./people";

test.describe.configure({ mode: "parallel" });

const folder = "app/(desk)";

/** Every page of the desk, as its folder says: a new one without a row below fails. */
const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === "page.tsx")
  .map(({ parentPath }) => `/${relative(folder, parentPath)}`)
  .sort();

type Page = {
  /** Whether this person sees it; whoever does not is told that it is not there. */
  sees: (who: Who, state: State) => boolean;
  /** Whether the claim's words are on it. */
  shows?: boolean;
};

const isStaff = (who: Who) => staff.includes(who);
const inPublic: readonly State[] = ["published", "in-correction"];
const isEditor = (who: Who) => who.startsWith("editor");
const all: Page = { sees: isStaff };
const forAdmin: Page = { sees: (who) => who === "admin" };
const forEditorsAndAdmin: Page = { sees: (who) => isEditor(who) || who === "admin" };
const ofClaim: Page = { sees: isStaff, shows: true };

const pages: Record<string, Page> = {
  "/desk": all,
  "/desk/[...rest]": { sees: () => false },
  "/desk/articles": all,
  "/desk/articles/[id]": all,
  "/desk/articles/[id]/dependants": all,
  "/desk/articles/new": all,
  "/desk/captures/[id]": all,
  "/desk/claims/[id]": ofClaim,
  "/desk/claims/[id]/correction": {
    ...ofClaim,
    sees: (who, state) => isStaff(who) && inPublic.includes(state),
  },
  "/desk/claims/[id]/edit": ofClaim,
  "/desk/claims/[id]/evidence": ofClaim,
  "/desk/claims/[id]/history": ofClaim,
  "/desk/claims/[id]/notice": { ...ofClaim, sees: (who, state) => isEditor(who) && inPublic.includes(state) },
  "/desk/claims/[id]/quotes": ofClaim,
  "/desk/claims/[id]/retraction": {
    ...ofClaim,
    sees: (who, state) => isEditor(who) && inPublic.includes(state),
  },
  "/desk/claims/[id]/withholding": {
    ...ofClaim,
    sees: (who, state) => forEditorsAndAdmin.sees(who, state) && [...inPublic, "retracted"].includes(state),
  },
  // What readers will see is in a frame of its own there; who does not sign is told who does.
  "/desk/claims/[id]/sign-off": all,
  "/desk/claims/[id]/sources": ofClaim,
  "/desk/claims/[id]/verdict": ofClaim,
  "/desk/claims/[id]/verdict/sentences": ofClaim,
  "/desk/claims/import": all,
  // Of whoever gave the sheet, and nobody else.
  "/desk/claims/import/[id]": { sees: (who) => who === "checker, author" },
  "/desk/claims/new": all,
  "/desk/due": all,
  "/desk/figures": all,
  "/desk/notices/[id]": all,
  "/desk/notifications": all,
  "/desk/originals": all,
  "/desk/published": all,
  "/desk/search": all,
  "/desk/settings": all,
  "/desk/settings/account": all,
  "/desk/settings/desk": forAdmin,
  "/desk/settings/dossier": forEditorsAndAdmin,
  "/desk/settings/entities": all,
  "/desk/settings/entities/[id]": all,
  "/desk/settings/gate": forAdmin,
  "/desk/settings/keys": all,
  "/desk/settings/notifications": all,
  "/desk/settings/outlets": all,
  "/desk/settings/outlets/[id]": all,
  "/desk/settings/pages": forEditorsAndAdmin,
  "/desk/settings/pages/[page]": forEditorsAndAdmin,
  "/desk/settings/pages/[page]/sign": forEditorsAndAdmin,
  "/desk/settings/people": forAdmin,
  "/desk/settings/ratings": all,
  "/desk/settings/second-factor": all,
  "/desk/settings/sessions": all,
  "/desk/settings/site": forAdmin,
  "/desk/settings/templates": all,
  "/desk/settings/templates/[id]": all,
  "/desk/settings/tokens": all,
  "/desk/settings/shelf-life": forAdmin,
  "/desk/settings/topics": all,
  "/desk/settings/watch": forAdmin,
  "/desk/settings/webhooks": forAdmin,
  "/desk/tasks": all,
  "/desk/tips": all,
  "/desk/tips/ledger": all,
};

test("every page of the desk has a row", () => {
  expect(Object.keys(pages).sort()).toEqual(found);
});

type Cookies = Record<Who, string | null>;

/** One cell: what this person gets at this address, and that a refusal tells nothing. */
async function look(api: DeskApi, cookies: Cookies, who: Who, state: State, page: Page, path: string) {
  const cookie = cookies[who];
  const response = await fetch(api.origin + path, { redirect: "manual", headers: cookie ? { cookie } : {} });
  const text = await response.text();
  const cell = `${who}, ${state}, ${path}`;
  if (strangers.includes(who)) {
    expect(`${cell}: ${response.status}`).toBe(`${cell}: 307`);
    expect(response.headers.get("location"), cell).toMatch(/^\/sign-in\?from=/);
    expect(text, cell).not.toContain("Hidden words");
    return;
  }
  const isSeen = page.sees(who, state);
  expect(`${cell}: ${response.status}`).toBe(`${cell}: ${isSeen ? 200 : 404}`);
  expect(response.headers.get("cache-control"), cell).toContain("no-store");
  if (isSeen && page.shows) expect(text, cell).toContain("Hidden words");
  if (!isSeen) expect(text, cell).not.toContain("Hidden words");
}

for (const state of states) {
  test(`a claim that is ${state}: who sees which of its pages`, async ({ api }) => {
    const [claim, cookies] = [await claimIn(api, state), await allCookies()];
    const cells = Object.entries(pages)
      .filter(([path]) => path.startsWith("/desk/claims/[id]"))
      .flatMap(([path, page]) =>
        everyone.map((who) => ({ path: path.replace("[id]", claim.id), page, who })),
      );
    await fewAtATime(cells, ({ path, page, who }) => look(api, cookies, who, state, page, path));
  });
}

/** An outlet of the demo, or an organisation, which the demo has none of. */
async function anyId(table: "entity" | "outlet"): Promise<string> {
  const [row] = await sql(
    table === "outlet"
      ? `SELECT id FROM outlet WHERE "sameAsId" IS NULL ORDER BY "createdAt", id LIMIT 1`
      : `INSERT INTO entity (id, name, kind) VALUES (gen_random_uuid(), 'Selby Holding', 'organisation') RETURNING id`,
  );
  return String(row?.id);
}

test("who sees which of the other pages", async ({ api }) => {
  const [claim, cookies] = [await claimIn(api, "in-review"), await allCookies()];
  const [article] = await sql(
    `SELECT e."articleId" AS id, q."captureId" FROM evidence e JOIN quote q ON q.id = e."quoteId" WHERE e."claimId" = $1`,
    [claim.id],
  );
  const [author] = await sql(`SELECT id FROM "user" WHERE email = 'checker1@demo.local'`);
  const addresses: Record<string, string> = {
    "/desk/articles/[id]": join("/desk/articles", String(article?.id)),
    "/desk/articles/[id]/dependants": join("/desk/articles", String(article?.id), "dependants"),
    "/desk/claims/import/[id]": join("/desk/claims/import", await sheetOf(String(author?.id))),
    "/desk/captures/[id]": join("/desk/captures", String(article?.captureId)),
    "/desk/notices/[id]": join("/desk/notices", await preparedNotice(String(article?.id))),
    "/desk/settings/entities/[id]": join("/desk/settings/entities", await anyId("entity")),
    "/desk/settings/outlets/[id]": join("/desk/settings/outlets", await anyId("outlet")),
    "/desk/settings/templates/[id]": join("/desk/settings/templates", await templateToEdit()),
    "/desk/settings/pages/[page]": "/desk/settings/pages/about",
    "/desk/settings/pages/[page]/sign": "/desk/settings/pages/about/sign",
    "/desk/[...rest]": "/desk/nothing/is/here",
    "/desk/search": "/desk/search?q=Hidden",
  };
  const cells = Object.entries(pages)
    .filter(([path]) => !path.startsWith("/desk/claims/[id]"))
    .flatMap(([path, page]) => everyone.map((who) => ({ path: addresses[path] ?? path, page, who })));
  await fewAtATime(cells, ({ path, page, who }) => look(api, cookies, who, "in-review", page, path));
});

test("the preview and what is served beside the desk is for staff too", async ({ api }) => {
  const [claim, cookies] = [await claimIn(api, "ready"), await allCookies()];
  for (const who of everyone) {
    const cookie = cookies[who];
    const response = await fetch(`${api.origin}/preview/claims/${claim.id}`, {
      redirect: "manual",
      headers: cookie ? { cookie } : {},
    });
    const text = await response.text();
    if (!strangers.includes(who)) continue;
    expect([401, 404], `${who}: ${response.status}`).toContain(response.status);
    expect(text, who).not.toContain("Hidden words");
  }
});

test("what readers will see of a retraction or a notice is for who may sign it, where something is published", async ({
  api,
}) => {
  const cookies = await allCookies();
  const acts = ["retraction", "notice"];
  for (const state of ["ready", "published", "in-correction", "retracted"] as const) {
    const { id } = await claimIn(api, state);
    const cells = everyone.flatMap((who) => acts.map((act) => ({ who, act })));
    await fewAtATime(cells, async ({ who, act }) => {
      const cookie = cookies[who];
      const response = await fetch(`${api.origin}/preview/claims/${id}/${act}`, {
        redirect: "manual",
        headers: cookie ? { cookie } : {},
      });
      const text = await response.text();
      const isShown = isEditor(who) && inPublic.includes(state);
      const refused = strangers.includes(who) ? 401 : 404;
      const cell = `${who}, ${state}, ${act}`;
      expect(`${cell}: ${response.status}`).toBe(`${cell}: ${isShown ? 200 : refused}`);
      expect(text.includes("Hidden words"), cell).toBe(isShown);
      expect(response.headers.get("cache-control"), cell).toContain("no-store");
    });
  }
});

test("drafts of the newsroom's pages and its application dossier are for editors and admins", async ({
  api,
}) => {
  const cookies = await allCookies();
  for (const path of ["pages/about", "dossier", "dossier/dossier.zip"])
    await fewAtATime(everyone, async (who) => {
      const cookie = cookies[who];
      const response = await fetch(`${api.origin}/preview/${path}`, {
        redirect: "manual",
        headers: cookie ? { cookie } : {},
      });
      const mayRead = isEditor(who) || who === "admin";
      const refused = strangers.includes(who) ? 401 : path === "pages/about" ? 404 : 403;
      expect(`${who}, ${path}: ${response.status}`).toBe(`${who}, ${path}: ${mayRead ? 200 : refused}`);
      expect(response.headers.get("cache-control"), `${who}, ${path}`).toContain("no-store");
    });
});

/** What the desk's own pages ask and note by themselves. */
function liveCalls(claimId: string): { path: string; body?: unknown }[] {
  const tabId = "matrix00001";
  return [
    { path: "/live/stream" },
    { path: `/live/claims/${claimId}` },
    { path: "/live/news" },
    { path: "/live/here", body: { claimId, tabId, isLeaving: false, newsTo: null } },
    { path: "/live/lock", body: { subject: { kind: "verdict", id: claimId }, tabId, act: "hold" } },
    { path: "/live/looked", body: { claimId, entryId: null, snapshot: "1:1:" } },
  ];
}

test("what happens on the desk is told to staff alone, never stored, and nothing is noted from another site", async ({
  api,
}) => {
  const [claim, cookies] = [await claimIn(api, "in-review"), await allCookies()];
  for (const who of everyone) {
    for (const { path, body } of liveCalls(claim.id)) {
      const cookie = cookies[who];
      const send = (origin: string) =>
        fetch(api.origin + path, {
          method: body ? "POST" : "GET",
          signal: AbortSignal.timeout(20_000),
          headers: { origin, "content-type": "application/json", ...(cookie ? { cookie } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
      const response = await send(api.origin);
      const cell = `${who}, ${path}`;
      expect(`${cell}: ${response.status}`).toBe(`${cell}: ${isStaff(who) ? 200 : 401}`);
      expect(response.headers.get("cache-control"), cell).toContain("no-store");
      await response.body?.cancel();
      if (!body) continue;
      const foreign = await send("https://elsewhere.example");
      expect(`${cell}, from elsewhere: ${foreign.status}`).toBe(`${cell}, from elsewhere: 403`);
    }
  }
});

test("a page for a frame that names nothing is not there, whatever its address holds", async ({ api }) => {
  const cookie = (await allCookies())["checker, author"]!;
  for (const path of [
    "claims/%00",
    "claims/nope/retraction",
    "pages/%00",
    "pages/nope",
    "captures/%00",
    "captures/nope",
    "captures/nope?quote=%00",
    "captures/nope/pages/1",
    "captures/nope/pages/%00",
  ]) {
    const response = await fetch(`${api.origin}/preview/${path}`, { headers: { cookie } });
    expect(`${path}: ${response.status}`).toBe(`${path}: 404`);
  }
});
