import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { closeListeners, serve } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { eventsOf, password, signedIn } from "../accounts/fixtures/people.server";
import { refuse } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { deliverWebhook, mostAttempts } from "../jobs/deliver-webhook";
import { takeUpLost } from "../jobs/take-up-lost";
import { signPublicNotice } from "../notices/commands/sign-notice";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { announceToWebhooks } from "./announce.server";
import { addWebhook, removeWebhook, rotateWebhookSecret, sendAgain } from "./commands";
import { webhookEvents } from "./event";
import { listDeliveries, listWebhooks } from "./queries";
import { verifyWebhook } from "./fixtures/verify-webhook";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

type Heard = { headers: Record<string, string>; body: string };
const heard: Heard[] = [];
let answer: { status: number; location?: string } = { status: 204 };
let port = 0;
let admin: Viewer;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

beforeAll(async () => {
  port = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      heard.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end("ignored");
    });
  });
  process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS = String(port);
  admin = await signedIn("admin", now());
});
afterAll(async () => {
  delete process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS;
  await closeListeners();
});
beforeEach(async () => {
  heard.length = 0;
  answer = { status: 204 };
  for (const { id } of await listWebhooks()) await done(removeWebhook(admin, { webhookId: id }, now()));
});

const hook = (events = [...webhookEvents], path = "/hook") =>
  done(addWebhook(admin, { url: `http://127.0.0.1:${port}${path}`, events, password }, now()));
const facts = { slug: "s", version: 1, sha256: "ab".repeat(32) };
const announce = () => runCommand((tx) => announceToWebhooks(tx, "publication.published", facts, now()));
const pending = async () => (await listDeliveries()).filter(({ status }) => status === "pending");
const jobs = () =>
  database.sqlOwner<{ id: string; retry_limit: number; retry_backoff: boolean }>(
    `SELECT data->>'deliveryId' AS id, retry_limit, retry_backoff FROM pgboss.job WHERE name = 'deliver-webhook'`,
  );

const firstPending = async () => (await pending())[0]!.id;

/** Does the jobs that wait, as the worker would. */
async function work(): Promise<void> {
  for (const { id } of (await pending()).reverse())
    await deliverWebhook({ deliveryId: id }, now()).catch(() => undefined);
}

describe("what a webhook is told", () => {
  it("is every publication, correction, notice and retraction, in public facts, signed", async () => {
    const { secret } = await hook();
    const { claimId, hash } = await desk.ready();
    const editor = await database.makeViewer("editor", "Ed");
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, now()));
    await done(signPublicNotice(editor, claimId, { kind: "under-review", text: "We look again." }, now()));
    await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 1 }, now()));
    await work();
    expect(heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      "publication.published",
      "publication.noticed",
      "publication.retracted",
    ]);
    for (const message of heard) {
      expect(verifyWebhook(message, secret, now().getTime() / 1000)).toBe(true);
      const { data } = JSON.parse(message.body) as { data: Record<string, unknown> };
      const allowed = ["slug", "version", "sha256", "class", "noticeId", "url", "recordUrl"];
      expect(Object.keys(data).filter((name) => !allowed.includes(name))).toEqual([]);
      expect(message.body).not.toMatch(/Wrong\.|We look again|ferries sail|@/);
    }
    expect(heard.map(({ body }) => (JSON.parse(body) as { data: { version: number } }).data.version)).toEqual(
      [1, 1, 2],
    );
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
    answer = { status: 503 };
    await expect(deliverWebhook({ deliveryId: id }, now())).rejects.toThrow("http-status");
    await expect(deliverWebhook({ deliveryId: id }, now())).rejects.toThrow("http-status");
    answer = { status: 200 };
    await deliverWebhook({ deliveryId: id }, now());
    await deliverWebhook({ deliveryId: id }, now());
    expect(heard.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
    const row = (await listDeliveries()).find((delivery) => delivery.id === id);
    expect(row).toMatchObject({ status: "delivered", attempts: 3, lastStatus: 200, lastProblem: null });
  });

  it("is given up after its last try, at once when the receiver wants no more, and can be sent again", async () => {
    await hook();
    await announce();
    const id = await firstPending();
    answer = { status: 500 };
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      await deliverWebhook({ deliveryId: id }, now()).catch(() => undefined);
    }
    await deliverWebhook({ deliveryId: id }, now());
    const row = async () => (await listDeliveries()).find((delivery) => delivery.id === id)!;
    expect(await row()).toMatchObject({ status: "failed", attempts: mostAttempts, maySendAgain: true });
    answer = { status: 410 };
    await done(sendAgain(admin, { deliveryId: id }, now()));
    expect((await refused(sendAgain(admin, { deliveryId: id }, now()))).code).toBe("not-to-be-sent");
    await deliverWebhook({ deliveryId: id }, now());
    expect(await row()).toMatchObject({ status: "failed", attempts: 1, lastStatus: 410 });
    answer = { status: 204 };
    await done(sendAgain(admin, { deliveryId: id }, now()));
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
    expect(heard).toEqual([]);
    const row = (await listDeliveries()).find((delivery) => delivery.id === id);
    expect(row).toMatchObject({ status: "failed", maySendAgain: true });
  });

  it("follows no redirect, so that a public receiver leads nowhere private", async () => {
    await hook();
    await announce();
    answer = { status: 307, location: `http://127.0.0.1:${port}/elsewhere` };
    await work();
    expect(heard).toHaveLength(1);
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
    expect(heard).toHaveLength(0);
    await database.sqlOwner(`UPDATE webhook SET url = $1 WHERE id = $2`, [
      `http://127.0.0.1:${port}/x`,
      webhookId,
    ]);
    await work();
  });
});

