import { describe, expect, it } from "vitest";
import { parseRobots, robotsAllow, robotsCrawlDelaySeconds } from "./robots";

const agent = "Countersign/1.0 (+https://desk.example/bot)";

describe("robotsAllow: which group speaks to us (RFC 9309 §2.2.1)", () => {
  const file = [
    "User-agent: *",
    "Disallow: /all",
    "User-agent: countersign",
    "Disallow: /ours",
    "User-Agent: other",
    "User-agent: COUNTERSIGN/2.0",
    "Disallow: /ours-too",
  ].join("\r\n");

  it.each([
    ["/all", true],
    ["/ours", false],
    ["/ours-too", false],
    ["/else", true],
  ])("named groups are joined and replace the star: %s", (path, allowed) => {
    expect(robotsAllow(file, agent, path)).toBe(allowed);
  });

  it("the star speaks to whoever is not named", () => {
    expect(robotsAllow(file, "Somebody", "/all")).toBe(false);
    expect(robotsAllow(file, "Somebody", "/ours")).toBe(true);
    expect(robotsAllow(file, "", "/all")).toBe(false);
  });

  it("an empty file, an empty disallow and rules before any agent allow everything", () => {
    expect(robotsAllow("", agent, "/")).toBe(true);
    expect(robotsAllow("User-agent: *\nDisallow:", agent, "/")).toBe(true);
    expect(robotsAllow("Disallow: /\nUser-agent: x\nDisallow: /", agent, "/")).toBe(true);
  });

  it("a sitemap or an unknown line between agents does not part them", () => {
    const text =
      "User-agent: countersign\nSitemap: https://e.example/s.xml\nFoo: bar\nUser-agent: b\nDisallow: /x";
    expect(robotsAllow(text, agent, "/x")).toBe(false);
    expect(parseRobots(text).sitemaps).toEqual(["https://e.example/s.xml"]);
  });

  it("byte order mark, comments and spaces do not matter", () => {
    expect(robotsAllow("\uFEFF user-agent : * # all\n disallow : /x # no", agent, "/x")).toBe(false);
  });
});

describe("robotsAllow: which rule wins (RFC 9309 §2.2.2)", () => {
  const rules = (lines: string) => `User-agent: *\n${lines}`;

  it.each([
    ["Disallow: /\nAllow: /news", "/news/1", true],
    ["Disallow: /\nAllow: /news", "/sport", false],
    ["Allow: /page\nDisallow: /page", "/page", true],
    ["Disallow: /page\nAllow: /page", "/page", true],
    ["Allow: /p\nDisallow: /page", "/page", false],
    ["Disallow: /*.gif$", "/a/b.gif", false],
    ["Disallow: /*.gif$", "/a/b.gif?x", true],
    ["Disallow: /*.gif", "/a/b.gif?x", false],
    ["Disallow: /a*b*c", "/a-b-c-d", false],
    ["Disallow: /a*b*c", "/a-c-b", true],
    ["Disallow: /a*b$", "/ab", false],
    ["Disallow: /a*b$", "/abxb", false],
    ["Disallow: /a*b$", "/abx", true],
    ["Disallow: /ab*b$", "/ab", true],
    ["Disallow: /exact$", "/exact", false],
    ["Disallow: /exact$", "/exactly", true],
    ["Disallow: *secret", "/my/secret", false],
    ["Disallow: /*?session=", "/a?session=1", false],
    ["Disallow: /fish", "/Fish", true],
    ["Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false],
    ["Disallow: /foo/%e3%83%84", "/foo/ツ", false],
    ["Disallow: /%62ar", "/bar", false],
    ["Disallow: /a%2Fb", "/a/b", true],
    ["Disallow: /file-%2A.html", "/file-*.html", false],
    ["Disallow: /file-%2A.html", "/file-x.html", true],
    ["Disallow: /", "/robots.txt", true],
    ["Disallow: /x", "x", false],
  ])("%j on %s: %s", (lines, path, allowed) => expect(robotsAllow(rules(lines), agent, path)).toBe(allowed));

  it("1.3.12: many stars against a long path come to an end, within the time that any test has", () => {
    const stars = rules(`Disallow: /${"*a".repeat(900)}b$`);
    expect(robotsAllow(stars, agent, `/${"a".repeat(20_000)}`)).toBe(true);
    expect(robotsAllow("user-agent: *\n".repeat(60_000), agent, "/x")).toBe(true);
  });

  it("lone surrogates do not break it", () => {
    expect(robotsAllow(rules("Disallow: /\ud800"), agent, "/\udc00")).toBe(false);
  });
});

describe("robotsCrawlDelaySeconds", () => {
  it("reads our group's delay, the longest if there are several, and no nonsense", () => {
    expect(robotsCrawlDelaySeconds("User-agent: *\nCrawl-delay: 2.5", agent)).toBe(2.5);
    expect(robotsCrawlDelaySeconds("User-agent: *\nCrawl-delay: 2\nCrawl-delay: 10", agent)).toBe(10);
    expect(robotsCrawlDelaySeconds("User-agent: *\nCrawl-delay: 2\nUser-agent: countersign", agent)).toBe(2);
    expect(robotsCrawlDelaySeconds("User-agent: x\nCrawl-delay: 2", agent)).toBeNull();
    expect(robotsCrawlDelaySeconds("User-agent: *\nCrawl-delay: 1e9", agent)).toBeNull();
    expect(robotsCrawlDelaySeconds("User-agent: *\nCrawl-delay: -1", agent)).toBeNull();
  });
});
