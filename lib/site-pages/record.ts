import { recordSigner } from "../publications/record-parts";
import type { SigningPart } from "../publications/record";
import { contentOf, type SitePageContent, type SitePageName } from "./pages";

/**
 * The public record of one signed version of a page: all that is printed of it. Hashed in its RFC 8785 form and signed
 * like a publication, under a prefix of its own.
 */
export type SitePageRecord = {
  type: "countersign-page";
  schema: 1;
  page: SitePageName;
  publisher: { name: string; url: string };
  /** BCP 47 tag of the text. */
  language: string;
  content: SitePageContent;
  /** The version before this one, tying the versions into a chain. */
  previous: { version: number; sha256: string } | null;
} & Pick<SigningPart, "version" | "publishedAt" | "signer">;

/** Version n+1 of a page, ready to hash and sign. */
export function sitePageRecord(input: Omit<SitePageRecord, "type" | "schema" | "version">): SitePageRecord {
  const { page, publisher, language, content, previous, publishedAt, signer } = input;
  return {
    type: "countersign-page",
    schema: 1,
    page,
    publisher: { name: publisher.name, url: publisher.url },
    language,
    content: contentOf(page, content),
    previous: previous && { version: previous.version, sha256: previous.sha256 },
    version: (previous?.version ?? 0) + 1,
    publishedAt,
    signer: recordSigner(signer),
  };
}
