/** What a template is written for: each kind fills one field of the desk. */
export const templateKinds = ["write-up", "reply-letter", "notice", "correction", "decline"] as const;

/** What the desk calls one of each kind. */
export const templateKindWords: Record<TemplateKind, string> = {
  "write-up": "Write-up",
  "reply-letter": "Letter",
  notice: "Notice",
  correction: "Correction",
  decline: "Decline note",
};
export type TemplateKind = (typeof templateKinds)[number];

/** Code points that a template of each kind may have: what its field takes, or what is still a template. */
export const mostCharacters: Readonly<Record<TemplateKind, number>> = {
  "write-up": 10_000,
  "reply-letter": 5_000,
  notice: 600,
  correction: 1_000,
  decline: 2_000,
};

/** What a template may leave open, in the order in which people are told of them. */
export const placeholders = ["claim", "claimant", "finding", "deadline", "newsroom", "today"] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands for each placeholder here; what is not known, or may not be seen, is null. */
export type TemplateValues = Readonly<Record<Placeholder, string | null>>;

/** A template as it is offered in a form. */
export type OfferedTemplate = { id: string; kind: TemplateKind; name: string; body: string };

const bracketed = /\{([^{}\n]*)\}/gu;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** What stands in braces and is no placeholder, each once, in order. */
export function unknownPlaceholders(body: string): string[] {
  const names = [...body.matchAll(bracketed)].map(([, name]) => name!);
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** Every placeholder as it is written: "{claim}, {claimant} …". */
export const placeholdersInWords = placeholders.map((name) => `{${name}}`).join(", ");

/** A value is words and nothing more: one line, and in Markdown none of its letters is a mark. */
function valueIn(kind: TemplateKind, value: string): string {
  const line = value.trim().replace(/\s+/gu, " ");
  if (kind !== "write-up") return line;
  return line
    .replace(/[\\`*_[\]]/gu, "\\$&")
    .replace(/^(#{1,6}|[>+-])(?=\s)/u, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s)/u, "$1\\$2");
}

/** `gaps`: the placeholders without a value, each once, in order; in the text each stays visible as "[claimant]". */
export type Expanded = { text: string; gaps: Placeholder[] };

/** The template's text with its placeholders filled in. A value that looks like a placeholder stays as it is. */
export function expandTemplate(
  { kind, body }: Pick<OfferedTemplate, "kind" | "body">,
  values: TemplateValues,
): Expanded {
  const gaps = new Set<Placeholder>();
  const text = body.replace(bracketed, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = valueIn(kind, values[name] ?? "");
    if (value !== "") return value;
    gaps.add(name);
    return `[${name}]`;
  });
  return { text, gaps: [...gaps] };
}
