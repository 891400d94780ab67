import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import { action, draft, links, render } from "@/scripts/test/claim-panel-scene";
import { PublishedLinks } from "./published-links";

describe("the claim panel", () => {
  it("tells the blind reviewer that there is a review, and never that nothing is missing", () => {
    const html = render();
    expect(html).toContain("One person has reviewed. You see it once you have given yours.");
    expect(html).not.toContain("Nothing is missing");
  });

  it("with nothing missing says in one sentence what comes next, as the claim stands", () => {
    const verdict = { ...draft, rating: "confirmed", finding: "It is so.", version: 1, reconciliation: "" };
    const seen = { reviews: [], comments: [], verdict };
    expect(render({ ...seen, state: "ready" })).toContain("Nothing is missing: an editor can sign.");
    const inReview = render({ ...seen, state: "in-review" });
    expect(inReview).toContain("Nothing is missing: once it is called ready, an editor can sign.");
    expect(inReview.match(/called ready/g)).toHaveLength(1);
    expect(inReview).not.toContain("missing: an editor can sign");
    const missing = [{ code: "other-side-not-searched", field: "searches", message: "No search" }];
    expect(render({ ...seen, state: "in-review" }, missing)).toContain(
      "Once it is called ready, an editor signs.",
    );
  });

  it("says beside the number of origins which evidence stands for it, and at the gate that one does", () => {
    const said = "A decisive source can stand for the number of origins";
    const seen: Partial<ClaimDto> = { reviews: [], comments: [], state: "ready" };
    expect(render(seen)).not.toContain(said);
    const html = render(seen, [], [{ id: "e7", number: 2 }]);
    expect(html.split(said)).toHaveLength(2);
    expect(html).toContain('href="/desk/claims/c1#evidence-e7">evidence 2</a>');
    expect(html).toContain("A decisive source</li>");
    expect(html).not.toContain("Independent origins</li>");
  });

  it("says at the foot of what waits for its time that it is signed and where more is said, not that an editor can sign", () => {
    const scheduled = {
      publishAt: "2024-06-30T04:00:00Z",
      signedAt: "2024-06-29T12:00:00Z",
      signedBy: { id: "u2", name: "Ed Itor" },
    };
    const html = render({ reviews: [], state: "ready", scheduled });
    expect(html).toContain(
      'It is signed. See <a href="#schedule">when it is published and what cancels that</a>.',
    );
    expect(html).not.toMatch(/an editor can sign/i);
    expect(html).toContain(">Scheduled</span>");
    // When that is stands once on the page, above.
    expect(html).not.toContain("30 June 2024");
    expect(html).not.toContain("Ready for an editor");
  });

  it("opens the form for a legal read where one is due, says what it is for, and shows blind reviewers nothing of it", () => {
    const read = { id: "r1", reader: "Ada Counsel", at: "2024-06-28T14:10:00Z", notedBy: "Checker" };
    const legalReads = (isStale: boolean): ClaimDto["legalReads"] => ({
      draftHash: "00",
      isWanted: true,
      reads: [{ ...read, kind: "read", isStale }],
    });
    const [stale, current] = [
      render({ legalReads: legalReads(true) }),
      render({ legalReads: legalReads(false) }),
    ];
    expect(stale).toMatch(/Read by Ada Counsel on <time[^>]*>28 June 2024, 14:10 UTC<\/time>/);
    expect(stale).toContain("stale: the draft changed after it was read");
    expect(stale).toMatch(/<details open=""[^>]*><summary[^>]*>Note a legal read/);
    expect(stale).toContain("Keep the advice where your lawyer keeps it");
    expect(current).not.toContain("stale:");
    expect(current).not.toMatch(/<details open=""[^>]*><summary[^>]*>Note a legal read/);
    expect(render()).not.toContain("Legal read");
  });

  it("offers the steps the server allows and no others", () => {
    const html = render({ allowedEvents: ["return"] });
    expect(html).toContain('value="return"');
    expect(html).not.toContain('value="submit"');
    expect(html).not.toContain('value="decline"');
    expect(render({ allowedEvents: ["decline"] })).toContain('value="decline"');
  });

  it("gives the three marks as three equal buttons", () => {
    const buttons = [...render().matchAll(/<button([^>]*name="mark"[^>]*)>/g)].map(
      ([, attributes]) => attributes,
    );
    expect(buttons).toHaveLength(3);
    const looks = buttons.map((attributes) => /class="([^"]*)"/.exec(attributes ?? "")?.[1]);
    expect(new Set(looks).size).toBe(1);
  });

  it("leads from each line of the gate to its remedy", () => {
    const html = render({}, [{ code: "other-side-not-searched", field: "searches", message: "No search" }]);
    expect(html).toContain('href="/desk/claims/c1#searches"');
    expect(html).toContain('id="searches"');
  });

  const review = (name: string, mark: "confirmed" | "disputed"): ReviewDto => ({
    id: name,
    reviewer: { id: name, name },
    mark,
    rating: null,
    rationale: `${name} read it.`,
    evidenceIds: [],
    blind: true,
    outdated: false,
    givenAt: "2024-06-29T10:00:00Z",
  });

  it("asks how reviews that differ were settled, and says when they agree; to nobody who is blind", () => {
    const verdict = { ...draft, version: 1, reconciliation: "" };
    const differ = [review("Ann", "confirmed"), review("Ben", "disputed")];
    const open = render({ reviews: differ, verdict });
    expect(open).toContain("Marks: Confirmed and Disputed.");
    expect(open).toContain('id="reconcile-form"');
    const settled = render({
      reviews: differ,
      verdict: { ...verdict, rating: "misleading", reconciliation: "The year." },
    });
    expect(settled).toContain("They differed, and settled it");
    expect(settled).toContain("The year.");
    const agree = render({ reviews: [review("Ann", "confirmed"), review("Ben", "confirmed")], verdict });
    expect(agree).toContain("Both agree: Confirmed.");
    expect(agree).not.toContain("reconcile-form");
    expect(render()).not.toContain("reconcile-form");
  });

  it("leads from the gate to the one request for a reply that is meant", () => {
    const issue = { code: "reply-not-asked", field: "replies.r7", message: "The yard has not answered." };
    expect(render({}, [issue])).toContain('href="/desk/claims/c1#reply-r7"');
  });
});

