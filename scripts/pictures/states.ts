import type { Page, Request } from "playwright";

/** What is done to a page before its picture is taken; `null` when the page has nothing for it. */
type Prepare = (page: Page) => Promise<boolean>;

/** What stands in the fields of a form that is sent, so that its picture shows whether it is still there. */
const marker = "Still here";
const markerFile = { name: "still-here.txt", mimeType: "text/plain", buffer: Buffer.from(`${marker}.\n`) };

/**
 * Finds the form in sight, or folded there, that asks for most, and a search only where nothing else asks; signing out is
 * not what a page is about. It is emptied of words, or has the marker in every field.
 */
async function mainForm(page: Page, isMarked: boolean): Promise<string | null> {
  const form = await page.evaluate(() => {
    const forms = [...document.querySelectorAll<HTMLFormElement>("main form")];
    const asks = (form: HTMLFormElement) =>
      form.querySelectorAll("textarea, input:not([type=hidden]), select").length;
    const isSearch = (form: HTMLFormElement) => Number(form.role === "search");
    const unfold = (form: HTMLFormElement) => {
      const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      const around = folded.filter((details) => details.contains(form));
      for (const details of around) details.open = true;
      return around;
    };
    // In a narrow window a form may be in a pane that is not shown.
    const most = forms
      .filter((form) => asks(form) > 0)
      .sort((a, b) => isSearch(a) - isSearch(b) || asks(b) - asks(a))
      .find((form) => {
        const around = unfold(form);
        const buttons = [...form.querySelectorAll("button[type=submit]")];
        if (buttons.some((button) => button.checkVisibility())) return true;
        for (const details of around) details.open = false;
        return false;
      });
    if (!most) return null;
    most.noValidate = true;
    most.dataset.pictured = "yes";
    return "form[data-pictured]";
  });
  if (!form) return null;
  await page.evaluate(fillForm, { form, marker: isMarked ? marker : "" });
  if (isMarked)
    for (const field of await page.locator(`${form} input[type=file]`).all())
      await field.setInputFiles(markerFile);
  return form;
}

/** Runs in the page: writes the marker into each field of a form as a person would; an empty one takes words away. */
function fillForm({ form, marker }: { form: string; marker: string }): void {
  const ofType: Record<string, string> = {
    text: marker,
    search: marker,
    password: marker,
    email: "still-here@example.org",
    url: "https://still-here.example/",
    number: "7",
    month: "2026-03",
    date: "2026-03-07",
    "datetime-local": "2026-03-07T07:07",
  };
  const words = marker === "" ? ["text"] : Object.keys(ofType);
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    `${form} :is(textarea, input)`,
  )) {
    const isArea = field instanceof HTMLTextAreaElement;
    if (!isArea && !words.includes(field.type)) continue;
    const value = isArea || marker === "" ? marker : ofType[field.type];
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const unfold: Prepare = (page) =>
  page.evaluate(() => {
    const folded = document.querySelectorAll<HTMLDetailsElement>("main details:not([open])");
    for (const one of folded) one.open = true;
    return folded.length > 0;
  });

/** Presses what sends the form; nothing may come of it, so nobody waits for a page that follows. */
const press = (page: Page, form: string) =>
  page
    .locator(`${form} button[type=submit]:visible`)
    .last()
    .click({ force: true, noWaitAfter: true, timeout: 5_000 });

const refuse: Prepare = async (page) => {
  const form = await mainForm(page, false);
  if (!form) return false;
  await press(page, form);
  return page
    .locator("main [role=alert]")
    .first()
    .waitFor({ timeout: 6_000 })
    .then(() => true)
    .catch(() => false);
};

/** What a press asks for: a form's action, or the page that the router goes to, but not what is fetched ahead. */
function isAskedFor(request: Request): boolean {
  const { rsc, "next-router-prefetch": ahead } = request.headers();
  return request.method() === "POST" || (rsc === "1" && !ahead);
}

/** Leaves unanswered what a press asks for; a page that waits for one of the browser's own takes no picture: it asks for none. */
async function holdAnswers(page: Page): Promise<void> {
  await page.route("**", (route) => (isAskedFor(route.request()) ? undefined : route.continue()));
  await page.evaluate(() => window.addEventListener("submit", (event) => event.preventDefault()));
}

/** The form is sent and nothing answers: what the desk shows meanwhile, and what it shows when the network is gone. */
const send =
  (isOffline: boolean): Prepare =>
  async (page) => {
    // A page without scripts stays as it is: that its form is on its way, or is not, the browser says by itself.
    if (await page.evaluate(() => document.scripts.length === 0)) return false;
    const form = await mainForm(page, true);
    if (!form) return false;
    if (isOffline) await page.context().setOffline(true);
    else await holdAnswers(page);
    await press(page, form);
    await page.waitForTimeout(1_000);
    // Where no banner holds it back, a form that only leads somewhere shows the browser's own page.
    return !page.url().startsWith("chrome-error:");
  };

/** In which states a page is looked at. "full" is the page as it comes, "unfolded" with all that it keeps folded. */
export const states = {
  full: async () => true,
  unfolded: unfold,
  refused: refuse,
  pending: send(false),
  offline: send(true),
  broken: async () => true,
} satisfies Record<string, Prepare>;

export type StateName = keyof typeof states;

type Run = (text: string) => Promise<unknown>;

/** Tables without which nearly every page breaks while the frame of the desk, which counts tips and news, stands. */
const tables = ["article", "evidence", "revision", "outlet", "template", "import_batch", "publication"];

/** Takes from the application what it may read, for as long as `work` lasts: every page that needs it breaks. */
export async function withBrokenDatabase(
  asOwner: Run,
  role: string,
  work: () => Promise<void>,
): Promise<void> {
  for (const table of tables) await asOwner(`REVOKE SELECT ON ${table} FROM ${role}`);
  try {
    await work();
  } finally {
    for (const table of tables) await asOwner(`GRANT SELECT ON ${table} TO ${role}`);
  }
}
