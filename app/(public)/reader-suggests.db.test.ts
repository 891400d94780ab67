import { describe, expect, test } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask, postTip, siteUrl } from "./reader-test";

const database = useTestDatabase();

describe("suggesting what to check", () => {
  const here = { origin: siteUrl, host: "localhost:3000", "x-forwarded-for": "192.0.2.8" };
  const fields = {
    what: "Is it <i>true</i> that seven ferries ran?",
    contact: "me@example.org",
    "nothing-here": "",
  };
  const tips = () =>
    database.sql<{ text: string; url: string | null; contact: string | null }>(
      `SELECT text, url, contact FROM tip WHERE text LIKE 'Is it %' ORDER BY "createdAt", id`,
    );

  test("keeps the words as the tip, and thanks on a page that search engines leave out", async () => {
    const sent = await postTip({ ...fields, where: "https://news.example/a" }, here);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/tip?sent=1"]);
    const inUkrainian = await postTip({ what: "Is it on air?", where: "Radio, 3 May" }, here, "/uk");
    expect(inUkrainian.headers.get("location")).toBe("/uk/tip?sent=1");
    expect(await tips()).toEqual([
      { text: fields.what, url: "https://news.example/a", contact: "me@example.org" },
      { text: "Is it on air?\n\nWhere it was seen: Radio, 3 May", url: null, contact: null },
    ]);
    const thanks = await (await ask("/tip?sent=1")).text();
    expect(thanks).toContain("Thank you: we have your suggestion");
    expect(thanks).toContain('content="noindex"');
    expect(await (await ask("/tip")).text()).not.toContain('content="noindex"');
  });

  test("says in words what is wrong, keeps what was typed, and nothing of machines and other sites", async () => {
    const empty = await postTip({ ...fields, what: " ", where: "My <b>street</b>" }, here);
    const html = await empty.text();
    expect(empty.status).toBe(400);
    expect(html).toContain('id="what-problem">Write something here.');
    expect(html).toContain('value="My &lt;b&gt;street&lt;/b&gt;"');
    const elsewhere = await postTip(fields, { ...here, origin: "https://evil.example" });
    expect(elsewhere.status).toBe(403);
    expect(await elsewhere.text()).toContain("Is it &lt;i&gt;true&lt;/i&gt;");
    const asked = await postTip({ ...fields, "nothing-here": "x" }, here, "/uk");
    expect([asked.status, (await asked.text()).includes("Це написано мною: надіслати")]).toEqual([422, true]);
    expect(await tips()).toHaveLength(2);
  });

  test("counts with reports and the API what one client sends", async () => {
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await postTip(fields, here)).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  });
});
