import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test, type DeskApi } from "../api/desk-api";
import { sql } from "../sessions";
import { claimIn, states, type State } from "./claim-in";
import { preparedNotice } from "./desk-things";
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
  "/desk/claims/[id]/history": ofClaim,
  "/desk/claims/[id]/notice": { ...ofClaim, sees: (who, state) => isEditor(who) && inPublic.includes(state) },
  "/desk/claims/[id]/retraction": {
    ...ofClaim,
    sees: (who, state) => isEditor(who) && inPublic.includes(state),
  },
  // What readers will see is in a frame of its own there.
  "/desk/claims/[id]/sign-off": { sees: isEditor },
  "/desk/claims/[id]/sources": ofClaim,
  "/desk/claims/[id]/verdict": ofClaim,
  "/desk/claims/new": all,
  "/desk/notices/[id]": all,
  "/desk/originals": all,
  "/desk/published": all,
  "/desk/search": all,
  "/desk/settings": all,
  "/desk/settings/account": all,
  "/desk/settings/entities": all,
  "/desk/settings/entities/[id]": all,
  "/desk/settings/gate": forAdmin,
  "/desk/settings/keys": all,
  "/desk/settings/outlets": all,
  "/desk/settings/outlets/[id]": all,
  "/desk/settings/people": forAdmin,
  "/desk/settings/ratings": all,
  "/desk/settings/sessions": all,
  "/desk/settings/site": forAdmin,
  "/desk/settings/tokens": all,
  "/desk/settings/watch": forAdmin,
  "/desk/settings/webhooks": forAdmin,
  "/desk/tasks": all,
  "/desk/tips": all,
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
  const addresses: Record<string, string> = {
    "/desk/articles/[id]": join("/desk/articles", String(article?.id)),
    "/desk/articles/[id]/dependants": join("/desk/articles", String(article?.id), "dependants"),
    "/desk/captures/[id]": join("/desk/captures", String(article?.captureId)),
    "/desk/notices/[id]": join("/desk/notices", await preparedNotice(String(article?.id))),
    "/desk/settings/entities/[id]": join("/desk/settings/entities", await anyId("entity")),
    "/desk/settings/outlets/[id]": join("/desk/settings/outlets", await anyId("outlet")),
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

test("a page for a frame that names nothing is not there, whatever its address holds", async ({ api }) => {
  const cookie = (await allCookies())["checker, author"]!;
  for (const path of ["claims/%00", "captures/%00", "captures/nope", "captures/nope?quote=%00"]) {
    const response = await fetch(`${api.origin}/preview/${path}`, { headers: { cookie } });
    expect(`${path}: ${response.status}`).toBe(`${path}: 404`);
  }
});
