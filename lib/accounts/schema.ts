import { z } from "zod";
import { scopes } from "../access/viewer";
import { roles } from "../claims/vocabulary";
import { text } from "../core/text-input";
import { maxTokenDays } from "./policy";

const id = z.string({ error: "Say which one." }).min(1, { error: "Say which one." }).max(60);
const role = z.enum(roles, { error: `Roles are: ${roles.join(", ")}.` });

/** Longer ones are refused before anything is computed; what a new one must be like is in `policy.ts`. */
const password = z
  .string({ error: "Write a password." })
  .min(1, { error: "Write a password." })
  .max(1_000, { error: "Use 200 characters at most." });

/** What an authenticator shows, or a recovery code. */
const code = z.string({ error: "Give the code." }).min(1, { error: "Give the code." }).max(60);

/** The password again, and a code, for what needs it; without them a recent proof counts. */
const again = { password: password.optional(), code: code.optional() };

const email = z
  .string({ error: "Write an e-mail address." })
  .max(320, { error: "That is too long for an e-mail address." })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "Write an e-mail address such as name@example.org." }));

/** What breaks a line, turns the direction of what follows, or is there and not seen: joiners within a word are none of these. */
const notInNames = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** One line that can be read: names are printed in records and logs. */
const name = text({ max: 120 })
  .trim()
  .refine((value) => !notInNames.test(value), {
    error: "Write the name on one line, without signs that are not seen.",
  })
  .refine((value) => /[\p{L}\p{N}]/u.test(value), { error: "Write a name with letters." });

export const signInSchema = z.strictObject({ email: z.string().max(320), password });

export const invitePersonSchema = z
  .strictObject({ email, name, role, intern: z.boolean().optional(), ...again })
  .refine(({ role: invited, intern }) => !intern || invited === "checker", {
    error: "Only a checker can be an intern.",
    path: ["intern"],
  });
export type InvitePersonInput = z.output<typeof invitePersonSchema>;

export const invitationIdSchema = z.strictObject({ invitationId: id });

/** What a person gives to use a link: the e-mail address only when the link does not name one. */
export const acceptInvitationSchema = z.strictObject({
  secret: z.string().min(10).max(200),
  email: email.optional(),
  name: name.optional(),
  password,
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationSchema>;

export const accountSchema = z.strictObject({ accountId: id, ...again });
export type AccountInput = z.output<typeof accountSchema>;

export const setActiveSchema = z.strictObject({
  accountId: id,
  active: z.boolean({ error: "Say whether the account is active." }),
  ...again,
});
export type SetActiveInput = z.output<typeof setActiveSchema>;

export const setInternSchema = z.strictObject({
  accountId: id,
  intern: z.boolean({ error: "Say whether they are an intern." }),
  ...again,
});
export type SetInternInput = z.output<typeof setInternSchema>;

/** `was` is the role that whoever changes it was shown, so that no other admin's change is written over. */
export const changeRoleSchema = z.strictObject({ accountId: id, role, was: role.optional(), ...again });
export type ChangeRoleInput = z.output<typeof changeRoleSchema>;

/** What a form read: compared with what is kept, so no more is asked of it. */
const readName = z.strictObject({ name: z.string().max(1_000) });
const readAddress = z.strictObject({ email: z.string().max(1_000) });

/** `expected` is what was read, so that nobody else's change is written over. */
export const changeOwnNameSchema = z.strictObject({ name, expected: readName.optional(), ...again });
export type ChangeOwnNameInput = z.output<typeof changeOwnNameSchema>;

export const renamePersonSchema = changeOwnNameSchema.extend({ accountId: id });
export type RenamePersonInput = z.output<typeof renamePersonSchema>;

export const changeAddressSchema = z.strictObject({
  accountId: id,
  email,
  expected: readAddress.optional(),
  ...again,
});
export type ChangeAddressInput = z.output<typeof changeAddressSchema>;

export const changePasswordSchema = z.strictObject({
  password,
  code: code.optional(),
  newPassword: password,
});
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;

export const mintTokenSchema = z.strictObject({
  name,
  scopes: z
    .array(z.enum(scopes, { error: `Scopes are: ${scopes.join(", ")}.` }))
    .min(1, { error: "Choose what the token may do." })
    .max(scopes.length),
  days: z
    .number({ error: "Say in how many days it ends." })
    .int()
    .min(1, { error: "One day at least." })
    .max(maxTokenDays, { error: `${maxTokenDays} days at most.` })
    .default(30),
  ...again,
});
export type MintTokenInput = z.output<typeof mintTokenSchema>;

/** The code of the second step, or the one that shows that an authenticator is set up. */
export const codeSchema = z.strictObject({ code });

/** Nothing but the proof of who it is. */
export const againSchema = z.strictObject(again);
export type AgainInput = z.output<typeof againSchema>;

export const tokenIdSchema = z.strictObject({ tokenId: id });
export const sessionIdSchema = z.strictObject({ sessionId: id });
export const nothingSchema = z.strictObject({});
