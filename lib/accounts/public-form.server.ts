import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { failedForm, postedFromHere, type FormState } from "../core/form-action.server";
import { explainError } from "../core/explain-error.server";
import { logRefusal } from "../core/log-refusal.server";
import { parseInput } from "../core/parse-input";
import type { Failure, Result } from "../core/result";
import type { CameFrom } from "./came-from";
import { cameFrom } from "./device-mark.server";

const crossSite: Failure = {
  kind: "forbidden",
  code: "cross-site",
  detail: "This form was sent from another site.",
};

/**
 * A server action for people who are not signed in: this site's own Origin, input that parses, then the command, which
 * counts tries itself; then `after`, which redirects or returns a message. Gives back what was typed, but passwords.
 */
export function publicForm<S extends z.ZodType, V>(spec: {
  schema: S;
  read: (form: FormData) => unknown;
  command: (input: z.output<S>, sender: CameFrom, now: Date) => Promise<Result<V>>;
  after: (value: V, form: FormData) => string | void | Promise<string | void>;
  /** What is shown once, such as recovery codes. */
  shown?: (value: V) => Record<string, string>;
}) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    try {
      if (!(await postedFromHere())) return refusedForm(crossSite, form);
      const input = parseInput(spec.schema, spec.read(form));
      if (!input.ok) return failedForm(input.error, form);
      const done = await spec.command(input.value, await cameFrom(), new Date());
      if (!done.ok) return refusedForm(done.error, form);
      const message = await spec.after(done.value, form);
      const values = spec.shown?.(done.value);
      return { ok: true, ...(message ? { message } : {}), ...(values ? { values } : {}) };
    } catch (error) {
      unstable_rethrow(error);
      return failedForm(explainError(error, { at: "form" }), form);
    }
  };
}

/** The failed form; a wrong password, code or link is written down, without a word of what was typed. */
function refusedForm(failure: Failure, form: FormData): FormState {
  logRefusal(failure, { account: null, action: "enter" });
  return failedForm(failure, form);
}