describe("what is to be done next", () => {
  it("says at the gate what speaks against decisive evidence, to blind reviewers too, and nothing of what is not decisive", () => {
    const doubt = { evidenceId: "e7", number: 2, isDecisive: true };
    const doubts = [{ ...doubt, words: "is from where the claim itself appeared" }];
    for (const seen of [{}, { reviews: [], comments: [] }] as Partial<ClaimDto>[])
      expect(render(seen, [], [], { doubts }).replaceAll("<!-- -->", "")).toContain(
        '<a href="/desk/claims/c1#evidence-e7">Evidence 2</a> is marked decisive, and is from where the claim itself appeared.',
      );
    const other = doubts.map((one) => ({ ...one, isDecisive: false }));
    expect(render({}, [], [], { doubts: other })).not.toContain("is marked decisive");
  });

  it("asks whoever has not reviewed for that first, and keeps the other steps at hand behind it", () => {
    const allowedEvents: ClaimDto["allowedEvents"] = ["return", "ready"];
    const next = (html: string) => html.slice(html.indexOf('id="next"'), html.indexOf('href="#gate"'));
    const blind = next(render({ allowedEvents, assignee: { id: "u3", name: "Ann" } }));
    expect(blind.indexOf('href="#review"')).toBeLessThan(blind.indexOf("<details"));
    expect(blind).toMatch(/<details(?! open).*value="ready".*value="return".*<\/details>/);
    expect(blind).toContain("After the reviews Ann calls it ready, and an editor signs.");
    const verdict = { ...draft, version: 1, reconciliation: "" };
    const begun = next(render({ allowedEvents, reviews: [], verdict }));
    expect(begun).not.toContain('value="ready"');
    expect(begun).toContain("once it has rating and finding");
    const written = { ...verdict, rating: "disputed", finding: "It was not." };
    const done = next(render({ allowedEvents, reviews: [], verdict: written }));
    expect(done).toContain('value="ready"');
    expect(done).not.toContain("#review");
    // The step forward is the one primary button; the step back is none.
    expect(done).toMatch(/button-primary[^>]*>Ready for an editor/);
    expect(done.match(/button-primary/g)).toHaveLength(1);
    expect(next(render({ state: "ready", reviews: [], verdict: written, allowedEvents: [] }))).toContain(
      "An editor who wrote none of it signs.",
    );
  });

  it("says by the gate's own rule why nobody has to be asked for a reply, or who has", () => {
    const ask = { replies: { ask: action } };
    expect(render({}, [], [], ask)).toContain(
      "Nobody is named as having made the claim, so no reply is waited for",
    );
    expect(render({ claimant: "Kim" }, [], [], ask)).toContain(
      "Kim made the claim and is to be asked before an editor signs.",
    );
    expect(render({ claimant: "Kim", provisional: true }, [], [], ask)).toContain(
      "First findings may go out before an answer",
    );
    const closed = render({ state: "published", claimant: "Kim" });
    expect(closed).toContain("Nobody was asked.");
    expect(closed).not.toContain("is to be asked");
  });

  it("sets what takes a publication from readers apart from what puts it right, and says what it does", () => {
    const html = renderToStaticMarkup(
      <PublishedLinks
        links={{ ...links, correction: "/c", notice: "/n", retraction: "/r", withholding: "/w" }}
        isCorrecting={false}
      />,
    );
    const [before, apart] = html.split("Take it from readers");
    expect(before).toMatch(/Open a correction.*Sign a notice/);
    expect(apart).toMatch(/Retract it.*It cannot be undone\..*Withhold a version.*An editor and an admin/s);
    expect(renderToStaticMarkup(<PublishedLinks links={links} isCorrecting={false} />)).toBe("");
  });

  it("tells at the gate of a silence that counts although no deadline was given", () => {
    const reply: ClaimDto["replies"][number] = {
      id: "r7",
      asked: "The yard",
      role: "criticised",
      how: "E-mail",
      question: null,
      askedAt: "2024-06-28T10:00:00Z",
      deadlineAt: null,
      reminders: [],
      outcome: "no-reply",
      reply: null,
      repliedAt: null,
      source: null,
    };
    expect(render({ replies: [reply] })).toMatch(
      /The yard<\/a> is noted as not having replied; no deadline was given/,
    );
    expect(render({ replies: [{ ...reply, deadlineAt: "2024-06-29T10:00:00Z" }] })).not.toContain(
      "no deadline was given",
    );
  });
});
