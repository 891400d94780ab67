import type { Page, Route } from "@playwright/test";
import { keysReady, tabTo } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { claimWithEvidence, ferryStory, publishedClaim, uniqueName } from "../scenes";

/** What the page tries to send to the desk from now on. */
function posts(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname.startsWith("/desk"))
      sent.push(request.url());
  });
  return sent;
}

/** Holds the next thing that is sent; answers what lets it go on, or loses it. */
async function holdPost(page: Page): Promise<{ lose: () => Promise<void> }> {
  let held: Route | undefined;
  await page.route("**/desk/**", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    held = route;
  });
  return {
    lose: async () => {
      await expect.poll(() => held !== undefined).toBe(true);
      await held!.abort("internetdisconnected");
      await page.unrouteAll();
    },
  };
}

test("without a network nothing is sent and it says so; words and file stay, and go once the network is back", async ({
  as,
}) => {
  const town = uniqueName();
  const page = await as("checker");
  await page.goto("/desk/articles/new");
  await keysReady(page);
  const form = page.locator("#add-article");
  await page.getByRole("radio", { name: "I have a file" }).check();
  const buffer = Buffer.from(
    `<html><body><article><h1>${town}</h1><p>${ferryStory(town)}</p></article></body></html>`,
  );
  const file = page.getByLabel("File", { exact: true });
  await file.setInputFiles({ name: "a.html", mimeType: "text/html", buffer });
  const address = form.getByRole("textbox", { name: "Address" });
  await address.fill(`https://${town.toLowerCase()}.example/ferries`);
  const sent = posts(page);
  await page.context().setOffline(true);
  await form.getByRole("button", { name: "Add the article" }).click();
  const said = form.getByRole("alert");
  await expect(said).toContainText("You are offline. Nothing was sent. Try again once you are back.");
  await expect(said).toContainText("What you typed is still here.");
  await expect(said).not.toContainText("not certain");
  await expect(said).toBeFocused();
  expect(sent).toEqual([]);

  await page.context().setOffline(false);
  await expect(said).toContainText("You are back online. Nothing was sent yet: try again.");
  await expect(address).toHaveValue(`https://${town.toLowerCase()}.example/ferries`);
  expect(await file.evaluate((field: HTMLInputElement) => field.files?.[0]?.name)).toBe("a.html");
  await form.getByRole("button", { name: "Add the article" }).click();
  await page.waitForURL(/\/desk\/articles\/(?!new)/);
  await expect(page.getByRole("group", { name: /Text of the article/ })).toContainText(
    "seven electric ferries",
  );
});

test("while a correction is being saved it cannot be taken back, by mouse or key; once that is lost, it can", async ({
  as,
  api,
}) => {
  const { claimId } = await publishedClaim(await api("checker"), await api("second"), await api("editor"));
  const page = await as("editor");
  await page.goto(`/desk/claims/${claimId}/correction`);
  await page.getByRole("radio", { name: /^Typing error/ }).check();
  await page.getByLabel("What readers are told").fill("A letter was missing.");
  await page.getByRole("button", { name: "Open the correction" }).click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await page.goto(`/desk/claims/${claimId}/correction`);
  await keysReady(page);
  const [save, takeBack] = ["correction", "abandon-correction"].map((id) =>
    page.locator(`#${id} button[type=submit]`),
  ) as [ReturnType<Page["locator"]>, ReturnType<Page["locator"]>];
  await page.getByLabel("What readers are told").fill("Two letters were missing.");
  const sent = posts(page);
  const held = await holdPost(page);
  await save.click();
  await expect(save).toHaveText("Saving…");
  await expect(takeBack).toHaveAttribute("aria-disabled", "true");
  await expect(takeBack).toHaveText("Take the correction back");
  await takeBack.click({ force: true });
  await tabTo(page, takeBack);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  expect(sent).toHaveLength(1);

  await held.lose();
  await expect(page.locator("#correction").getByRole("alert")).toContainText(
    "Whether this was saved is not certain: open the claim in another tab and look before you send it again.",
  );
  await expect(save).toHaveText("Save kind and words");
  await takeBack.click();
  await page.waitForURL(new RegExp(`/desk/claims/${claimId}$`));
  await expect(page.getByRole("link", { name: "Open a correction" })).toBeVisible();
});

test("a form that only leads somewhere shows that it was pressed, until the page is there", async ({
  as,
}) => {
  const page = await as("checker");
  await page.goto("/desk/figures");
  await keysReady(page);
  const show = page.getByRole("form", { name: "Period" }).getByRole("button", { name: "Show" });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(
    (url) => url.pathname === "/desk/figures" && url.searchParams.has("from"),
    async (route) => {
      await held;
      await route.continue();
    },
  );
  await page.getByLabel("From the month").fill("2026-03");
  await show.click();
  await expect(show).toHaveAttribute("aria-busy", "true");
  await expect(page.getByText("Opening the page…")).toBeVisible();
  letGo();
  await page.waitForURL(/from=2026-03/);
  await expect(show).not.toHaveAttribute("aria-busy");
  await expect(page.getByText("Opening the page…")).toHaveCount(0);
});

test("on a telephone the word that there is no network stays in sight, over nothing that has the focus", async ({
  as,
  api,
}) => {
  const { claimId } = await claimWithEvidence(await api("checker"));
  const page = await as("checker", { viewport: { width: 390, height: 844 } });
  await page.goto(`/desk/claims/${claimId}/edit`);
  await keysReady(page);
  await page.context().setOffline(true);
  const banner = page.getByText("You are offline.");
  const last = page.locator("#claim-form button[type=submit]");
  await last.focus();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole("navigation", { name: "Desk" })).not.toBeInViewport();
  await expect(banner).toBeInViewport({ ratio: 1 });
  const covered: string[] = [];
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Shift+Tab");
    const under = await page.evaluate(() => {
      const [inHand, bar] = [document.activeElement!, document.querySelector(".connection")!];
      if (inHand.closest("header")) return null;
      return inHand.getBoundingClientRect().top < bar.getBoundingClientRect().bottom
        ? inHand.outerHTML
        : null;
    });
    if (under) covered.push(under.slice(0, 120));
  }
  expect(covered).toEqual([]);
});

test("on a page that an older desk served a draft says so instead of trying on, and its words are there after a reload", async ({
  as,
  api,
}) => {
  const checker = await api("checker");
  const { claimId } = await claimWithEvidence(checker);
  const page = await as("checker");
  await page.goto(`/desk/claims/${claimId}/verdict`);
  await keysReady(page);
  // As after an update: this desk knows no such action.
  await page.route("**/verdict", (route) =>
    route.request().method() === "POST"
      ? route.continue({ headers: { ...route.request().headers(), "next-action": "0".repeat(42) } })
      : route.fallback(),
  );
  const finding = page.getByRole("textbox", { name: "Finding" });
  const said = page.getByRole("alert").filter({ hasText: "The desk was renewed since this page was opened" });
  await finding.fill("Seven ferries were ordered");
  await expect(said).toBeVisible();
  const sent = posts(page);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect.poll(() => sent.length).toBe(1);
  await expect(said).toBeVisible();
  await expect(page.getByText("The desk does not answer", { exact: false })).toHaveCount(0);

  await page.unrouteAll();
  await page.reload();
  await expect(finding).toHaveValue("Seven ferries were ordered");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const { verdict } = await checker.get<{ verdict: { finding: string } }>(`/claims/${claimId}`);
  expect(verdict.finding).toBe("Seven ferries were ordered");
});
