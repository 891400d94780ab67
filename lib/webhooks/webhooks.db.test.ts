import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { webhookScene } from "../../scripts/test/webhook-scene";
import { eventsOf } from "../accounts/fixtures/people.server";
import { refuse } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { deliverWebhook, mostAttempts } from "../jobs/deliver-webhook";
import { takeUpLost } from "../jobs/take-up-lost";
import { signPublicNotice } from "../notices/commands/sign-notice";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { announceToWebhooks } from "./announce.server";
import { sendAgain } from "./commands";
import { listDeliveries } from "./queries";
import { verifyWebhook } from "./fixtures/verify-webhook";

const database = useTestDatabase();
const desk = makeDesk(database);
const { receiver, hook, announce, pending, work } = webhookScene();
const now = () => new Date();
const facts = { slug: "s", version: 1, sha256: "ab".repeat(32) };
const jobs = () =>
  database.sqlOwner<{ id: string; retry_limit: number; retry_backoff: boolean }>(
    `SELECT data->>'deliveryId' AS id, retry_limit, retry_backoff FROM pgboss.job WHERE name = 'deliver-webhook'`,
  );

const firstPending = async () => (await pending())[0]!.id;

describe("what a webhook is told", () => {
  it("is every publication, correction, notice and retraction, in public facts, signed", async () => {
    const { secret } = await hook();
    const { claimId, hash } = await desk.ready();
    const editor = await database.makeViewer("editor", "Ed");
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, now()));
    await done(signPublicNotice(editor, claimId, { kind: "under-review", text: "We look again." }, now()));
    await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 1 }, now()));
    await work();
    expect(receiver.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      "publication.published",
      "publication.noticed",
      "publication.retracted",
    ]);
    for (const message of receiver.heard) {
      expect(verifyWebhook(message, secret, now().getTime() / 1000)).toBe(true);
      const { data } = JSON.parse(message.body) as { data: Record<string, unknown> };
      const allowed = ["slug", "version", "sha256", "class", "noticeId", "url", "recordUrl"];
      expect(Object.keys(data).filter((name) => !allowed.includes(name))).toEqual([]);
      expect(message.body).not.toMatch(/Wrong\.|We look again|ferries sail|@/);
    }
    expect(
      receiver.heard.map(({ body }) => (JSON.parse(body) as { data: { version: number } }).data.version),
    ).toEqual([1, 1, 2]);
  });

  it("is nothing of what was refused, nor of what is only drafted or opened", async () => {
    await hook();
    const [{ claimId, hash }, before] = [await desk.ready(), (await jobs()).length];
    const editor = await database.makeViewer("editor", "Ed");
    await refused(signOffVerdict(editor, claimId, { revisionHash: "0".repeat(64) }, now()));
    const broken = await runCommand(async (tx) => {
      await announceToWebhooks(tx, "publication.published", facts, now());
      refuse({ kind: "invalid", code: "x", detail: "x" });
    });
    expect(broken.ok).toBe(false);
    expect([await pending(), (await jobs()).length]).toEqual([[], before]);
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, now()));
    expect((await jobs()).length).toBe(before + 1);
    await done(openCorrection(editor, claimId, { class: "typo", reason: "A comma." }, now()));
    expect((await pending()).map(({ event }) => event)).toEqual(["publication.published"]);
    await work();
  });

  it("has a job in the queue that is tried again with longer and longer waits", async () => {
    await hook();
    await announce();
    const [delivery] = await pending();
    const job = (await jobs()).find(({ id }) => id === delivery!.id);
    expect(job).toMatchObject({ retry_limit: mostAttempts - 1, retry_backoff: true });
    await work();
  });

  it("is only what it asked for", async () => {
    await hook(["publication.retracted"]);
    await announce();
    expect(await pending()).toEqual([]);
  });
});

