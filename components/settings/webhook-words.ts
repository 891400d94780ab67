import type { WebhookEvent } from "@/lib/webhooks/event";

const words: Record<WebhookEvent, string> = {
  "publication.published": "published",
  "publication.corrected": "corrected",
  "publication.retracted": "retracted",
  "publication.noticed": "given a notice",
};

/** An event as a word of a list: "published". */
export function eventWords(event: WebhookEvent): string {
  return words[event];
}
