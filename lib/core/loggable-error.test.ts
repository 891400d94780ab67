import { expect, it } from "vitest";
import { loggableError } from "./loggable-error";

const secret = "zqsecret";

/** An error with fields as the driver gives them. */
const failed = (message: string, fields: object, options?: ErrorOptions) =>
  Object.assign(new Error(message, options), fields);

it("names where an error of the database comes from, and says nothing of its row", () => {
  const said = loggableError(
    failed('null value in column "claimId" of relation "evidence" violates not-null constraint', {
      code: "23502",
      schema: "public",
      table: "evidence",
      column: "claimId",
      detail: `Failing row contains (1, ${secret}).`,
      where: `SQL statement "… ${secret}"`,
      hint: secret,
      internalQuery: secret,
      parameters: [secret],
      meta: { target: secret },
    }),
  );
  expect(said).toMatchObject({ type: "Error", code: "23502", table: "evidence", column: "claimId" });
  expect(said.message).toContain("violates not-null constraint");
  expect(said.stack).toMatch(/^Error: null value[^]*\n\s+at .*loggable-error\.test\.ts/);
  expect(JSON.stringify(said)).not.toContain(secret);
});

it("tells of causes the same, and not for ever", () => {
  const inner = failed("duplicate key", { code: "23505", constraint: "one_only", detail: `(${secret})` });
  const outer = failed("outer", { meta: { driverAdapterError: inner } }, { cause: inner });
  expect(loggableError(outer).cause).toMatchObject({ code: "23505", constraint: "one_only" });
  expect(JSON.stringify(loggableError(outer))).not.toContain(secret);
  const round = failed("round", {});
  round.cause = round;
  expect(JSON.stringify(loggableError(round)).length).toBeLessThan(100_000);
});

it.each([
  [failed(`invalid input syntax for type integer: "${secret}"`, { code: "22P02" }), "for type integer"],
  [
    failed(`Invalid call:\n{ data: { text: "${secret}" } }\n\nUnknown argument \`text\`.`, {
      name: "PrismaClientValidationError",
    }),
    "Unknown argument `text`.",
  ],
])("leaves values out of messages, and the same of stacks", (error, words) => {
  const said = loggableError(error);
  expect(said.message).toContain(words);
  expect(JSON.stringify(said)).not.toContain(secret);
});

it("takes over nothing that was thrown and is no error", () => {
  expect(JSON.stringify([loggableError(secret), loggableError({ secret })])).not.toContain(secret);
});