describe("a delivery", () => {
  it("is tried again while the receiver fails, under the same id, and then is delivered", async () => {
    await hook();
    await announce();
    const id = await firstPending();
    receiver.answer = { status: 503 };
    await expect(deliverWebhook({ deliveryId: id }, now())).rejects.toThrow("http-status");
    await expect(deliverWebhook({ deliveryId: id }, now())).rejects.toThrow("http-status");
    receiver.answer = { status: 200 };
    await deliverWebhook({ deliveryId: id }, now());
    await deliverWebhook({ deliveryId: id }, now());
    expect(receiver.heard.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
    const row = (await listDeliveries()).find((delivery) => delivery.id === id);
    expect(row).toMatchObject({ status: "delivered", attempts: 3, lastStatus: 200, lastProblem: null });
  });

  it("is given up after its last try, at once when the receiver wants no more, and can be sent again", async () => {
    await hook();
    await announce();
    const id = await firstPending();
    receiver.answer = { status: 500 };
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      await deliverWebhook({ deliveryId: id }, now()).catch(() => undefined);
    }
    await deliverWebhook({ deliveryId: id }, now());
    const row = async () => (await listDeliveries()).find((delivery) => delivery.id === id)!;
    expect(await row()).toMatchObject({ status: "failed", attempts: mostAttempts, maySendAgain: true });
    receiver.answer = { status: 410 };
    await done(sendAgain(receiver.admin, { deliveryId: id }, now()));
    expect((await refused(sendAgain(receiver.admin, { deliveryId: id }, now()))).code).toBe("not-to-be-sent");
    await deliverWebhook({ deliveryId: id }, now());
    expect(await row()).toMatchObject({ status: "failed", attempts: 1, lastStatus: 410 });
    receiver.answer = { status: 204 };
    await done(sendAgain(receiver.admin, { deliveryId: id }, now()));
    await deliverWebhook({ deliveryId: id }, now());
    expect(await row()).toMatchObject({ status: "delivered" });
    expect(await eventsOf(id)).toEqual(["webhook.sent-again", "webhook.sent-again"]);
  });

  it("has a job again when its worker was killed or a backup was restored, and ends when every try broke off", async () => {
    await hook();
    await announce();
    const id = await firstPending();
    const waiting = () =>
      database.sqlOwner(
        `SELECT 1 FROM pgboss.job WHERE data->>'deliveryId' = $1 AND state IN ('created', 'retry', 'active')`,
        [id],
      );
    await takeUpLost(now());
    expect(await waiting()).toHaveLength(1);
    await database.sqlOwner(`DELETE FROM pgboss.job WHERE data->>'deliveryId' = $1`, [id]);
    await takeUpLost(now());
    expect(await waiting()).toHaveLength(1);

    await database.sqlOwner(`UPDATE webhook_delivery SET attempts = ${mostAttempts} WHERE id = $1`, [id]);
    await deliverWebhook({ deliveryId: id }, now());
    expect(receiver.heard).toEqual([]);
    const row = (await listDeliveries()).find((delivery) => delivery.id === id);
    expect(row).toMatchObject({ status: "failed", maySendAgain: true });
  });

  it("follows no redirect, so that a public receiver leads nowhere private", async () => {
    await hook();
    await announce();
    receiver.answer = { status: 307, location: `http://127.0.0.1:${receiver.port}/elsewhere` };
    await work();
    expect(receiver.heard).toHaveLength(1);
    expect((await pending())[0]).toMatchObject({ attempts: 1, lastStatus: 307 });
  });

  it("goes to no private address, even if one came into the table or the name leads there now", async () => {
    const { webhookId } = await hook();
    await announce();
    const id = await firstPending();
    for (const url of [
      "http://169.254.169.254/",
      "https://10.0.0.1/",
      "https://localhost:1/",
      "http://[::1]:1/",
    ]) {
      await database.sqlOwner(`UPDATE webhook SET url = $1 WHERE id = $2`, [url, webhookId]);
      await expect(deliverWebhook({ deliveryId: id }, now())).rejects.toThrow("address-not-allowed");
    }
    expect(receiver.heard).toHaveLength(0);
    await database.sqlOwner(`UPDATE webhook SET url = $1 WHERE id = $2`, [
      `http://127.0.0.1:${receiver.port}/x`,
      webhookId,
    ]);
    await work();
  });
});
