import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { expect, test } from "../fixtures";
import { claimWithEvidence, password, readyClaim } from "../scenes";
import { openSessionOf, sql, type Person } from "../sessions";

const typed = 'Words written before\nthe "session" ended & <kept>';

/** Opens the claim's edit page as someone and writes there; their session is then ended. */
async function writeUntilItEnds(page: Page, claimId: string, person: Person): Promise<void> {
  const { id, cookie } = await openSessionOf(person);
  await page.context().addCookies([cookie]);
  await page.goto(`/desk/claims/${claimId}/edit`);
  await page.locator("textarea[name=why]").fill(typed);
  await page.locator("input[name=place]").fill("Selby");
  await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [id]);
  await page.getByRole("button", { name: "Save the claim" }).click();
}

async function signInInAnotherTab(page: Page, person: Person): Promise<void> {
  await page.context().addCookies([(await openSessionOf(person)).cookie]);
}

/** What is stored; browsers end the lines of a form with both characters. */
async function claimRow(claimId: string) {
  const [row] = await sql(`SELECT why, place, version FROM claim WHERE id = $1`, [claimId]);
  const why = row?.why;
  return {
    place: row?.place,
    version: row?.version,
    why: typeof why === "string" ? why.replaceAll("\r\n", "\n") : why,
  };
}

test("without scripts a form whose session ended comes back whole, and is sent after signing in", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const before = await claimRow(claimId);
  const page = await as("reader", { javaScriptEnabled: false });
  await writeUntilItEnds(page, claimId, "checker");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your session has ended");
  await expect(page.getByLabel("Why we check it")).toHaveValue(typed);
  expect(await claimRow(claimId)).toEqual(before);

  // Still outside: it stays whole.
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByLabel("Why we check it")).toHaveValue(typed);
  expect(await claimRow(claimId)).toEqual(before);

  await signInInAnotherTab(page, "checker");
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await claimRow(claimId)).toMatchObject({
    why: typed,
    place: "Selby",
    version: Number(before.version) + 1,
  });
});

test("what somebody else wrote is not done for whoever signs in next: they see the form and send it", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const before = await claimRow(claimId);
  const page = await as("reader", { javaScriptEnabled: false });
  await writeUntilItEnds(page, claimId, "checker");
  await signInInAnotherTab(page, "second");
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("alert").first()).toContainText("This was written before you signed in as");
  expect(await claimRow(claimId)).toEqual(before);
  await expect(page.locator("textarea[name=why]")).toHaveValue(typed);
  await page.getByRole("button", { name: "Save the claim" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await claimRow(claimId)).toMatchObject({ why: typed });
});

test("a password is never written into the page that holds a form; it is asked for once more", async ({
  as,
  api,
}) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const page = await as("reader", { javaScriptEnabled: false });
  const { id, cookie } = await openSessionOf("otherEditor");
  await page.context().addCookies([cookie]);
  await page.goto(`/desk/claims/${claimId}/sign-off`);
  for (const box of await page.getByLabel(/Publish although/).all()) await box.check();
  for (const reason of await page.getByLabel("Reason, which readers see").all())
    await reason.fill("Made for a test.");
  await page.getByLabel(/Your password/).fill(password);
  await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [id]);
  await page.getByRole("button", { name: "Publish version 1 as Confirmed" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your session has ended");
  expect(await page.content()).not.toContain(password);
  await signInInAnotherTab(page, "otherEditor");
  await page.getByLabel("Your password once more").fill(password);
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.waitForURL(/\/verdicts\//);
});

test("with scripts the form stays where it is and is sent after signing in", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("reader");
  await writeUntilItEnds(page, claimId, "checker");
  const alert = page.locator("form [role=alert]");
  await expect(alert).toContainText("Your session has ended.");
  await expect(alert.getByRole("link", { name: "Sign in in another tab" })).toHaveAttribute(
    "target",
    "_blank",
  );
  await expect(page.locator("textarea[name=why]")).toHaveValue(typed);
  await signInInAnotherTab(page, "checker");
  await page.getByRole("button", { name: "Save the claim" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  expect(await claimRow(claimId)).toMatchObject({ why: typed, place: "Selby" });
});

test("the page that holds a form is kept by nobody, framed by nobody, and made for our own forms only", async ({
  request,
  baseURL,
}) => {
  const multipart = { text: "some words", password: "a secret phrase" };
  const ours = await request.post("/sign-in/held?from=/desk/claims/new", {
    multipart,
    headers: { origin: baseURL! },
  });
  expect(ours.status()).toBe(401);
  expect(ours.headers()["cache-control"]).toBe("no-store");
  expect(ours.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(ours.headers()["content-security-policy"]).toContain("script-src 'none'");
  const html = await ours.text();
  expect(html).toContain('action="/desk/claims/new"');
  expect(html).not.toContain("a secret phrase");
  const elsewhere = await request.post("/sign-in/held?from=https://elsewhere.example/", {
    multipart,
    headers: { origin: baseURL! },
  });
  expect(await elsewhere.text()).toContain('action="/desk"');
  for (const headers of [{ origin: "https://elsewhere.example" }, {}] as Record<string, string>[]) {
    const refused = await request.post("/sign-in/held?from=/desk", { multipart, headers });
    expect(refused.status()).toBe(403);
    expect(await refused.text()).not.toContain("some words");
  }
});

test("the page that holds a form can be used by all", async ({ as, api }) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("reader", { javaScriptEnabled: false });
  await writeUntilItEnds(page, claimId, "checker");
  const looking = await as("reader");
  await looking.setContent(await page.content());
  expect(await axeFaults(looking)).toEqual([]);
});
