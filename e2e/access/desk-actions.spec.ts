import { openActions } from "@/scripts/test/open-actions";
import { expect, test } from "../api/desk-api";
import { sql } from "../sessions";
import { claimActions } from "./claim-action-rows";
import { publicActions } from "./public-action-rows";
import { deskActions as plainActions, type DeskAction } from "./desk-action-rows";
import type { Filled } from "./filled-forms";
import { everyone, fewAtATime, sessionOf, strangers, type Who } from "./people";
import { builtActions, callAction, postAction } from "./post-action";
import { sheetActions } from "./sheet-action-rows";
import { sourceActions } from "./source-action-rows";

test.describe.configure({ mode: "parallel" });

const built = builtActions();
const deskActions = { ...plainActions, ...sourceActions, ...sheetActions };

/** Strangers send the forms without scripts; of staff only the answer is of interest, so the page is not drawn again for it. */
const postAs = (who: Who) => (strangers.includes(who) ? postAction : callAction);

/** An account of this test alone for each, so that nothing another test does is taken for theirs. */
async function accountOf(who: Who, test: string): Promise<string> {
  const id = `${test}-${who}`.replace(/[^a-z]+/gi, "-").toLowerCase();
  const role = who === "admin" || strangers.includes(who) ? "admin" : who.split(",")[0];
  await sql(
    `INSERT INTO "user" (id, email, name, role, "passwordHash", "deactivatedAt")
     SELECT $1, $1 || '@demo.local', $1, $2, "passwordHash", $3 FROM "user" WHERE email = 'admin@demo.local' ON CONFLICT DO NOTHING`,
    [id, role, who === "a deactivated editor" ? new Date() : null],
  );
  return id;
}

/** The cookie of someone, in the hands of that account. */
async function cookieFor(who: Who, accountId: string): Promise<string | null> {
  const session = await sessionOf(who);
  if (!session) return null;
  await sql(`UPDATE "session" SET "userId" = $1 WHERE id = $2`, [accountId, session.id]);
  return session.cookie;
}

async function seen(accountId: string, filled: Filled): Promise<{ log: unknown; row: string }> {
  const [log] = await sql(`SELECT count(*)::int AS n FROM log_entry WHERE "actorId" = $1`, [accountId]);
  const { about } = filled;
  const rows = about
    ? await sql(`SELECT to_jsonb(t) AS t FROM "${about.table}" t WHERE id = $1`, [about.id])
    : [];
  return { log: log?.n, row: JSON.stringify(rows) };
}

async function attempt(origin: string, who: Who, name: string, action: DeskAction): Promise<void> {
  const cell = `${who}, ${name}`;
  const accountId = await accountOf(who, name.split("#")[0]!);
  const [cookie, filled] = [await cookieFor(who, accountId), await action.fill(accountId)];
  const before = await seen(accountId, filled);
  const { id, page } = built[name]!;
  const path = page.replace("[id]", filled.about?.table === "article" ? filled.about.id : "none");
  const answer = await postAs(who)(origin, { id, page }, { ...filled, cookie, path });
  const after = await seen(accountId, filled);
  await filled.putAway?.();
  if (action.does(who)) {
    expect([200, 303, 404], `${cell}: ${answer.status}`).toContain(answer.status);
    expect(`${cell} is logged: ${Number(after.log) > Number(before.log)}`).toBe(`${cell} is logged: true`);
    return;
  }
  expect(after, cell).toEqual(before);
  if (!strangers.includes(who)) {
    expect([200, 404], `${cell}: ${answer.status}`).toContain(answer.status);
    return;
  }
  expect(`${cell}: ${answer.status}`).toBe(`${cell}: 307`);
  expect(answer.location, cell).toMatch(/^\/sign-in\/held\?from=/);
  expect(answer.text.includes("Hidden words"), cell).toBe(false);
}

test("every form of the desk has a row here or among those about a claim", () => {
  const rows = [deskActions, claimActions, publicActions].flatMap((some) => Object.keys(some));
  // A form may have a row in both: for every claim, and for the claim in hand.
  expect([...new Set([...rows, ...openActions])].sort()).toEqual(Object.keys(built).sort());
});

const files = [...new Set(Object.keys(deskActions).map((name) => name.split("#")[0]!))];

for (const file of files) {
  test(`who may send the forms of ${file}, and that nobody else's change anything`, async ({ api }) => {
    test.setTimeout(120_000);
    for (const [name, action] of Object.entries(deskActions))
      if (name.startsWith(`${file}#`))
        await fewAtATime(everyone, (who) => attempt(api.origin, who, name, action));
  });
}
