import type { GateSettings } from "../settings/gate-settings";
import { topicName } from "../settings/topic-settings";

/** That somebody was asked to read the draft for the law, or read it. What they said has no place here. Times are ISO 8601. */
export type LegalRead = {
  id: string;
  kind: "asked" | "read";
  /** A free name: whoever reads need not have an account. */
  reader: string;
  /** When they were asked, or when they read it. */
  at: string;
  /** `draftHash` of what they read; `null` when they were asked. */
  draftHash: string | null;
  notedById: string;
  notedAt: string;
};

/** How the draft stands: `asked` is who was asked since the last read. */
export type LegalStanding = {
  state: "none" | "stale" | "read";
  read: LegalRead | null;
  asked: LegalRead | null;
};

/**
 * Whether the draft was read as it stands. `reads` in the order noted, without what was withdrawn; `draftHash` is of the
 * draft now. A draft that is again what was read counts as read.
 */
export function legalStanding(reads: readonly LegalRead[], draftHash: string): LegalStanding {
  const given = reads.filter(({ kind }) => kind === "read");
  const last = given.at(-1) ?? null;
  const current = given.findLast((read) => read.draftHash === draftHash) ?? null;
  const since = last ? reads.slice(reads.indexOf(last) + 1) : reads;
  const asked = since.findLast(({ kind }) => kind === "asked") ?? null;
  return { state: current ? "read" : last ? "stale" : "none", read: current ?? last, asked };
}

/** Whether the newsroom asks for a legal read of a claim with these topics. */
export function wantsLegalRead(
  { legalRead, legalReadTopics }: Pick<GateSettings, "legalRead" | "legalReadTopics">,
  topics: readonly string[],
): boolean {
  if (legalRead !== "topics") return legalRead === "always";
  const chosen = new Set(legalReadTopics.map(folded));
  return topics.some((topic) => chosen.has(folded(topic)));
}

function folded(topic: string): string {
  return topicName(topic).toLowerCase();
}
