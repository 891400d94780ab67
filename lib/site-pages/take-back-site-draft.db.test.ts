import { beforeAll, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { saveDraft } from "./commands/save-draft";
import { signSitePage } from "./commands/sign-page";
import { pageFacts } from "./page-facts.server";
import type { SitePageName } from "./pages";
import { pageState } from "./state";

const database = useTestDatabase();

let admin: Viewer, other: Viewer, editor: Viewer;
beforeAll(async () => {
  admin = await database.makeViewer("admin", "Ada Admin");
  other = await database.makeViewer("admin", "Olga Other");
  editor = await database.makeViewer("editor", "Ed Editor");
});

const facts = (page: SitePageName) => pageFacts(db(), page);
async function write(viewer: Viewer, page: SitePageName, text: string, forSignature = false) {
  const draft = (await facts(page)).draft?.number ?? 0;
  return done(saveDraft(viewer, { page, text, signatoryOf: ["ifcn"], forSignature, draft }, new Date()));
}
const sign = async (page: SitePageName) =>
  done(signSitePage(editor, { page, draft: (await facts(page)).draft!.number }, new Date()));
const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
  takeBack(viewer, { entryId: entryId! }, new Date());
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };

describe("taking back that a page of the newsroom was saved", () => {
  it("saves the draft from before it, once, and is not offered of a first draft", async () => {
    const first = await write(other, "contact", "Write to us.");
    expect(first.entryId).toBeNull();
    const second = await write(admin, "contact", "Call us.", true);
    for (let twice = 0; twice < 2; twice += 1) await done(undo(admin, second));
    const { draft } = await facts("contact");
    expect(draft).toMatchObject({
      number: 3,
      content: { text: "Write to us.", signatoryOf: ["ifcn"] },
      forSignature: false,
      by: "Ada Admin",
    });
  });

  it("goes back to what is signed, and asks for no second signature of it", async () => {
    await write(admin, "about", "Two people.", true);
    await sign("about");
    await done(undo(admin, await write(admin, "about", "Three people.")));
    const { draft, signed } = await facts("about");
    expect(draft).toMatchObject({ number: 3, content: { text: "Two people." }, forSignature: false });
    expect(pageState({ draft, signed })).toBe("published");
  });

  it("is refused once somebody saved or signed it, and for somebody else", async () => {
    await write(other, "people", "Ada.");
    const mine = await write(admin, "people", "Ada and Olga.", true);
    expect(await refused(undo(other, mine))).toMatchObject({ kind: "not_found" });
    await sign("people");
    expect(await refused(undo(admin, mine))).toMatchObject(stale);
    const next = await write(admin, "people", "Ada, Olga and Ed.");
    await write(other, "people", "Everybody.");
    expect(await refused(undo(admin, next))).toMatchObject(stale);
    expect((await facts("people")).draft).toMatchObject({ number: 4, content: { text: "Everybody." } });
  });
});
