// First: see there.
import { withinRequest } from "../test/within-request";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { signOff as postSignOff } from "../../app/(desk)/desk/claims/verdict-actions";
import { POST as callSignOff } from "../../app/api/v1/claims/[id]/sign-off/route";
import type { Viewer } from "../../lib/access/viewer";
import { hashPassword } from "../../lib/accounts/secrets.server";
import { sessionCookie, sessionCookieValue } from "../../lib/accounts/session-cookie.server";
import { createToken } from "../../lib/accounts/tokens.server";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import { logger } from "../../lib/core/log-problem.server";
import { removeEvidence } from "../../lib/evidence/commands";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done, makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { newHistory } from "./history";

const database = useTestDatabase();
const desk = makeDesk(database);
type Scene = Awaited<ReturnType<typeof desk.inReview>>;

/** What the editor does to the claim before it is called ready; the revision is theirs too from then on. */
const writings: [who: string, write: (editor: Viewer, scene: Scene) => Promise<unknown>][] = [
  [
    "who wrote a field of the claim",
    (editor, { claimId }) => done(editClaim(editor, claimId, { place: "Selby", version: 0 }, new Date())),
  ],
  ["who added evidence", (editor, { claimId }) => desk.addQuote(editor, claimId)],
  [
    "who removed evidence",
    async (editor, { claimId, author }) => {
      const { evidenceId } = await desk.addQuote(author, claimId);
      await done(removeEvidence(editor, evidenceId, new Date()));
    },
  ],
  [
    "who wrote part of the finding",
    (editor, { claimId }) =>
      done(writeVerdict(editor, claimId, { notEstablished: "Since when.", version: 1 }, new Date())),
  ],
  [
    "who wrote the reconciliation",
    (editor, { claimId }) =>
      done(writeVerdict(editor, claimId, { reconciliation: "One read more.", version: 1 }, new Date())),
  ],
];

const sign = (editor: Viewer, claimId: string, revisionHash: string) =>
  signOffVerdict(editor, claimId, { revisionHash }, new Date());
const published = async (claimId: string) =>
  Number((await database.sql(`SELECT count(*) AS n FROM publication WHERE "claimId" = $1`, [claimId]))[0]!.n);

async function makeReady({ claimId, author, reviewer, other }: Scene): Promise<string> {
  for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
  await desk.event(author, claimId, "ready");
  return desk.revisionHash(claimId);
}

it.each(writings)("F7: %s does not sign it, by command or by SQL; somebody else does", async (who, write) => {
  const history = newHistory("F7");
  const scene = await desk.inReview();
  const editor = await database.makeViewer("editor", "Author Editor");
  await write(editor, scene);
  const hash = await makeReady(scene);
  const operation = history.invoke(editor.id, who);
  const result = await sign(editor, scene.claimId, hash);
  history.end(operation, result.ok ? "ok" : "fail", result.ok ? null : result.error.code);
  expect(result).toMatchObject({ ok: false, error: { code: "four-eyes" } });
  await expect(insertSignOff(scene.claimId, hash, editor.id)).rejects.toThrow("four-eyes");
  expect(await published(scene.claimId)).toBe(0);
  const outsider = await database.makeViewer("editor", "Outsider");
  expect(await sign(outsider, scene.claimId, hash)).toMatchObject({ ok: true });
});

/** By SQL alone, over a revision that was kept first: nothing else stands in the way. */
const insertSignOff = async (claimId: string, hash: string, editorId: string) => {
  await database.sql(
    `INSERT INTO revision ("claimId", number, hash) SELECT $1, coalesce(max(number), 0) + 1, $2 FROM revision WHERE "claimId" = $1`,
    [claimId, hash],
  );
  await database.sql(
    `INSERT INTO sign_off (id, "claimId", "revisionHash", "editorId", action) VALUES (gen_random_uuid()::text, $1, $2, $3, 'publish')`,
    [claimId, hash, editorId],
  );
};

it("F7: the author of words that remain in a corrected version does not sign it", async () => {
  const scene = await desk.inReview();
  const editor = await database.makeViewer("editor", "First Author");
  await desk.addQuote(editor, scene.claimId);
  const first = await database.makeViewer("editor", "First Signer");
  await done(sign(first, scene.claimId, await makeReady(scene)));
  await done(openCorrection(first, scene.claimId, { class: "update", reason: "More." }, new Date()));
  await done(
    writeVerdict(scene.author, scene.claimId, { notEstablished: "Since when.", version: 1 }, new Date()),
  );
  await desk.event(scene.author, scene.claimId, "ready");
  const hash = await desk.revisionHash(scene.claimId);
  expect(await sign(editor, scene.claimId, hash)).toMatchObject({ ok: false, error: { code: "four-eyes" } });
  expect(await published(scene.claimId)).toBe(1);
});

