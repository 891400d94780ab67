import { hashName } from "./hash-name";
import type { PublicationRecord, RecordClaim, RecordEvidence, SignedRecord } from "./record";

const context = "http://www.w3.org/ns/anno.jsonld";

/** The media type of Web Annotation documents (https://www.w3.org/TR/annotation-protocol/#media-type). */
export const annotationType = `application/ld+json; profile="${context}"; charset=utf-8`;

type Place = { page: string; collection: string };

function textBody(purpose: string, value: string, language: string | null): object {
  const spoken = language === null ? {} : { language };
  return { type: "TextualBody", purpose, value, format: "text/plain", ...spoken };
}

function annotation(id: string, record: PublicationRecord, rest: object): object {
  const { publisher, publishedAt } = record;
  const creator = { id: publisher.url, type: "Organization", name: publisher.name };
  return { id, type: "Annotation", created: publishedAt, creator, ...rest };
}

/** The passage that makes the claim, with our rating and finding on it. */
function claimAnnotation(record: PublicationRecord, claim: RecordClaim, place: Place): object | null {
  const { appearance } = claim;
  if (!appearance?.url) return null;
  return annotation(`${place.collection}#claim`, record, {
    motivation: "assessing",
    body: [
      textBody("assessing", `${record.rating.label}: ${record.finding}`, record.language),
      { type: "SpecificResource", purpose: "linking", source: place.page },
    ],
    target: {
      type: "SpecificResource",
      source: appearance.url,
      selector: { type: "TextQuoteSelector", exact: appearance.exact },
    },
  });
}

/** Where in the source the evidence stands. Positions are left out: they count in our copy, not in the source's page. */
function selectorOf({ quote, region }: RecordEvidence): object | null {
  if (quote) {
    const { exact, prefix, suffix } = quote;
    return { type: "TextQuoteSelector", exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  }
  if (!region) return null;
  return {
    type: "FragmentSelector",
    conformsTo: "http://www.w3.org/TR/media-frags/",
    value: region.fragment,
  };
}

function evidenceAnnotation(record: PublicationRecord, item: RecordEvidence, place: Place): object | null {
  const [selector, { source, capture }] = [selectorOf(item), item];
  // A capture without an address on the web is named by its hash.
  const address = source?.url ?? (capture ? hashName(capture.sha256) : null);
  if (!selector || !address) return null;
  const seen = capture ? { state: { type: "TimeState", sourceDate: capture.capturedAt } } : {};
  return annotation(`${place.collection}#e${item.number}`, record, {
    motivation: "describing",
    body: [
      ...(item.shows ? [textBody("describing", item.shows, record.language)] : []),
      ...(item.region ? [textBody("describing", item.region.description, record.language)] : []),
      ...(item.region?.words === undefined
        ? []
        : [textBody("describing", item.region.words, item.source?.language ?? null)]),
      textBody("classifying", item.stance, null),
      { type: "SpecificResource", purpose: "linking", source: place.page },
    ],
    target: { type: "SpecificResource", source: address, selector, ...seen },
  });
}

/**
 * The claim's passage and every printed quote of a version as a W3C Web Annotation collection of one page. A retracted
 * verdict (`isRetracted`) says nothing about any page any more: its collection is empty.
 * Source: https://www.w3.org/TR/annotation-model/.
 */
export function annotationCollection(
  { record }: SignedRecord,
  options: { siteUrl: string; isRetracted: boolean },
): object {
  const { siteUrl, isRetracted } = options;
  const page = `${siteUrl}/verdicts/${record.slug}/v/${record.version}`;
  const collection = `${siteUrl}/api/v1/publications/${record.slug}/${record.version}/annotations.jsonld`;
  const place = { page, collection };
  const items =
    record.kind === "retraction" || isRetracted
      ? []
      : [
          claimAnnotation(record, record.claim, place),
          ...record.evidence.map((item) => evidenceAnnotation(record, item, place)),
        ].filter((item) => item !== null);
  return {
    "@context": context,
    id: collection,
    type: "AnnotationCollection",
    label: `Quotes of “${record.claim.text}”, version ${record.version}`,
    total: items.length,
    first: { id: `${collection}#page`, type: "AnnotationPage", startIndex: 0, items },
  };
}
