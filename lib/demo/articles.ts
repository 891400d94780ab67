/**
 * The demo's articles: paraphrases written for the demo. Facts and figures are those of the reports they stand for;
 * the sentences are not, and each article says so, so that no invented words stand in a real outlet's mouth.
 */
const notice = (whose: string) =>
  `Paraphrase written for this demonstration, after ${whose}. The facts are theirs, the words are not.`;

export const demoArticles = {
  relay: {
    title: "Car maker behind Kim’s limousine buys parts in South Korea",
    outlet: "Kyiv Independent",
    // Never fetched: the domain is reserved for examples (RFC 2606), so that links to quoted words can be seen.
    url: "https://kyivindependent.example/car-maker-behind-kims-limousine",
    byline: null,
    publishedAt: "2024-06-28T14:26",
    language: "en",
    kind: "news" as const,
    text: `Car maker behind Kim’s limousine buys parts in South Korea

${notice("the Kyiv Independent")}

The company that makes the Aurus limousine has brought in parts from South Korea worth millions of dollars, Reuters reported on 28 June.

Photographs from Pyongyang show the two leaders taking turns at the wheel of the car during the visit of June 2024.

The maker imported at least $34 million in South Korean parts between 2018 and 2023, according to customs data seen by Reuters.

Further parts come from China, India, Turkey and the European Union.

An official of Kyungki Industrial told Reuters that the South Korean company had delivered parts to Aurus and would go on doing so, and that it was not concerned about sanctions.

Kim has called South Korea his country’s main enemy. Two Aurus cars have now been given to him.`,
  },
  rewrite: {
    title: "South Korean components found their way into Putin’s gift to Kim",
    outlet: null,
    byline: null,
    publishedAt: null,
    language: "en",
    kind: "news" as const,
    text: `South Korean components found their way into Putin’s gift to Kim

${notice("a website that names no outlet, author or date")}

The limousine that was meant to show how little Russia needs from abroad was built with South Korean components.

Reports show that the maker depends heavily on imports. Components worth millions of dollars came from countries such as South Korea, China, India, Turkey and Italy and from other EU nations.

Aurus was put under US sanctions in February 2024, and the imports went on.

Kyungki Industrial, BYT and Enertech confirmed that they were involved and did not comment on sanctions.

Prices start at over $500,000. The company sold over 100 cars in Russia in 2023 and plans a further plant in St. Petersburg.`,
  },
  report: {
    title: "Import records on the maker of the Aurus limousine",
    outlet: "Reuters",
    byline: null,
    publishedAt: "2024-06-28",
    language: "en",
    kind: "report" as const,
    text: `Import records on the maker of the Aurus limousine

${notice("Reuters")}

Customs records reviewed by Reuters show that Russia imported equipment and components worth at least $34 million from all countries between 2018 and 2023 for building Aurus cars and motorcycles.

South Korean parts made up almost $15.5 million of it between 2018 and 2023.

Almost $16 million of the imports came after February 2022, of which $5 million was South Korean.

An official of Kyungki Industrial, who was not named, told Reuters that the company had supplied parts to Aurus.

Reuters could not determine which parts are in the car that was given to Kim. The imports broke no sanctions; Aurus has been under US sanctions since February 2024.

Autostat, which counts sales, puts the number of Aurus cars sold in Russia in 2023 at 107. Prices begin at 46.6 million roubles.

Kim has received two of the cars, one in February 2024 and one in June 2024.`,
  },
  sales: {
    title: "New car sales in Russia, 2023: Aurus",
    outlet: "Autostat",
    byline: null,
    publishedAt: null,
    language: "en",
    kind: "dataset" as const,
    text: `New car sales in Russia, 2023: Aurus

${notice("the sales statistics of Autostat")}

Aurus cars sold in Russia in the year 2023: 107 cars.

The count covers new passenger cars that were registered between 1 January and 31 December 2023.`,
  },
  photo: {
    title: "Pool photograph, Pyongyang, 19 June 2024",
    outlet: "Pool photograph",
    byline: null,
    publishedAt: "2024-06-19",
    language: "en",
    kind: "other" as const,
    text: `Pool photograph, Pyongyang, 19 June 2024

${notice("the caption of a pool photograph")}

Putin hands an Aurus over to Kim in Pyongyang on 19 June 2024.`,
  },
} as const;

export type DemoArticle = keyof typeof demoArticles;
