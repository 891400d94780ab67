import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { scheduleScene } from "../../scripts/test/schedule-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { changeOwnName, renamePerson } from "../accounts/commands/name-people";
import { password, signedIn } from "../accounts/fixtures/people.server";
import { openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { claimHistory } from "../log/claim-history.server";
import { listNews } from "../notifications/queries";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import type { PublicationRecord } from "../publications/record";
import { namesGoWords } from "./cancels-words";
import { cancelledByAct, cancelledScheduleOf, waitingByName } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const { editors, rowOf, scheduled, toldOf, published, settledAtItsTime } = scheduleScene(database, desk);

describe("what waits for its time", () => {
  it("is cancelled when its signer or a reviewer of it gets another name, in the name of whoever did that; nothing else is", async () => {
    const [marrying, other] = await Promise.all(
      ["Ann Berg", "Other Editor"].map((name) => database.makeViewer("editor", name)),
    );
    const [signed, reviewed, untouched] = [
      await scheduled(marrying),
      await scheduled(),
      await scheduled(other),
    ];
    const waiting = await waitingByName(editors[1]!);
    const claimsOf = (id: string) => waiting.get(id)?.claims.map(({ claimId }) => claimId);
    expect(claimsOf(marrying!.id)).toEqual([signed.claimId]);
    expect(claimsOf(reviewed.reviewer.id)).toEqual([reviewed.claimId]);
    expect(claimsOf(reviewed.author.id)).toBeUndefined();
    expect(namesGoWords(waiting, "UTC").get(marrying!.id)).toMatch(
      /^What would print this name .* cancels the scheduled publication of “Two new ferries/,
    );

    const now = new Date();
    await done(changeOwnName(marrying!, { name: "Ann Lund" }, now));
    expect(await rowOf(signed.claimId)).toMatchObject({ endCode: "renamed", endedById: marrying!.id });
    expect((await cancelledByAct(marrying!, now)).claims.map(({ claimId }) => claimId)).toEqual([
      signed.claimId,
    ]);
    const admin = await signedIn("admin", now);
    const input = { accountId: reviewed.reviewer.id, name: "Reviewer Lund", password };
    await done(renamePerson(admin, input, new Date(now.getTime() + 5)));
    expect(await rowOf(reviewed.claimId)).toMatchObject({ endCode: "renamed", endedById: admin.id });
    expect(await toldOf(reviewed.claimId)).toEqual(expect.arrayContaining([admin.id, editors[0]!.id]));
    const { items } = await listNews(editors[0]!);
    expect(items.find(({ claim }) => claim?.id === reviewed.claimId)?.text).toContain(
      `${admin.name} changed a name that would be printed.`,
    );
    expect(await cancelledScheduleOf(reviewed.claimId, true)).toMatchObject({ code: "renamed" });
    expect((await rowOf(untouched.claimId)).state).toBe("waiting");
    for (const { claimId } of [signed, reviewed])
      expect((await db().claim.findUniqueOrThrow({ where: { id: claimId } })).state).toBe("ready");
  });

  it("is not published under a name that changed past the commands, of its signer or of a reviewer", async () => {
    const signer = await database.makeViewer("editor", "Signed As This");
    const [one, two] = [await scheduled(signer), await scheduled()];
    for (const id of [signer.id, two.reviewer.id])
      await database.sqlOwner(`UPDATE "user" SET name = 'Someone Else' WHERE id = $1`, [id]);
    expect(await settledAtItsTime(one.scheduleId, one.claimId)).toEqual({
      outcome: "cancelled",
      code: "renamed",
      rows: [],
    });
    expect(await settledAtItsTime(two.scheduleId, two.claimId)).toMatchObject({
      outcome: "cancelled",
      code: "changed",
      rows: [],
    });
  });

  it("is published under the name it was signed with when another one came and went", async () => {
    const signer = await database.makeViewer("editor", "Signer Before");
    const { scheduleId, claimId } = await scheduled(signer);
    for (const name of ["For A Moment", "Signer Before"])
      await database.sqlOwner(`UPDATE "user" SET name = $2 WHERE id = $1`, [signer.id, name]);
    const { rows } = await settledAtItsTime(scheduleId, claimId);
    expect((JSON.parse(rows[0]!.recordText) as PublicationRecord).signer.name).toBe("Signer Before");
  });
});

describe("a claim that nobody signed yet", () => {
  it("is signed anew under the names that hold now: the page that showed another one is stale", async () => {
    const { claimId, hash, reviewer } = await desk.ready();
    await done(changeOwnName(reviewer, { name: "Reviewer Newly Named" }, new Date()));
    const editor = await database.makeViewer("editor", "Signing Editor");
    const stale = await refused(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
    expect(stale).toMatchObject({ kind: "conflict", code: "stale" });
    const current = (await openClaim(claimId, new Date()))!;
    const { entries } = await claimHistory(editor, claimId, { isBlind: false });
    expect(entries[0]).toMatchObject({
      event: "account.renamed",
      who: "Reviewer Newly Named",
      detail: "Reviewer → Reviewer Newly Named",
    });
    // Marks are about words and evidence: another name outdates none of them.
    expect(current.dossier.reviews.map(({ reviewerName }) => reviewerName)).toContain("Reviewer Newly Named");
    const signed = { revisionHash: current.revision.hash };
    await done(signOffVerdict(editor, claimId, signed, new Date()));
    await done(changeOwnName(editor, { name: "Signing Editor Lund" }, new Date()));
    const [{ recordText } = { recordText: "" }] = await published(claimId);
    const record = JSON.parse(recordText) as PublicationRecord;
    expect(record.signer.name).toBe("Signing Editor");
    expect(record.reviews.map(({ name }) => name)).toContain("Reviewer Newly Named");
  });

  it("stays the work of the same person: four eyes is by account, and giving a name writes nothing", async () => {
    const now = new Date();
    const admin = await signedIn("admin", now);
    const { claimId, author, reviewer } = await desk.ready();
    await done(renamePerson(admin, { accountId: author.id, name: "Author Lund" }, now));
    await done(renamePerson(admin, { accountId: reviewer.id, name: "Second Reviewer Lund" }, now));
    const { dossier } = (await openClaim(claimId, now))!;
    expect(dossier.authorIds).toEqual([author.id]);
    await db().user.update({ where: { id: author.id }, data: { role: "editor" } });
    const { revision } = (await openClaim(claimId, now))!;
    const own = { ...author, name: "Author Lund", role: "editor" as const };
    const eyes = await refused(signOffVerdict(own, claimId, { revisionHash: revision.hash }, new Date()));
    expect(eyes.code).toBe("four-eyes");
  });
});
