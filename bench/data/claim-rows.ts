import { dayMs } from "../../lib/core/durations";
import {
  articleId,
  articleOfEvidence,
  claimId,
  editorOf,
  evidenceOfClaim,
  idOf,
  quoteId,
  quoteOfEvidence,
  reviewerOf,
  slugOf,
  stateOf,
  timeOf,
  writerOf,
  type Plan,
} from "./plan";
import { personName, pick, pickFew, sentence, topics, type Stems } from "./words";

/** One table as COPY takes it: its columns, each row as a line of text without its end, and about how many there are. */
export type Table = {
  name: string;
  columns: string;
  rows: (plan: Plan) => number;
  lines: (plan: Plan) => Iterable<string>;
};

const none = "\\N";
export const time = (ms: number) => new Date(ms).toISOString();
const hasReviews = (n: number) => !["new", "researching", "declined"].includes(stateOf(n));
export const claimText = (n: number): string => sentence(n, 100);
export const claimantOf = (n: number): string => personName(n);

const claims = (stems: Stems) =>
  function* lines(plan: Plan) {
    for (let n = 0; n < plan.claims; n += 1) {
      const state = stateOf(n);
      const [text, claimant] = [claimText(n), claimantOf(n)];
      const atMs = timeOf(n, plan.claims);
      const isOpen = state !== "published" && state !== "declined";
      const hasSlug = state === "published" || state === "ready";
      yield [
        claimId(plan, n),
        hasSlug ? slugOf(n) : none,
        text,
        claimant,
        `{${topics[pickFew(n, topics.length, 50)]}}`,
        1 + pickFew(n, 3, 51),
        isOpen && n % 3 === 0 ? time(atMs + 1000 * dayMs + pick(n, 5000, 52) * 3_600_000) : none,
        n % 5 === 0 || state === "researching" ? plan.people[pick(n, 32, 53)]!.id : none,
        state,
        state === "declined" ? "opinion" : none,
        n % 4 === 0 ? pick(n, 2_000_000, 54) : none,
        stems.likeness(text),
        "t",
        writerOf(plan, n).id,
        time(atMs),
        time(atMs + dayMs),
        // The same as the guard of the claim writes: text, words as published (none), claimant, each after a blank.
        stems.vector(`${text}  ${claimant}`.replaceAll("  ", " ")),
      ].join("\t");
    }
  };

function* figures(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 4) {
    const text = claimText(n);
    const found = / (\d+) \S+ units/.exec(text)!;
    const [low, start] = [found[1]!, found.index + 1];
    const end = start + low.length;
    yield [idOf("figure", n), claimId(plan, n), low, low, "exact", "amount", "{}", low, start, end].join(
      "\t",
    );
  }
}

function* evidence(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 1) {
    const [writer, at] = [writerOf(plan, n).id, time(timeOf(n, plan.claims) + 3_600_000)];
    const isDecided = hasReviews(n);
    for (let e = 0; e < evidenceOfClaim; e += 1) {
      const article = articleOfEvidence(plan, n, e);
      const decisive = e === 0 && isDecided ? ["The named original.", writer] : [none, none];
      yield [
        idOf("evidence", n * evidenceOfClaim + e),
        claimId(plan, n),
        articleId(plan, article),
        quoteId(article, quoteOfEvidence(n, e)),
        e === 4 ? "context" : "supports",
        "Says so.",
        "00".repeat(32),
        ...decisive,
        writer,
        at,
      ].join("\t");
    }
  }
}

function* contributions(plan: Plan) {
  let id = 0;
  for (let n = 0; n < plan.claims; n += 1) {
    const [claim, writer, at] = [claimId(plan, n), writerOf(plan, n).id, time(timeOf(n, plan.claims))];
    yield [idOf("contribution", (id += 1)), claim, writer, "claim", claim, at].join("\t");
    for (let e = 0; e < evidenceOfClaim; e += 1) {
      const subject = idOf("evidence", n * evidenceOfClaim + e);
      yield [idOf("contribution", (id += 1)), claim, writer, "evidence", subject, at].join("\t");
    }
  }
}

