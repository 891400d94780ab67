import "server-only";
import type { z } from "zod";
import { formAction, type FormState } from "../core/form-action.server";

type Spec<S extends z.ZodType, V> = Parameters<typeof formAction<S, V>>[0];

/** A form's action that shows something once after it worked: the link of an invitation, a token. */
export function formActionShowing<S extends z.ZodType, V>(
  spec: Spec<S, V>,
  shown: (value: V, input: z.output<S>) => Record<string, string>,
) {
  return async (state: FormState, form: FormData): Promise<FormState> => {
    let values: Record<string, string> = {};
    const action = formAction<S, V>({
      ...spec,
      after: async (value, input) => {
        values = shown(value, input);
        return spec.after?.(value, input);
      },
    });
    const answer = await action(state, form);
    return answer?.ok ? { ...answer, values } : answer;
  };
}
