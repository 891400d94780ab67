import { marks, type Mark } from "../claims/vocabulary";

/** Claims whose blind marks fell alike: how many of each mark a claim got, and how many such claims there are. */
export type MarkPattern = Record<Mark, number> & {
  /** Whether those who proposed a rating proposed the same one. */
  isSameRating: boolean;
  claims: number;
};

export type AgreementRate = {
  /** Claims first signed in the period. */
  signed: number;
  /** Of these, claims with at least two blind marks: only they can agree. */
  compared: number;
  /** Blind marks on the compared claims. */
  marks: number;
  /** Compared claims on which all marks are equal. */
  sameMark: number;
  /** Of those, claims where nobody proposed another rating either. */
  sameMarkAndRating: number;
  /** 95 % interval of the share with equal marks; null when there are too few to say. */
  interval: { low: number; high: number } | null;
  /** Krippendorff's alpha; null when there are too few, or when every mark was the same. */
  alpha: number | null;
};

/** Below this number of claims a rate is chance more than habit: the interval of 5 out of 10 is 24 to 76 %. */
export const fewestClaims = 10;

const markCount = (unit: Record<Mark, number>) => marks.reduce((sum, mark) => sum + unit[mark], 0);

/**
 * Krippendorff's alpha for nominal data: 1 is full agreement, 0 what chance gives, below 0 worse than chance. A unit says how
 * often each value was given to it, by any number of people, and `times` how many such units there are; one with fewer than
 * two values does not count. Null where it is not defined: nothing to compare, or one value only. Source: K. Krippendorff,
 * "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C: coincidences of pairs within each unit.
 */
export function krippendorffAlpha(
  units: readonly { counts: readonly number[]; times: number }[],
): number | null {
  const totals: number[] = [];
  let observed = 0;
  let values = 0;
  for (const { counts, times } of units) {
    const given = counts.reduce((sum, count) => sum + count, 0);
    if (given < 2) continue;
    values += given * times;
    for (const [value, count] of counts.entries()) {
      totals[value] = (totals[value] ?? 0) + count * times;
      observed += (times * count * (given - count)) / (given - 1);
    }
  }
  const expected = totals.reduce((sum, total) => sum + total * (values - total), 0);
  return expected === 0 ? null : 1 - ((values - 1) * observed) / expected;
}

/** The 95 % interval of a share, 0 to 1. Source: E. B. Wilson, "Probable Inference" (JASA 22, 1927); of nothing it is 0 to 1. */
export function wilsonInterval(hits: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** How often blind marks agreed, over claims that all staff may see answers of; below `fewestClaims` only the counts. */
export function agreementRate(patterns: readonly MarkPattern[]): AgreementRate {
  const compared = patterns.filter((pattern) => markCount(pattern) >= 2);
  const claimsIn = (some: readonly MarkPattern[]) => some.reduce((sum, { claims }) => sum + claims, 0);
  const same = compared.filter((pattern) => marks.some((mark) => pattern[mark] === markCount(pattern)));
  const [count, hits] = [claimsIn(compared), claimsIn(same)];
  const isEnough = count >= fewestClaims;
  return {
    signed: claimsIn(patterns),
    compared: count,
    marks: compared.reduce((sum, pattern) => sum + markCount(pattern) * pattern.claims, 0),
    sameMark: hits,
    sameMarkAndRating: claimsIn(same.filter(({ isSameRating }) => isSameRating)),
    interval: isEnough ? wilsonInterval(hits, count) : null,
    alpha: isEnough
      ? krippendorffAlpha(
          compared.map((pattern) => ({
            counts: marks.map((mark) => pattern[mark]),
            times: pattern.claims,
          })),
        )
      : null,
  };
}
