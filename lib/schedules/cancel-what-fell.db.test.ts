import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { scheduleScene } from "../../scripts/test/schedule-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { changeRole, deactivatePerson } from "../accounts/commands/manage-people";
import { revokeToken } from "../accounts/commands/own-account";
import { password, signedIn } from "../accounts/fixtures/people.server";
import { db } from "../core/db.server";
import { planScheduled } from "../jobs/publish-scheduled";
import { listNews } from "../notifications/queries";
import { saveDesk, saveGate, saveSite } from "../settings/commands";
import { loadSettingsToEdit } from "../settings/queries";
import { renameTopic } from "../topics/commands";
import { cancelWhatFell } from "./cancel-what-fell.server";
import { cancelledByAct, cancelledScheduleOf, waitingAnywhere, waitingBySigner } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const { editors, rowOf, schedule, scheduled, toldOf } = scheduleScene(database, desk);

const claimsOf = ({ claims }: { claims: { claimId: string }[] }) => claims.map(({ claimId }) => claimId);

async function askForLegalReads(legalRead: "off" | "always") {
  const now = new Date();
  const admin = await signedIn("admin", now);
  const { versions, gate } = await loadSettingsToEdit();
  const asked = { ...gate, legalRead, legalReadTopics: [] };
  await done(saveGate(admin, { ...asked, version: versions.gate, password }, now));
  return { admin, now };
}

describe("what waits for its time and does not hold with what an admin changed", () => {
  it("is cancelled with the gate, in the admin's name, who hears which; signer and other editors are told", async () => {
    const { claimId } = await scheduled();
    expect(claimsOf(await waitingAnywhere(editors[1]!))).toEqual([claimId]);
    const { admin, now } = await askForLegalReads("always");
    try {
      expect(await rowOf(claimId)).toMatchObject({ endCode: "gate", endedById: admin.id });
      expect(claimsOf(await cancelledByAct(admin, now))).toEqual([claimId]);
      expect(await toldOf(claimId)).toEqual(
        expect.arrayContaining([admin.id, editors[0]!.id, editors[3]!.id]),
      );
      const { items } = await listNews(editors[3]!);
      expect(items.find(({ claim }) => claim?.id === claimId)?.text).toContain(
        `After ${admin.name} changed something, what an editor needs before signing was found not to hold.`,
      );
      expect(await cancelledScheduleOf(claimId, true)).toMatchObject({ endedBy: { id: admin.id } });
    } finally {
      await askForLegalReads("off");
    }
  });

  it("is cancelled with the newsroom's name, and not with what nothing of it prints", async () => {
    const { claimId } = await scheduled();
    const now = new Date();
    const admin = await signedIn("admin", now);
    const { versions, site, desk: settings } = await loadSettingsToEdit();
    const own = { ...settings, internsSeeOwn: !settings.internsSeeOwn, version: versions.desk };
    await done(saveDesk(admin, own, now));
    expect((await rowOf(claimId)).state).toBe("waiting");
    await done(saveSite(admin, { ...site, name: "The Other Desk", version: versions.site }, now));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "settings", endedById: admin.id });
  });

  it("is cancelled with its signer's role or account, and what others signed is not", async () => {
    const [leaving, moving] = await Promise.all(
      ["Leaving", "Moving"].map((name) => database.makeViewer("editor", name)),
    );
    const [first, second, other] = [await scheduled(leaving), await scheduled(moving), await scheduled()];
    const waiting = await waitingBySigner(editors[1]!);
    expect([leaving!, moving!, editors[0]!].map(({ id }) => claimsOf(waiting.get(id)!))).toEqual(
      [first, second, other].map(({ claimId }) => [claimId]),
    );
    const now = new Date();
    const admin = await signedIn("admin", now);
    await done(deactivatePerson(admin, { accountId: leaving!.id, password }, now));
    expect(claimsOf(await cancelledByAct(admin, now))).toEqual([first.claimId]);
    const next = new Date(now.getTime() + 5);
    await done(changeRole(admin, { accountId: moving!.id, role: "checker", password }, next));
    expect(claimsOf(await cancelledByAct(admin, next))).toEqual([second.claimId]);
    for (const { claimId } of [first, second]) {
      expect(await rowOf(claimId)).toMatchObject({ endCode: "signer", endedById: admin.id });
      // Whoever signed it is gone: those who can sign it now are told.
      expect(await toldOf(claimId)).toContain(editors[3]!.id);
      expect((await db().claim.findUniqueOrThrow({ where: { id: claimId } })).state).toBe("ready");
    }
    await planScheduled(new Date(Date.now() + 120_000));
    expect((await rowOf(other.claimId)).state).toBe("waiting");
  });

  it("is cancelled in nobody's name where the right to sign was gone before", async () => {
    const { signer, claimId } = await withoutRight();
    const now = new Date();
    const admin = await signedIn("admin", now);
    const { versions, desk: settings } = await loadSettingsToEdit();
    const own = { ...settings, internsSeeOwn: !settings.internsSeeOwn, version: versions.desk };
    await done(saveDesk(admin, own, now));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "signer", endedById: null });
    expect(claimsOf(await cancelledByAct(admin, now))).toEqual([]);
    expect(await toldOf(claimId)).toContain(signer.id);
  });

  it("is left to the plan once it took too long, so that what was changed is saved", async () => {
    const { signer, claimId } = await withoutRight();
    await db().$transaction((tx) => cancelWhatFell(tx, editors[1]!, new Date(), { withinMs: 0 }));
    expect((await rowOf(claimId)).state).toBe("waiting");
    await planScheduled(new Date(Date.now() + 120_000));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "signer", endedById: null });
    expect(await toldOf(claimId)).toContain(signer.id);
  });

  it("is cancelled with a topic that is renamed, by whoever renames it, once", async () => {
    const { claimId, hash } = await desk.ready(undefined, ["Tides"]);
    await done(schedule(editors[0]!, claimId, hash));
    const now = new Date();
    const admin = await signedIn("admin", now);
    const { versions } = await loadSettingsToEdit();
    await done(renameTopic(admin, { name: "Tides", to: "Sea level", version: versions.topics }, now));
    expect(await rowOf(claimId)).toMatchObject({ endCode: "changed", endedById: admin.id });
    expect(claimsOf(await cancelledByAct(admin, now))).toEqual([claimId]);
  });
});

