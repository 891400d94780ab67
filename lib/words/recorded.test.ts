import { describe, expect, test } from "vitest";
import { buildRoute } from "../attributions/route-words";
import { originKinds } from "../attributions/origin-kinds";
import { attributionTypes } from "../attributions/schema";
import type { Dossier } from "../claims/dossier";
import {
  articleFixture as article,
  attributionFixture as edge,
  dossierFixture,
  evidenceFixture as evidence,
  originFixture as origin,
} from "../claims/dossier-fixture";
import { defaultRatings } from "../settings/ratings";
import { en } from "./en";
import { routeIn, routeWordsIn } from "./recorded";
import { uk } from "./uk";

const item = (articleId: string, over: Parameters<typeof evidence>[1] = {}) =>
  evidence(`e-${articleId}`, { articleId, ...over });
const names = { wire: "Дріт", daily: "Щоденник", other: "Інша", fourth: "Четверта" };
const articles = Object.entries(names).map(([id, outlet]) => article(id, { outlet, title: null }));
const nameless = article("blog", { outlet: null, title: null });
const registry = origin("registry", { name: "Митний реєстр", kind: "dataset" });
const wireKnew = edge("wire", "cites", { origin: "registry" });
const dailyCredits = edge("daily", "cites", { article: "wire" });

function dossierOf(over: Partial<Dossier>): Dossier {
  return dossierFixture({ articles: [...articles, nameless], origins: [registry], ...over });
}

/** Every dossier whose route has phrases of its own. */
const dossiers: [string, Partial<Dossier>][] = [
  [
    "one route and an article that names no source",
    { evidence: [item("daily"), item("blog")], attributions: [wireKnew, dailyCredits] },
  ],
  [
    "two routes, one of them own reporting",
    {
      evidence: [item("daily"), item("other")],
      attributions: [wireKnew, dailyCredits, edge("other", "own-reporting")],
    },
  ],
  [
    "articles that come the same way",
    {
      evidence: [item("daily"), item("other"), item("fourth")],
      attributions: [
        wireKnew,
        dailyCredits,
        edge("other", "republishes", { article: "wire" }),
        edge("fourth", "republishes", { article: "wire" }),
      ],
    },
  ],
  [
    "an article of the same owner",
    {
      evidence: [item("daily"), item("other")],
      attributions: [
        wireKnew,
        dailyCredits,
        edge("other", "cites", { article: "wire" }),
        edge("other", "same-owner", { article: "daily" }),
      ],
    },
  ],
  [
    "nothing that is known",
    {
      evidence: [item("daily"), item("blog"), item("other")],
      attributions: [dailyCredits, edge("other", "cites", { article: "wire" }, "suggested")],
    },
  ],
  [
    "what is withheld",
    {
      evidence: [item("daily"), item("other", { disclosure: "withheld" })],
      attributions: [wireKnew, dailyCredits, edge("other", "own-reporting")],
    },
  ],
  [
    "a relay that could not be obtained",
    {
      articles: [
        article("wire", { outlet: "Дріт", state: "failed", notObtainable: "Немає." }),
        article("daily", { outlet: "Щоденник" }),
      ],
      evidence: [item("daily")],
      attributions: [wireKnew, dailyCredits],
    },
  ],
  ...(["unnamed-known-to-us", "unnamed-known-to-relay"] as const).flatMap((naming) =>
    originKinds.map((kind): [string, Partial<Dossier>] => [
      `an origin of the kind ${kind}, ${naming}`,
      {
        origins: [origin("registry", { name: "Реєстр", kind, naming })],
        evidence: [item("daily")],
        attributions: [wireKnew, dailyCredits],
      },
    ]),
  ),
  [
    "an origin that an editor attests",
    {
      origins: [
        origin("registry", { name: "Реєстр", naming: "unnamed-known-to-relay", attestedById: "editor" }),
      ],
      evidence: [item("daily")],
      attributions: [wireKnew, dailyCredits],
    },
  ],
  ...attributionTypes.map((type): [string, Partial<Dossier>] => [
    `the attribution ${type}`,
    { evidence: [item("daily")], attributions: [wireKnew, edge("daily", type, { article: "wire" })] },
  ]),
];

describe.each(dossiers)("a record's route with %s", (_name, over) => {
  const route = buildRoute(dossierOf(over), defaultRatings);

  test("is told in Ukrainian without a word of English", () => {
    const { words, nodes, edges } = routeIn(route, uk);
    const said = [
      words,
      ...nodes.flatMap(({ name, note }) => [name, note]),
      ...edges.map(({ label }) => label),
    ];
    expect(said.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
  });

  test("stays as it was signed in English", () => {
    expect(routeIn(route, en)).toBe(route);
  });
});

test.each([
  [
    "One known route: Дріт → Щоденник. One article names no source, so it is not counted.",
    "1 відомий шлях: Дріт → Щоденник. 1 публікація не називає джерела, тож її не враховано.",
  ],
  [
    "Two known routes that share nothing: A.B. Inc. → C; D itself. 12 more articles come the same way, so they add nothing.",
    "2 відомі шляхи без нічого спільного: A.B. Inc. → C; D – власні відомості. Ще 12 публікацій ідуть тим самим шляхом, тож нічого не додають.",
  ],
  [
    "No known route to an origin. Two articles lead back to A. B. News / unnamed site, whose own source is not known, so they are not counted. Where one article has it from is not known, so it is not counted.",
    "Жодного відомого шляху до першоджерела. 2 публікації ведуть до A. B. News / неназваний сайт, а звідки інформація там, невідомо, тож їх не враховано. Звідки інформація в 1 публікації, невідомо, тож її не враховано.",
  ],
  ["No known route to an origin.", "Жодного відомого шляху до першоджерела."],
  ["A person wrote this.", null],
])("the words %j are told as %j", (recorded, told) => {
  expect(routeWordsIn(recorded, uk)).toBe(told);
});
