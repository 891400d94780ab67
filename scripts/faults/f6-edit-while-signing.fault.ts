import { expect, it } from "vitest";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import type { Result } from "../../lib/core/result";
import { removeEvidence } from "../../lib/evidence/commands";
import { makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { isLong, newHistory, timeLeftMs } from "./history";
import { whenNotBusy } from "./when-not-busy";

const database = useTestDatabase();
const desk = makeDesk(database);
const rounds = isLong ? 1_000 : 24;
/** This many claims at a time, each with its own edit and its own signer's moment. */
const lanes = 4;
const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

it(`F6: what is published is what was signed, whatever is edited meanwhile, ${rounds} interleavings`, async () => {
  const history = newHistory("F6");
  const editor = await database.makeViewer("editor", "Editor");
  let [begun, published] = [0, 0];
  const cross = async (round: number) => {
    history.pace((begun += 1), rounds);
    const { claimId, evidenceId, author, hash } = await whenNotBusy(() => desk.ready());
    const edits = [
      () => writeVerdict(author, claimId, { finding: `They do, ${round}.`, version: 1 }, new Date()),
      () => editClaim(author, claimId, { place: "Selby", version: 0 }, new Date()),
      () => removeEvidence(author, evidenceId, new Date()),
    ];
    const sign = () => signOffVerdict(editor, claimId, { revisionHash: hash }, new Date());
    const operation = history.invoke(editor.id, `sign-off of ${claimId} beside edit ${round % 3}`);
    // From well before to well after: the two cross in every order.
    const [signed, edited] = await Promise.all([
      pause(round % 7).then(() => whenNotBusy(sign)),
      pause((round * 3) % 11).then(() => whenNotBusy<Result<unknown>>(edits[round % 3]!)),
    ]);
    history.end(operation, signed.ok ? "ok" : "fail", signed.ok ? signed.value : signed.error.code);
    const rows = await database.sql<{ revisionHash: string }>(
      `SELECT "revisionHash" FROM publication WHERE "claimId" = $1`,
      [claimId],
    );
    expect(rows).toEqual(signed.ok ? [{ revisionHash: hash }] : []);
    expect(signed.ok !== edited.ok).toBe(true);
    if (!signed.ok) expect(signed.error.code).toBe("stale");
    if (!edited.ok) expect(edited.error.code).toBe("open-a-correction");
    if (signed.ok) published += 1;
  };
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let round = lane; round < rounds && timeLeftMs() > 0; round += lanes) await cross(round);
    }),
  );
  history.figures({ rounds: begun, published, refusedAsStale: begun - published });
});
