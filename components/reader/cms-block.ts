import type { PublicationRecord } from "@/lib/publications/record";
import { readerWords } from "@/lib/words/reader";
import { xmlText } from "@/lib/publications/xml";
import { peopleDay } from "./dates";
import { ratingTone, type RatingTone } from "./rating-mark";
import { verdictPath, versionPath } from "./reader-paths";
import {
  contentIn,
  directionOf,
  pageTag,
  siteBeside,
  type OtherLanguage,
  type ReaderSite,
} from "./reader-site";

/** Each on the block's own white has a contrast of 4.5 or more (WCAG 1.4.3). */
const colours: Record<RatingTone, string> = {
  confirmed: "#0a6b4c",
  mostly: "#3f7423",
  partly: "#7a5b00",
  misleading: "#9c4408",
  disputed: "#a0162b",
  unproven: "#56606d",
};

const box =
  "margin:1.5em 0;padding:1em 1.25em;border:1px solid #b9b3a6;border-left:4px solid #1a1c20;background-color:#ffffff;color:#1a1c20;font-style:normal;text-align:start;overflow-wrap:break-word";
const line = "margin:0 0 .6em;text-indent:0;color:#1a1c20;font-size:1em;line-height:1.45";
const link = "color:#14467c;text-decoration:underline";

/** `lang` and `dir` for content in another language than the words around it. */
function attributes({ lang, dir }: OtherLanguage): string {
  return lang === undefined ? "" : ` lang="${xmlText(lang)}" dir="${dir}"`;
}

function inLanguage(html: string, own: string): string {
  return own === "" ? html : `<span${own}>${html}</span>`;
}

function paragraph(style: string, html: string, own = ""): string {
  return `  <p style="${style}"${own}>${html}</p>`;
}

/**
 * A verdict as a block of HTML for other people's pages: rating, finding and claim together, with version and date. No
 * script, frame or picture, and only elements and styles that WordPress' filter (kses) lets through for every author;
 * every colour has its background, so that a theme can make neither unreadable.
 */
export function cmsBlock(site: ReaderSite, record: PublicationRecord): string {
  const { slug, version, rating, claim, finding, publisher, publishedAt, language, label } = record;
  const { speaks } = siteBeside(site, language);
  const words = readerWords(speaks);
  const { theClaim, claimBy, quoted, checkedBy, holdsNow } = words.use;
  const page = pageTag(speaks, language);
  const own = attributes(contentIn(language, words));
  const [now, fixed] = [site.url + verdictPath(slug), site.url + versionPath(slug, version)].map(xmlText);
  const tone = colours[ratingTone(rating)];
  const about = xmlText(claim.claimant === null ? theClaim : claimBy(claim.claimant));
  const made = xmlText(words.use.version(version, peopleDay(publishedAt, words)));
  return [
    `<blockquote class="countersign-verdict" cite="${fixed}" lang="${xmlText(page)}" dir="${directionOf(page)}" style="${box}">`,
    ...(label === null ? [] : [paragraph(line, `<strong>${xmlText(label)}</strong>`, own)]),
    paragraph(
      line,
      `<strong style="color:${tone};font-weight:700">${xmlText(rating.label)}</strong>: ${xmlText(rating.meaning)}`,
      own,
    ),
    paragraph(`${line};font-weight:700`, xmlText(finding), own),
    paragraph(line, `${about}: ${inLanguage(xmlText(quoted(claim.text)), own)}`),
    paragraph(
      `${line};margin:0`,
      `<a href="${now}" style="${link}">${xmlText(checkedBy(publisher.name))}</a>, ${made}. ${xmlText(holdsNow)}`,
    ),
    "</blockquote>",
  ].join("\n");
}
