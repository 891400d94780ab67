import { declineOptions } from "@/components/claims/claim-words";
import type { LedgerRow } from "@/lib/selection/ledger";
import { noTopic, noTopicWords } from "@/lib/topics/no-topic";

/** Why something was declined, in words. */
export function reasonWords(code: string): string {
  return declineOptions.find(({ value }) => value === code)?.label ?? code;
}

/** Where something came from: the desk itself, a site, or no address. */
export function sourceWords(source: string): string {
  if (source === "desk") return "Entered by the desk";
  if (source === "no-address") return "A reader, no address given";
  return source === "rest" ? "All other sites" : source;
}

const sameClaim = "the claim that says the same";

/** What the claim that says the same as a tip is called: checked is only what is published. */
export function sameClaimWords(stands: LedgerRow["claimStands"]): string {
  switch (stands) {
    case "checked":
      return "checked here";
    case "retracted":
      return "checked here, and retracted";
    case "declined":
      return `${sameClaim}, declined too`;
    case "open":
      return `${sameClaim}, not checked yet`;
    case null:
      return sameClaim;
  }
}

/** A topic, or that there is none. */
export function topicWords(topic: string): string {
  if (topic === noTopic) return noTopicWords;
  return topic === "rest" ? "All other topics" : topic;
}

/** "Jun 2024" of "2024-06". */
export function monthWords(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
}
