import { expect, it } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { editClaim } from "../../lib/claims/commands/edit-claim";
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
