import type { SignedRecord } from "../publications/record";
import { markdownWords } from "../publications/markdown-words";
import { verifyPage, type KeySet } from "../publications/sign";
import { parseRecord, type StoredRecord } from "../publications/verified-versions";
import { wordDiff, type DiffPart } from "../publications/word-diff";
import { canonicalJson } from "../publications/canonical";
import type { Rating } from "../settings/ratings";
import type { CodeName, SitePageContent, SitePageName } from "./pages";
import type { SitePageRecord } from "./record";

export type SignedPage = SignedRecord<SitePageRecord>;

/** What is said of the parts of a page that are no text of its own. */
export type PageWords = { text: string; scale: string; signatoryOf: string; codes: Record<CodeName, string> };

/** One part of a page that differs between two versions, word by word. */
export type PageChange = { label: string; diff: DiffPart[] };

/** The versions of a page (`rows` oldest first) when each verifies and names the one before it; else null. */
export function verifiedPageVersions(
  page: SitePageName,
  rows: readonly StoredRecord[],
  keys: KeySet,
): SignedPage[] | null {
  const versions = rows.flatMap(({ recordText, sha256, signature, keyId }) => {
    const record = parseRecord<SitePageRecord>(recordText);
    return record ? [{ record, sha256, signature, keyId }] : [];
  });
  const isChain = versions.every((signed, index) => {
    const { record } = signed;
    const before = versions[index - 1]?.sha256 ?? null;
    const isInTurn = record.page === page && record.version === index + 1;
    return isInTurn && (record.previous?.sha256 ?? null) === before && verifyPage(signed, keys).ok;
  });
  return isChain && versions.length === rows.length ? versions : null;
}

/** Whether two contents would be printed alike. */
export function isSameContent(a: SitePageContent, b: SitePageContent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** Whether two scales would be printed alike. */
export function isSameScale(a: readonly Rating[], b: readonly Rating[]): boolean {
  return isSameContent({ text: "", scale: [...a] }, { text: "", scale: [...b] });
}

/**
 * What a reader would see change between two contents, a page's Markdown as its words; nothing for equal parts. Where
 * nothing but marks of Markdown differs, which is a change too, the marks are shown.
 */
export function pageChanges(before: SitePageContent, after: SitePageContent, words: PageWords): PageChange[] {
  const parts: [string, (content: SitePageContent) => string][] = [
    [words.text, ({ text }) => text],
    [words.scale, scaleText],
    [words.signatoryOf, ({ signatoryOf = [] }) => signatoryOf.map((code) => words.codes[code]).join(", ")],
  ];
  return parts.flatMap(([label, textOf]) => {
    const [was, is] = [textOf(before), textOf(after)];
    if (was === is) return [];
    const seen = [markdownWords(was), markdownWords(is)] as const;
    const isOfMarks = label !== words.text || seen[0] === seen[1];
    return [{ label, diff: isOfMarks ? wordDiff(was, is) : wordDiff(...seen) }];
  });
}

/** The scale as lines, one a rating. */
function scaleText({ scale = [] }: SitePageContent): string {
  return scale
    .map(({ label, meaning, number }) => `${label}: ${meaning}${number === null ? "" : ` (${number})`}`)
    .join("\n");
}
