import type { Viewer } from "../../lib/access/viewer";
import { password } from "../../lib/accounts/fixtures/people.server";
import { addWebhook } from "../../lib/webhooks/commands";
import { webhookEvents } from "../../lib/webhooks/event";
import { done } from "./desk-scene";
import { closeListeners, serve } from "./local-listener";

/**
 * A receiver of everything that webhooks tell, added as `admin` adds one. Answers the list that fills with what it hears:
 * address, headers and body of each message.
 */
export async function receiveWebhooks(admin: Viewer, now: Date): Promise<string[]> {
  const heard: string[] = [];
  const port = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push([request.url, JSON.stringify(request.headers), Buffer.concat(chunks).toString()].join("\n"));
      response.writeHead(204).end();
    });
  });
  process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS = String(port);
  const url = `http://127.0.0.1:${port}/hook`;
  await done(addWebhook(admin, { url, events: [...webhookEvents], password }, now));
  return heard;
}

export async function endReceiving(): Promise<void> {
  delete process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS;
  await closeListeners();
}
