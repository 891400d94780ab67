import { z } from "zod";
import { responseComponents, responseContent } from "../openapi/responses";
import { gateRules } from "../verdicts/requirements/check";
import { statusOf } from "./problem";
import { operations, type Operation } from "../openapi/operations";

function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-2020-12" });
}

/** The parameters of the address: those in its path, and those after the question mark with which ones must be there. */
function parameters({ path, query }: Operation): unknown[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const shape = (query ? jsonSchema(query) : {}) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  const inQuery = Object.entries(shape.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    ...(shape.required?.includes(name) ? { required: true } : {}),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function bodyContent(body: z.ZodType, file: string | undefined): unknown {
  const schema = jsonSchema(body) as { properties?: object; required?: string[] };
  if (file === undefined) return { "application/json": { schema } };
  const properties = { ...schema.properties, file: { type: "string", format: "binary", description: file } };
  const required = [...(schema.required ?? []), "file"];
  return { "multipart/form-data": { schema: { ...schema, properties, required } } };
}

function operationObject(operation: Operation): unknown {
  const idempotency =
    operation.method === "post"
      ? [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }]
      : [];
  const content = responseContent(`${operation.method} ${operation.path}`);
  return {
    summary: operation.summary,
    parameters: [...parameters(operation), ...idempotency],
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: bodyContent(operation.body, operation.file),
          },
        }
      : {}),
    responses: {
      [String(operation.status ?? 200)]: { description: "Done", content },
      ...(operation.statusWhileWaiting
        ? { [String(operation.statusWhileWaiting)]: { description: "Taken in, and not done yet", content } }
        : {}),
      default: { $ref: "#/components/responses/Problem" },
    },
    ...(operation.isPublic ? { security: [] } : {}),
  };
}

/** The OpenAPI 3.1 document, made from the schemas that parse the requests. */
export function openApiDocument(publicUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  const statuses = Object.values(statusOf).map(({ status }) => status);
  const problem = {
    type: "object",
    required: ["type", "title", "status", "detail", "code"],
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { enum: statuses },
      detail: { type: "string" },
      code: { type: "string" },
      issues: { type: "array", items: { $ref: "#/components/schemas/Issue" } },
    },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Countersign",
      version: "1",
      description: "Claims, evidence, two people, signed verdicts.",
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      responses: {
        Problem: {
          description: "A problem document (RFC 9457)",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      schemas: {
        ...responseComponents(),
        Problem: problem,
        Issue: {
          type: "object",
          required: ["code", "field", "message"],
          properties: {
            code: { type: "string" },
            field: { type: "string" },
            message: { type: "string" },
            overridable: { type: "boolean" },
            label: { type: "string" },
          },
        },
        GateCode: { type: "string", enum: gateRules.map(({ code }) => code) },
      },
    },
    "x-gate": gateRules.map((rule) => ({ ...rule })),
  };
}
