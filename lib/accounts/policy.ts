import type { Role } from "../claims/vocabulary";
import { dayMs } from "../core/durations";
import type { Issue } from "../core/result";

const minCharacters = 12;
const maxCharacters = 200;
const minDifferent = 5;

/** The worst ones that are long enough to pass, folded as `fold` does. More than one word of the trade is among them. */
const worst = new Set(
  `password1234 password12345 password123456 passwordpassword passw0rd1234 mypassword123 yourpassword
  adminadminadmin administrator administrator1 administrator123 administrateur rootrootroot superuser1234
  123456789012 1234567890123 12345678901234 123456789123 123123123123 qwertyuiop12 qwertyuiop123 qwertyuiopasdf
  qwertyqwerty qwerty123456 qwerty1234567 qazwsxedcrfv 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3
  iloveyouiloveyou iloveyou1234 letmeinletmein letmein123456 welcome12345 welcomewelcome changemechangeme
  changeme1234 changeme12345 trustno1trustno1 correcthorsebatterystaple abcdefghijkl abcdefghijklm abcd12345678
  abc123abc123 footballfootball baseballbaseball sunshinesunshine princessprincess dragondragon monkeymonkey
  summer2024summer winter2024winter newsroomnewsroom newsroom1234 countersign1 countersign12 countersign123
  countersigncountersign factcheckfactcheck factchecker123 journalist123 thisismypassword thisisapassword
  secretsecret secretpassword defaultpassword temporarypassword testtesttest testpassword123`.split(/\s+/),
);

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What is left of the password once the person's name and address are taken out, folded. */
function withoutOwner(password: string, owner: { email: string; name: string }): string {
  const [local = "", host = ""] = owner.email.split("@");
  const words = [owner.email, local, host.split(".")[0] ?? "", owner.name, ...owner.name.split(/\s+/)];
  return words
    .map(fold)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ""), fold(password));
}

/**
 * What is wrong with a new password, in words; empty when it will do. Length in Unicode characters; any character
 * counts, no kinds are demanded, and nothing expires (ASVS 6.2, NIST SP 800-63B §5.1.1.2). `field` names the input.
 */
export function passwordIssues(
  password: string,
  owner: { email: string; name: string },
  field = "password",
): Issue[] {
  const length = Array.from(password).length;
  const issue = (code: string, message: string): Issue[] => [{ code, field, message }];
  if (length < minCharacters) {
    return issue("password-short", `Use ${minCharacters} characters or more; a few words are easy to keep.`);
  }
  if (length > maxCharacters) return issue("password-long", `Use ${maxCharacters} characters at most.`);
  if (new Set(password.toLowerCase()).size < minDifferent) {
    return issue("password-plain", "Use more different characters: this one is quickly guessed.");
  }
  if (worst.has(fold(password))) {
    return issue("password-known", "This is one of the first passwords anyone tries. Choose another.");
  }
  const own = withoutOwner(password, owner);
  if (own.length < fold(password).length && own.length < 6) {
    return issue("password-own-name", "This is your name or address with little added. Choose another.");
  }
  return [];
}

/** Longest life of a token that signs, outside the demonstration. */
const signTokenHours = 8;
/** Longest life of any token, and what forms may ask for. */
export const maxTokenDays = 365;
/** How long an invitation link, or for a new password, works. */
export const invitationDays = 7;

/** When a new token ends: as asked, but one that signs lasts 8 hours at most outside the local demonstration. */
export function tokenExpiry(
  wanted: { scopes: readonly string[]; days: number },
  facts: { now: Date; demo: boolean },
): Date {
  const days = Math.min(wanted.days, maxTokenDays);
  const capMs =
    wanted.scopes.includes("sign") && !facts.demo ? signTokenHours * 3_600_000 : maxTokenDays * dayMs;
  return new Date(facts.now.getTime() + Math.min(days * dayMs, capMs));
}

/** Minutes for which a proof of who one is counts, for sign-off, retraction, roles, links, second factors and tokens. */
export const stepUpMinutes = 10;

/** Whether a person must set up a second factor before anything else: whoever signs or decides about people (ASVS 6.3.3). */
export function needsSecondFactor(role: Role, hasOne: boolean, isRequired: boolean): boolean {
  return isRequired && !hasOne && role !== "checker";
}
