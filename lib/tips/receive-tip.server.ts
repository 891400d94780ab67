import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { clientKey } from "../accounts/client-key.server";
import { jsonResponse, problemResponse } from "../core/api-answer.server";
import { readJson } from "../core/api-body.server";
import { guarded } from "../core/api-route.server";
import { ticketOfRequest } from "../core/idempotency.server";
import { parseInput } from "../core/parse-input";
import { fail, type Failure, type Result } from "../core/result";
import { submitTip } from "./commands";
import { submitTipSchema } from "./schema";

const badKey: Failure = {
  kind: "malformed",
  code: "idempotency-key",
  detail: "Idempotency-Key must be 1 to 200 visible ASCII characters.",
};

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
  const key = request.headers.get("idempotency-key");
  if (key === null) return submitTip(input.value, client, now);
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return fail(badKey);
  const ticket = {
    account: `anyone:${createHash("sha256")
      .update(client ?? "")
      .digest("base64url")}`,
    route: `POST ${request.nextUrl.pathname}`,
    key,
    bodySha256: createHash("sha256").update(body.value.bytes).digest("hex"),
    used: false,
    replayed: false,
  };
  return ticketOfRequest.run(ticket, () => submitTip(input.value, client, now));
}
