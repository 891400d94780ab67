import type { z } from "zod";
import { spelled } from "./field-words";
import { nothingWritten } from "./nothing-written";

type Found = z.core.$ZodRawIssue;

const kinds: Record<string, string> = {
  string: "Write this as text.",
  number: "Write this as a number.",
  int: "Write this as a whole number.",
  boolean: "Say true or false.",
  array: "Give this as a list.",
  object: "Give this as an object with named fields.",
  record: "Give this as an object with named fields.",
};

const formats: Record<string, string> = {
  email: "Write an e-mail address.",
  url: "Write an address such as https://example.org/page.",
  datetime: "Write a time with its zone, such as 2024-06-28T16:00:00Z.",
  date: "Write a day as 2024-06-28.",
};

function bounds(found: Found & { code: "too_small" | "too_big" }): string {
  const isLess = found.code === "too_big";
  const limit = Number(isLess ? found.maximum : found.minimum).toLocaleString("en-GB");
  const way = isLess ? "at most" : "at least";
  if (found.origin === "string") {
    if (!isLess && limit === "1") return nothingWritten;
    return `${isLess ? "Too long" : "Too short"}: ${limit} characters ${way}.`;
  }
  return found.origin === "array"
    ? `Give ${limit} ${way}.`
    : `Write ${limit} ${isLess ? "or less" : "or more"}.`;
}

/** Plain words for what a schema found wrong and has no words of its own for; undefined leaves zod's. */
export function plainRefusal(found: Found): string | undefined {
  switch (found.code) {
    case "invalid_type":
      return found.input === undefined ? "This is missing." : kinds[found.expected];
    case "too_small":
    case "too_big":
      return bounds(found);
    case "invalid_value":
      return `This is one of: ${found.values.map((value) => spelled(String(value))).join(", ")}.`;
    case "invalid_format":
      return formats[found.format] ?? "This is not written as it should be.";
    case "invalid_union":
      return "This is given in none of the ways it can be.";
    default:
      return undefined;
  }
}
