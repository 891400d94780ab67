import { describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { webhookScene } from "../../scripts/test/webhook-scene";
import { eventsOf, password, signedIn } from "../accounts/fixtures/people.server";
import { addWebhook, removeWebhook, rotateWebhookSecret } from "./commands";
import { listDeliveries, listWebhooks } from "./queries";
import { verifyWebhook } from "./fixtures/verify-webhook";

const database = useTestDatabase();
const { receiver, hook, announce, work } = webhookScene();
const now = () => new Date();

describe("webhooks", () => {
  it("are added to public https addresses only", async () => {
    const add = (url: string) =>
      refused(addWebhook(receiver.admin, { url, events: ["publication.published"], password }, now()));
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
    const rotated = await done(rotateWebhookSecret(receiver.admin, { webhookId, password }, now()));
    expect(rotated.secret).not.toBe(secret);
    await announce();
    await work();
    const seconds = now().getTime() / 1000;
    expect(verifyWebhook(receiver.heard[0]!, rotated.secret, seconds)).toBe(true);
    expect(verifyWebhook(receiver.heard[0]!, secret, seconds)).toBe(false);
    expect(await eventsOf(webhookId)).toEqual(["webhook.added", "webhook.secret-changed"]);
  });

  it("whose secret cannot be opened any more say so instead of signing with nothing", async () => {
    await hook();
    await announce();
    const before = process.env.NEXTAUTH_SECRET;
    process.env.NEXTAUTH_SECRET = "f".repeat(64);
    await work();
    process.env.NEXTAUTH_SECRET = before;
    expect(receiver.heard).toHaveLength(0);
    expect((await listDeliveries())[0]).toMatchObject({ status: "failed", attempts: 1 });
  });

  it("are an admin's, with the password given again", async () => {
    const url = `http://127.0.0.1:${receiver.port}/hook`;
    const later = new Date(now().getTime() + 20 * 60_000);
    expect(
      (await refused(addWebhook(receiver.admin, { url, events: ["publication.published"] }, later))).code,
    ).toBe("step-up");
    const editor = await signedIn("editor", now());
    const asEditor = addWebhook(editor, { url, events: ["publication.published"], password }, now());
    expect((await refused(asEditor)).kind).toMatch(/forbidden|not_found/);
    expect(await listWebhooks()).toEqual([]);
  });

  it("that were removed are told nothing more", async () => {
    const { webhookId } = await hook();
    await announce();
    await done(removeWebhook(receiver.admin, { webhookId }, now()));
    await work();
    await announce();
    expect(receiver.heard).toHaveLength(0);
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
