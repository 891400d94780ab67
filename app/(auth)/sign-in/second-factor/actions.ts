"use server";

import { revalidatePath } from "next/cache";
import { currentEnrollee } from "@/lib/access/viewer.server";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/accounts/commands/second-factor";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { publicForm } from "@/lib/accounts/public-form.server";
import { againSchema, codeSchema } from "@/lib/accounts/schema";
import { fail } from "@/lib/core/result";

const page = "/sign-in/second-factor";

const sessionOver = fail({
  kind: "unauthenticated",
  code: "sign-in",
  detail: "Your session has ended. Sign in, then do this again.",
});

/** Makes the secret that the next page shows; fields: password, code, where they are asked for. */
export const begin = publicForm({
  schema: againSchema,
  read: (form) => fieldsOf(form, "password", "code"),
  command: async (input, _from, now) => {
    const viewer = await currentEnrollee();
    return viewer ? beginSecondFactor(viewer, input, now) : sessionOver;
  },
  after: () => revalidatePath(page),
});

/** Turns it on by the first code; answers `values.codes`, once. */
export const confirm = publicForm({
  schema: codeSchema,
  read: (form) => fieldsOf(form, "code"),
  command: async (input, _from, now) => {
    const viewer = await currentEnrollee();
    return viewer ? confirmSecondFactor(viewer, input, now) : sessionOver;
  },
  after: () => revalidatePath(page),
  shown: ({ codes }) => ({ codes: codes.join("\n") }),
});
