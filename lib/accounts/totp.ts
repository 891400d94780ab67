import { Secret, TOTP } from "otpauth";

/** Seconds that one code stands for (RFC 6238 §5.2). */
const stepSeconds = 30;

function totpOf(seed: string, label = "", issuer = ""): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(seed),
    algorithm: "SHA1",
    digits: 6,
    period: stepSeconds,
    issuer,
    label,
  });
}

/** What an authenticator reads from the picture: a seed in base 32, for whom, and at which desk. */
export function totpAddress(seed: string, account: string, desk: string): string {
  return totpOf(seed, account, desk).toString();
}

/** A typed code without what people put between its digits; null when these are not six digits. */
export function sixDigits(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * The time step that a code of six digits belongs to, the present one or one before or after it; null when it is none of
 * theirs (RFC 6238 §5.2: at most one step for a slow network, and as much for a clock).
 */
export function stepOfCode(seed: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(seed).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

/** A seed in groups of four, as one types it into an authenticator that has no camera. */
export function spellSeed(seed: string): string {
  return seed.match(/.{1,4}/g)?.join(" ") ?? "";
}
