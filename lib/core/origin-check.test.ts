import { describe, expect, it } from "vitest";
import { sameOrigin, type OriginFacts } from "./origin-check";

const good: OriginFacts = {
  method: "POST",
  originHeader: "https://desk.example",
  secFetchSite: "same-origin",
  host: "desk.example",
  publicUrl: "https://desk.example",
};
const local: OriginFacts = {
  method: "POST",
  originHeader: "http://127.0.0.1:3000",
  secFetchSite: null,
  host: "127.0.0.1:3000",
  publicUrl: "http://localhost:3000",
};

describe("ASVS 3.5.1 to 3.5.3: sameOrigin", () => {
  it.each<[string, OriginFacts]>([
    ["the site's own page", good],
    ["a browser without Sec-Fetch-Site", { ...good, secFetchSite: null }],
    ["sent by the person alone, from no page", { ...good, secFetchSite: "none" }],
    ["with its own Referer", { ...good, refererHeader: "https://desk.example/claims/1" }],
    ["the public URL has a path and its default port", { ...good, publicUrl: "https://desk.example:443/x" }],
    ["behind a proxy that changes Host", { ...good, host: "10.0.0.2:3000" }],
    ["the host's own origin, another name for this machine", local],
    ["reading from anywhere", { ...good, method: "GET", originHeader: null, secFetchSite: "cross-site" }],
  ])("allows: %s", (_name, facts) => expect(sameOrigin(facts)).toBe(true));

  it.each<[string, OriginFacts]>([
    ["no Origin", { ...good, originHeader: null }],
    ["an empty Origin", { ...good, originHeader: "" }],
    ["Origin null (sandboxed frame, data: page)", { ...good, originHeader: "null" }],
    ["another site", { ...good, originHeader: "https://evil.example" }],
    ["a sister host", { ...good, originHeader: "https://www.desk.example" }],
    ["the host as a prefix", { ...good, originHeader: "https://desk.example.evil.example" }],
    ["another port", { ...good, originHeader: "https://desk.example:8443" }],
    ["plain http of an https site", { ...good, originHeader: "http://desk.example" }],
    ["two origins", { ...good, originHeader: "https://desk.example, https://evil.example" }],
    ["an origin with a path", { ...good, originHeader: "https://desk.example/" }],
    ["an origin with a name in front", { ...good, originHeader: "https://x@desk.example" }],
    ["an origin of no web scheme", { ...good, originHeader: "file://" }],
    ["cross-site by fetch metadata", { ...good, secFetchSite: "cross-site" }],
    ["same-site, but another host", { ...good, secFetchSite: "same-site" }],
    ["unknown fetch metadata", { ...good, secFetchSite: "x" }],
    ["a foreign Referer", { ...good, refererHeader: "https://evil.example/" }],
    ["a malformed Referer", { ...good, refererHeader: "x" }],
    ["an unknown method", { ...good, method: "PURGE", originHeader: null }],
    ["a lower-case method", { ...good, method: "get", originHeader: null }],
    [
      "a Host that smuggles",
      { ...local, originHeader: "http://evil.example", host: "evil.example@127.0.0.1" },
    ],
    ["no Host and a foreign Origin", { ...local, host: null }],
    ["a broken public URL", { ...good, publicUrl: "desk", host: null }],
  ])("refuses: %s", (_name, facts) => expect(sameOrigin(facts)).toBe(false));
});