describe("webhooks", () => {
  it("are added to public https addresses only", async () => {
    const add = (url: string) =>
      refused(addWebhook(admin, { url, events: ["publication.published"], password }, now()));
    for (const url of [
      "https://localhost/x",
      "http://10.1.2.3/",
      "https://[::1]/",
      "file:///etc/passwd",
      "javascript:1",
    ]) {
      expect((await add(url)).issues?.[0]?.field, url).toBe("url");
    }
    expect((await add("http://hooks.example.com/x")).code).toBe("not-https");
  });

  it("have a secret that is shown once, kept sealed, and can be changed", async () => {
    const { webhookId, secret } = await hook();
    const [row] = await database.sql<{ all: string }>(`SELECT w::text AS all FROM webhook w WHERE id = $1`, [
      webhookId,
    ]);
    expect(row!.all).not.toContain(secret.replace("whsec_", "").slice(0, 20));
    expect(JSON.stringify(await listWebhooks())).not.toMatch(/whsec_|sealed/);
    const rotated = await done(rotateWebhookSecret(admin, { webhookId, password }, now()));
    expect(rotated.secret).not.toBe(secret);
    await announce();
    await work();
    const seconds = now().getTime() / 1000;
    expect(verifyWebhook(heard[0]!, rotated.secret, seconds)).toBe(true);
    expect(verifyWebhook(heard[0]!, secret, seconds)).toBe(false);
    expect(await eventsOf(webhookId)).toEqual(["webhook.added", "webhook.secret-changed"]);
  });

  it("whose secret cannot be opened any more say so instead of signing with nothing", async () => {
    await hook();
    await announce();
    const before = process.env.NEXTAUTH_SECRET;
    process.env.NEXTAUTH_SECRET = "f".repeat(64);
    await work();
    process.env.NEXTAUTH_SECRET = before;
    expect(heard).toHaveLength(0);
    expect((await listDeliveries())[0]).toMatchObject({ status: "failed", attempts: 1 });
  });

  it("are an admin's, with the password given again", async () => {
    const url = `http://127.0.0.1:${port}/hook`;
    const later = new Date(now().getTime() + 20 * 60_000);
    expect((await refused(addWebhook(admin, { url, events: ["publication.published"] }, later))).code).toBe(
      "step-up",
    );
    const editor = await signedIn("editor", now());
    const asEditor = addWebhook(editor, { url, events: ["publication.published"], password }, now());
    expect((await refused(asEditor)).kind).toMatch(/forbidden|not_found/);
    expect(await listWebhooks()).toEqual([]);
  });

  it("that were removed are told nothing more", async () => {
    const { webhookId } = await hook();
    await announce();
    await done(removeWebhook(admin, { webhookId }, now()));
    await work();
    await announce();
    expect(heard).toHaveLength(0);
    expect((await listDeliveries())[0]).toMatchObject({ status: "failed", maySendAgain: false });
  });

  it("cannot be told other words than were published: the application may not rewrite a delivery", async () => {
    await hook();
    await announce();
    for (const change of [`body = '{}'`, `event = 'publication.retracted'`]) {
      await expect(database.sql(`UPDATE webhook_delivery SET ${change}`)).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(database.sql("DELETE FROM webhook_delivery")).rejects.toThrow(/permission denied/);
    await expect(database.sql(`UPDATE webhook SET url = 'https://evil.example'`)).rejects.toThrow(
      /permission denied/,
    );
    await work();
  });
});
