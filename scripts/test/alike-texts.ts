import fc from "fast-check";
import type { KnownOutlet } from "../../lib/attributions/known-outlets";
import { suggestAttributions } from "../../lib/attributions/suggest-attributions";
import type { ComparedArticle } from "../../lib/attributions/reuse/text-facts";

const outletNames = ["Coastal Wire", "Selby Post", "Ferry Times", "Radio Melby", "Harbour Herald"];
export const outletsOfStory: KnownOutlet[] = outletNames.map((name) => ({ name, also: [], host: null }));
const owners = [null, "Tidewater Media", "Harbour Press"];
const dates = [
  null,
  "2031-03-13",
  "2031-03-14T06:00:00Z",
  "2031-03-14T18:30:00+01:00",
  "2031-03-17",
  "2031-06-01",
];

/** What reports of one story say, some of it in the same words, some of it as their own people told them. */
const sentences = [
  "Selby Ferries bought engines worth at least 12 million euros from Fjordkraft and Motorvik between 2019 and 2022, according to shipping records seen by the Coastal Wire.",
  "A manager at Fjordkraft told the Coastal Wire that Selby Ferries would get more engines next spring.",
  "It was revealed that the proud new ships run on engines of Fjordkraft and Motorvik.",
  "The yard of Brattholm fits them in winter, when the ferries lie still and the crews are at home with their families on the islands.",
  "The line sold 912 tickets on its first day.",
  "Over 900 tickets were sold when the service began, and Selby Ferries wants to buy again.",
  "“We regret that the engines of our ships did not come from home,” the board of Fjordkraft said in a statement.",
  "“We regret that the engines of our ships did not come from home,” the board wrote in a press release.",
  "“We knew from the first winter on that those engines would not last,” Ida Holm told Radio Melby.",
  "“We knew from the first winter on that those engines would not last,” Ida Holm said in an interview.",
  "“I saw them,” said the engineer Paul Dahl of Brattholm.",
  "Our reporter counted four of them at the quay of Brattholm.",
  "Most went to Fjordkraft and Motorvik, according to shipping records.",
  "Nobody on the quay talks about it; the people in Brattholm do the fitting whenever the season is over.",
  "The council of Melby, which owns a third of Selby Ferries, will hear the managers on 4 April in the old custom house.",
  "As much as 12.4 million euros changed hands while the public heard of a local product.",
];

/** A sentence of one article alone: as long as the others, and of names that no other article holds. */
const ownSentence = (seed: number, at: number) => {
  const word = (n: number) => `w${((seed + 7) * 7_919 + (at * 31 + n) * 104_729) % 99_991}`;
  return `Word${seed % 97} ${Array.from({ length: 14 }, (_, n) => word(n)).join(" ")}.`;
};

export type ArticleOfStory = Omit<ComparedArticle, "credits">;

/** An article of the story: which sentences it has in which order, how much of its own stands between, who prints it when. */
export const articleOfStory: fc.Arbitrary<Omit<ArticleOfStory, "id">> = fc
  .record({
    picked: fc.array(fc.integer({ min: 0, max: sentences.length - 1 }), { minLength: 1, maxLength: 14 }),
    seed: fc.integer({ min: 0, max: 400 }),
    own: fc.integer({ min: 0, max: 30 }),
    repeated: fc.integer({ min: 1, max: 3 }),
    outlet: fc.constantFrom(null, ...outletNames),
    owner: fc.constantFrom(...owners),
    publishedAt: fc.constantFrom(...dates),
    language: fc.constantFrom("en", "en", "en", "en-GB", "uk", null),
  })
  .map(({ picked, seed, own, repeated, ...about }) => {
    const told = Array.from({ length: repeated }, () => picked.map((at) => sentences[at]!).join(" "));
    const around = Array.from({ length: own }, (_, at) => ownSentence(seed, at));
    return { ...about, text: [...told, around.join(" ")].join("\n\n") };
  });

/** The article with what it says about its sources, read when it is asked for. */
export function withCredits(article: ArticleOfStory): ComparedArticle {
  const { text, outlet, language } = article;
  return {
    ...article,
    get credits() {
      return suggestAttributions({
        ...{ text, outlet, language, title: null, byline: null, links: [] },
        outlets: outletsOfStory,
      });
    },
  };
}
