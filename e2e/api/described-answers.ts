import { z } from "zod";

type Operation = {
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }> }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
type Described = { call: string; method: string; path: RegExp; answer: z.ZodType | null };

/** A description with its references inside itself, as a validator wants it. */
function selfContained(schema: unknown, components: Record<string, unknown>): z.core.JSONSchema.JSONSchema {
  const whole = { ...(schema as object), $defs: components };
  return JSON.parse(
    JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/"),
  ) as z.core.JSONSchema.JSONSchema;
}

function describedOf(document: Document): Described[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => {
      const [, answer] = Object.entries(responses).find(([status]) => status !== "default")!;
      const schema = answer.content?.["application/json"]?.schema;
      return {
        call: `${method} ${path}`,
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
        answer: schema ? z.fromJSONSchema(selfContained(schema, document.components.schemas)) : null,
      };
    }),
  );
}

/** Holds the answers of a running instance against what its own OpenAPI document says of them. */
export class DescribedAnswers {
  private loaded: Promise<Described[]> | undefined;
  /** Calls whose answer was held against its description. */
  readonly checked = new Set<string>();

  constructor(private readonly origin: string) {}

  calls(): Promise<Described[]> {
    this.loaded ??= fetch(`${this.origin}/api/v1/openapi.json`).then(async (response) =>
      describedOf((await response.json()) as Document),
    );
    return this.loaded;
  }

  /** What differs between a successful answer and its description; nothing for an address that is not described. */
  async faults(method: string, path: string, body: unknown): Promise<string[]> {
    const address = path.split("?")[0]!;
    const found = (await this.calls()).find((one) => one.method === method && one.path.test(address));
    if (!found) return [];
    this.checked.add(found.call);
    const parsed = found.answer?.safeParse(body);
    if (!parsed || parsed.success) return [];
    return parsed.error.issues.map((issue) => `${found.call}: ${issue.path.join(".")}: ${issue.message}`);
  }
}
