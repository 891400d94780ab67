import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useMailServer } from "../../scripts/test/mail-server";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addComment, settleComment } from "../comments/commands";
import { runCommand } from "../core/run-command.server";
import { mostTries, sendDigest } from "../jobs/send-digest";
import { planDigests } from "../jobs/plan-digests";
import { takeUpLost } from "../jobs/take-up-lost";
import { markNewsRead, saveChoices } from "./commands";
import { defaultWays } from "./kinds";
import { countUnread, listNews } from "./queries";
import { tell, tellOfAccount } from "./tell.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const mail = useMailServer();

let author: Viewer;
let claimId: string;

beforeAll(async () => {
  ({ author, claimId } = await desk.inReview("Two new ferries sail from Selby"));
});
beforeEach(async () => {
  await database.sqlOwner("DELETE FROM notification");
});

let people = 0;
const somebody = () => database.makeViewer("checker", `Reader ${String.fromCharCode(65 + (people += 1))}`);
const mention = async (person: Viewer, at: Date) =>
  done(addComment(author, claimId, { text: `@${person.name}, the Secret words` }, at));
const state = async (id: string) =>
  (await database.sql(`SELECT state, attempts FROM digest WHERE id = $1`, [id]))[0];

const morning = new Date("2031-03-14T07:05:00Z");
const minutes = (n: number) => new Date(morning.getTime() + n * 60_000);

it("is one mail a day, whatever the number of processes and of things told, and carries no word of a comment", async () => {
  const person = await somebody();
  await mention(person, minutes(-12));
  await mention(person, minutes(-11));
  const plans = await Promise.all([1, 2, 3].map(() => planDigests(morning)));
  const ids = plans.flat();
  expect(ids).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => sendDigest({ digestId: ids[0]! }, morning)));
  expect(mail.received).toHaveLength(1);
  const [one] = mail.received;
  expect(one).toMatchObject({ to: [person.email], from: "desk@news.example" });
  expect(one!.raw).toContain(`Message-ID: <${ids[0]}@localhost>`);
  expect(one!.raw).toContain("Two new ferries sail from Selby");
  expect(one!.raw).toContain(`http://localhost:3000/desk/claims/${claimId}`);
  expect(one!.raw).not.toContain("Secret");
  expect(await state(ids[0]!)).toMatchObject({ state: "sent" });

  await mention(person, minutes(10));
  expect(await planDigests(minutes(20))).toEqual([]);
  expect(await planDigests(minutes(24 * 60))).toHaveLength(1);
});

it("of the day carries what happened until its hour, and leaves what happened since to the next", async () => {
  const person = await somebody();
  await mention(person, minutes(2));
  expect(await planDigests(minutes(3))).toEqual([]);
  const nextMorning = minutes(24 * 60);
  await mention(person, minutes(24 * 60 - 1));
  expect(await planDigests(nextMorning)).toHaveLength(1);
  const left = await database.sql<{ createdAt: Date }>(
    `SELECT "createdAt" FROM notification WHERE "userId" = $1 AND "digestId" IS NULL`,
    [person.id],
  );
  expect(left.map(({ createdAt }) => createdAt)).toEqual([minutes(24 * 60 - 1)]);
});

const cancelled =
  "It will not be published on 15 March 2031 at 06:00, as signed. Marko changed what would be published.";
const tellSigner = (person: Viewer, onceKey = "schedule:1:end") =>
  runCommand((tx) =>
    tell(tx, [person.id], { kind: "schedule", text: cancelled, claimId, onceKey }, minutes(30)),
  );

it("of what was signed for a time comes at once, by default, and says in full what became of it", async () => {
  const person = await somebody();
  await mention(person, minutes(29));
  await done(tellSigner(person));
  const [digestId, ...more] = await planDigests(minutes(31));
  expect([digestId !== undefined, more]).toEqual([true, []]);
  await sendDigest({ digestId: digestId! }, minutes(31));
  expect(mail.received[0]!.raw).toContain(cancelled);
  expect(mail.received[0]!.raw).toContain("Subject: What was signed for a time on the desk");
  expect(mail.received[0]!.raw).not.toContain("asks you to look");
  expect(await planDigests(minutes(32))).toEqual([]);
  await done(tellSigner(person, "schedule:2:end"));
  expect(await planDigests(minutes(33))).toHaveLength(1);
  // The day's own mail still comes, made at the very moment for which it is.
  const sharp = new Date("2031-03-15T07:00:00Z");
  await done(tellSigner(person, "schedule:3:end"));
  expect(await planDigests(sharp)).toHaveLength(2);
});

