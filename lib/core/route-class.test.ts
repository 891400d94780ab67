import { describe, expect, it } from "vitest";
import { methodLabel, routeClass, routeClasses } from "./route-class";
import { readerLanguages } from "../words/reader";

describe("what a request counts as", () => {
  it.each([
    ["/", "list"],
    ["/uk", "list"],
    ["/verdicts/some-claim/v/2", "verdict"],
    ["/uk/topics/trade", "list"],
    ["/search", "search"],
    ["/feeds/topics/Trade.rss", "feed"],
    ["/about", "page"],
    ["/api/v1/claims", "api"],
    ["/api/auth/session", "sign-in"],
    ["/api/metrics", "probe"],
    ["/desk/claims/1", "desk"],
    ["/live/stream", "live"],
    ["/_next/static/a.js", "static"],
    ["/invite/cs-secret", "sign-in"],
    ["/constructor", "page"],
    ["/wp-login.php", "page"],
    ["", "list"],
    ["*", "list"],
  ])("%s is %s", (path, expected) => {
    expect(routeClass(path)).toBe(expected);
  });

  it("is one of a few whatever the address, in each language of the interface", () => {
    for (const language of readerLanguages) expect(routeClass(`/${language}/search`)).toBe("search");
    expect(routeClasses.length).toBeLessThan(20);
    expect(methodLabel("BREW")).toBe("other");
    expect(methodLabel("GET")).toBe("GET");
  });
});
