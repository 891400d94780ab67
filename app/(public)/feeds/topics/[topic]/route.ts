import { cleanText } from "@/lib/core/text-input";
import { feedForms, verdictFeed } from "../../../feed-answers";
import { notFoundAnswer, readerRoute } from "../../../reader-route";

export const dynamic = "force-dynamic";

type Asked = { topic: string; form: keyof typeof feedForms };

/** Topic and form of `/feeds/topics/<topic>.<form>`, read from the address itself, where the topic is encoded once. */
function askedOf(url: URL): Asked | null {
  const [, encoded, form] = /^\/feeds\/topics\/([^/]{1,600})\.(atom|rss|json)$/.exec(url.pathname) ?? [];
  if (encoded === undefined || form === undefined) return null;
  try {
    const topic = cleanText(decodeURIComponent(encoded)).trim();
    return topic === "" || topic.length > 100 ? null : { topic, form: form as Asked["form"] };
  } catch {
    return null;
  }
}

/** Verdicts on one topic, spelled as in the verdict; a topic that nobody wrote about yet is an empty feed. */
export const GET = readerRoute<{ topic: string }>(async ({ url, pub }) => {
  const asked = askedOf(url);
  if (asked === null) return notFoundAnswer(pub);
  const { topic, form } = asked;
  const path = `/feeds/topics/${encodeURIComponent(topic)}.${form}`;
  return verdictFeed(pub, { path, ...feedForms[form] }, { topic, withRetractions: form === "atom" });
});
