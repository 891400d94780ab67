import { beforeAll } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { publishScheduled } from "../../lib/jobs/publish-scheduled";
import { scheduleSignOff } from "../../lib/schedules/commands/schedule-sign-off";
import { done, type makeDesk } from "./desk-scene";
import type { TestDatabase } from "./test-database";

/** A time so many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** When what is scheduled here is to be published, and a second after it. */
export const later = inHours(8);
export const atTime = new Date(later.getTime() + 1_000);

/** Editors who sign claims for later, and what became of them. */
export function scheduleScene(database: TestDatabase, desk: ReturnType<typeof makeDesk>) {
  const editors: Viewer[] = [];
  beforeAll(async () => {
    const names = ["Edda", "Egil", "Elin", "Emre"];
    editors.push(...(await Promise.all(names.map((name) => database.makeViewer("editor", name)))));
  });
  const schedule = (viewer: Viewer, claimId: string, revisionHash: string, publishAt = later) =>
    scheduleSignOff(viewer, claimId, { revisionHash, publishAt: publishAt.toISOString() }, new Date());
  const rowOf = async (claimId: string) =>
    (
      await database.sql(`SELECT * FROM schedule WHERE "claimId" = $1 ORDER BY "signedAt" DESC`, [claimId])
    )[0]!;
  const published = (claimId: string) =>
    database.sql<{ recordText: string; publishedAt: Date; slug: string; revisionHash: string }>(
      `SELECT "recordText", "publishedAt", slug, "revisionHash" FROM publication WHERE "claimId" = $1`,
      [claimId],
    );
  return {
    editors,
    schedule,
    rowOf,
    published,
    /** Who was told, by id. */
    toldOf: async (claimId: string) => {
      const rows = await database.sql<{ userId: string }>(
        `SELECT "userId" FROM notification WHERE "claimId" = $1 AND kind = 'schedule'`,
        [claimId],
      );
      return rows.map(({ userId }) => userId);
    },
    /** A claim that an editor signed for later. */
    scheduled: async (signer = editors[0]!) => {
      const scene = await desk.ready();
      await done(schedule(signer, scene.claimId, scene.hash));
      return { ...scene, scheduleId: String((await rowOf(scene.claimId)).id) };
    },
    /** What it came to once it was settled at its time. */
    settledAtItsTime: async (scheduleId: string, claimId: string) => {
      const { outcome } = await publishScheduled({ scheduleId }, atTime);
      return { outcome, code: (await rowOf(claimId)).endCode, rows: await published(claimId) };
    },
  };
}
