import { describe, expect, it } from "vitest";
import { acceptInvitationSchema, changeRoleSchema, invitePersonSchema, mintTokenSchema } from "./schema";

const person = { email: "a@b.example", name: "A", role: "checker" };

describe("what forms and commands take", () => {
  it("folds an e-mail address to small letters, so that one address is one account", () => {
    const parsed = invitePersonSchema.parse({ ...person, email: "  Anna.B@Example.ORG " });
    expect(parsed.email).toBe("anna.b@example.org");
  });

  it.each([
    ["no address", { ...person, email: "anna" }],
    ["an unknown role", { ...person, role: "owner" }],
    ["a name of spaces", { ...person, name: "   " }],
    ["a name on two lines", { ...person, name: "Anna\nroot signed in" }],
    ["a name that is too long", { ...person, name: "a".repeat(121) }],
    ["an editor who is an intern", { ...person, role: "editor", intern: true }],
    ["a key that is not known", { ...person, deactivatedAt: null }],
  ])("an invitation with %s is refused", (_what, input) => {
    expect(invitePersonSchema.safeParse(input).success).toBe(false);
  });

  it("never takes a role from whoever uses a link", () => {
    const input = { secret: "csi_1234567890", password: "two people sign here", role: "admin" };
    expect(acceptInvitationSchema.safeParse(input).success).toBe(false);
  });

  it.each([
    ["no scope", { name: "cms", scopes: [] }],
    ["an unknown scope", { name: "cms", scopes: ["admin"] }],
    ["no end", { name: "cms", scopes: ["read"], days: 10_000 }],
    ["no number of days", { name: "cms", scopes: ["read"], days: Number.NaN }],
  ])("a token with %s is refused", (_what, input) => {
    expect(mintTokenSchema.safeParse(input).success).toBe(false);
  });

  it("a role change says whose and to what", () => {
    expect(changeRoleSchema.safeParse({ accountId: "", role: "editor" }).success).toBe(false);
    expect(changeRoleSchema.safeParse({ accountId: "x", role: "editor" }).success).toBe(true);
  });
});
