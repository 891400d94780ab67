import { z } from "zod";

/**
 * Web annotations (W3C Web Annotation Data Model, Recommendation of 23 February 2017): what holds what we publish against
 * the model, and reads the annotations of public test suites.
 * The schema holds what the model demands ("must") of the properties that it names; others may be there.
 */
const context = "http://www.w3.org/ns/anno.jsonld";

const iri = z.string().regex(/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i, { error: "An absolute IRI is needed." });
const time = z.iso.datetime({ offset: true, error: "A time with its zone is needed: 2024-06-28T10:00:00Z." });
const oneOrMore = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema).min(1)]);
const text = z.string();
const typed = (name: string) =>
  oneOrMore(text).refine((type) => [type].flat().includes(name), { error: `The type ${name} is needed.` });

const agent = z.union([iri, z.looseObject({ id: iri.optional(), type: oneOrMore(text).optional() })]);

/** Properties that bodies, targets and annotations share (section 3.3 and 3.4 of the model). */
const about = {
  creator: oneOrMore(agent).optional(),
  generator: oneOrMore(agent).optional(),
  created: time.optional(),
  modified: time.optional(),
  generated: time.optional(),
  rights: oneOrMore(iri).optional(),
  canonical: iri.optional(),
  via: oneOrMore(iri).optional(),
};
const ofResource = {
  ...about,
  format: oneOrMore(text).optional(),
  language: oneOrMore(text).optional(),
  processingLanguage: text.optional(),
  textDirection: z.enum(["ltr", "rtl", "auto"]).optional(),
  purpose: oneOrMore(text).optional(),
  accessibility: oneOrMore(text).optional(),
};

const position = z.number().int().min(0);
const refinedBy = { refinedBy: z.lazy(() => oneOrMore(z.union([iri, selector, state]))).optional() };

const textQuote = z.looseObject({
  type: typed("TextQuoteSelector"),
  exact: text.min(1),
  prefix: text.optional(),
  suffix: text.optional(),
  ...refinedBy,
});
const positions = (type: string) =>
  z
    .looseObject({ type: typed(type), start: position, end: position, ...refinedBy })
    .refine(({ start, end }) => start <= end, { error: "The end lies before the start." });
const fragment = z.looseObject({
  type: typed("FragmentSelector"),
  value: text,
  conformsTo: iri.optional(),
  ...refinedBy,
});
const valued = (type: string) => z.looseObject({ type: typed(type), value: text, ...refinedBy });
const svg = z
  .looseObject({ type: typed("SvgSelector"), id: iri.optional(), value: text.optional(), ...refinedBy })
  .refine(({ id, value }) => id !== undefined || value !== undefined, {
    error: "An SVG or its address is needed.",
  });
const range = z.looseObject({
  type: typed("RangeSelector"),
  startSelector: z.lazy(() => selector),
  endSelector: z.lazy(() => selector),
  ...refinedBy,
});

/** Described elsewhere, at its own address. */
const reference = z.looseObject({ id: iri, type: z.undefined().optional() });

const selector: z.ZodType<Record<string, unknown>> = z.union([
  textQuote,
  positions("TextPositionSelector"),
  positions("DataPositionSelector"),
  fragment,
  valued("CssSelector"),
  valued("XPathSelector"),
  svg,
  range,
  reference,
]);
const state: z.ZodType<Record<string, unknown>> = z.union([
  z.looseObject({
    type: typed("TimeState"),
    sourceDate: oneOrMore(time).optional(),
    sourceDateStart: time.optional(),
    sourceDateEnd: time.optional(),
    cached: oneOrMore(iri).optional(),
    ...refinedBy,
  }),
  valued("HttpRequestState"),
  reference,
]);

const textualBody = z.looseObject({
  ...ofResource,
  id: iri.optional(),
  type: typed("TextualBody"),
  value: text,
});

const specific = z
  .looseObject({
    ...ofResource,
    id: iri.optional(),
    type: oneOrMore(text).optional(),
    source: z.lazy(() => resource),
    selector: oneOrMore(z.union([iri, selector])).optional(),
    state: oneOrMore(z.union([iri, state])).optional(),
    styleClass: oneOrMore(text).optional(),
    renderedVia: oneOrMore(agent).optional(),
    scope: oneOrMore(iri).optional(),
  })
  .refine(({ items }) => items === undefined, { error: "A specific resource has one source and no items." });

const sets = ["Choice", "Composite", "List", "Independents"];
const set = z.looseObject({
  ...about,
  id: iri.optional(),
  type: oneOrMore(text).refine((type) => [type].flat().filter((name) => sets.includes(name)).length === 1, {
    error: `One of ${sets.join(", ")} is needed.`,
  }),
  items: z.array(z.lazy(() => resource)).min(1),
});

