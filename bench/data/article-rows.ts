import { createHash } from "node:crypto";
import { isCommonName } from "../../lib/attributions/reuse/common-names";
import { shinglesOf, sketchOf } from "../../lib/attributions/reuse/shingles";
import { wordsOf } from "../../lib/attributions/reuse/text-words";
import { dayMs } from "../../lib/core/durations";
import { time, type Table } from "./claim-rows";
import { articleId, idOf, quoteId, quotesOfArticle, timeOf, type Plan } from "./plan";
import { pick, pickFew, places, sentence } from "./words";

export const outletName = (n: number): string =>
  `${places[n % places.length]} ${["Times", "Post", "Courier", "Herald"][Math.floor(n / places.length) % 4]}${n >= places.length * 4 ? ` ${n}` : ""}`;

/** The text of an article: a title and four sentences, each of which is a quote. Returns where each begins. */
export function articleText(n: number): {
  title: string;
  sentences: string[];
  starts: number[];
  full: string;
} {
  const title = sentence(n, 200);
  const sentences = Array.from({ length: quotesOfArticle }, (_, k) => `${sentence(n, 210 + k * 10)}.`);
  const starts: number[] = [];
  let full = `${title}\n\n`;
  for (const one of sentences) {
    starts.push(full.length);
    full += `${one} `;
  }
  return { title, sentences, starts, full: `${full.trimEnd()}\n` };
}

function* people(plan: Plan) {
  for (const { id, name, email, role } of plan.people) yield [id, email, name, role].join("\t");
}

function* outlets(plan: Plan) {
  for (let n = 0; n < plan.outlets; n += 1) {
    const name = outletName(n);
    yield [idOf("outlet", n), name, name.toLowerCase().replaceAll(" ", "-"), `outlet-${n}.example`].join(
      "\t",
    );
  }
}

function* articles(plan: Plan) {
  for (let n = 0; n < plan.articles; n += 1) {
    const at = time(timeOf(n, plan.articles));
    const outlet = pickFew(n, plan.outlets, 40);
    const url = `https://outlet-${outlet}.example/story-${n}`;
    const captureId = idOf("capture", n);
    const checkAt = time(timeOf(n, plan.articles) + 400 * dayMs * 10);
    yield [
      articleId(plan, n),
      "captured",
      url,
      url,
      idOf("outlet", outlet),
      articleText(n).title,
      "en",
      at.slice(0, 10),
      n % 9 === 0 ? "report" : "news",
      n % 9 === 0,
      plan.people[pick(n, 32, 41)]!.id,
      at,
      captureId,
      checkAt,
    ].join("\t");
  }
}

function* captures(plan: Plan) {
  for (let n = 0; n < plan.articles; n += 1) {
    const { full } = articleText(n);
    const bytes = Buffer.from(full);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const ranges = `[[0,${full.length}]]`;
    const line = [idOf("capture", n), articleId(plan, n), sha256, "pasted", time(timeOf(n, plan.articles))];
    yield [
      ...line,
      "text/plain",
      `\\\\x${bytes.toString("hex")}`,
      full.replaceAll("\n", "\\n"),
      ranges,
      plan.people[pick(n, 32, 41)]!.id,
    ].join("\t");
  }
}

function* quotes(plan: Plan) {
  for (let n = 0; n < plan.articles; n += 1) {
    const { sentences, starts, full } = articleText(n);
    const at = time(timeOf(n, plan.articles));
    for (let k = 0; k < quotesOfArticle; k += 1) {
      const [exact, start] = [sentences[k]!, starts[k]!];
      const around = (from: number, to: number) => full.slice(from, to).replaceAll("\n", "\\n");
      const [prefix, suffix] = [
        around(Math.max(0, start - 32), start),
        around(start + exact.length, start + exact.length + 32),
      ];
      const line = [quoteId(n, k), idOf("capture", n), articleId(plan, n), exact, prefix, suffix, start];
      yield [...line, start + exact.length, exact, plan.people[pick(n, 32, 41)]!.id, at].join("\t");
    }
  }
}

function* attributions(plan: Plan) {
  for (let n = 0; n < plan.articles; n += 1) {
    const isOwn = n % 3 !== 0 || n < 50;
    const to = isOwn ? n : pick(n, n, 42);
    const person = plan.people[pick(n, 32, 43)]!.id;
    const at = time(timeOf(n, plan.articles));
    const type = isOwn ? "own-reporting" : "cites";
    const line = [idOf("attribution", n), type, articleId(plan, n), articleId(plan, to), "confirmed"];
    yield [...line, person, at, person, at].join("\t");
  }
}

const perArticle = (rows: number) => (plan: Plan) => plan.articles * rows;

/** The words of `sentence` that tell one article from another: where, and how many. */
function rareTerms(texts: readonly string[]): string[] {
  const names = new Set<string>();
  const amounts = new Set<string>();
  for (const text of texts) {
    const words = text.split(" ");
    const [place, amount] = [words[4]!.toLowerCase(), words[6]!];
    if (!isCommonName(place)) names.add(place);
    // What may be a year is no amount.
    if (Number(amount) >= 13 && !/^(?:1[5-9]|20)\d\d$/.test(amount)) amounts.add(`=${amount}`);
  }
  return [...names, ...amounts];
}

function* sketches(plan: Plan) {
  for (let n = 0; n < plan.articles; n += 1) {
    const { title, sentences, full } = articleText(n);
    const shingles = sketchOf(shinglesOf(wordsOf(full, true)));
    const terms = rareTerms([title, ...sentences]);
    yield [articleId(plan, n), idOf("capture", n), `{${shingles.join(",")}}`, `{${terms.join(",")}}`].join(
      "\t",
    );
  }
}

/** People, outlets, and articles with all that belongs to them, every table after those it points at. */
export function articleTables(): Table[] {
  return [
    { name: `"user"`, columns: `id, email, name, role`, rows: (plan) => plan.people.length, lines: people },
    { name: "outlet", columns: `id, name, "nameKey", host`, rows: (plan) => plan.outlets, lines: outlets },
    {
      name: "article",
      columns: `id, state, url, "canonicalUrl", "outletId", title, language, "publishedAt", kind, "primary", "createdById", "createdAt", "currentCaptureId", "nextCheckAt"`,
      rows: perArticle(1),
      lines: articles,
    },
    {
      name: "capture",
      columns: `id, "articleId", sha256, method, "capturedAt", "contentType", bytes, "fullText", "mainRanges", "createdById"`,
      rows: perArticle(1),
      lines: captures,
    },
    {
      name: "text_sketch",
      columns: `"articleId", "captureId", shingles, terms`,
      rows: perArticle(1),
      lines: sketches,
    },
    {
      name: "quote",
      columns: `id, "captureId", "articleId", exact, prefix, suffix, start, "end", sentence, "createdById", "createdAt"`,
      rows: perArticle(quotesOfArticle),
      lines: quotes,
    },
    {
      name: "attribution",
      columns: `id, type, "fromArticleId", "toArticleId", status, "createdById", "createdAt", "decidedById", "decidedAt"`,
      rows: perArticle(1),
      lines: attributions,
    },
  ];
}
