/** One `allow` or `disallow` line; `path` is normalised and may hold `*` and a final `$`. */
export type RobotsRule = { allow: boolean; path: string };

/** Lines that belong to the same user agents; names in lower case, `*` for everyone. */
export type RobotsGroup = { agents: string[]; rules: RobotsRule[]; crawlDelaySeconds: number | null };

export type Robots = { groups: RobotsGroup[]; sitemaps: string[] };

/** RFC 9309 §2.5 asks a crawler to read at least 500 KiB; the rest of a longer file is not read. */
const maxCharacters = 500 * 1024;
const maxPatternLength = 2048;

/** The product token of a user-agent string or line: its leading letters, `-` and `_`, in lower case (RFC 9309 §2.2.1). */
function productToken(userAgent: string): string {
  const trimmed = userAgent.trim();
  if (trimmed.startsWith("*")) return "*";
  return (/^[A-Za-z_-]*/.exec(trimmed)?.[0] ?? "").toLowerCase();
}

/** RFC 9309 §2.2.2: compare octets percent-encoded, except unreserved ASCII, which is compared plain. */
function normalise(path: string, isPattern: boolean): string {
  const encoded = path
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char))
    .replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => {
      const char = String.fromCharCode(parseInt(hex, 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : `%${hex.toUpperCase()}`;
    });
  return isPattern ? encoded : encoded.replace(/\*/g, "%2A").replace(/\$/g, "%24");
}

function lineParts(line: string): { key: string; value: string } | null {
  const text = line.split("#", 1)[0] ?? "";
  const colon = text.indexOf(":");
  if (colon < 0) return null;
  return { key: text.slice(0, colon).trim().toLowerCase(), value: text.slice(colon + 1).trim() };
}

function addRule(group: RobotsGroup, allow: boolean, value: string): void {
  if (value === "" || value.length > maxPatternLength) return;
  group.rules.push({ allow, path: normalise(value, true) });
}

/**
 * Reads a robots.txt into its groups and sitemaps (RFC 9309 §2.2). Never fails: lines that mean nothing are
 * skipped, rules before the first user agent are ignored, and lines such as sitemap or crawl-delay do not
 * end a run of user-agent lines.
 */
export function parseRobots(robotsTxt: string): Robots {
  const robots: Robots = { groups: [], sitemaps: [] };
  let group: RobotsGroup | null = null;
  let namesOpen = false;
  const text = robotsTxt.slice(0, maxCharacters).replace(/^\uFEFF/, "");
  for (const line of text.split(/\r\n|\r|\n/)) {
    const part = lineParts(line);
    if (!part) continue;
    const { key, value } = part;
    if (key === "user-agent") {
      if (!group || !namesOpen) {
        group = { agents: [], rules: [], crawlDelaySeconds: null };
        robots.groups.push(group);
        namesOpen = true;
      }
      group.agents.push(productToken(value));
    } else if (key === "sitemap") {
      robots.sitemaps.push(value);
    } else if (group && (key === "allow" || key === "disallow")) {
      namesOpen = false;
      addRule(group, key === "allow", value);
    } else if (group && key === "crawl-delay" && /^\d{1,6}(\.\d{1,3})?$/.test(value)) {
      group.crawlDelaySeconds = Math.max(group.crawlDelaySeconds ?? 0, Number(value));
    }
  }
  return robots;
}

/** The groups that name the product, all of them together; those for `*` only when none does (RFC 9309 §2.2.1). */
function groupsFor(robots: Robots, userAgent: string): RobotsGroup[] {
  const token = productToken(userAgent);
  const named = robots.groups.filter((group) => token !== "" && group.agents.includes(token));
  return named.length > 0 ? named : robots.groups.filter((group) => group.agents.includes("*"));
}

/** Greedy left-to-right search of the pieces between stars: no backtracking, so no slow patterns. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...others] = pieces;
  if (!path.startsWith(first)) return false;
  if (others.length === 0) return !anchored || path.length === first.length;
  const last = anchored ? (others.pop() ?? "") : "";
  let position = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return !anchored || (path.length - last.length >= position && path.endsWith(last));
}

/**
 * Whether robots.txt lets the user agent open the path (path and query, as in `url.pathname + url.search`).
 * The longest matching rule decides, `allow` wins a tie, no rule means yes, and `/robots.txt` is always
 * allowed (RFC 9309 §2.2.2). A site without robots.txt (4xx) is the empty string; one that answers 5xx
 * counts as refusing everything (§2.3.1.4), which the caller decides.
 */
export function robotsAllow(robotsTxt: string, userAgent: string, path: string): boolean {
  const target = normalise(path.startsWith("/") ? path : `/${path}`, false);
  if (target === "/robots.txt") return true;
  let best: RobotsRule | null = null;
  for (const group of groupsFor(parseRobots(robotsTxt), userAgent)) {
    for (const rule of group.rules) {
      const longer = !best || rule.path.length > best.path.length;
      const tie = best !== null && rule.path.length === best.path.length && rule.allow;
      if ((longer || tie) && matches(rule.path, target)) best = rule;
    }
  }
  return best ? best.allow : true;
}

/** Seconds the site asks this user agent to leave between two requests (a common extension of RFC 9309), or null. */
export function robotsCrawlDelaySeconds(robotsTxt: string, userAgent: string): number | null {
  const delays = groupsFor(parseRobots(robotsTxt), userAgent)
    .map((group) => group.crawlDelaySeconds)
    .filter((delay): delay is number => delay !== null);
  return delays.length > 0 ? Math.max(...delays) : null;
}
