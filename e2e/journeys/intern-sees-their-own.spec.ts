import { randomUUID } from "node:crypto";
import { keysReady } from "../by-keyboard";
import { expect, test } from "../fixtures";
import { password, uniqueName } from "../scenes";
import { newPerson } from "../sessions";

test("an intern finds their own claims and nobody else's, wherever they look, until one is given to them", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const admin = await as("admin");
  await admin.goto("/desk/settings/desk");
  await admin.getByLabel(/^Interns see only claims/).check();
  await admin.getByRole("button", { name: /^Save/ }).click();
  await expect(admin.getByText("Saved, and logged.").first()).toBeVisible();

  const learner = await newPerson("Learner", "checker", true);
  const page = await as("reader");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(learner.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/desk/);

  const town = uniqueName();
  const checker = await api("checker");
  const foreign = await checker.post("/claims", { text: `${town} has a quay` });
  await page.goto("/desk/claims/new");
  await page.getByRole("textbox", { name: /^What we check/ }).fill(`${town} has a tram`);
  await page.getByRole("button", { name: /^(Add|Save|Create)/ }).click();
  await page.waitForURL(/\/desk\/claims\/(?!new)/);

  const seen = { quay: 0, tram: 1 };
  const isSeen = async () => {
    for (const [what, count] of Object.entries(seen))
      await expect(page.getByRole("link", { name: `${town} has a ${what}` })).toHaveCount(count);
  };
  await page.goto(`/desk?needs=all&q=${town}`);
  await isSeen();
  await page.goto(`/desk/search?q=${town}`);
  await isSeen();
  await keysReady(page);
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Jump to" });
  await palette.getByRole("combobox").fill(town);
  await expect(palette.getByRole("option", { name: `${town} has a tram` })).toHaveCount(1);
  await expect(palette.getByRole("option", { name: `${town} has a quay` })).toHaveCount(0);
  /** Status and body, without the id that was asked for and what differs from one answer to the next of the same address. */
  const answer = async (path: string, id: string) => {
    const response = await page.request.get(path.replace("[id]", id));
    const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
    const body = (await response.text())
      .replaceAll(id, "[id]")
      .replaceAll(nonce ?? "none", "[nonce]")
      .replace(/"requestId":"[^"]*"/, "")
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "[now]")
      // The lines of a page, however they are cut and in which order they are ready.
      .replaceAll(/"\]\)<\/script><script nonce="\[nonce\]">self\.__next_f\.push\(\[1,"/g, "")
      .split(String.raw`\n`)
      .sort()
      .join("\n");
    return { path, status: response.status(), body };
  };
  const places = ["", "/edit", "/verdict", "/sources", "/history", "/quotes"];
  for (const path of [...places.map((place) => `/desk/claims/[id]${place}`), "/api/v1/claims/[id]"]) {
    const hidden = await answer(path, foreign.id);
    expect(hidden).toMatchObject({ path, status: 404, body: expect.stringContaining("o such claim") });
    // To the letter what is said of a claim that was never there.
    expect(hidden).toEqual(await answer(path, randomUUID()));
  }

  const { version } = await checker.get<{ version: number }>(`/claims/${foreign.id}`);
  const given = await checker.request.patch(`/api/v1/claims/${foreign.id}`, {
    data: { assigneeId: learner.id, version },
  });
  expect(given.status()).toBe(200);
  seen.quay = 1;
  await page.goto(`/desk?needs=all&q=${town}`);
  await isSeen();
  expect((await page.goto(`/desk/claims/${foreign.id}`))?.status()).toBe(200);
});
