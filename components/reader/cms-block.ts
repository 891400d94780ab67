import { en } from "@/lib/words/en";
import type { PublicationRecord } from "@/lib/publications/record";
import { xmlText } from "@/lib/publications/xml";
import { peopleDay } from "./dates";
import { ratingTone, type RatingTone } from "./rating-mark";
import { verdictPath, versionPath } from "./reader-paths";
import { directionOf, type ReaderSite } from "./reader-site";

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

function paragraph(style: string, html: string): string {
  return `  <p style="${style}">${html}</p>`;
}

/**
 * A verdict as a block of HTML for other people's pages: rating, finding and claim together, with version and date. No
 * script, frame or picture, and only elements and styles that WordPress' filter (kses) lets through for every author;
 * every colour has its background, so that a theme can make neither unreadable.
 */
export function cmsBlock(site: ReaderSite, record: PublicationRecord): string {
  const { slug, version, rating, claim, finding, publisher, publishedAt, language, label } = record;
  const tone = colours[ratingTone(rating)];
  const by = claim.claimant === null ? "" : `, by ${xmlText(claim.claimant)}`;
  const [now, fixed] = [site.url + verdictPath(slug), site.url + versionPath(slug, version)].map(xmlText);
  return [
    `<blockquote class="countersign-verdict" cite="${fixed}" lang="${xmlText(language)}" dir="${directionOf(language)}" style="${box}">`,
    ...(label === null ? [] : [paragraph(line, `<strong>${xmlText(label)}</strong>`)]),
    paragraph(
      line,
      `<strong style="color:${tone};font-weight:700">${xmlText(rating.label)}</strong>: ${xmlText(rating.meaning)}`,
    ),
    paragraph(`${line};font-weight:700`, xmlText(finding)),
    paragraph(line, `The claim${by}: “${xmlText(claim.text)}”`),
    paragraph(
      `${line};margin:0`,
      `<a href="${now}" style="${link}">Checked by ${xmlText(publisher.name)}</a>, version ${version}, ${xmlText(peopleDay(publishedAt, en))}. The link shows what holds now.`,
    ),
    "</blockquote>",
  ].join("\n");
}
