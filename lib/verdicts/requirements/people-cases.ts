import { evidenceFixture as evidence, reviewFixture as review } from "../../claims/dossier-fixture";
import {
  asksLegalRead,
  base,
  claim,
  onePerson,
  part,
  readBy,
  reply,
  search,
  twoReviews,
  verdict,
  waiting,
} from "./gate-fixture";
import type { Row } from "./gate-fixture";

/** For tests only: rating, reviews, signer, searches, replies, write-up and parts. */
export const peopleCases: Row[] = [
  ["a complete dossier passes", {}, []],

  ["no rating", verdict({ rating: null }), ["rating-missing"]],
  ["a rating that is no longer on the scale", verdict({ rating: "four-stars" }), ["rating-missing"]],
  ["a blank finding", verdict({ finding: " \n" }), ["finding-missing"]],

  ["one review", { reviews: [review("outsider")] }, ["review-missing"]],
  [
    "two reviews by one person",
    { reviews: [review("outsider"), review("outsider", { id: "again" })] },
    ["review-missing"],
  ],
  ["two reviews by authors", { authorIds: ["writer", "outsider"] }, ["review-missing"]],
  ["two reviews, one by no author", {}, []],
  ["one-person desk: one review by the author", { reviews: [review("writer")] }, [], onePerson],
  ["one-person desk: no review", { reviews: [] }, ["review-missing"], onePerson],

  ["a mark against the rating", { reviews: twoReviews("disputed") }, ["rating-against-marks"]],
  [
    "a mark against the rating, reconciled",
    { reviews: twoReviews("disputed"), ...verdict({ reconciliation: "We talked." }) },
    [],
  ],
  [
    "marks that differ under a rating that fits any",
    { reviews: twoReviews("disputed"), ...verdict({ rating: "misleading" }) },
    [],
  ],
  [
    "only the latest review of a person counts",
    {
      reviews: [
        review("outsider", { id: "later", givenAt: "2031-05-06T00:00:00Z" }),
        ...twoReviews("disputed"),
      ],
    },
    [],
  ],

  ["the signer is an author", { authorIds: ["writer", "signer"] }, ["four-eyes"]],
  ["no signer yet", { authorIds: ["writer", "signer"] }, [], { signerId: null }],

  [
    "a review of an older basis",
    { reviews: [review("writer"), review("outsider", { basisHash: "a" })] },
    ["review-outdated"],
  ],
  [
    "an outdated review, re-affirmed",
    {
      reviews: [
        review("outsider", { id: "old", basisHash: "a", givenAt: "2031-05-01T00:00:00Z" }),
        ...base.reviews,
      ],
    },
    [],
  ],

  ["no search for the other side", { searches: [] }, ["other-side-not-searched"]],
  ["a search for the rating's own side", search({ side: "supports" }), ["other-side-not-searched"]],
  ["a search about no side in particular", search({ side: null }), []],
  [
    "no search, but evidence on the other side",
    { searches: [], evidence: [...base.evidence, evidence("e3", { stance: "disputes" })] },
    [],
  ],

  ["the claimant was not asked", { replies: [] }, ["reply-not-asked"]],
  ["only somebody else was asked", reply({ role: "criticised", asked: "The dredgers" }), ["reply-not-asked"]],
  [
    "the claimant was asked as the one the finding criticises",
    reply({ role: "criticised", asked: "  port\u00a0authority" }),
    [],
  ],
  ["nobody known made the claim", { replies: [], ...claim({ claimant: null }) }, []],
  ["asked, no deadline, no answer", reply(waiting), ["reply-not-asked"]],
  ["asked, deadline ahead", reply({ ...waiting, deadlineAt: "2031-05-10T12:00:01Z" }), ["reply-not-asked"]],
  ["asked, deadline passed", reply({ ...waiting, deadlineAt: "2031-05-10T14:00:00+02:00" }), []],
  [
    "noted as no reply, deadline ahead",
    reply({ ...waiting, outcome: "no-reply", deadlineAt: "2031-05-10T12:00:01Z" }),
    ["reply-not-asked"],
  ],
  [
    "noted as no reply, deadline passed",
    reply({ ...waiting, outcome: "no-reply", deadlineAt: "2031-05-10T14:00:00+02:00" }),
    [],
  ],
  ["noted as no reply, where no deadline was given", reply({ ...waiting, outcome: "no-reply" }), []],
  ["asked, declined", reply({ ...waiting, outcome: "declined" }), []],
  [
    "somebody criticised still has time",
    { replies: [...base.replies, { ...base.replies[0]!, ...waiting, id: "r2", role: "criticised" }] },
    ["reply-not-asked"],
  ],

  ["a figure without evidence", verdict({ writeUp: "The log gives 400 tonnes." }), ["sentence-uncovered"]],
  ["a figure with evidence", verdict({ writeUp: "The log gives 400 tonnes [^e2]." }), []],
  ["a figure marked background", verdict({ writeUp: "The log gives 400 tonnes.[^background]" }), []],
  [
    "a figure with evidence that does not exist",
    verdict({ writeUp: "The log gives 400 tonnes.[^e7]" }),
    ["sentence-uncovered"],
  ],
  [
    "an outlet at the start of a sentence",
    verdict({ writeUp: "Outlet article-e1 knew it." }),
    ["sentence-uncovered"],
  ],
  [
    "gaps of a template in finding, points, write-up and what could not be established",
    verdict({
      finding: "[claimant] was right.",
      summary: ["A point.", "Until [deadline]."],
      writeUp: "Asked by \\[newsroom\\], [claimant] and [claimant] said nothing.[^e1]",
      notEstablished: "Whether [claim].",
    }),
    Array<string>(4).fill("placeholder-left"),
  ],
  [
    "square brackets that are no gap of a template",
    verdict({
      finding: "“He [the mayor] saw it”",
      writeUp: "A [claim](https://a.example) of [sic] and claimant.",
    }),
    [],
  ],
  ["no write-up", verdict({ writeUp: "" }), []],

  ["a class that is too light", {}, ["class-too-light"], { classProblem: "This changes a rating." }],
  ["a central part rated lower", part("disputed"), ["part-rated-lower"]],
  ["a central part that is unproven", part("unproven"), ["part-rated-lower"]],
  ["a central part without a rating", part(null), ["part-rated-lower"]],
  ["a central part rated the same", part("confirmed"), []],
  ["a part that is not central", part("disputed", false), []],
  [
    "the whole in the middle, a central part unproven",
    { ...part("unproven"), ...verdict({ rating: "partly-confirmed" }) },
    [],
  ],
  ["the whole off the scale", { ...part("disputed"), ...verdict({ rating: "unproven" }) }, []],

  ["first findings rated confirmed", claim({ provisional: true }), ["provisional-rating"]],
  [
    "first findings rated misleading",
    { ...claim({ provisional: true }), ...verdict({ rating: "misleading" }) },
    [],
  ],
  [
    "first findings whose next update is to come",
    {
      ...claim({ provisional: true, nextUpdateAt: "2999-01-01T00:00:00Z" }),
      ...verdict({ rating: "reported" }),
    },
    [],
  ],
  [
    "first findings whose next update is over",
    {
      ...claim({ provisional: true, nextUpdateAt: "2000-01-01T00:00:00Z" }),
      ...verdict({ rating: "reported" }),
    },
    ["next-update-passed"],
  ],
  [
    "a finding that promised an update before",
    claim({ provisional: false, nextUpdateAt: "2000-01-01T00:00:00Z" }),
    [],
  ],
  [
    "first findings with reply and search still open",
    { ...claim({ provisional: true }), ...verdict({ rating: "reported" }), searches: [], replies: [] },
    [],
  ],

  ["no legal read, and none asked for", {}, []],
  ["no legal read where all are asked for", {}, ["legal-read-missing"], asksLegalRead()],
  ["a legal read of this draft", readBy("now"), [], asksLegalRead()],
  ["a legal read of another draft", readBy("before"), ["legal-read-missing"], asksLegalRead()],
  ["a lawyer who was only asked", readBy(null), ["legal-read-missing"], asksLegalRead()],
  [
    "no legal read of a chosen topic",
    claim({ topics: ["Courts"] }),
    ["legal-read-missing"],
    asksLegalRead([" courts "]),
  ],
  ["no legal read of another topic", claim({ topics: ["Rail"] }), [], asksLegalRead(["Courts"])],
];
