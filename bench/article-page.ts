import { pick } from "./data/words";
import { capitalise } from "../lib/core/capitalise";

const onsets = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w".split(" ");
const vowels = "a e i o u ai ea ee oo ou".split(" ");
const codas = "n r s t l nd st rt m ck ll".split(" ");
const small = "the of to in and a for that on with as was by at from it is had were be".split(" ");

/** Any of some hundred thousand made-up words, the same for the same number: two pages share a run of them by chance only. */
function word(n: number): string {
  const part = (salt: number) => {
    const [onset, vowel] = [onsets[pick(n, onsets.length, salt)], vowels[pick(n, vowels.length, salt + 1)]];
    return `${onset}${vowel}${codas[pick(n, codas.length, salt + 2)]}`;
  };
  return n % 3 === 0 ? part(700) : part(700) + part(710);
}

/** A story's places and people, as a report has: a dozen names that come again and again. */
const nameOf = (story: number, k: number) =>
  `${capitalise(word(story * 31 + (k % 12) + 1_000_000))} ${capitalise(word(story * 37 + (k % 12) + 2_000_000))}`;

function words(page: number, from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const n = page * 1_000_003 + from * 101 + at;
    return at % 2 === 0 ? small[pick(n, small.length, 690)] : word(pick(n, 120_000, 691));
  }).join(" ");
}

/** One sentence in five has figures, one in eight says who says so: about what a long report has. */
function sentenceOf(page: number, story: number, n: number): string {
  const name = nameOf(story, n);
  if (n % 8 === 3)
    return `“${capitalise(words(page, n * 8, 9))},” said ${name}, ${words(page, n * 8 + 1, 6)}.`;
  if (n % 5 === 0)
    return `${capitalise(words(page, n * 8, 7))} cost $${1 + pick(n + page, 900, 692)} million in ${2005 + (n % 20)}, ${pick(n, 90, 693)} percent ${words(page, n * 8 + 1, 7)}.`;
  return `${capitalise(words(page, n * 8, 8 + pick(n, 9, 694)))} ${name} ${words(page, n * 8 + 1, 6)}.`;
}

const link = (page: number, n: number, length: number) =>
  `<a class="nav-link c-link--plain" href="/section/${page}/${n}">${capitalise(words(page, 50_000 + n, length))}</a>`;

const teaser = (page: number, n: number) =>
  `<li class="teaser teaser--small"><figure><img src="/pictures/${page}-${n}.jpg" alt="${words(page, 60_000 + n, 5)}" loading="lazy"></figure><h3>${link(page, n, 9)}</h3><p>${capitalise(words(page, 70_000 + n, 16))}.</p></li>`;

function headOf(page: number, title: string): string {
  return `<meta charset="utf-8"><title>${title} | The Bench Times</title><meta property="og:site_name" content="The Bench Times"><meta name="author" content="Ada Writer">
<meta property="article:published_time" content="${2015 + (page % 10)}-03-04T10:00:00Z"><link rel="canonical" href="https://bench.example/story-${page}"><link rel="stylesheet" href="/style.css">
<script>window.page = ${page};</script>`;
}

/**
 * A newspaper's page of about so many bytes: two menus, thirty teasers, a picture, a footer, and a report that fills the
 * rest with paragraphs of three or four sentences. Other words for another `page`, so that no report repeats another; the
 * names are those of the `story`, its own when none is given.
 */
export function articlePage(page: number, bytes: number, story = page): string {
  const menu = Array.from({ length: 40 }, (_, n) => `<li>${link(page, n, 2)}</li>`).join("\n");
  const teasers = Array.from({ length: 30 }, (_, n) => teaser(page, n)).join("\n");
  const title = capitalise(words(page, 90_000, 9));
  const before = `<!doctype html><html lang="en"><head>${headOf(page, title)}</head><body><header><nav class="menu"><ul>${menu}</ul></nav></header><main><article><h1>${title}</h1><p class="byline">By Ada Writer</p><figure><img src="/lead-${page}.jpg" alt=""><figcaption>${words(page, 91_000, 12)}</figcaption></figure>`;
  const after = `</article><aside class="related"><h2>More news</h2><ul>${teasers}</ul></aside></main><footer><nav><ul>${menu}</ul></nav></footer></body></html>`;
  let text = "";
  for (let n = 0; before.length + text.length + after.length < bytes; n += 4) {
    const sentences = [0, 1, 2, 3].slice(0, n % 3 === 0 ? 3 : 4).map((k) => sentenceOf(page, story, n + k));
    text += `<p class="article__paragraph">${sentences.join(" ")}</p>\n`;
  }
  return before + text + after;
}
