import "server-only";
import type { Viewer } from "../access/viewer";
import { demoAccounts, demoPassword } from "../accounts/demo-accounts";
import { hashPassword } from "../accounts/secrets.server";
import { addDocument } from "../articles/commands/add-article";
import { addAttribution } from "../attributions/commands/decide-attribution";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { saveDraft } from "../site-pages/commands/save-draft";
import { signSitePage } from "../site-pages/commands/sign-page";
import { shell } from "../words/en/shell";
import { addTemplate } from "../templates/commands";
import { demoArticles, type DemoArticle } from "./articles";
import { must } from "./must";
import { openDemoClaims } from "./open-claims";
import { publishedDemoClaims } from "./published-claims";
import { demoPages } from "./site-pages";
import { demoTemplates } from "./templates";
import { playClaim, type Desk } from "./play-claim.server";

async function makeAccounts(): Promise<Map<string, Viewer>> {
  const passwordHash = await hashPassword(demoPassword);
  const people = new Map<string, Viewer>();
  for (const { email, name, role } of demoAccounts) {
    const row = await db().user.upsert({
      where: { email },
      update: {},
      create: { id: newId(), email, name, role, passwordHash },
    });
    people.set(email, {
      id: row.id,
      name,
      email,
      role,
      sees: "everything",
      // Nobody is at a browser while the demo is filled in, however long that takes.
      via: { kind: "session", sessionId: "demo", stepUpAt: new Date(Date.now() + 86_400_000) },
      scopes: ["read", "write", "sign"],
    });
  }
  return people;
}

const inOrder: DemoArticle[] = ["report", "sales", "photo", "relay", "rewrite"];

async function addArticles(checker: Viewer): Promise<Record<DemoArticle, string>> {
  const ids = {} as Record<DemoArticle, string>;
  for (const key of inOrder) {
    const { text, ...rest } = demoArticles[key];
    const { url, ...given } = "url" in rest ? rest : { ...rest, url: null };
    const bytes = Buffer.from(text, "utf8");
    const document = { bytes, method: "pasted" as const, kind: "text" as const, url };
    ids[key] = must(await addDocument(checker, document, given, new Date())).articleId;
  }
  const link = async (from: DemoArticle, input: Parameters<typeof addAttribution>[2]) =>
    must(await addAttribution(checker, ids[from], input, new Date()));
  await link("relay", { type: "cites", to: { articleId: ids.report } });
  await link("sales", { type: "own-reporting" });
  await link("photo", { type: "own-reporting" });
  return ids;
}

/** The pages that the demo newsroom has written about itself: an admin wrote them, an editor signed each. */
async function signPages(admin: Viewer, editor: Viewer): Promise<void> {
  for (const { page, text } of demoPages) {
    const written = { page, text, signatoryOf: [], forSignature: true, draft: 0 };
    const { draft } = must(await saveDraft(admin, written, new Date()));
    must(await signSitePage(editor, { page, draft }, new Date()));
  }
}

/**
 * Plays the Aurus case through the same commands that people use: nothing here writes a claim, a review or a
 * publication past the rules. Does nothing when the demo is there already.
 */
export async function seedDemoDesk(): Promise<void> {
  if (await db().setting.findUnique({ where: { key: "demo" } })) return;
  await db().setting.upsert({
    where: { key: "site" },
    update: {},
    create: {
      key: "site",
      value: {
        name: "The Example Desk",
        language: "en",
        label: shell.demonstration,
      },
    },
  });
  const people = await makeAccounts();
  const person = (email: string) =>
    people.get(email) ??
    (() => {
      throw new Error(`no demo account ${email}`);
    })();
  const desk: Desk = {
    one: person("checker1@demo.local"),
    two: person("checker2@demo.local"),
    editor: person("editor1@demo.local"),
    articles: await addArticles(person("checker1@demo.local")),
  };
  for (const claim of [...openDemoClaims, ...publishedDemoClaims]) await playClaim(desk, claim);
  for (const template of demoTemplates)
    must(await addTemplate(person("editor1@demo.local"), template, new Date()));
  await signPages(person("admin@demo.local"), person("editor1@demo.local"));
  await db().setting.create({ data: { key: "demo", value: true } });
}
