/** How many there are, and how many characters each has: 32¹⁰ is 50 bits, far beyond what throttled tries reach. */
export const recoveryCodeCount = 10;
export const recoveryCodeBytes = 10;

/** Crockford's base 32, in small letters: no i, l, o or u. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A code as people write it down, `7k3qp-9d2xm`, from ten random bytes, of which each gives five bits. */
export function spellRecoveryCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, recoveryCodeBytes), (byte) => alphabet[byte & 31]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** A typed code as it is hashed: case, gaps and look-alikes do not matter; null when it cannot be one. */
export function foldRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return new RegExp(`^[${alphabet}]{${recoveryCodeBytes}}$`).test(letters) ? letters : null;
}
