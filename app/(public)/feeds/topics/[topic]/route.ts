import { atomFeed } from "@/lib/publications/feeds";
import { cleanText } from "@/lib/core/text-input";
import { atomType, verdictFeed } from "../../../feed-answers";
import { notFoundAnswer, readerRoute } from "../../../reader-route";

export const dynamic = "force-dynamic";

/** The topic of `/feeds/topics/<topic>.atom`, read from the address itself, where it is encoded once. */
function topicOf(url: URL): string | null {
  const encoded = /^\/feeds\/topics\/([^/]{1,600})\.atom$/.exec(url.pathname)?.[1];
  if (encoded === undefined) return null;
  try {
    const topic = cleanText(decodeURIComponent(encoded)).trim();
    return topic === "" || topic.length > 100 ? null : topic;
  } catch {
    return null;
  }
}

/** Verdicts on one topic, spelled as in the verdict; a topic that nobody wrote about yet is an empty feed. */
export const GET = readerRoute<{ topic: string }>(async ({ url, pub }) => {
  const topic = topicOf(url);
  if (topic === null) return notFoundAnswer(pub);
  const path = `/feeds/topics/${encodeURIComponent(topic)}.atom`;
  return verdictFeed(pub, { path, type: atomType, write: atomFeed }, { topic });
});
