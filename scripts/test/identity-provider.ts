import { generateKeyPairSync } from "node:crypto";
import type { Server } from "node:http";
import { Provider } from "oidc-provider";
import { freePort } from "../../lib/database/embedded.server";

/** What a faulty or hostile provider does to a sign-in that began rightly. */
export type Fault = "state" | "nonce" | "code_challenge" | "issuer";

type Person = { email: string; name?: string; email_verified?: boolean };

export type IdentityProvider = {
  issuer: string;
  /** Who is known there, by what they type to sign in. */
  people: Record<string, Person>;
  fault: Fault | null;
  stop: () => Promise<void>;
};

const page = `<!doctype html><title>Newsroom account</title><h1>Newsroom account</h1>
<form method="post"><label>Login <input name="login" required></label> <button>Continue</button></form>`;

/** Lets whoever types a known login in, and needs no scripts; consent was given by the newsroom. */
function interactions(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith("/interaction/")) return next();
    if (ctx.method === "GET") {
      ctx.type = "html";
      ctx.body = page;
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.req) chunks.push(chunk as Buffer);
    const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get("login") ?? "";
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId } });
    ctx.respond = false;
  });
}

/** Spoils what passes through, as told: a parameter of the request, or the name that the provider gives itself. */
function faults(provider: Provider, held: IdentityProvider): void {
  provider.use(async (ctx, next) => {
    const { fault } = held;
    if (fault && fault !== "issuer" && ctx.path === "/auth" && ctx.query[fault])
      ctx.query = { ...ctx.query, [fault]: "A".repeat(43) };
    await next();
    if (fault === "issuer" && ctx.path.endsWith("/openid-configuration"))
      ctx.body = { ...(ctx.body as object), issuer: "https://elsewhere.example" };
  });
}

/** A real OpenID provider on 127.0.0.1 with one client, the desk at `deskUrl`. */
export async function startIdentityProvider(deskUrl: string): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const people: Record<string, Person> = {};
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "desk",
        client_secret: "known to the desk alone",
        redirect_uris: [`${deskUrl}/api/auth/callback/oidc`],
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] as never,
    },
    cookies: { keys: ["made for a test"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // The desk reads who it is from the signed token.
    conformIdTokenClaims: false,
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) =>
      people[id]
        ? { accountId: id, claims: () => ({ sub: id, email_verified: true, ...people[id] }) }
        : undefined,
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const held: IdentityProvider = { issuer, people, fault: null, stop: async () => {} };
  faults(provider, held);
  interactions(provider);
  const server = await new Promise<Server>((done) => {
    const listening = provider.listen(port, "127.0.0.1", () => done(listening));
  });
  held.stop = () => new Promise((done) => (server.closeAllConnections(), server.close(() => done())));
  return held;
}
