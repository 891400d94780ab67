import {
  articleFixture as article,
  attributionFixture as edge,
  fixtureNow,
  quoteFixture as quote,
} from "../../claims/dossier-fixture";
import { base, verdict, first, comparison, original, options } from "./gate-fixture";
import type { Row } from "./gate-fixture";

const table = { fragment: "page=2", description: "A table", words: null, cell: null };

/** For tests only: quotes, originals, origins and figures. */
export const sourceCases: Row[] = [
  [
    "a quote that is not in its capture",
    first({ quote: quote({ isVerbatim: false }) }),
    ["quote-not-verbatim"],
  ],
  ["a quote without a capture", first({ capture: null }), ["quote-not-verbatim"]],
  [
    "a region that nobody confirmed",
    first({ quote: null, region: { ...table, confirmedById: null } }),
    ["quote-cut"],
  ],
  ["a region instead of a quote", first({ quote: null, region: { ...table, confirmedById: "x" } }), []],

  ...(["altered", "gone"] as const).map((outcome): Row => [
    `a quote ${outcome} at its source`,
    first({ drift: { outcome, checkedAt: fixtureNow, method: "fetched" } }),
    ["quote-altered"],
  ]),
  ...(["moved", "unreachable", "blocked", "unchanged"] as const).map((outcome): Row => [
    `a quote ${outcome} at its source`,
    first({ drift: { outcome, checkedAt: fixtureNow, method: "fetched" } }),
    [],
  ]),
  ["a quote never looked at again", first({ drift: null }), []],

  ["a cut quote", first({ cut: { reason: "it drops “almost”", tickedById: null } }), ["quote-cut"]],
  [
    "a cut quote ticked by whoever added it",
    first({ cut: { reason: "list", tickedById: "writer" } }),
    ["quote-cut"],
  ],
  ["a cut quote ticked by a second person", first({ cut: { reason: "list", tickedById: "outsider" } }), []],

  ["a named record that was not captured", original({}), ["original-not-read"]],
  ["a named news story that was not captured", original({ kind: "news" }), ["original-not-read"]],
  ["a named record whose capture failed", original({ state: "failed" }), ["original-not-read"]],
  ["a named record that was captured", original({ state: "captured" }), []],
  [
    "a named record that could not be obtained",
    original({ notObtainable: "The office did not hand it out." }),
    [],
  ],
  ["a blank reason is none", original({ notObtainable: " " }), ["original-not-read"]],
  ["a dataset shared by two", original({ kind: "dataset" }, "same-dataset"), ["original-not-read"]],
  ["a story by the same owner", original({ kind: "news" }, "same-owner"), []],
  [
    "evidence from a wire report that was not captured",
    { articles: [article("article-e1", { kind: "wire", state: "fetching" }), article("article-e2")] },
    ["original-not-read"],
  ],
  [
    "a record that is only suggested as source",
    {
      ...original({}),
      attributions: [...base.attributions, edge("article-e1", "cites", { article: "log" }, "suggested")],
    },
    [],
  ],

  ["one origin", { attributions: base.attributions.slice(0, 1) }, ["origins-too-few"]],
  ["no origin known", { attributions: [] }, ["origins-too-few"]],
  [
    "one origin where one is enough",
    { attributions: base.attributions.slice(0, 1) },
    [],
    { settings: { ...options.settings, originsNeeded: 1 } },
  ],
  [
    "no origin, but decisive evidence",
    { ...first({ decisive: { reason: "The named original." } }), attributions: [] },
    [],
  ],
  [
    "decisive without a reason",
    { ...first({ decisive: { reason: " " } }), attributions: [] },
    ["origins-too-few"],
  ],
  [
    "decisive evidence of the other side",
    { ...first({ stance: "disputes", decisive: { reason: "A ruling." } }) },
    ["origins-too-few"],
  ],
  ["an origin behind context only", first({ stance: "context" }), ["origins-too-few"]],
  [
    "rated disputed on evidence that supports",
    { ...verdict({ rating: "disputed", reconciliation: "So it is." }) },
    ["origins-too-few"],
  ],

  ...(["contradiction", "different-period", "different-scope", "different-measure"] as const).flatMap(
    (kind): Row[] => [
      [`figures: ${kind}, suggested`, comparison({ class: kind }), ["figures-unclassified"]],
      [`figures: ${kind}, classified by a person`, comparison({ class: kind, status: "confirmed" }), []],
    ],
  ),
  ...(["equal", "compatible", "rounding"] as const).map((kind): Row => [
    `figures: ${kind}, suggested`,
    comparison({ class: kind }),
    [],
  ]),
];
