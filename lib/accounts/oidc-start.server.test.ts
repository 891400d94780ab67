import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

/** A provider that answers the discovery request and nothing else. */
let provider: Server;
let issuer = "";

beforeAll(async () => {
  provider = createServer((_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      }),
    );
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  vi.stubEnv("PUBLIC_URL", "http://localhost:4999");
  vi.stubEnv("PORT", "4999");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:4999");
  vi.stubEnv("OIDC_ISSUER", issuer);
  vi.stubEnv("OIDC_CLIENT_ID", "desk");
  vi.stubEnv("OIDC_CLIENT_SECRET", "client secret");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => provider.close(resolve));
});

describe("signing in at the newsroom's identity provider", () => {
  it("begins without scripts, with state, nonce and PKCE kept in the browser's cookies", async () => {
    const { startOidc } = await import("./oidc-start.server");
    const started = await startOidc("/desk/claims/1");
    const location = new URL(started.location);
    expect(`${location.origin}${location.pathname}`).toBe(`${issuer}/authorize`);
    expect(location.searchParams.get("redirect_uri")).toBe("http://localhost:4999/api/auth/callback/oidc");
    expect(location.searchParams.get("scope")).toBe("openid email profile");
    expect(location.searchParams.get("code_challenge_method")).toBe("S256");
    const cookies = new Map(started.cookies.map(({ name, value }) => [name, value]));
    expect([...cookies.keys()].sort()).toEqual([
      "next-auth.callback-url",
      "next-auth.nonce",
      "next-auth.pkce.code_verifier",
      "next-auth.state",
    ]);
    expect(location.searchParams.get("state")?.length).toBeGreaterThan(20);
    expect(location.searchParams.get("nonce")?.length).toBeGreaterThan(20);
    expect(cookies.get("next-auth.callback-url")).toBe("http://localhost:4999/desk/claims/1");
    expect(
      started.cookies.every(({ httpOnly, sameSite, path }) => httpOnly && sameSite === "lax" && path === "/"),
    ).toBe(true);
  });

  it("comes back to our own page when the provider does not answer", async () => {
    vi.stubEnv("OIDC_ISSUER", "http://127.0.0.1:9");
    vi.resetModules();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { startOidc } = await import("./oidc-start.server");
    const { location } = await startOidc("/desk");
    expect(new URL(location, "http://localhost:4999").host).toBe("localhost:4999");
    expect(location).toContain("error=OAuthSignin");
  });
});
