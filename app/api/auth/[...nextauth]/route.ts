import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authEvents } from "@/lib/accounts/auth-events.server";
import { authOptions, type Heard } from "@/lib/accounts/auth.server";
import { countEntry } from "@/lib/accounts/client-key.server";
import { cameFrom } from "@/lib/accounts/device-mark.server";
import { nameOwnAddress } from "@/lib/accounts/oidc-start.server";
import { problemResponse } from "@/lib/core/api-answer.server";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: the identity provider's return, and what its client calls. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  nameOwnAddress();
  const heard: Heard = { refusal: null };
  const answer = await NextAuth({ ...authOptions(heard), events: authEvents() })(request, context);
  return heard.refusal?.kind === "rate_limited" ? problemResponse(heard.refusal) : (answer as Response);
}

export const GET = handle;

/** Changes are counted like tries to sign in: one of these routes takes passwords. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const allowed = await countEntry(await cameFrom(), new Date());
  return allowed.ok ? handle(request, context) : problemResponse(allowed.error);
}
