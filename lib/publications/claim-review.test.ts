import { describe, expect, it } from "vitest";
import { defaultRatings } from "../settings/ratings";
import { recordSha256 } from "./canonical";
import { claimReviewJsonLd, claimReviewWarnings, jsonLdScript } from "./claim-review";
import { aurusRecord } from "./fixtures/aurus-dossier";
import type { PublicationRecord, RevisionRecord, SignedRecord } from "./record";

const context = {
  url: "https://desk.example/verdicts/aurus-south-korean-parts",
  publisher: { name: "The Example Desk", url: "https://desk.example" },
  ratings: { best: 5, worst: 1 },
};

function signed(changes: Partial<RevisionRecord> = {}): SignedRecord<PublicationRecord> {
  const record = aurusRecord(changes);
  return { record, sha256: recordSha256(record), signature: "", keyId: "" };
}

describe("claimReviewJsonLd", () => {
  it("is the whole markup of a published verdict", () => {
    expect(claimReviewJsonLd(signed(), context)).toEqual({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      "@id": context.url,
      url: context.url,
      claimReviewed: "Aurus imported at least $34 million in South Korean parts between 2018 and 2023",
      author: { "@type": "Organization", name: "The Example Desk", url: "https://desk.example" },
      datePublished: "2024-07-02T12:00:00+02:00",
      dateModified: "2024-07-02T12:00:00+02:00",
      inLanguage: "en",
      reviewRating: {
        "@type": "Rating",
        alternateName: "Disputed",
        ratingExplanation:
          "The $34 million covers all countries; South Korea's part was almost $15.5 million.",
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
      },
      itemReviewed: {
        "@type": "Claim",
        author: { "@type": "Thing", name: "Kyiv Independent" },
        datePublished: "2024-06-28",
        appearance: [
          {
            "@type": "CreativeWork",
            url: "https://relay.example/aurus",
            headline: "Kyiv Independent on Aurus",
            datePublished: "2024-06-28T06:00:00Z",
            inLanguage: "en",
            publisher: { "@type": "Organization", name: "Kyiv Independent" },
          },
        ],
      },
    });
  });

  it("gives a rating off the truth axis a name and no number at all", () => {
    const rating = { code: "unproven", label: "Unproven", meaning: "m", number: null, best: 5, worst: 1 };
    const markup = claimReviewJsonLd(signed({ rating }), context) as { reviewRating: object };
    expect(Object.keys(markup.reviewRating).sort()).toEqual(["@type", "alternateName", "ratingExplanation"]);
  });

  it("leaves out whatever is unknown instead of writing it empty", () => {
    const { claim } = aurusRecord();
    const unknown = { ...claim, claimant: " ", saidAt: null, appearance: null };
    const markup = claimReviewJsonLd(signed({ claim: unknown }), context) as { itemReviewed: object };
    expect(markup.itemReviewed).toEqual({ "@type": "Claim" });
    expect(JSON.stringify(markup)).not.toMatch(/null|""/);
  });

  it("never links an address that is not http(s)", () => {
    const { claim } = aurusRecord();
    const evil = { ...claim, appearance: { ...claim.appearance!, url: "javascript:alert(1)" } };
    expect(JSON.stringify(claimReviewJsonLd(signed({ claim: evil }), context))).not.toContain("javascript");
    expect(() => claimReviewJsonLd(signed(), { ...context, url: "/verdicts/a" })).toThrow("absolute");
  });

  it("carries the correction's reason and keeps the first date of publication", () => {
    const correction = {
      class: "correction",
      reason: "We wrote '$34M'; the source says 'at least'.",
    } as const;
    const first = { ...context, firstPublishedAt: "2024-07-01T08:00:00Z" };
    expect(claimReviewJsonLd(signed({ correction }), first)).toMatchObject({
      correction: correction.reason,
      datePublished: "2024-07-01T08:00:00Z",
      dateModified: "2024-07-02T12:00:00+02:00",
    });
  });
});

describe("claimReviewWarnings", () => {
  const labels = defaultRatings.map(({ label }) => label);
  const withText = (text: string) => {
    const record = aurusRecord();
    return { ...record, claim: { ...record.claim, text } };
  };

  it.each([
    ["a".repeat(75), []],
    ["😀".repeat(75), []],
    ["a".repeat(76), ["claim-long"]],
    ["Disputed: the car is Korean", ["claim-has-rating"]],
    ["The car is Korean. UNPROVEN!", ["claim-has-rating"]],
    ["The disputed car is Korean", []],
    ["Unprovenance matters", []],
  ])("for the claim %j", (text, codes) => {
    expect(claimReviewWarnings(withText(text), labels).map(({ code }) => code)).toEqual(codes);
  });

  it("notices a value outside its scale", () => {
    const record = withText("short");
    const off = { ...record, rating: { ...record.rating, number: 6 } };
    expect(claimReviewWarnings(off, labels).map(({ code }) => code)).toEqual(["rating-out-of-scale"]);
  });
});

describe("jsonLdScript", () => {
  it("holds nothing that could end the script, and reads back as the same value", () => {
    const value = { text: "</script><!-- & \u2028 \u2029 <script>" };
    const text = jsonLdScript(value);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });
});
