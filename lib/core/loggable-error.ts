/** What a line of the log says of an error: where it comes from and what kind it is, and nothing of a row it was about. */
export type LoggableError = {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  schema?: string;
  table?: string;
  column?: string;
  constraint?: string;
  cause?: LoggableError;
};

const named = ["code", "schema", "table", "column", "constraint"] as const;
/** Of an error that has a cause that has a cause and so on, so many are told. */
const mostCauses = 5;

/**
 * An error as it may be written down. PostgreSQL's `detail` ("Failing row contains …"), `where`, `hint` and `internalQuery`,
 * Prisma's `meta`, and parameters of statements hold what was typed, withheld words among it: only names are taken over.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: "What was thrown is no error." };
  const { name, stack, cause } = error;
  const message = withoutInput(error);
  const said: LoggableError = { type: error.constructor.name || name, message };
  for (const key of named) {
    const value = (error as unknown as Record<string, unknown>)[key];
    if (typeof value === "string") said[key] = value;
  }
  const frames = framesOf(stack);
  if (frames) said.stack = `${name}: ${message}\n${frames}`;
  if (cause instanceof Error && depth < mostCauses) said.cause = loggableError(cause, depth + 1);
  return said;
}

/** Class 22 of SQLSTATE is about a value, which ends the message: "invalid input syntax for type integer: "…"". */
const aboutValue = /^22[0-9A-Z]{3}$/;

function withoutInput(error: Error): string {
  const { message, name } = error;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && aboutValue.test(code)) return message.replace(/: "[^]*$/, "");
  // It shows the whole call that was wrong, with its values; what is wrong with it is the last line.
  if (name === "PrismaClientValidationError") return message.trim().split("\n").at(-1) ?? "";
  return message;
}

/** The stack begins with the message as it was. */
function framesOf(stack: string | undefined): string {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