/** What an editor signed for later who lost the right to sign since, without anything that cancels it. */
async function withoutRight() {
  const signer = await database.makeViewer("editor", "Gone Before");
  const { claimId } = await scheduled(signer);
  await database.sql(`UPDATE "user" SET role = 'checker' WHERE id = $1`, [signer.id]);
  return { signer, claimId };
}

it("whoever revokes the token by which they signed for later cancels that at once, and hears so", async () => {
  const tokenId = "token-that-signs";
  const signer = await database.makeViewer("editor", "By Token");
  await database.sql(
    `INSERT INTO token (id, "userId", name, hash, scopes, "expiresAt") VALUES ($1, $2, 't', $1, '{sign}', now() + interval '1 hour')`,
    [tokenId, signer.id],
  );
  const byToken = await scheduled({ ...signer, via: { kind: "token", tokenId } });
  const byHand = await scheduled(signer);
  await done(revokeToken(signer, { tokenId }, new Date()));
  expect(await rowOf(byToken.claimId)).toMatchObject({ endCode: "signer", endedById: signer.id });
  expect((await rowOf(byHand.claimId)).state).toBe("waiting");
  const newsOf = async (viewer: typeof signer) =>
    (await listNews(viewer)).items.find(({ claim }) => claim?.id === byToken.claimId)?.text;
  expect(await newsOf(signer)).toContain("You ended the right to sign by which it was signed.");
  expect(await newsOf(editors[3]!)).toContain("By Token ended the right to sign by which it was signed.");
});
