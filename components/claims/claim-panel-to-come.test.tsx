import { describe, expect, it } from "vitest";
import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { action, draft, render } from "@/scripts/test/claim-panel-scene";

describe("what is still to come", () => {
  it("says what the dots of the gate mean in a sentence above its lines, which name them", () => {
    const open = (overridable: boolean) => ({
      ...{ code: overridable ? "other-side-not-searched" : "rating-missing", field: "x", message: "Why" },
      overridable,
    });
    const gateOf = (...issues: GateDto["issues"]) => {
      const html = render({}, issues);
      return html.slice(html.indexOf('<details id="gate"'));
    };
    const both = gateOf(open(true), open(false));
    const legend = "A dot: nobody can sign without it. A ring: an editor may override it.";
    expect(both.indexOf(legend)).toBeGreaterThan(0);
    expect(both.indexOf(legend)).toBeLessThan(both.indexOf("<ul"));
    expect(both.match(/aria-label="(Dot|Ring)"/g)).toEqual(['aria-label="Ring"', 'aria-label="Dot"']);
    expect(gateOf(open(true))).not.toContain("A dot:");
    expect(gateOf()).not.toMatch(/A dot:|A ring:/);
  });

  it("says of a declined claim what there was, and never that something has yet to come", () => {
    const part = { id: "p1", text: "A part", central: true, rating: null, isPublished: false };
    const declined: Partial<ClaimDto> = { state: "declined", allowedEvents: ["reopen"], parts: [part] };
    const seen = { reviews: [], comments: [], verdict: { ...draft, version: 0, reconciliation: "" } };
    const none = { review: undefined, legalReads: undefined, assign: action };
    for (const html of [
      render({ ...declined, ...seen, reviewCount: 0 }, [], [], none),
      render({ ...declined, reviewCount: 0, verdict: { hidden: true, version: 0 } }, [], [], none),
      render({ ...declined, reviewCount: 2 }, [], [], none),
    ])
      expect(html).not.toMatch(/\byet\b|once you have given|give your review first/);
    const shown = render({ ...declined, ...seen, reviewCount: 0 }, [], [], none);
    for (const words of ["No rating.", "No finding.", "Nobody reviewed it.", "None was logged.", "not rated"])
      expect(shown).toContain(words);
    const researching = render({ ...seen, state: "researching", parts: [part] }, [], [], none);
    for (const words of ["No rating yet.", "No finding yet.", "not rated yet"])
      expect(researching).toContain(words);
  });
});