const isSpecial = (type: string | string[] | undefined) =>
  [type ?? []].flat().some((name) => ["TextualBody", "SpecificResource", ...sets].includes(name));
const external = z
  .looseObject({ ...ofResource, id: iri, type: oneOrMore(text).optional() })
  .refine(({ type, items, source }) => !isSpecial(type) && items === undefined && source === undefined, {
    error: "This resource lacks what its type demands.",
  });

const resource: z.ZodType<unknown> = z.union([iri, textualBody, specific, set, external]);

const contexts = oneOrMore(z.union([text, z.looseObject({})])).refine(
  (value) => [value].flat().includes(context),
  { error: `The context ${context} is needed.` },
);

const annotationShape = z.looseObject({
  ...about,
  id: iri,
  type: typed("Annotation"),
  body: oneOrMore(resource).optional(),
  bodyValue: text.optional(),
  target: oneOrMore(resource),
  motivation: oneOrMore(text).optional(),
  audience: oneOrMore(agent).optional(),
  stylesheet: z.union([iri, z.looseObject({ type: typed("CssStylesheet") })]).optional(),
});
const hasOneBody = ({ body, bodyValue }: { body?: unknown; bodyValue?: unknown }) =>
  body === undefined || bodyValue === undefined;
const oneBody = { error: "An annotation has a body or a bodyValue, not both." };

const item = annotationShape.refine(hasOneBody, oneBody);
const page = z.looseObject({
  id: iri,
  type: typed("AnnotationPage"),
  items: z.array(z.union([iri, item])),
  partOf: z.union([iri, z.looseObject({ id: iri })]).optional(),
  next: z.union([iri, z.looseObject({ id: iri })]).optional(),
  prev: z.union([iri, z.looseObject({ id: iri })]).optional(),
  startIndex: position.optional(),
});
const collection = z.looseObject({
  ...about,
  id: iri,
  type: typed("AnnotationCollection"),
  label: oneOrMore(text).optional(),
  total: position.optional(),
  first: z.union([iri, page.partial({ items: true })]).optional(),
  last: z.union([iri, page.partial({ items: true })]).optional(),
});

const inContext = { "@context": contexts };

/** One annotation, or a page or collection of them, as a document of its own. Source: the model's sections 3 to 5. */
export const annotationSchema = z.union([
  annotationShape.extend(inContext).refine(hasOneBody, oneBody),
  page.extend(inContext),
  collection.extend(inContext),
]);

/** What is wrong with a document that says it is an annotation, a page of them or a collection; null when nothing is. */
export function annotationProblem(document: unknown): string | null {
  const read = annotationSchema.safeParse(document);
  return read.success ? null : z.prettifyError(read.error);
}

/** A part of a source as Countersign takes it: words with their context and place, or a region as a media fragment. */
export type TakenSelector =
  | {
      source: string;
      quote: { exact: string; prefix?: string; suffix?: string; start?: number; end?: number };
    }
  | { source: string; region: string };

/** Tools put selectors of their own beside those of the model. */
const withSelectors = z.looseObject({
  source: z.union([iri, z.looseObject({ id: iri })]),
  selector: oneOrMore(z.unknown()).optional(),
});

/**
 * The selectors of an annotation's targets that Countersign can hold: TextQuoteSelector (with a TextPositionSelector
 * beside it) and FragmentSelector. Targets without one of these give nothing.
 */
export function selectorsOf(annotation: { target: unknown }): TakenSelector[] {
  return [annotation.target].flat().flatMap((target) => {
    const found = withSelectors.safeParse(target);
    if (!found.success) return [];
    const { source: from } = found.data;
    const source = typeof from === "string" ? from : from.id;
    const selectors = [found.data.selector ?? []].flat();
    const quote = first(selectors, textQuote);
    const place = first(selectors, positions("TextPositionSelector"));
    if (quote) {
      const { exact, prefix, suffix } = quote;
      return {
        source,
        quote: {
          exact,
          ...(prefix === undefined ? {} : { prefix }),
          ...(suffix === undefined ? {} : { suffix }),
          ...(place ? { start: place.start, end: place.end } : {}),
        },
      };
    }
    const region = first(selectors, fragment);
    return region ? { source, region: region.value } : [];
  });
}

function first<S extends z.ZodType>(values: readonly unknown[], schema: S): z.output<S> | null {
  for (const value of values) {
    const found = schema.safeParse(value);
    if (found.success) return found.data;
  }
  return null;
}
