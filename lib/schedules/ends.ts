/** Why what was signed for later is not published then, each with its sentence. */
const words = {
  cancelled: (who) => `${named(who)} cancelled it.`,
  changed: (who) => `${named(who)} changed what would be published.`,
  "source-changed": () => "A source of it no longer says what it said.",
  returned: (who) => `${named(who)} returned the claim to research.`,
  retracted: (who) => `${named(who)} retracted what stands in public.`,
  gate: (who) =>
    who === null
      ? "What an editor needs before signing no longer holds."
      : `After ${who} changed something, what an editor needs before signing was found not to hold.`,
  signer: (who) =>
    who === null
      ? "Whoever signed it may not sign any more."
      : `${who} ended the right to sign by which it was signed.`,
  settings: (who) => `${named(who)} changed the newsroom’s settings, and with them what would be published.`,
  renamed: (who) => `${named(who)} changed a name that would be printed.`,
  refused: () => "It could not be published as it was signed.",
} satisfies Record<string, (who: string | null) => string>;

const named = (who: string | null): string => who ?? "Someone";

export type EndCode = keyof typeof words;

/** In one sentence why it was cancelled; `who` is `null` where no person did it. Tells nothing that is blind for a reviewer. */
export function endWords(code: string, who: string | null): string {
  return (words[code as EndCode] ?? words.refused)(who);
}
