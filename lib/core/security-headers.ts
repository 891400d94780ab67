/** Header names and values of one kind of response, ready to be set. */
export type SecurityHeaders = Record<string, string>;

/** Where the site is reached: with an https address responses carry HSTS and pages upgrade plain links. */
export type Site = { publicUrl?: string };

const emptyFeatures = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** Two years; ASVS 3.4.1 asks for one at least, subdomains included. */
const hstsValue = "max-age=63072000; includeSubDomains";

type Directives = Record<string, readonly string[]>;

/** In every policy: no plugins, no `<base>` (ASVS 3.4.3), and nothing that is not named. */
const nothing: Directives = {
  "default-src": ["'none'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
};

function isHttps(site: Site): boolean {
  return site.publicUrl?.toLowerCase().startsWith("https://") ?? false;
}

function policy(directives: Directives, site: Site): string {
  const all = isHttps(site) ? { ...directives, "upgrade-insecure-requests": [] } : directives;
  return Object.entries(all)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** What every response carries (ASVS 3.4.1, 3.4.4, 3.4.5). */
function common(site: Site): SecurityHeaders {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": emptyFeatures.map((feature) => `${feature}=()`).join(", "),
    ...(isHttps(site) ? { "Strict-Transport-Security": hstsValue } : {}),
  };
}

/** A hash or nonce is put between quotes in a header, so a malformed one is a bug and throws. */
function quoted(prefix: "nonce" | "sha256", value: string): string {
  const bare = value.replace(/^'|'$/g, "").replace(new RegExp(`^${prefix}-`), "");
  const shape = prefix === "sha256" ? /^[A-Za-z0-9+/]{43}=$/ : /^[A-Za-z0-9+/_-]{16,128}={0,2}$/;
  if (!shape.test(bare)) throw new Error(`Not a valid ${prefix} for a Content-Security-Policy.`);
  return `'${prefix}-${bare}'`;
}

function styleSources(cssHash: readonly string[] = []): string[] {
  return cssHash.length > 0 ? cssHash.map((hash) => quoted("sha256", hash)) : ["'none'"];
}

/** The origin of an identity provider's address as a source; a malformed address is a bug of the settings and throws. */
function providerSource(issuer: string | undefined): string[] {
  return issuer ? [new URL(issuer).origin] : [];
}

/**
 * Headers of a signed-in page. `nonce` is fresh for each response, 16 random bytes or more in base64; the
 * policy must also be set on the request, where Next reads the nonce for its scripts. React writes `style`
 * attributes, which cannot carry a nonce, so attributes (not style elements) may be inline. `dev` allows
 * what React's and Next's development tools need: eval, inline style elements, the reload socket.
 * `signInAt` is the identity provider's issuer, for the sign-in page alone: its form is answered with a redirect to the
 * provider, which browsers follow only where `form-action` allows (CSP 3, 6.4.2).
 * Throws on a malformed nonce or issuer. Source: Next 16 guide "Content Security Policy", ASVS 3.4, 14.3.2.
 */
export function deskHeaders(
  nonce: string,
  dev: boolean,
  site: Site = {},
  signInAt?: string,
): SecurityHeaders {
  const nonceSource = quoted("nonce", nonce);
  const directives: Directives = {
    ...nothing,
    "script-src": [nonceSource, "'strict-dynamic'", ...(dev ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", dev ? "'unsafe-inline'" : nonceSource],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "media-src": ["'self'", "blob:"],
    "connect-src": ["'self'", ...(dev ? ["ws:"] : [])],
    "frame-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'", ...providerSource(signInAt)],
    "frame-ancestors": ["'none'"],
  };
  return {
    ...common(site),
    "Content-Security-Policy": policy(directives, site),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

function readerDirectives(cssHash: readonly string[] | undefined): Directives {
  return {
    ...nothing,
    "script-src": ["'none'"],
    "style-src": styleSources(cssHash),
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "form-action": ["'self'"],
  };
}

/**
 * Headers of a reader's page, which runs no script. `cssHash` are the base64 SHA-256 hashes of its inline
 * style elements, with or without `sha256-`. Sets no caching: the page decides. Throws on a malformed hash.
 */
export function readerHeaders(options: Site & { cssHash?: readonly string[] } = {}): SecurityHeaders {
  return {
    ...common(options),
    "Content-Security-Policy": policy(
      { ...readerDirectives(options.cssHash), "frame-ancestors": ["'none'"] },
      options,
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

/**
 * Headers of `/verify`, the one readers' page with a script: its own files only, no inline code, no HTML from text
 * (trusted types), and requests to this site alone. The rest is a reader's page.
 */
export function verifyHeaders(options: Site & { cssHash?: readonly string[] } = {}): SecurityHeaders {
  const directives = {
    ...readerDirectives(options.cssHash),
    "script-src": ["'self'"],
    "connect-src": ["'self'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
  };
  return { ...readerHeaders(options), "Content-Security-Policy": policy(directives, options) };
}

/**
 * Headers of the embed page, the only one that may be framed (ASVS 3.4.6): no script, no form, any ancestor.
 * It carries no `sandbox`: browsers refuse a sandboxed top-level page that has an opener policy; the frame's
 * own `sandbox` attribute in the embed code does that work.
 */
export function embedHeaders(options: Site & { cssHash?: readonly string[] } = {}): SecurityHeaders {
  return {
    ...common(options),
    "Content-Security-Policy": policy(
      { ...readerDirectives(options.cssHash), "form-action": ["'none'"], "frame-ancestors": ["*"] },
      options,
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
}

/**
 * Headers of answers that are data. `private` (the default) is the staff API: never stored. `public` is for
 * published records, feeds, keys and the claim search: any site may read them (ASVS 3.4.2: a fixed `*`,
 * because nothing in them is secret), and caching is left to the handler.
 */
export function apiHeaders(options: Site & { audience?: "private" | "public" } = {}): SecurityHeaders {
  const open = options.audience === "public";
  return {
    ...common(options),
    "Content-Security-Policy": policy(
      { ...nothing, "form-action": ["'none'"], "frame-ancestors": ["'none'"] },
      options,
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": open ? "cross-origin" : "same-origin",
    ...(open ? { "Access-Control-Allow-Origin": "*" } : { "Cache-Control": "no-store" }),
  };
}

/**
 * Headers of a stranger's document shown to staff, framed by the desk only: sandboxed, so it runs no script
 * and has no origin (ASVS 3.2.1, 3.5.4), loads nothing from the network, never stored. No opener policy,
 * because browsers refuse to show a sandboxed page that has one.
 */
export function captureHeaders(site: Site = {}): SecurityHeaders {
  return {
    ...common(site),
    "Content-Security-Policy": policy(
      {
        ...nothing,
        sandbox: [],
        "script-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'self'"],
      },
      site,
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}