it("F7: neither a deactivated editor, nor one who became a checker meanwhile, nor a checker signs, even with the old session", async () => {
  const changes: [sql: string, code: string][] = [
    [`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, "deactivated"],
    [`UPDATE "user" SET role = 'checker' WHERE id = $1`, "role changed"],
  ];
  for (const [sql, what] of changes) {
    const { claimId, hash } = await desk.ready();
    // The viewer is what the request began with; what holds is what the database says when it signs.
    const editor = await database.makeViewer("editor", "Editor");
    await database.sqlOwner(sql, [editor.id]);
    const result = await sign(editor, claimId, hash).catch((error: Error) => error);
    expect(result instanceof Error || !result.ok, what).toBe(true);
    await expect(insertSignOff(claimId, hash, editor.id), what).rejects.toThrow("four-eyes");
    expect(await published(claimId), what).toBe(0);
  }
});

describe("F7: whoever is refused at the door is written down", () => {
  const host = "localhost:3000";
  const here = { host, origin: `http://${host}` };
  const password = "eleven copper kettles";

  type Ask = (editor: Viewer, claimId: string, hash: string) => Promise<string | undefined>;

  const call = async (claimId: string, revisionHash: string, given: Record<string, string>) => {
    const headers = { ...here, "content-type": "application/json", ...given };
    const init = { method: "POST", headers, body: JSON.stringify({ revisionHash }) };
    const request = new NextRequest(`${here.origin}/api/v1/claims/${claimId}/sign-off`, init);
    const answer = await callSignOff(request, { params: Promise.resolve({ id: claimId }) });
    return ((await answer.json()) as { code?: string }).code;
  };
  const cookieOf = async ({ via }: Viewer) =>
    `${sessionCookie().name}=${await sessionCookieValue((via as { sessionId: string }).sessionId)}`;

  const byToken: Ask = async (editor, claimId, hash) => {
    const expiresAt = new Date(Date.now() + 60_000);
    const scopes = ["read", "write", "sign"] as const;
    const { token } = await createToken({ userId: editor.id, name: "F7", scopes: [...scopes], expiresAt });
    return call(claimId, hash, { authorization: `Bearer ${token}` });
  };
  const byCookie: Ask = async (editor, claimId, hash) =>
    call(claimId, hash, { cookie: await cookieOf(editor) });
  /** The form of the desk's page, posted straight at its action. */
  const byForm: Ask = async (editor, claimId, hash) => {
    await database.sqlOwner(`UPDATE "user" SET "passwordHash" = $2 WHERE id = $1`, [
      editor.id,
      await hashPassword(password),
    ]);
    const form = new FormData();
    for (const [name, value] of Object.entries({ claimId, revisionHash: hash, password }))
      form.set(name, value);
    const headers = new Headers({ ...here, cookie: await cookieOf(editor) });
    const state = await withinRequest(headers, () => postSignOff(null, form));
    return state?.issues?.[0]?.code ?? state?.message;
  };

  const ended = `UPDATE session SET "revokedAt" = now() WHERE "userId" = $1`;
  const left = `UPDATE session SET "stepUpAt" = now() - interval '11 minutes' WHERE "userId" = $1`;
  const gone = `UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`;
  const demoted = `UPDATE "user" SET role = 'checker' WHERE id = $1`;
  const doors: [who: string, change: string | null, ask: Ask, code: string, isKnown: boolean][] = [
    ["an author by token", null, byToken, "four-eyes", true],
    ["an author by the session in a browser", null, byCookie, "four-eyes", true],
    ["an author by a form posted at the action", null, byForm, "four-eyes", true],
    ["an editor who became a checker, by token", demoted, byToken, "role", true],
    ["an editor who became a checker, by form", demoted, byForm, "role", true],
    ["a deactivated editor by token", gone, byToken, "sign-in", false],
    ["a deactivated editor by the old session", gone, byCookie, "sign-in", false],
    ["an editor whose session was ended", ended, byCookie, "sign-in", false],
    ["an editor whose session was ended, by form", ended, byForm, "sign-in", false],
    ["whoever sits at a screen that was left open", left, byCookie, "step-up-needed", true],
  ];

  // One claim that is ready, of which each author wrote a piece; whoever is refused leaves it as it is.
  let [claimId, hash] = ["", ""];
  const authors: Viewer[] = [];
  beforeAll(async () => {
    const scene = await desk.inReview();
    for (const [who, change] of doors) {
      if (change !== null) continue;
      authors.push(await database.makeViewer("editor", who));
      await desk.addQuote(authors.at(-1)!, scene.claimId);
    }
    [claimId, hash] = [scene.claimId, await makeReady(scene)];
  });

  it.each(doors)("%s", async (_who, change, ask, code, isKnown) => {
    const editor = change === null ? authors.shift()! : await database.makeViewer("editor", "Refused Editor");
    if (change) await database.sqlOwner(change, [editor.id]);
    const warn = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
    const answered = await ask(editor, claimId, hash);
    const lines = warn.mock.calls.filter(([, message]) => message === "refused").map(([line]) => line);
    warn.mockRestore();
    if (ask !== byForm) expect(answered).toBe(code);
    expect(lines).toEqual([
      expect.objectContaining({ account: isKnown ? editor.id : null, action: "verdict.sign", code }),
    ]);
    expect(JSON.stringify(lines)).toContain(claimId);
    expect(await published(claimId)).toBe(0);
  });
});
