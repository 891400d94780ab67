import { withClient } from "@/lib/database/migrate.server";
import { openClaim } from "@/lib/claims/queries";
import { editEvidence } from "@/lib/evidence/commands";
import { writeVerdict } from "@/lib/verdicts/commands";
import { db } from "@/lib/core/db.server";
import { claimId, idOf, stateOf, type Plan, type Person } from "../data/plan";
import { viewerOf } from "../desk-work";
import type { Viewer } from "@/lib/access/viewer";

const editors = 200;
const editsEach = 4;
const claimsEdited = 20;

type Edited = { perSecond: number; stale: number; lost: number };

async function hireEditors(ownerUrl: string): Promise<Person[]> {
  const hired = Array.from({ length: editors }, (_, n): Person => {
    const [id, name] = [idOf("person", 1000 + n), `Simulated ${n}`];
    return { id, name, email: `simulated${n}@bench.example`, role: "editor" };
  });
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO "user" (id, email, name, role) SELECT * FROM jsonb_to_recordset($1::jsonb) AS u(id text, email text, name text, role text)`,
      [JSON.stringify(hired)],
    ),
  );
  return hired;
}

/** No connection came free for reading the version: a command says so itself. */
function busyOrThrow(error: unknown) {
  if (!String(error).includes("timeout exceeded when trying to connect")) throw error;
  return { ok: false, error: { code: "busy", kind: "unavailable" } };
}

/** Tries one edit with the version that was read until it is taken; counts how often somebody was faster. */
async function untilTaken(
  edit: () => Promise<{ ok: boolean; error?: { code: string; kind: string } }>,
): Promise<number> {
  for (let stale = 0; ; stale += 1) {
    const result = await edit().catch(busyOrThrow);
    if (result.ok) return stale;
    if (result.error!.code !== "stale" && result.error!.code !== "busy") throw new Error(result.error!.code);
  }
}

const verdictEdit = (viewer: Viewer, id: string, words: string) => async () => {
  const { version } = (await db().verdict.findUnique({
    where: { claimId: id },
    select: { version: true },
  })) ?? { version: 0 };
  return writeVerdict(viewer, id, { finding: words, version }, new Date());
};

const evidenceEdit = (viewer: Viewer, id: string, words: string) => async () => {
  const { version } = await db().evidence.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return editEvidence(viewer, id, { shows: words, version }, new Date());
};

/**
 * Two hundred people write to the same twenty claims at once, half of them to verdicts and half to evidence, each with the
 * version they read. Every edit that was taken must have made a version of its own: what is missing was lost.
 */
export async function editTogether({ ownerUrl }: { ownerUrl: string }, plan: Plan): Promise<Edited> {
  const people = (await hireEditors(ownerUrl)).map(viewerOf);
  const open = Array.from({ length: plan.claims }, (_, n) => n).filter((n) => stateOf(n) === "researching");
  const subjects = open
    .slice(-claimsEdited)
    .map((n) => ({ claim: claimId(plan, n), evidence: idOf("evidence", n * 5) }));
  const versions = () =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT ((SELECT coalesce(sum(version), 0) FROM verdict WHERE "claimId" = ANY($1)) + (SELECT sum(version) FROM evidence WHERE id = ANY($2)))::int AS n`,
        [subjects.map(({ claim }) => claim), subjects.map(({ evidence }) => evidence)],
      );
      return rows[0]!.n;
    });
  await openClaim(subjects[0]!.claim, new Date());
  const before = await versions();
  const began = performance.now();
  let [taken, stale] = [0, 0];
  await Promise.all(
    people.map(async (viewer, at) => {
      for (let n = 0; n < editsEach; n += 1) {
        const { claim, evidence } = subjects[(at + n * 7) % claimsEdited]!;
        const words = `Edit ${n} of ${viewer.name}.`;
        stale += await untilTaken(
          at % 2 === 0 ? verdictEdit(viewer, claim, words) : evidenceEdit(viewer, evidence, words),
        );
        taken += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: taken / seconds, stale, lost: taken - ((await versions()) - before) };
}
