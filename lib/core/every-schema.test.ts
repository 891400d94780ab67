import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse-input";
import { tries, value, words } from "../../scripts/test/any-input";

let tried = 0;

/** The names that a schema knows, however it is wrapped. */
function keysOf(schema: z.ZodType): string[] {
  const {
    shape,
    in: inner,
    innerType,
    options,
  } = (schema as unknown as { def: Record<string, unknown> }).def;
  if (shape) return Object.keys(shape);
  const within = [inner, innerType, ...((options as unknown[]) ?? [])].filter(Boolean) as z.ZodType[];
  return within.flatMap(keysOf);
}

const unheld = /\0|\p{Surrogate}/u;

function textsIn(found: unknown): string[] {
  if (typeof found === "string") return [found];
  return typeof found === "object" && found !== null && !(found instanceof Uint8Array)
    ? Object.values(found).flatMap(textsIn)
    : [];
}

const schemaFiles = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/|-)schema\.ts$/.test(file))
  .sort();

describe.each(schemaFiles)("what lib/%s takes in", async (file) => {
  const module = (await import(/* @vite-ignore */ join(process.cwd(), "lib", file))) as Record<
    string,
    unknown
  >;
  const schemas = Object.entries(module).filter(
    (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
  );

  it.each(schemas)(
    "ASVS 2.2.1, 15.3.3, %s: anything is taken as the database can hold it, or refused in words",
    (_, schema) => {
      const keys = keysOf(schema);
      const key = keys.length > 0 ? fc.constantFrom(...keys, "__proto__", "constructor", "extra") : words;
      const fields = fc.array(fc.tuple(key, value), { maxLength: 8 }).map((pairs) => {
        const given = {};
        for (const [name, one] of pairs)
          Object.defineProperty(given, name, { value: one, enumerable: true, configurable: true });
        return given;
      });
      tried += tries(
        150,
        fc.oneof(
          { weight: 6, arbitrary: fields as fc.Arbitrary<unknown> },
          { weight: 1, arbitrary: value as fc.Arbitrary<unknown> },
        ),
        (given) => {
          const read = parseInput(schema, given);
          if (read.ok) {
            expect(textsIn(read.value).filter((text) => unheld.test(text))).toEqual([]);
            return;
          }
          expect(read.error.kind).toBe("malformed");
          expect(read.error.issues!.length).toBeGreaterThan(0);
          for (const { message, field } of read.error.issues!)
            expect([typeof message, message.length > 0, typeof field]).toEqual(["string", true, "string"]);
          expect(({} as Record<string, unknown>).extra).toBeUndefined();
        },
      );
    },
  );
});

afterAll(() => expect(tried).toBeGreaterThanOrEqual(10_000));
