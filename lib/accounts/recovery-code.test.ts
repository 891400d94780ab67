import fc from "fast-check";
import { expect, it } from "vitest";
import { foldRecoveryCode, spellRecoveryCode } from "./recovery-code";

it("a spelled code is read again however it is typed", () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(bytes, (random) => {
      const spelled = spellRecoveryCode(random);
      expect(spelled).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
      const folded = foldRecoveryCode(spelled);
      expect(folded).toHaveLength(10);
      expect(foldRecoveryCode(` ${spelled.toUpperCase().replace("-", " ")} `)).toBe(folded);
      expect(foldRecoveryCode(spelled.replaceAll("0", "O").replaceAll("1", "l"))).toBe(folded);
    }),
  );
});

it.each(["", "123456", "7k3qp-9d2x", "7k3qp-9d2xmm", "7k3qp-9d2xu", "7k3qp_9d2xm"])(
  "%j is no recovery code",
  (typed) => expect(foldRecoveryCode(typed)).toBeNull(),
);
