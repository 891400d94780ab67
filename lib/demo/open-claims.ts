import type { DemoClaim } from "./demo-claim";

/** Claims of the demo that are still being worked on. */
export const openDemoClaims: DemoClaim[] = [
  {
    key: "other-countries",
    text: "Aurus also buys parts in China, India, Turkey and the European Union",
    topics: ["Trade"],
    from: { article: "relay", exact: "Further parts come from China, India, Turkey and the European Union" },
    evidence: [
      {
        key: "relay",
        article: "relay",
        exact: "Further parts come from China, India, Turkey and the European Union",
        stance: "supports",
        shows: "The relay lists the countries.",
      },
      {
        key: "rewrite",
        article: "rewrite",
        exact: "from countries such as South Korea, China, India, Turkey and Italy and from other EU nations",
        stance: "supports",
        shows: "Adds Italy; names no source.",
      },
    ],
    marks: { one: { mark: "unproven", rationale: "Two articles, but I see no route to anyone who knows." } },
    until: "in-review",
  },
  {
    key: "not-concerned",
    text: "Kyungki Industrial says that it is not concerned about sanctions",
    kind: "said",
    claimant: "Kyungki Industrial",
    topics: ["Sanctions"],
    from: { article: "relay", exact: "that it was not concerned about sanctions" },
    evidence: [
      {
        key: "said",
        article: "relay",
        exact: "and that it was not concerned about sanctions",
        stance: "supports",
        shows: "An official, not named, is reported to have said so.",
      },
      {
        key: "silent",
        article: "rewrite",
        exact: "did not comment on sanctions",
        stance: "disputes",
        shows: "Another article says that the same company did not comment.",
      },
    ],
    routes: [{ from: "report", origin: "Official of Kyungki Industrial" }],
    until: "in-review",
  },
  {
    key: "under-sanctions",
    text: "Imports for Aurus went on after the US sanctions of February 2024",
    topics: ["Sanctions"],
    from: {
      article: "rewrite",
      exact: "Aurus was put under US sanctions in February 2024, and the imports went on",
    },
    evidence: [
      {
        key: "went-on",
        article: "rewrite",
        exact: "Aurus was put under US sanctions in February 2024, and the imports went on",
        stance: "supports",
        shows: "Names no source for it.",
      },
    ],
    until: "researching",
  },
  {
    key: "since-2022",
    text: "Aurus bought South Korean parts for almost $16 million after February 2022",
    topics: ["Trade"],
    why: "Said on the air; the report seems to say something else.",
    evidence: [
      {
        key: "report",
        article: "report",
        exact:
          "Almost $16 million of the imports came after February 2022, of which $5 million was South Korean",
        stance: "disputes",
        shows: "The sum is there, but for all imports; South Korea’s part of it is smaller.",
        decisive: "The report that the sum comes from, for what it says.",
      },
      {
        key: "relay",
        article: "relay",
        exact: "The maker imported at least $34 million in South Korean parts between 2018 and 2023",
        stance: "context",
        shows: "A sum for more years.",
      },
    ],
    routes: [{ from: "report", origin: "Customs data" }],
    searches: [
      {
        where: "Public import statistics",
        query: "Aurus, imports from South Korea since February 2022",
        side: "supports",
        note: "Nothing that gives the maker by name.",
      },
    ],
    marks: {
      one: {
        mark: "disputed",
        rationale: "Almost $16 million is the sum for all countries; South Korea’s part of it is $5 million.",
      },
      two: { mark: "disputed", rationale: "The report gives both sums in one sentence, and they differ." },
    },
    verdict: {
      rating: "disputed",
      finding: "Almost $16 million is the sum for all countries; South Korean parts were $5 million of it",
      summary: [
        "The report gives almost $16 million for all imports after February 2022.",
        "It puts South Korea’s part at $5 million.",
      ],
      writeUp: `The report gives almost $16 million for imports after February 2022 from all countries, of which $5 million was South Korean.[^report]`,
      notEstablished: "The customs records are not public and we have not seen them.",
    },
    until: "ready",
  },
  {
    key: "in-the-car",
    text: "South Korean parts are in the car that was given to Kim",
    topics: ["Trade"],
    from: {
      article: "rewrite",
      exact:
        "The limousine that was meant to show how little Russia needs from abroad was built with South Korean components",
    },
    until: "new",
  },
  {
    key: "plant",
    text: "Aurus will open a further plant in St. Petersburg",
    kind: "forecast",
    topics: ["Trade"],
    from: { article: "rewrite", exact: "plans a further plant in St. Petersburg" },
    until: "new",
  },
  {
    key: "enemy",
    text: "Kim called South Korea his country’s main enemy",
    kind: "said",
    claimant: "Kim Jong Un",
    topics: ["Diplomacy"],
    from: { article: "relay", exact: "Kim has called South Korea his country’s main enemy" },
    until: "new",
  },
  {
    key: "little-needs",
    text: "The limousine shows how little Russia needs from abroad",
    topics: ["Trade"],
    until: "declined",
  },
];
