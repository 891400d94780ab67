/** What the check reads from a request; header values as received, null or absent when not sent. */
export type OriginFacts = {
  method: string;
  originHeader: string | null | undefined;
  refererHeader?: string | null;
  secFetchSite: string | null | undefined;
  /** The Host header. */
  host: string | null | undefined;
  /** Where readers and staff reach the site, for example `https://desk.example`. */
  publicUrl: string;
};

/** What the check reads, from a request's method and its headers by name. */
export function originFacts(
  method: string,
  header: (name: string) => string | null | undefined,
  publicUrl: string,
): OriginFacts {
  return {
    method,
    originHeader: header("origin"),
    refererHeader: header("referer") ?? null,
    secFetchSite: header("sec-fetch-site"),
    host: header("host"),
    publicUrl,
  };
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

function originOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}

/** The origins a request to this host may come from: behind an https site, plain http counts on loopback only. */
function expectedOrigins(facts: OriginFacts): string[] {
  const publicOrigin = originOf(facts.publicUrl);
  const expected = publicOrigin ? [publicOrigin] : [];
  if (!facts.host || /[\s/@?#\\,]/.test(facts.host)) return expected;
  const secure = originOf(`https://${facts.host}`);
  const plain = originOf(`http://${facts.host}`);
  if (secure) expected.push(secure);
  const plainIsFine =
    !publicOrigin?.startsWith("https:") || (plain && loopbackHosts.includes(new URL(plain).hostname));
  if (plain && plainIsFine) expected.push(plain);
  return expected;
}

/**
 * Whether a request without a bearer token may change something: it must carry an `Origin` that is exactly
 * the public URL's origin or the requested host's own. No Origin, `null`, an Origin that is not written as
 * a browser writes it, a foreign `Referer`, and a `Sec-Fetch-Site` other than `same-origin` or `none` are
 * all refused. GET, HEAD and OPTIONS pass, because they change nothing. Never throws.
 * Source: ASVS 3.5.1 to 3.5.3, OWASP CSRF cheat sheet, Fetch Metadata.
 */
export function sameOrigin(facts: OriginFacts): boolean {
  if (safeMethods.includes(facts.method)) return true;
  const site = facts.secFetchSite;
  if (site != null && site !== "same-origin" && site !== "none") return false;
  const origin = facts.originHeader;
  if (!origin || originOf(origin) !== origin) return false;
  const expected = expectedOrigins(facts);
  if (!expected.includes(origin)) return false;
  if (facts.refererHeader == null || facts.refererHeader === "") return true;
  const referer = originOf(facts.refererHeader);
  return referer !== null && expected.includes(referer);
}