it("of what was signed comes to nobody who wants no mail or not this one; of one's own account it comes to all", async () => {
  const [never, bellOnly] = [await somebody(), await somebody()];
  await done(saveChoices(never, { ways: defaultWays, rhythm: "never", hour: 7 }, minutes(-60)));
  const ways = { ...defaultWays, signed: { inApp: true, byMail: false } };
  await done(saveChoices(bellOnly, { ways, rhythm: "day", hour: 7 }, minutes(-60)));
  for (const person of [never, bellOnly]) await done(tellSigner(person));
  expect(await planDigests(minutes(31))).toEqual([]);
  await done(runCommand((tx) => tellOfAccount(tx, never.id, "Your password was changed.", minutes(32))));
  expect(await planDigests(minutes(33))).toHaveLength(1);
});

it("marking as read takes what the bell showed, and neither what came since nor what is told by mail alone", async () => {
  const person = await somebody();
  const ways = { ...defaultWays, assigned: { inApp: false, byMail: true } };
  await done(saveChoices(person, { ways, rhythm: "hour", hour: 7 }, minutes(-60)));
  await mention(person, minutes(-3));
  const { mark } = await listNews(person);
  const mailOnly = { kind: "assigned", text: "Marko gave you this claim.", claimId, onceKey: "assigned:1" };
  await done(runCommand((tx) => tell(tx, [person.id], mailOnly, minutes(-4))));
  await database.sqlOwner(`UPDATE notification SET id = '0' || id WHERE kind = 'assigned'`);
  await mention(person, minutes(-2));
  expect(await done(markNewsRead(person, mark!, minutes(-1)))).toEqual({ count: 1 });
  expect(await countUnread(person)).toBe(1);
  const [digestId] = await planDigests(minutes(0));
  await sendDigest({ digestId: digestId! }, minutes(0));
  expect(mail.received[0]!.raw).toContain("Marko gave you this claim.");
  expect(mail.received[0]!.raw).toContain("asks you to look");
});

it("comes every hour to who wants that, and never to who wants none, or has read it, or has left", async () => {
  const [hourly, never, reader, leaver] = [
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
  ];
  const choose = (viewer: Viewer, rhythm: "hour" | "never") =>
    done(saveChoices(viewer, { ways: defaultWays, rhythm, hour: 7 }, minutes(-60)));
  await choose(hourly, "hour");
  await choose(never, "never");
  for (const person of [hourly, never, reader, leaver]) await mention(person, minutes(-10));
  await done(markNewsRead(reader, (await listNews(reader)).mark!, minutes(0)));
  await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [leaver.id]);
  expect(await planDigests(minutes(1))).toHaveLength(1);
  await mention(hourly, minutes(2));
  expect(await planDigests(minutes(3))).toEqual([]);
  expect(await planDigests(minutes(60))).toHaveLength(1);
  const rows = await database.sql(`SELECT DISTINCT "userId" FROM digest WHERE "userId" = ANY($1)`, [
    [hourly, never, reader, leaver].map(({ id }) => id),
  ]);
  expect(rows).toEqual([{ userId: hourly.id }]);
});

it("that the server refuses is tried again, and given up in the end", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  mail.answer = "refuse";
  for (let tries = 1; tries < mostTries; tries += 1)
    await expect(sendDigest({ digestId: digestId! }, morning)).rejects.toThrow(/mailbox busy/);
  expect(await state(digestId!)).toEqual({ state: "waiting", attempts: mostTries - 1 });
  await sendDigest({ digestId: digestId! }, morning);
  expect(await state(digestId!)).toEqual({ state: "failed", attempts: mostTries });
  mail.answer = "take";
  await sendDigest({ digestId: digestId! }, morning);
  expect(mail.received).toEqual([]);
});

it("that may have been taken is not sent again", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  mail.answer = "hang-up";
  await sendDigest({ digestId: digestId! }, morning);
  expect(await state(digestId!)).toMatchObject({ state: "uncertain" });
  mail.answer = "take";
  await sendDigest({ digestId: digestId! }, morning);
  expect(mail.received).toHaveLength(1);
  const again = database.sql(`UPDATE digest SET state = 'waiting' WHERE id = $1`, [digestId]);
  await expect(again).rejects.toThrow(/a mail is sent once/);
});

it("that could not even be made waits, and is sent once it can; a job that was lost is made again", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  vi.stubEnv("DATABASE_URL", undefined);
  await expect(sendDigest({ digestId: digestId! }, morning)).rejects.toThrow();
  vi.unstubAllEnvs();
  expect(await state(digestId!)).toEqual({ state: "waiting", attempts: 0 });
  const jobs = () => database.sqlOwner(`SELECT 1 FROM pgboss.job WHERE data->>'digestId' = $1`, [digestId]);
  await database.sqlOwner(`DELETE FROM pgboss.job WHERE data->>'digestId' = $1`, [digestId]);
  await takeUpLost(minutes(1));
  expect(await jobs()).toHaveLength(1);
  await sendDigest({ digestId: digestId! }, minutes(1));
  expect(mail.received).toHaveLength(1);
});

