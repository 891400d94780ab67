import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { hashSecret } from "@/lib/accounts/secrets.server";
import { demoIds, groups } from "./desk-pages";
import { expect, test } from "./fixtures";
import { hiddenAt400Percent, lookAtPage, lostInForcedColours } from "./look-at";
import { ferryStory, publishedClaim, readyClaim } from "./scenes";
import { openSessionOf, people, sql } from "./sessions";

/**
 * Looked at where they are brought about: below, a notice that waits and a code that is owed; in its journey, a sheet on its
 * way.
 */
const elsewhere = ["/desk/notices/[id]", "/sign-in/code", "/desk/claims/import/[id]"];

test("every page for people who have an account, or are to have one, is looked at", () => {
  const id = "[id]";
  const ids = {
    open: id,
    published: id,
    article: id,
    capture: id,
    original: id,
    outlet: id,
    entity: id,
    template: id,
  };
  const looked = groups.flatMap(([, , pages]) =>
    pages(ids).map((path) =>
      path
        .replace(/\?.*$/, "")
        .replace(/(settings\/pages)\/\w+/, "$1/[page]")
        .replace("/desk/nope", "/desk/[...rest]")
        .replace("/invite/used-up", "/invite/[secret]"),
    ),
  );
  const found = ["app/(desk)", "app/(auth)"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === "page.tsx")
      .map(({ parentPath }) => `/${relative(folder, parentPath)}`),
  );
  expect(found.filter((page) => ![...looked, ...elsewhere].includes(page))).toEqual([]);
});

test.describe.configure({ mode: "parallel" });

for (const [who, what, pages] of groups) {
  test(`axe finds nothing on ${what}, unfolded, light and dark; forced colours and 400% hide nothing`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const page = await as(who);
    const faults: string[] = [];
    for (const path of pages(await demoIds())) faults.push(...(await lookAtPage(page, path)));
    expect(faults).toEqual([]);
  });
}

test("who comes by an open invitation, and who owes a code, finds a page that all can read and use", async ({
  as,
}) => {
  const secret = randomUUID();
  await sql(
    `INSERT INTO invitation (id, "secretHash", purpose, email, name, role, "createdById", "expiresAt")
     SELECT $1, $2, 'invite', $3, 'Iryna Kovalenko', 'editor', id, now() + interval '1 hour' FROM "user" WHERE email = $4`,
    [randomUUID(), hashSecret(secret), `${secret}@newsroom.example`, people.admin],
  );
  const page = await as("reader");
  expect(await lookAtPage(page, `/invite/${secret}`)).toEqual([]);
  await expect(page.getByRole("button", { name: "Make my account" })).toBeVisible();

  const { id, cookie } = await openSessionOf("second");
  await sql(`UPDATE "session" SET "codeDueUntil" = now() + interval '1 hour' WHERE id = $1`, [id]);
  await page.context().addCookies([cookie]);
  expect(await lookAtPage(page, "/sign-in/code")).toEqual([]);
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
});

test("where there is room for one pane of a claim, each is readable and usable by all", async ({ as }) => {
  const page = await as("checker", { viewport: { width: 390, height: 844 } });
  const { open } = await demoIds();
  for (const pane of ["Queue", "Article", "Claim"]) {
    const faults = await lookAtPage(page, `/desk/claims/${open}?pane=${pane.toLowerCase()}`);
    expect(faults).toEqual([]);
    for (const other of ["Queue", "Article", "Claim"])
      await expect(page.getByRole("region", { name: other, exact: true })).toBeVisible({
        visible: other === pane,
      });
  }
});

test("what a source's silent change brings is readable and usable by all", async ({ as, api }) => {
  test.setTimeout(120_000);
  const scene = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  const changed = ferryStory(scene.town).replace("$42 million", "$43 million");
  await (await api("checker")).post(`/articles/${scene.articleId}/captures`, { text: changed });
  const [draft] = await sql(`SELECT id FROM prepared_notice WHERE "claimId" = $1`, [scene.claimId]);
  const page = await as("editor");
  const faults: string[] = [];
  for (const path of [
    `/desk/notices/${String(draft?.id)}`,
    "/desk/tasks",
    "/desk/notifications",
    `/desk/articles/${scene.articleId}`,
    `/desk/articles/${scene.articleId}/dependants`,
    `/desk/claims/${scene.claimId}`,
  ])
    faults.push(...(await lookAtPage(page, path)));
  expect(faults).toEqual([]);
});

test("the page where an editor signs is readable and usable by all", async ({ as, api }) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("editor");
  expect(await lookAtPage(page, `/desk/claims/${claimId}/sign-off`)).toEqual([]);
  expect(await lookAtPage(page, `/desk/claims/${claimId}`)).toEqual([]);

  // The row that keys move to.
  const forced = await as("editor", { forcedColors: "active" });
  await forced.goto("/desk?needs=all");
  await forced.locator("a[data-row]").first().focus();
  await expect(forced.locator("a[data-row]").first()).toHaveCSS("outline-style", "solid");

  // A verdict, as readers have it: it runs no scripts, so what is looked at is what it is.
  const [verdict] = await sql(
    `SELECT p.slug FROM publication p JOIN claim c ON c.id = p."claimId" WHERE c.state = 'published' ORDER BY p."publishedAt" LIMIT 1`,
  );
  const reader = await as("reader");
  await reader.goto(`/verdicts/${String(verdict?.slug)}`);
  expect([...(await lostInForcedColours(reader)), ...(await hiddenAt400Percent(reader))]).toEqual([]);

  // On paper, from a dark desk.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.locator("#gate")).toBeVisible();
  // What is folded on the screen.
  await expect(page.getByText("Why we check it")).toBeVisible();
});
