import { describe, expect, it } from "vitest";
import { openApiDocument } from "../core/openapi";
import { responses } from "./responses";

type Operation = {
  parameters: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

const document = openApiDocument("https://desk.example") as unknown as Document;
const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method} ${path}`, operation })),
);

describe("the described API", () => {
  it.each(calls)("says what $call answers", ({ operation }) => {
    const [status, answer] = Object.entries(operation.responses).find(([code]) => code !== "default")!;
    expect(Number(status)).toBeGreaterThanOrEqual(200);
    const [schema] = Object.values(answer.content ?? {}).map((content) => content.schema);
    expect(schema).toEqual(expect.any(Object));
    expect(Object.keys(schema as object).length).toBeGreaterThan(0);
  });

  it.each(calls.filter(({ call }) => /^(post|put|patch) /.test(call)))(
    "says what $call takes",
    ({ call, operation }) => {
      expect(operation.requestBody).toEqual(expect.any(Object));
      const names = operation.parameters.map(({ name }) => name);
      expect(names.includes("Idempotency-Key")).toBe(call.startsWith("post "));
    },
  );

  it.each([
    ["get /matches", ["text!"]],
    ["get /log", ["after", "cursor", "limit"]],
    ["get /tips", ["cursor", "limit", "q", "state"]],
    ["get /selection-ledger/csv", ["month", "reason", "source", "topic"]],
    ["get /claims", ["assignee", "cursor", "limit", "needs", "q", "sort", "state", "topic"]],
    ["get /claims:search", ["pageSize", "pageToken", "query"]],
  ])("says what may be asked of %s", (call, wanted) => {
    const { operation } = calls.find((one) => one.call === call)!;
    const inQuery = operation.parameters.filter((one) => one.in === "query");
    const names = inQuery.map(({ name, required }) => (required ? `${name}!` : name));
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  it("describes no answer of a call that it does not have", () => {
    expect(Object.keys(responses).sort()).toEqual(calls.map(({ call }) => call).sort());
  });

  it("refers only to shapes that it holds, and uses each", () => {
    const written = JSON.stringify(document);
    const used = new Set([...written.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!));
    const held = Object.keys(document.components.schemas);
    expect([...used].filter((name) => !held.includes(name))).toEqual([]);
    // Named for readers of the document; no answer is made of it.
    expect(held.filter((name) => !used.has(name))).toEqual(["GateCode"]);
  });

  it("leaves room for members that a later version adds", () => {
    expect(JSON.stringify(document.components.schemas.Claim)).not.toContain('"additionalProperties":false');
  });
});
