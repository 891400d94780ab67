import type { DemoClaim } from "./demo-claim";

const nobodyAsked = { code: "reply-not-asked", reason: "Demonstration: nobody was contacted." };

/** Claims of the demo that end in a publication. */
export const publishedDemoClaims: DemoClaim[] = [
  {
    key: "thirty-four-million",
    text: "Aurus imported at least $34 million in South Korean parts between 2018 and 2023",
    claimant: "Kyiv Independent",
    saidAt: "2024-06-28",
    topics: ["Sanctions", "Trade"],
    why: "The figure was repeated widely and bears on how export rules are seen to work.",
    from: { article: "relay", exact: "at least $34 million in South Korean parts between 2018 and 2023" },
    evidence: [
      {
        key: "all",
        article: "report",
        exact: "worth at least $34 million from all countries between 2018 and 2023",
        stance: "disputes",
        shows: "The report that the relay names as its source gives this figure for all countries together.",
        decisive: "The named original, for what it says.",
      },
      {
        key: "korea",
        article: "report",
        exact: "South Korean parts made up almost $15.5 million of it between 2018 and 2023",
        stance: "disputes",
        shows: "South Korea’s share is less than half of the figure.",
      },
      {
        key: "relay",
        article: "relay",
        exact: "at least $34 million in South Korean parts between 2018 and 2023",
        stance: "supports",
        shows: "The relay gives the whole sum as South Korean.",
      },
      {
        key: "vague",
        article: "rewrite",
        exact:
          "Components worth millions of dollars came from countries such as South Korea, China, India, Turkey and Italy",
        stance: "context",
        shows: "A second article is vague, covers many countries and names no source.",
      },
    ],
    routes: [{ from: "report", origin: "Customs data" }],
    searches: [
      {
        where: "Public import statistics",
        query: "Aurus, imports from South Korea, 2018 to 2023",
        side: "supports",
        note: "Nothing that gives the maker by name.",
      },
    ],
    marks: {
      one: {
        mark: "disputed",
        rationale:
          "The report that is named as the source says all countries. South Korea alone is almost $15.5 million.",
      },
      two: {
        mark: "disputed",
        rationale: "I read the report first: the $34 million covers every country, for cars and motorcycles.",
      },
    },
    verdict: {
      rating: "disputed",
      finding:
        "The $34 million covers parts from all countries; South Korea’s share was almost $15.5 million",
      summary: [
        "The report named as the source gives at least $34 million for all countries, cars and motorcycles.",
        "It puts South Korea’s part at almost $15.5 million for the same years.",
        "A second article says “millions of dollars” for many countries and names no source, so it is no second check.",
      ],
      writeUp: `The sum comes from customs records.[^all] It covers what Russia bought in all countries for building Aurus cars and motorcycles between 2018 and 2023.[^all]

South Korea’s part of it was almost $15.5 million.[^korea] The relay printed the whole sum as South Korean.[^relay] How that happened is not known to us.

Another article repeats the story with “millions of dollars” and without a source.[^vague] It adds no origin, so it is not counted.`,
      notEstablished: "The customs records are not public and we have not seen them.",
      notInThisCheck: "Whether South Korean parts are in the car that was given to Kim.",
    },
    overrides: [nobodyAsked],
    until: "published",
  },
  {
    key: "two-cars",
    text: "Putin has given Kim two Aurus cars",
    topics: ["Diplomacy"],
    from: { article: "relay", exact: "Two Aurus cars have now been given to him" },
    evidence: [
      {
        key: "both",
        article: "report",
        exact: "Kim has received two of the cars, one in February 2024 and one in June 2024",
        stance: "supports",
        shows: "The report names both occasions.",
      },
      {
        key: "photo",
        article: "photo",
        exact: "Putin hands an Aurus over to Kim in Pyongyang on 19 June 2024",
        stance: "supports",
        shows: "The second of the two was photographed.",
      },
    ],
    routes: [{ from: "report", isOwnReporting: true }],
    searches: [
      {
        where: "Agency photo archives",
        query: "Aurus Kim gift, a third car or none",
        side: "disputes",
        note: "Nothing that speaks against two.",
      },
    ],
    marks: {
      one: {
        mark: "confirmed",
        rationale: "The report dates both gifts and the pool photograph shows the second.",
      },
      two: {
        mark: "confirmed",
        rationale: "Two routes that share nothing: the report and the photographer.",
      },
    },
    verdict: {
      rating: "confirmed",
      finding: "Kim was given two of the cars, one in February and one in June 2024",
      summary: ["A report dates both gifts.", "A pool photograph shows the second one being handed over."],
      writeUp: `The report dates the gifts to February 2024 and June 2024.[^both]

A photographer of the pool recorded the second one on 19 June 2024.[^photo]`,
    },
    overrides: [nobodyAsked],
    until: "published",
  },
  {
    key: "kyungki",
    text: "Kyungki Industrial of South Korea supplied parts to Aurus",
    claimant: "Kyungki Industrial",
    topics: ["Trade"],
    from: { article: "relay", exact: "the South Korean company had delivered parts to Aurus" },
    evidence: [
      {
        key: "official",
        article: "relay",
        exact:
          "An official of Kyungki Industrial told Reuters that the South Korean company had delivered parts to Aurus and would go on doing so",
        stance: "supports",
        shows: "An official, not named, said so to Reuters.",
      },
      {
        key: "also",
        article: "rewrite",
        exact: "Kyungki Industrial, BYT and Enertech confirmed that they were involved",
        stance: "supports",
        shows: "An article without a source says the same.",
      },
    ],
    routes: [{ from: "report", origin: "Official of Kyungki Industrial" }],
    searches: [
      {
        where: "The company’s own publications",
        query: "Kyungki Industrial Aurus",
        side: "disputes",
        note: "No denial found.",
      },
    ],
    marks: {
      one: { mark: "confirmed", rationale: "The official is quoted, but only one route leads there." },
      two: {
        mark: "confirmed",
        rationale: "It rests on one unnamed official; I would not call it confirmed.",
      },
    },
    verdict: {
      rating: "reported",
      finding:
        "One official of the company told Reuters that it delivered parts; we found nobody else who knows",
      summary: ["The official is not named.", "No amount and no date were given."],
      writeUp: `An official of the company is quoted as saying that it delivered parts.[^official] An article without a source says the same.[^also]`,
      notEstablished: "How much was delivered, and when.",
    },
    overrides: [nobodyAsked, { code: "origins-too-few", reason: "One route only; the rating says so." }],
    until: "published",
  },
  {
    key: "hundred-cars",
    text: "Aurus sold over 100 cars in Russia in 2023",
    topics: ["Trade"],
    from: { article: "rewrite", exact: "The company sold over 100 cars in Russia in 2023" },
    evidence: [
      {
        key: "count",
        article: "sales",
        exact: "Aurus cars sold in Russia in the year 2023: 107 cars",
        stance: "supports",
        shows: "The count itself.",
        decisive: "A dataset that we hold.",
      },
      {
        key: "quoted",
        article: "report",
        exact: "puts the number of Aurus cars sold in Russia in 2023 at 107",
        stance: "supports",
        shows: "The report quotes the same count.",
      },
    ],
    routes: [{ from: "report", cites: "sales" }],
    searches: [
      {
        where: "Registration statistics",
        query: "Aurus registrations Russia 2023",
        side: "disputes",
        note: "No other count found.",
      },
    ],
    marks: {
      one: { mark: "confirmed", rationale: "107 is over 100." },
      two: { mark: "confirmed", rationale: "The count is there and covers the whole year." },
    },
    verdict: {
      rating: "confirmed",
      finding: "Statistics count about 100 cars sold in Russia in 2023",
      summary: ["The count covers new passenger cars of the whole year."],
      writeUp: `The sales count for the year 2023 is 107 cars.[^count] The report gives the same number.[^quoted]`,
    },
    overrides: [nobodyAsked],
    correction: {
      class: "correction",
      reason: "We wrote “about 100”; the count is 107.",
      finding: "Statistics count 107 cars sold in Russia in 2023",
      summary: ["The count covers new passenger cars of the whole year."],
      writeUp: `The sales count for the year 2023 is 107 cars.[^count] The report gives the same number, from the same count.[^quoted]`,
    },
    until: "corrected",
  },
  {
    key: "price",
    text: "An Aurus costs more than $500,000",
    topics: ["Trade"],
    from: { article: "rewrite", exact: "Prices start at over $500,000" },
    evidence: [
      {
        key: "roubles",
        article: "report",
        exact: "Prices begin at 46.6 million roubles",
        stance: "supports",
        shows: "The price in roubles.",
        decisive: "The named original, for what it says.",
      },
      {
        key: "dollars",
        article: "rewrite",
        exact: "Prices start at over $500,000",
        stance: "supports",
        shows: "The price in dollars, without a date for the rate.",
      },
    ],
    searches: [
      {
        where: "The maker’s price lists",
        query: "Aurus Senat price 2024",
        side: "disputes",
        note: "No list is public.",
      },
    ],
    marks: {
      one: { mark: "confirmed", rationale: "46.6 million roubles were a little over $500,000 in June 2024." },
      two: { mark: "confirmed", rationale: "It holds at the rate of June 2024." },
    },
    verdict: {
      rating: "mostly-confirmed",
      finding: "Prices begin at 46.6 million roubles, a little over $500,000 at the rate of June 2024",
      summary: ["The article gives no date for its exchange rate."],
      writeUp: `The report gives the starting price as 46.6 million roubles.[^roubles] The article gives dollars and no date for the rate.[^dollars]`,
    },
    overrides: [
      nobodyAsked,
      { code: "figures-unclassified", reason: "Roubles and dollars are compared in the write-up." },
    ],
    retraction:
      "We compared a price in roubles with a price in dollars and did not say which day’s rate we used. The verdict is withdrawn; the claim will be checked again with a dated rate.",
    until: "retracted",
  },
];