function* reviews(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 1) {
    if (!hasReviews(n)) continue;
    const given = stateOf(n) === "in-review" ? pick(n, 3, 60) : 2;
    for (let r = 0; r < given; r += 1) {
      const at = time(timeOf(n, plan.claims) + (2 + r) * 3_600_000);
      const line = [idOf("review", n * 2 + r), claimId(plan, n), reviewerOf(plan, n, r).id, "confirmed"];
      yield [...line, "The source says so.", "{}", true, "", at].join("\t");
    }
  }
}

function* verdicts(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 1) {
    if (!hasReviews(n)) continue;
    const at = time(timeOf(n, plan.claims) + 5 * 3_600_000);
    const line = [claimId(plan, n), 1, "confirmed", "The named original says so.", "{}"];
    yield [...line, writerOf(plan, n).id, at].join("\t");
  }
}

function* searches(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 1) {
    if (!hasReviews(n)) continue;
    const line = [
      idOf("search", n),
      claimId(plan, n),
      "the archive",
      "another amount",
      "nothing",
      "disputes",
    ];
    yield [...line, time(timeOf(n, plan.claims) + 3_600_000), writerOf(plan, n).id].join("\t");
  }
}

function* tips(plan: Plan) {
  for (let n = 0; n < plan.claims / 10; n += 1) {
    const state = n % 20 === 0 ? "new" : "declined";
    const decided =
      state === "new" ? [none, none, none] : ["other", plan.people[0]!.id, time(timeOf(n, plan.claims))];
    yield [idOf("tip", n), sentence(n, 300), state, ...decided, time(timeOf(n, plan.claims / 10))].join("\t");
  }
}

function* comments(plan: Plan) {
  for (let n = 0; n < plan.claims; n += 3) {
    const at = time(timeOf(n, plan.claims) + 3_600_000);
    yield [idOf("comment", n), claimId(plan, n), editorOf(plan, n).id, "Read the original.", at, "{}"].join(
      "\t",
    );
  }
}

const perClaim = (rows: number) => (plan: Plan) => plan.claims * rows;

/** What the desk works with beside articles. */
export function claimTables(stems: Stems): Table[] {
  return [
    {
      name: "claim",
      columns: `id, slug, text, claimant, topics, importance, "deadlineAt", "assigneeId", state, "declineReason", reach, likeness, "hasEvidence", "createdById", "createdAt", "updatedAt", search`,
      rows: perClaim(1),
      lines: claims(stems),
    },
    {
      name: "figure",
      columns: `id, "claimId", low, high, bound, measure, scope, verbatim, start, "end"`,
      rows: perClaim(0.25),
      lines: figures,
    },
    {
      name: "evidence",
      columns: `id, "claimId", "articleId", "quoteId", stance, shows, "commitmentSalt", "decisiveReason", "decisiveById", "addedById", "addedAt"`,
      rows: perClaim(evidenceOfClaim),
      lines: evidence,
    },
    {
      name: "contribution",
      columns: `id, "claimId", "userId", what, "subjectId", at`,
      rows: perClaim(1 + evidenceOfClaim),
      lines: contributions,
    },
    {
      name: "review",
      columns: `id, "claimId", "reviewerId", mark, rationale, "evidenceIds", blind, "basisHash", "givenAt"`,
      rows: perClaim(0.53),
      lines: reviews,
    },
    {
      name: "verdict",
      columns: `"claimId", version, rating, finding, summary, "updatedById", "updatedAt"`,
      rows: perClaim(0.3),
      lines: verdicts,
    },
    {
      name: "search_entry",
      columns: `id, "claimId", "where", query, found, side, "searchedAt", "searchedById"`,
      rows: perClaim(0.3),
      lines: searches,
    },
    {
      name: "comment",
      columns: `id, "claimId", "authorId", text, at, "mentionedIds"`,
      rows: perClaim(0.34),
      lines: comments,
    },
    {
      name: "tip",
      columns: `id, text, state, reason, "decidedById", "decidedAt", "createdAt"`,
      rows: perClaim(0.1),
      lines: tips,
    },
  ];
}
