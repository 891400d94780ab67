import { expect, it } from "vitest";
import { db } from "../core/db.server";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { prepareNotice, withdrawPrepared } from "../notices/prepare-notice.server";
import { signPublicNotice } from "../notices/commands/sign-notice";
import { writeVerdict } from "../verdicts/commands";
import { listClaims } from "../claims/list-claims.server";
import { openCorrection } from "./commands/open-correction";
import { retractPublication } from "./commands/retract-publication";
import { signOffVerdict } from "./commands/sign-off-verdict";
import { withholdVersion } from "./commands/withhold-version";
import { deskStatesOf } from "./desk-states.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("the desk's lists say of what is published which notices stand, where its correction is, and that it was retracted", async () => {
  const { claimId, author, editor } = await desk.published("Two new ferries sail from Selby");
  const draft = await desk.inReview("Nine old barges lie at Selby");
  const state = async () => (await deskStatesOf([claimId, draft.claimId])).get(claimId);
  const calm = {
    version: 1,
    isRetracted: false,
    correction: null,
    notices: [],
    isNoticePrepared: false,
    isWithheld: false,
    isWithholdingAsked: false,
  };
  expect([...(await deskStatesOf([claimId, draft.claimId])).keys()]).toEqual([claimId]);
  expect(await state()).toEqual(calm);

  const [article] = await database.sql<{ id: string }>("SELECT id FROM article LIMIT 1");
  const about = { claimId, articleId: article!.id, cause: "drift" as const };
  const prepared = { ...about, slug: "a-slug", kind: "source-changed" as const, text: "A word is gone." };
  await db().$transaction((tx) => prepareNotice(tx, prepared, new Date()));
  expect(await state()).toEqual({ ...calm, isNoticePrepared: true });
  await db().$transaction((tx) => withdrawPrepared(tx, about, "It is back.", new Date()));
  expect(await state()).toEqual(calm);

  const notice = { kind: "under-review", text: "We look at it again." } as const;
  await done(signPublicNotice(editor, claimId, notice, new Date()));
  await done(
    openCorrection(author, claimId, { class: "correction", reason: "A word was wrong." }, new Date()),
  );
  const correction = { class: "correction", state: "in-review", publishAt: null };
  expect(await state()).toEqual({ ...calm, notices: ["under-review"], correction });
  const all = { sort: "newest", limit: 100 } as const;
  const rows = (await listClaims(author, all, new Date())).items;
  expect(rows.find(({ id }) => id === claimId)?.publicState).toEqual(await state());
  expect(rows.find(({ id }) => id === draft.claimId)).not.toHaveProperty("publicState");

  await done(writeVerdict(author, claimId, { notInThisCheck: "The barges.", version: 1 }, new Date()));
  await desk.event(author, claimId, "ready");
  expect((await state())?.correction?.state).toBe("ready");
  const revisionHash = await desk.revisionHash(claimId);
  await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
  expect(await state()).toEqual({ ...calm, version: 2 });

  await done(withholdVersion(editor, claimId, { version: 1, reasonClass: "safety" }, new Date()));
  expect(await state()).toEqual({ ...calm, version: 2, isWithholdingAsked: true });
  const admin = await database.makeViewer("admin", "Confirms");
  await done(withholdVersion(admin, claimId, { version: 1, reasonClass: "safety" }, new Date()));
  expect(await state()).toEqual({ ...calm, version: 2 });

  await done(signPublicNotice(editor, claimId, notice, new Date()));
  await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 2 }, new Date()));
  expect(await state()).toEqual({ ...calm, version: 3, isRetracted: true });
});
