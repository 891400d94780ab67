import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  apiHeaders,
  captureHeaders,
  deskHeaders,
  embedHeaders,
  readerHeaders,
  verifyHeaders,
  type SecurityHeaders,
} from "./security-headers";

const nonce = Buffer.from("0123456789abcdef0123").toString("base64");
const hash = createHash("sha256").update("p{margin:0}").digest("base64");
const site = { publicUrl: "https://desk.example" };

function directives(headers: SecurityHeaders): Map<string, string> {
  const parts = (headers["Content-Security-Policy"] ?? "").split("; ");
  return new Map(parts.map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]));
}

const all: [string, SecurityHeaders][] = [
  ["desk", deskHeaders(nonce, false, site)],
  ["desk in development", deskHeaders(nonce, true, site)],
  ["reader", readerHeaders({ cssHash: [hash], ...site })],
  ["verify", verifyHeaders({ cssHash: [hash], ...site })],
  ["embed", embedHeaders({ cssHash: [hash], ...site })],
  ["api", apiHeaders(site)],
  ["public records", apiHeaders({ audience: "public", ...site })],
  ["capture", captureHeaders(site)],
];

describe.each(all)("ASVS 3.4: %s", (_name, headers) => {
  it("carries what every response carries", () => {
    expect(headers["Strict-Transport-Security"]).toMatch(/^max-age=(\d{8,}); includeSubDomains$/);
    expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(headers["Referrer-Policy"]).toBe("same-origin");
    expect(headers["Permissions-Policy"]).toContain("camera=()");
    expect(headers["Cross-Origin-Resource-Policy"]).toMatch(/^(same|cross)-origin$/);
  });

  it("3.4.3, 3.4.6: refuses plugins, base and whatever is not named, and says who may frame it", () => {
    const csp = directives(headers);
    expect(csp.get("default-src")).toBe("'none'");
    expect(csp.get("object-src")).toBe("'none'");
    expect(csp.get("base-uri")).toBe("'none'");
    expect(csp.get("form-action")).toMatch(/^'(self|none)'$/);
    expect(csp.get("frame-ancestors")).toBeDefined();
    expect(csp.get("script-src") ?? "").not.toMatch(/unsafe-inline|\*|https?:/);
    expect(csp.has("upgrade-insecure-requests")).toBe(true);
  });

  it("is plain ASCII on one line", () => {
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe("the differences", () => {
  it("3.4.1: HSTS and the upgrade only where the public address is https", () => {
    for (const headers of [
      deskHeaders(nonce, false),
      readerHeaders({ publicUrl: "http://127.0.0.1:3000" }),
    ]) {
      expect(headers).not.toHaveProperty("Strict-Transport-Security");
      expect(directives(headers).has("upgrade-insecure-requests")).toBe(false);
    }
  });

  it("desk: scripts by nonce only, eval only in development, never framed, 14.3.2 never stored", () => {
    const headers = deskHeaders(nonce, false);
    const csp = directives(headers);
    expect(csp.get("script-src")).toBe(`'nonce-${nonce}' 'strict-dynamic'`);
    expect(csp.get("style-src")).toBe(`'self' 'nonce-${nonce}'`);
    expect(csp.get("connect-src")).toBe("'self'");
    expect(csp.get("frame-ancestors")).toBe("'none'");
    expect(headers["Cache-Control"]).toBe("no-store");
    expect(headers["Cross-Origin-Opener-Policy"]).toBe("same-origin");
    expect(directives(deskHeaders(nonce, true)).get("script-src")).toContain("'unsafe-eval'");
  });

  it("reader: no script, styles by hash only", () => {
    const csp = directives(readerHeaders({ cssHash: [hash, `sha256-${hash}`] }));
    expect(csp.get("script-src")).toBe("'none'");
    expect(csp.get("style-src")).toBe(`'sha256-${hash}' 'sha256-${hash}'`);
    expect(csp.get("frame-ancestors")).toBe("'none'");
    expect(directives(readerHeaders()).get("style-src")).toBe("'none'");
    expect(readerHeaders()).not.toHaveProperty("Cache-Control");
  });

  it("only the page that verifies runs a script of readers, from this site alone and never out of text", () => {
    const csp = directives(verifyHeaders({ cssHash: [hash] }));
    expect(csp.get("script-src")).toBe("'self'");
    expect(csp.get("connect-src")).toBe("'self'");
    expect(csp.get("require-trusted-types-for")).toBe("'script'");
    const others = ["reader", "embed"].map((name) => directives(all.find(([known]) => known === name)![1]));
    expect(others.map((policy) => policy.get("script-src"))).toEqual(["'none'", "'none'"]);
  });

  it("only the embed page may be framed by others", () => {
    const framed = all.filter(([, headers]) => directives(headers).get("frame-ancestors") === "*");
    expect(framed.map(([name]) => name)).toEqual(["embed"]);
  });

  it("3.4.2: only public data may be read by other sites; the rest is not stored", () => {
    expect(apiHeaders({ audience: "public" })).toMatchObject({
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    expect(apiHeaders()).toMatchObject({ "Cache-Control": "no-store" });
    expect(apiHeaders()).not.toHaveProperty("Access-Control-Allow-Origin");
  });

  it("3.2.1: a capture is sandboxed without exceptions and so has no opener policy", () => {
    expect(directives(captureHeaders()).get("sandbox")).toBe("");
    expect(captureHeaders()).not.toHaveProperty("Cross-Origin-Opener-Policy");
  });

  it.each(["", "short", `${nonce}' 'unsafe-inline`, "a".repeat(200), `${nonce}\r\nX: y`])(
    "a malformed nonce %j throws instead of reaching a header",
    (bad) => expect(() => deskHeaders(bad, false)).toThrow(),
  );

  it.each(["x", "'none'; script-src *", nonce])("a malformed hash %j throws", (bad) => {
    expect(() => readerHeaders({ cssHash: [bad] })).toThrow();
  });
});

describe("signing in at the newsroom's identity provider", () => {
  it("lets the form's answer lead to the provider's origin, and to nowhere else", () => {
    const csp = directives(deskHeaders(nonce, false, site, "https://id.example/realms/news"));
    expect(csp.get("form-action")).toBe("'self' https://id.example");
  });

  it("keeps forms on this site where no provider is named", () => {
    expect(directives(deskHeaders(nonce, false, site)).get("form-action")).toBe("'self'");
  });

  it("changes nothing else of the policy", () => {
    const withProvider = deskHeaders(nonce, false, site, "https://id.example");
    const csp = withProvider["Content-Security-Policy"]!.replace(" https://id.example", "");
    expect(csp).toBe(deskHeaders(nonce, false, site)["Content-Security-Policy"]);
  });
});
