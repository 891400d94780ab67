/** What other systems can be told of. */
export const webhookEvents = [
  "publication.published",
  "publication.corrected",
  "publication.retracted",
  "publication.noticed",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Public facts and names of public things only; who wants more fetches the signed record. */
export type WebhookFacts = {
  slug: string;
  /** Of a notice: the version it stands beside. */
  version: number;
  /** Of the record or notice that was signed, lowercase hex. */
  sha256: string;
  /** Of a correction its class, of a notice its kind. */
  class?: string;
  noticeId?: string;
};

/** Which event a version is: the first is published, a later one corrects, a retraction retracts. */
export function eventOf(record: { kind: string; version: number }): WebhookEvent {
  if (record.kind === "retraction") return "publication.retracted";
  return record.version === 1 ? "publication.published" : "publication.corrected";
}

/** The body that is sent, with absolute addresses; `siteUrl` without a slash at the end, `at` ISO 8601 with zone. */
export function webhookBody(event: WebhookEvent, at: string, facts: WebhookFacts, siteUrl: string): string {
  const { slug, version } = facts;
  const data = {
    ...facts,
    url: `${siteUrl}/verdicts/${slug}`,
    recordUrl: `${siteUrl}/api/v1/publications/${slug}/${version}`,
  };
  return JSON.stringify({ type: event, timestamp: at, data });
}
