import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { password, signedIn } from "../../lib/accounts/fixtures/people.server";
import { runCommand } from "../../lib/core/run-command.server";
import { deliverWebhook } from "../../lib/jobs/deliver-webhook";
import { announceToWebhooks } from "../../lib/webhooks/announce.server";
import { addWebhook, removeWebhook } from "../../lib/webhooks/commands";
import { webhookEvents } from "../../lib/webhooks/event";
import { listDeliveries, listWebhooks } from "../../lib/webhooks/queries";
import { done } from "./desk-scene";
import { closeListeners, serve } from "./local-listener";

type Heard = { headers: Record<string, string>; body: string };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const facts = { slug: "s", version: 1, sha256: "ab".repeat(32) };
const now = () => new Date();

/** A receiver of webhooks on this machine, empty before each test: what it heard, and what it answers. */
function makeReceiver() {
  return {
    heard: [] as Heard[],
    answer: { status: 204 } as { status: number; location?: string },
    port: 0,
    admin: undefined as unknown as Viewer,
  };
}

/** A desk whose `admin` adds webhooks (`hook`), something to tell them (`announce`), and the worker's part (`work`). */
export function webhookScene() {
  const receiver = makeReceiver();
  beforeAll(async () => {
    receiver.port = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        const { status, location } = receiver.answer;
        receiver.heard.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(status, location ? { location } : {}).end("ignored");
      });
    });
    process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS = String(receiver.port);
    receiver.admin = await signedIn("admin", now());
  });
  afterAll(async () => {
    delete process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS;
    await closeListeners();
  });
  beforeEach(async () => {
    receiver.heard.length = 0;
    receiver.answer = { status: 204 };
    for (const { id } of await listWebhooks())
      await done(removeWebhook(receiver.admin, { webhookId: id }, now()));
  });
  const pending = async () => (await listDeliveries()).filter(({ status }) => status === "pending");
  return {
    receiver,
    hook: (events = [...webhookEvents], path = "/hook") =>
      done(
        addWebhook(
          receiver.admin,
          { url: `http://127.0.0.1:${receiver.port}${path}`, events, password },
          now(),
        ),
      ),
    announce: () => runCommand((tx) => announceToWebhooks(tx, "publication.published", facts, now())),
    pending,
    /** Does the jobs that wait, as the worker would. */
    work: async (): Promise<void> => {
      for (const { id } of (await pending()).reverse())
        await deliverWebhook({ deliveryId: id }, now()).catch(() => undefined);
    },
  };
}
