import { expect, test } from "vitest";
import type { Role } from "../claims/vocabulary";
import { whoIsMissing } from "./who-is-missing";

test.each<[string, Role[], ReturnType<typeof whoIsMissing>]>([
  ["one person alone", ["editor"], "second-person"],
  ["people of whom none may sign", ["checker", "checker", "admin"], "editor"],
  ["an editor and somebody else", ["editor", "checker"], null],
  ["an editor and an admin, who reviews as well", ["admin", "editor"], null],
])("knows whom a first verdict lacks among %s", (_who, roles, missing) => {
  expect(whoIsMissing(roles.map((role) => ({ role })))).toBe(missing);
});
