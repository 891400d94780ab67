import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { clientKey } from "../accounts/client-key.server";
import { jsonResponse, problemResponse } from "../core/api-answer.server";
import { readJson } from "../core/api-body.server";
import { guarded, ticketFor } from "../core/api-route.server";
import { ticketOfRequest } from "../core/idempotency.server";
import { parseInput } from "../core/parse-input";
import type { Result } from "../core/result";
import { submitTip } from "./commands";
import { submitTipSchema } from "./schema";

/** Takes in a tip by HTTP from anyone: no account and no cookie counts here, so no Origin is asked for. */
export async function receiveTip(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const done = await readAndSubmit(request, new Date());
    return done.ok ? jsonResponse(done.value, 201) : problemResponse(done.error);
  });
}

async function readAndSubmit(request: NextRequest, now: Date): Promise<Result<{ id: string }>> {
  const body = await readJson(request);
  if (!body.ok) return body;
  const input = parseInput(submitTipSchema, body.value.json);
  if (!input.ok) return input;
  const client = clientKey(request.headers);
  const sender = createHash("sha256")
    .update(client ?? "")
    .digest("base64url");
  const ticket = ticketFor(request, `anyone:${sender}`, body.value.bytes);
  if (!ticket.ok) return ticket;
  if (ticket.value === null) return submitTip(input.value, client, now);
  return ticketOfRequest.run(ticket.value, () => submitTip(input.value, client, now));
}
