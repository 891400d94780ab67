import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authEvents } from "@/lib/accounts/auth-events.server";
import { authOptions, type Heard } from "@/lib/accounts/auth.server";
import { countEntry } from "@/lib/accounts/client-key.server";
import { cameFrom } from "@/lib/accounts/device-mark.server";
import { nameOwnAddress } from "@/lib/accounts/oidc-start.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { env } from "@/lib/core/env.server";
import { postedFromHere } from "@/lib/core/form-action.server";
import { apiHeaders } from "@/lib/core/security-headers";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: the identity provider's return, and what its client calls. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  nameOwnAddress();
  const heard: Heard = { refusal: null };
  const answer = await NextAuth({ ...authOptions(heard), events: authEvents() })(request, context);
  return heard.refusal?.kind === "rate_limited" ? problemResponse(heard.refusal) : (answer as Response);
}

/** The library sets cookies and a place to go; what every answer of ours carries is put beside them. */
function withHeaders(answer: Response): Response {
  const response = new Response(answer.body, answer);
  for (const [name, value] of Object.entries(apiHeaders({ publicUrl: env().publicUrl })))
    response.headers.set(name, value);
  return response;
}

export const GET = (request: NextRequest, context: Context): Promise<Response> =>
  guarded(request, async () => withHeaders(await handle(request, context)));

/** From our own pages only, and counted like tries to sign in: one of these routes takes passwords. */
export const POST = (request: NextRequest, context: Context): Promise<Response> =>
  guarded(request, () => receive(request, context));

async function receive(request: NextRequest, context: Context): Promise<Response> {
  if (!(await postedFromHere())) {
    const detail = "This form was sent from another site.";
    return problemResponse({ kind: "forbidden", code: "cross-site", detail });
  }
  const allowed = await countEntry(await cameFrom(), new Date());
  return allowed.ok ? withHeaders(await handle(request, context)) : problemResponse(allowed.error);
}
