import { beforeAll, describe, expect, test } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../../lib/access/viewer";
import { withholdVersion } from "../../lib/publications/commands/withhold-version";
import { ask } from "./reader-test";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

let admin: Viewer;
beforeAll(async () => {
  admin = await database.makeViewer("admin", "Admin");
});

describe("withholding a version", () => {
  const input = { version: 1, reasonClass: "safety" as const };

  test("takes an editor and an admin with one reason class; who asked alone, or twice, changes nothing", async () => {
    const one = await desk.published("Two new ferries sail from Selby at dawn");
    const other = await database.makeViewer("editor", "Other Editor");
    const act = (viewer: Viewer, reasonClass: "safety" | "court-order" = "safety") =>
      done(withholdVersion(viewer, one.claimId, { version: 1, reasonClass }, now()));
    for (const viewer of [one.editor, one.editor, other])
      expect(await act(viewer)).toMatchObject({ state: "waiting" });
    expect(await act(admin, "court-order")).toMatchObject({ state: "waiting" });
    expect((await ask(`/verdicts/${one.slug}`)).status).toBe(200);
    expect(await act(admin)).toEqual({ slug: one.slug, version: 1, state: "withheld" });
    const [row] = await database.sql<{ reason: string }>(
      `SELECT "reasonClass" AS reason FROM withholding WHERE slug = $1 AND "confirmedAt" IS NOT NULL`,
      [one.slug],
    );
    expect(row).toEqual({ reason: "safety" });
    expect(await refused(withholdVersion(other, one.claimId, input, now()))).toMatchObject({
      kind: "conflict",
      code: "already-withheld",
    });
    const events = await database.sql<{ event: string; actorRole: string }>(
      `SELECT event, "actorRole" FROM log_entry WHERE "claimId" = $1 AND event LIKE 'version.%' ORDER BY id`,
      [one.claimId],
    );
    expect(events).toEqual([
      { event: "version.withholding-asked", actorRole: "editor" },
      { event: "version.withholding-asked", actorRole: "admin" },
      { event: "version.withheld", actorRole: "admin" },
    ]);
  });

  test("refuses a version that there is not, and a browser without a fresh proof of who is at it", async () => {
    const one = await desk.published("Two new ferries sail from Selby at dusk");
    const none = { ...input, version: 9 };
    expect(await refused(withholdVersion(admin, one.claimId, none, now()))).toMatchObject({
      kind: "not_found",
    });
    const via = { kind: "session" as const, sessionId: "s", stepUpAt: null, proof: "password" as const };
    expect(await refused(withholdVersion({ ...admin, via }, one.claimId, input, now()))).toMatchObject({
      code: "step-up-needed",
    });
  });
});
