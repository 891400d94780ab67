import { expect, it } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { isLong, newHistory, timeLeftMs } from "./history";
import { whenNotBusy } from "./when-not-busy";

const database = useTestDatabase();
const desk = makeDesk(database);
const rounds = isLong ? 200 : 4;

it(`F5: of 100 sign-offs at once by 20 editors one wins, ${rounds} rounds`, async () => {
  const history = newHistory("F5");
  const editors: Viewer[] = [];
  for (let n = 0; n < 20; n += 1) editors.push(await database.makeViewer("editor", `Editor ${n}`));
  let [slowestMs, busy] = [0, 0];
  let round = 0;
  for (; round < rounds && timeLeftMs() > 0; round += 1) {
    history.pace(round, rounds);
    const { claimId, hash } = await whenNotBusy(() => desk.ready());
    const began = Date.now();
    const results = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const editor = editors[n % editors.length]!;
        const operation = history.invoke(editor.id, `sign-off of ${claimId}`);
        let result = await signOffVerdict(editor, claimId, { revisionHash: hash }, new Date());
        // Who is told that nothing has begun tries again, as the answer says.
        while (!result.ok && result.error.code === "busy") {
          busy += 1;
          result = await signOffVerdict(editor, claimId, { revisionHash: hash }, new Date());
        }
        history.end(operation, result.ok ? "ok" : "fail", result.ok ? result.value : result.error.code);
        return { editor, result };
      }),
    );
    slowestMs = Math.max(slowestMs, Date.now() - began);
    const winners = results.filter(({ result }) => result.ok);
    expect(winners).toHaveLength(1);
    for (const { result } of results)
      if (!result.ok)
        expect(result.error).toMatchObject({
          code: "already-signed",
          extra: { winner: { id: winners[0]!.editor.id, version: 1 } },
        });
    const [made] = await database.sql(
      `SELECT (SELECT count(*)::int FROM publication WHERE "claimId" = $1) AS publications,
         (SELECT count(*)::int FROM sign_off WHERE "claimId" = $1) AS "signOffs",
         (SELECT count(*)::int FROM log_entry WHERE "claimId" = $1 AND event = 'verdict.signed-off') AS entries`,
      [claimId],
    );
    expect(made).toEqual({ publications: 1, signOffs: 1, entries: 1 });
  }
  history.figures({ rounds: round, signOffs: round * 100, winners: round, slowestRoundMs: slowestMs, busy });
});
