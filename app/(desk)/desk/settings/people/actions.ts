"use server";

import { revalidatePath } from "next/cache";
import {
  invitePerson,
  makeResetLink,
  withdrawInvitation,
  type MadeLink,
} from "@/lib/accounts/commands/invite-person";
import {
  changeRole,
  setIntern as runSetIntern,
  setPersonActive,
} from "@/lib/accounts/commands/manage-people";
import { changeAddress as runChangeAddress, renamePerson } from "@/lib/accounts/commands/name-people";
import { resetSecondFactor } from "@/lib/accounts/commands/second-factor";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formActionShowing } from "@/lib/accounts/form-action-showing.server";
import {
  accountSchema,
  changeAddressSchema,
  changeRoleSchema,
  invitationIdSchema,
  invitePersonSchema,
  renamePersonSchema,
  setActiveSchema,
  setInternSchema,
} from "@/lib/accounts/schema";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";

const people = "/desk/settings/people";

function shownLink({ link, expiresAt, person }: MadeLink, isInvited: boolean) {
  const { name, email, role, isIntern } = person;
  const as = isInvited ? `, as ${role}${isIntern ? ", intern" : ""}` : "";
  return { link, about: `For ${name}, ${email}${as}`, until: expiresAt.toISOString() };
}

/** Fields: name, email, role, intern, password, code. Answers `values.link`, once, with `about` and `until`. */
export const invite = formActionShowing(
  {
    action: "people.manage",
    schema: invitePersonSchema,
    read: (form) => ({
      ...fieldsOf(form, "name", "email", "role", "password", "code"),
      intern: form.has("intern"),
    }),
    command: invitePerson,
    after: () => revalidatePath(people),
  },
  (made) => shownLink(made, true),
);

/** Fields: accountId, password, code. Answers `values.link`, once, with `about` and `until`. */
export const resetPassword = formActionShowing(
  {
    action: "people.manage",
    schema: accountSchema,
    read: (form) => fieldsOf(form, "accountId", "password", "code"),
    command: makeResetLink,
    after: () => revalidatePath(people),
  },
  (made) => shownLink(made, false),
);

/** Fields: accountId, role, was (the role that was shown), password, code. */
export const giveRole = formAction({
  action: "people.manage",
  schema: changeRoleSchema,
  read: (form) => fieldsOf(form, "accountId", "role", "was", "password", "code"),
  command: changeRole,
  after: () => {
    revalidatePath(people);
    return "The role is changed, and their sessions ended.";
  },
});

/** Fields: accountId, name, asRead, password, code. */
export const rename = formAction({
  action: "people.manage",
  schema: renamePersonSchema,
  read: (form) => ({
    ...fieldsOf(form, "accountId", "name", "password", "code"),
    expected: readAsRead(form),
  }),
  command: renamePerson,
  after: ({ isChanged }) => {
    revalidatePath("/desk", "layout");
    return isChanged ? "The name is changed, and they are told." : "That is their name already.";
  },
});

/** Fields: accountId, email, asRead, password, code. */
export const changeAddress = formAction({
  action: "people.manage",
  schema: changeAddressSchema,
  read: (form) => ({
    ...fieldsOf(form, "accountId", "email", "password", "code"),
    expected: readAsRead(form),
  }),
  command: runChangeAddress,
  after: ({ isChanged }) => {
    revalidatePath(people);
    return isChanged
      ? "The address is changed, their sessions ended, and they are told at both."
      : "That is their address already.";
  },
});

/** `true` and `false` as forms send them; anything else stays and is refused. */
const trueOrFalse = (said: string | undefined) => (said === "true" ? true : said === "false" ? false : said);

/** Fields: accountId, intern (true or false), password, code. */
export const setIntern = formAction({
  action: "people.manage",
  schema: setInternSchema,
  read: (form) => {
    const { intern, ...fields } = fieldsOf(form, "accountId", "intern", "password", "code");
    return { ...fields, intern: trueOrFalse(intern) };
  },
  command: runSetIntern,
  after: () => revalidatePath(people),
});

/** Fields: accountId, active (true or false), password, code. */
export const setActive = formAction({
  action: "people.manage",
  schema: setActiveSchema,
  read: (form) => {
    const { active, ...fields } = fieldsOf(form, "accountId", "active", "password", "code");
    return { ...fields, active: trueOrFalse(active) };
  },
  command: setPersonActive,
  after: () => revalidatePath(people),
});

/** Fields: accountId, password, code. */
export const takeSecondFactor = formAction({
  action: "people.manage",
  schema: accountSchema,
  read: (form) => fieldsOf(form, "accountId", "password", "code"),
  command: resetSecondFactor,
  after: () => {
    revalidatePath(people);
    return "Their second factor is gone, their sessions ended, and they are told.";
  },
});

/** Fields: invitationId. */
export const withdraw = formAction({
  action: "people.manage",
  schema: invitationIdSchema,
  read: (form) => fieldsOf(form, "invitationId"),
  command: withdrawInvitation,
  after: () => revalidatePath(people),
});
