import { z } from "zod";

/** The Web Annotation data model as far as documents can break it: https://www.w3.org/TR/annotation-model/. */
const contextIri = "http://www.w3.org/ns/anno.jsonld";
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
const oneOrMore = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema).min(1)]);
const context = z.union([
  z.literal(contextIri),
  z.array(z.unknown()).refine((all) => all.includes(contextIri)),
]);
const typeNamed = (name: string) =>
  z.union([z.literal(name), z.array(z.string()).refine((all) => all.includes(name))]);

const selector = z.union([
  iri,
  z.looseObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string().min(1),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.looseObject({
    type: z.enum(["TextPositionSelector", "DataPositionSelector"]),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.looseObject({
    type: z.enum(["FragmentSelector", "CssSelector", "XPathSelector"]),
    value: z.string(),
    conformsTo: iri.optional(),
  }),
  z.looseObject({ type: z.literal("SvgSelector"), value: z.string().optional(), id: iri.optional() }),
  z.looseObject({ type: z.literal("RangeSelector"), startSelector: z.unknown(), endSelector: z.unknown() }),
]);
const state = z.looseObject({
  id: iri.optional(),
  type: z.enum(["TimeState", "HttpRequestState"]).optional(),
  sourceDate: time.optional(),
});
const agent = oneOrMore(
  z.union([
    iri,
    z.looseObject({ id: iri.optional(), type: z.union([z.string(), z.array(z.string())]).optional() }),
  ]),
);
const about = {
  created: time.optional(),
  modified: time.optional(),
  generated: time.optional(),
  creator: agent.optional(),
  generator: agent.optional(),
  rights: oneOrMore(iri).optional(),
  canonical: iri.optional(),
  via: oneOrMore(iri).optional(),
};

const resource = z.union([
  iri,
  z.looseObject({
    type: z.literal("TextualBody"),
    value: z.string(),
    language: z.unknown().optional(),
    purpose: z.string().optional(),
  }),
  z.looseObject({
    type: z.enum(["Choice", "Composite", "List", "Independents"]),
    items: z.array(z.unknown()).min(1),
  }),
  z.looseObject({
    ...about,
    type: z.literal("SpecificResource").optional(),
    source: z.union([iri, z.looseObject({ id: iri })]),
    selector: oneOrMore(selector).optional(),
    state: oneOrMore(state).optional(),
  }),
  z.looseObject({ ...about, id: iri, source: z.undefined().optional() }),
]);
const annotationShape = {
  ...about,
  id: iri,
  type: typeNamed("Annotation"),
  motivation: oneOrMore(z.string()).optional(),
  body: oneOrMore(resource).optional(),
  bodyValue: z.string().optional(),
  target: oneOrMore(resource),
};
const annotation = z
  .looseObject(annotationShape)
  .refine((value) => value.body === undefined || value.bodyValue === undefined);
const page = z.looseObject({
  id: iri,
  type: z.literal("AnnotationPage"),
  startIndex: z.int().min(0).optional(),
  items: z.array(annotation),
});
const collection = z.looseObject({
  "@context": context,
  id: iri,
  type: typeNamed("AnnotationCollection"),
  total: z.int().min(0),
  first: z.union([iri, page]),
});

/** What is wrong with a document that says it is an annotation, a page of them or a collection; null when nothing is. */
export function annotationProblem(document: unknown): string | null {
  const { type } = document as { type?: unknown };
  const withContext = z.looseObject({ "@context": context });
  const whole =
    type === "AnnotationCollection"
      ? collection
      : (type === "AnnotationPage" ? page : annotation).and(withContext);
  const read = whole.safeParse(document);
  return read.success ? null : z.prettifyError(read.error);
}
