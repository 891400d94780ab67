/** What the newsroom decided about its topics, which are words on claims and nothing more. */
export type TopicSettings = {
  /** Topics that are another now: renamed, or made one with it. Never a chain: `to` is in no `from`. */
  moved: readonly { from: string; to: string }[];
  /** Topics that stay on the claims they are on and are given to no other. */
  retired: readonly string[];
};

export const defaultTopicSettings: TopicSettings = { moved: [], retired: [] };

/** What is typed as a topic, as it is kept: one space between words, none around. */
export function topicName(typed: string): string {
  return typed.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** Topics as they are called now, each once, in order: an old name counts as what it became. */
export function topicsNow(names: readonly string[], { moved }: TopicSettings): string[] {
  const now = new Map(moved.map(({ from, to }) => [from, to]));
  return [...new Set(names.map(topicName).map((name) => now.get(name) ?? name))];
}

/**
 * Topics that a setting names, as they are called now. A setting tells no capitals from small letters, so of topics that
 * differ in these alone it means each.
 */
export function settingTopicsNow(names: readonly string[], settings: TopicSettings): string[] {
  const folded = new Set(names.map((name) => topicName(name).toLowerCase()));
  const became = settings.moved.flatMap(({ from, to }) => (folded.has(from.toLowerCase()) ? [to] : []));
  return [...new Set([...topicsNow(names, settings), ...became])];
}

/** Those of the topics that a setting names which no claim has, by an old name or in other capitals: perhaps mistyped. */
export function topicsOfNoClaim(
  named: readonly string[],
  onClaims: readonly string[],
  settings: TopicSettings,
): string[] {
  const known = new Set(onClaims.map((name) => topicName(name).toLowerCase()));
  const isKnown = (name: string) =>
    settingTopicsNow([name], settings).some((now) => known.has(now.toLowerCase()));
  return [...new Set(named.map(topicName))].filter((name) => !isKnown(name));
}

/** The decisions after `from` became `to`: what had become `from` follows, and a name that is taken up again is itself. */
export function withTopicMoved({ moved, retired }: TopicSettings, from: string, to: string): TopicSettings {
  const others = moved
    .filter((one) => one.from !== to && one.from !== from)
    .map((one) => (one.to === from ? { from: one.from, to } : one));
  return {
    moved: [...others, { from, to }],
    retired: retired.filter((name) => name !== from && name !== to),
  };
}

/** The decisions after a topic was retired, or brought back. */
export function withTopicRetired(settings: TopicSettings, name: string, isRetired: boolean): TopicSettings {
  const others = settings.retired.filter((one) => one !== name);
  return { ...settings, retired: isRetired ? [...others, name].sort() : others };
}

/** Those of the topics that nobody may give to a claim any more; what the claim had already stays. */
export function refusedTopics(
  names: readonly string[],
  had: readonly string[],
  { retired }: TopicSettings,
): string[] {
  return names.filter((name) => retired.includes(name) && !had.includes(name));
}
