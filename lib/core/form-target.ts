import { z } from "zod";

/** A form's input together with the id of what it is about, both parsed. */
export function about<S extends z.ZodType>(input: S) {
  return z.strictObject({ id: z.string().min(1).max(60), input });
}

/** The same with the ids of others that are to be dealt with alike. */
export function aboutSeveral<S extends z.ZodType>(input: S) {
  return about(input).extend({ also: z.array(z.string().min(1).max(60)).max(100) });
}

/** The same for what is asked for again with the password. */
export function confirmed<S extends z.ZodType>(input: S) {
  return z.strictObject({
    id: z.string().min(1).max(60),
    input,
    password: z.string().max(1000),
    code: z.string().max(60).optional(),
  });
}