it("is not called lost while its job is in hand, however long after it was due", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  await database.sqlOwner(`UPDATE digest SET state = 'sending' WHERE id = $1`, [digestId]);
  const job = (to: string) =>
    database.sqlOwner(`UPDATE pgboss.job SET state = '${to}' WHERE data->>'digestId' = $1`, [digestId]);
  await job("active");
  await planDigests(minutes(40));
  expect(await state(digestId!)).toMatchObject({ state: "sending" });
  await job("retry");
  await planDigests(minutes(41));
  expect(await state(digestId!)).toMatchObject({ state: "uncertain" });
});

it("is dropped when all was read meanwhile", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  await done(markNewsRead(person, (await listNews(person)).mark!, minutes(1)));
  await sendDigest({ digestId: digestId! }, minutes(1));
  expect(mail.received).toEqual([]);
  expect(await state(digestId!)).toMatchObject({ state: "dropped" });
});

const waitsForYou = "It waits for your signature.";
it("leaves out what was settled meanwhile, as the bell does, and is dropped when that is all", async () => {
  const person = await database.makeViewer("editor", "Settled Sigrid");
  const scene = await desk.inReview("Two new ferries sail from Goole");
  await desk.review(scene.reviewer, scene.claimId);
  await desk.review(scene.other, scene.claimId);
  await desk.event(scene.author, scene.claimId, "ready");
  const text = `@${person.name}, look.`;
  const unresolved = await done(addComment(scene.author, scene.claimId, { text }, minutes(-9)));
  await database.sqlOwner(`UPDATE notification SET "createdAt" = $2 WHERE "userId" = $1`, [
    person.id,
    minutes(-5),
  ]);
  const [first] = await planDigests(morning);
  await desk.event(scene.reviewer, scene.claimId, "return");
  expect(await countUnread(person)).toBe(1);
  await sendDigest({ digestId: first! }, morning);
  expect(mail.received).toHaveLength(1);
  expect(mail.received[0]!.raw).toContain("mentioned you");
  expect(mail.received[0]!.raw).not.toMatch(/It waits for your signature|\/sign-off/);

  await database.sqlOwner(`UPDATE notification SET "digestId" = NULL WHERE "userId" = $1`, [person.id]);
  const [second] = await planDigests(minutes(24 * 60));
  await done(settleComment(scene.author, unresolved.id, true, minutes(24 * 60)));
  await sendDigest({ digestId: second! }, minutes(24 * 60));
  expect(mail.received).toHaveLength(1);
  expect(await state(second!)).toMatchObject({ state: "dropped" });
});

it("asks nobody for a signature who is no editor any more", async () => {
  const person = await database.makeViewer("editor", "Former Fiona");
  const asked = { kind: "to-sign", text: waitsForYou, claimId, onceKey: "log:some-entry" };
  await done(runCommand((tx) => tell(tx, [person.id], asked, minutes(-5))));
  await mention(person, minutes(-5));
  const [digestId] = await planDigests(morning);
  await database.sqlOwner(`UPDATE "user" SET role = 'checker' WHERE id = $1`, [person.id]);
  await sendDigest({ digestId: digestId! }, morning);
  expect(mail.received[0]!.raw).toContain("mentioned you");
  expect(mail.received[0]!.raw).not.toContain(waitsForYou);
});

it("says only that a source changed, not which words, which may be withheld", async () => {
  const person = await somebody();
  await database.sql(
    `INSERT INTO notification (id, "userId", kind, text, "claimId", "byMail", "createdAt") VALUES ($1, $2, 'source-altered', '“Secret witness” reads differently at Secret Gazette.', $3, true, $4)`,
    [`n-${person.id}`, person.id, claimId, minutes(-10)],
  );
  const [digestId] = await planDigests(morning);
  await sendDigest({ digestId: digestId! }, morning);
  expect(mail.received[0]!.raw).toContain("A source of this claim has other words now.");
  expect(mail.received[0]!.raw).not.toContain("Secret");
});

it("waits for a mail server that is not there", async () => {
  const person = await somebody();
  await mention(person, minutes(-10));
  const [digestId] = await planDigests(morning);
  const there = process.env.SMTP_URL;
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  await expect(sendDigest({ digestId: digestId! }, morning)).rejects.toThrow();
  process.env.SMTP_URL = there;
  await sendDigest({ digestId: digestId! }, morning);
  expect(mail.received).toHaveLength(1);
});
