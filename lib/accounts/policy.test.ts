import { describe, expect, it } from "vitest";
import { passwordIssues, tokenExpiry } from "./policy";

const owner = { email: "olena.koval@newsdesk.example", name: "Olena Koval" };
const codes = (password: string) => passwordIssues(password, owner).map(({ code }) => code);

describe("a new password", () => {
  it.each([
    "two people sign here",
    "ящірка гріється на камені",
    "correct rope battery 9 stair",
    "Olena likes quiet harbours",
    "🦎🪨🌊🔥🌱🍋🚲🎻🧭🪁🧵🕯",
  ])("%s will do", (password) => expect(codes(password)).toEqual([]));

  it.each([
    ["elevenchars", "password-short"],
    ["x".repeat(11), "password-short"],
    [`${"abcdefgh ".repeat(25)}`, "password-long"],
    ["aaaaaaaaaaaaaaaa", "password-plain"],
    ["abababababababab", "password-plain"],
    ["Password-1234", "password-known"],
    ["PASSWORD 1234!", "password-known"],
    ["1q2w3e4r5t6y", "password-known"],
    ["Correct Horse Battery Staple", "password-known"],
    ["olena.koval@newsdesk.example", "password-own-name"],
    ["OlenaKoval2026", "password-own-name"],
    ["koval-olena-99!", "password-own-name"],
    ["newsdesk12345", "password-own-name"],
  ])("%s is refused: %s", (password, code) => expect(codes(password)).toEqual([code]));

  it("counts characters, not code units", () => {
    expect(codes("🦎🪨🌊🔥🌱🍋🚲")).toEqual(["password-short"]);
  });

  it("names the field it was asked about and says what to do", () => {
    const [issue] = passwordIssues("short", owner, "newPassword");
    expect(issue).toEqual({
      code: "password-short",
      field: "newPassword",
      message: "Use 12 characters or more; a few words are easy to keep.",
    });
  });
});

describe("the end of a token", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const hours = (scopes: string[], days: number, demo: boolean) =>
    (tokenExpiry({ scopes, days }, { now, demo }).getTime() - now.getTime()) / 3_600_000;

  it("is eight hours away at most when it signs, outside the demonstration", () => {
    expect(hours(["read", "sign"], 30, false)).toBe(8);
    expect(hours(["sign"], 1, false)).toBe(8);
    expect(hours(["sign"], 30, true)).toBe(30 * 24);
  });
  it("is a year away at most", () => {
    expect(hours(["read"], 30, false)).toBe(30 * 24);
    expect(hours(["read", "write"], 5_000, true)).toBe(365 * 24);
  });
});
