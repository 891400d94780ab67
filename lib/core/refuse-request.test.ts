import { describe, expect, it } from "vitest";
import { refuseRequest } from "./refuse-request";

const home = "https://desk.example";

function codeOf(method: string, path: string, headers: Record<string, string> = {}): string | null {
  const sent: Record<string, string> = { host: "desk.example", ...headers };
  return refuseRequest({ method, path, header: (name) => sent[name] ?? null, publicUrl: home })?.code ?? null;
}

describe("what is refused before a request is taken in", () => {
  it.each([
    ["/api/v1/claims/%ff"],
    ["/api/v1/claims/%"],
    ["/api/v1/claims/%zz/gate"],
    ["/desk/claims/%e0%a4"],
    ["/sign-in/%c3%28"],
  ])("an address that spells no characters: %s", (path) => {
    expect(codeOf("GET", path)).toBe("malformed-address");
  });

  it.each([["/api/v1/claims/%C3%A9"], ["/api/v1/claims%3Asearch"], ["/desk/claims/100%25"], ["/desk"]])(
    "not one that does: %s",
    (path) => {
      expect(codeOf("GET", path)).toBeNull();
    },
  );

  it.each<[string, Record<string, string>, string | null]>([
    ["another site", { origin: "https://elsewhere.example" }, "cross-site"],
    ["no site", {}, "cross-site"],
    ["an opaque origin", { origin: "null" }, "cross-site"],
    ["something that is no origin", { origin: "::::" }, "cross-site"],
    ["here, by the header alone", { origin: home, "sec-fetch-site": "cross-site" }, "cross-site"],
    ["here", { origin: home, "sec-fetch-site": "same-origin" }, null],
  ])("a form posted to a page from %s", (_from, headers, code) => {
    expect(codeOf("POST", "/desk/claims/1", headers)).toBe(code);
  });

  it("calls of the API are left to the API, which takes tokens from anywhere", () => {
    expect(codeOf("POST", "/api/v1/claims", { origin: "https://elsewhere.example" })).toBeNull();
  });
});
