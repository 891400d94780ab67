import type { Dossier } from "../../claims/dossier";
import {
  articleFixture as article,
  attributionFixture as edge,
  dossierFixture,
  evidenceFixture as evidence,
  fixtureBasisHash,
  fixtureNow,
  reviewFixture as review,
} from "../../claims/dossier-fixture";
import { defaultGateSettings } from "../../settings/gate-settings";
import { defaultRatings } from "../../settings/ratings";
import type { GateOptions } from "./check";

/** For tests only: one row of the gate's table, a passing dossier with something changed and the codes it gets. */
export type Row = [name: string, over: Partial<Dossier>, codes: string[], changed?: Partial<GateOptions>];

export const options: GateOptions = {
  ratings: defaultRatings,
  settings: defaultGateSettings,
  signerId: "signer",
  basisHash: fixtureBasisHash,
  now: fixtureNow,
};
export const onePerson = { settings: { ...defaultGateSettings, onePersonDesk: true } };
export const base = dossierFixture();
export const verdict = (over: Partial<Dossier["verdict"]>) => ({ verdict: { ...base.verdict, ...over } });
export const claim = (over: Partial<Dossier["claim"]>) => ({ claim: { ...base.claim, ...over } });
/** The first piece of evidence changed. */
export const first = (over: Parameters<typeof evidence>[1]) => ({
  evidence: [evidence("e1", over), evidence("e2")],
});
export const reply = (over: Partial<Dossier["replies"][number]>) => ({
  replies: [{ ...base.replies[0]!, ...over }],
});
export const search = (over: Partial<Dossier["searches"][number]>) => ({
  searches: [{ ...base.searches[0]!, ...over }],
});
export const comparison = (over: Partial<Dossier["comparisons"][number]>) => ({
  comparisons: [
    {
      id: "pair",
      a: "f1",
      b: "f2",
      class: "equal",
      explanation: "One is larger.",
      sameReport: false,
      status: "suggested",
      ...over,
    } as const,
  ],
});
export const part = (rating: string | null, central = true) => ({
  parts: [{ id: "part", text: "It was in April.", central, draftRating: rating, published: null }],
});
export const original = (
  over: Parameters<typeof article>[1],
  type: Parameters<typeof edge>[1] = "cites",
) => ({
  articles: [...base.articles, article("log", { kind: "record", state: "mentioned", ...over })],
  attributions: [...base.attributions, edge("article-e1", type, { article: "log" })],
});
export const twoReviews = (mark: "confirmed" | "disputed" | "unproven") => [
  review("writer"),
  review("outsider", { mark }),
];
export const waiting = { outcome: "waiting", deadlineAt: null } as const;
/** A draft of this hash under a newsroom that asks for a legal read. */
export const asksLegalRead = (topics?: string[]) => ({
  draftHash: "now",
  settings: {
    ...defaultGateSettings,
    legalRead: topics ? ("topics" as const) : ("always" as const),
    legalReadTopics: topics ?? [],
  },
});
export const readBy = (draftHash: string | null) => ({
  legalReads: [
    {
      id: `read-${draftHash}`,
      kind: draftHash === null ? ("asked" as const) : ("read" as const),
      reader: "Counsel",
      at: fixtureNow,
      draftHash,
      notedById: "writer",
      notedAt: fixtureNow,
    },
  ],
});
