import { suggestAttributions } from "../../lib/attributions/suggest-attributions";
import { compareTexts } from "../../lib/attributions/reuse/compare-texts";
import type { KnownOutlet } from "../../lib/attributions/known-outlets";
import { overlapOf } from "../../lib/attributions/reuse/shingles";
import { textFacts, type TextFacts } from "../../lib/attributions/reuse/text-facts";
import type { ReuseEvent, ReuseText } from "./event";

/** A pair of texts, what it should be taken for, and what our rules and a plain similarity take it for. */
export type ScoredPair = {
  event: string;
  kinds: string;
  expected: "reuse" | "none";
  /** `translation` and `independent` pairs that are called reuse are the errors that cost most. */
  kind: "copy" | "light" | "heavy" | "relay" | "translation" | "independent" | "unrelated";
  ours: string | null;
  isRightWay: boolean;
  isPlain: boolean;
};

const noCounts = { articles: 0, holding: new Map<string, number>() };
/** The plain way: texts are one when half of their runs of five words are. */
const plainResemblance = 0.5;

/** What is compared of a text about which nothing is known but its words, outlet, language and day. */
export function factsOf(
  id: string,
  { text, outlet, language, publishedAt }: ReuseText,
  outlets: KnownOutlet[] = [],
): TextFacts {
  const credits = suggestAttributions({
    text,
    title: null,
    byline: null,
    outlet,
    links: [],
    language,
    outlets,
  });
  return textFacts({ id, text, language, publishedAt, outlet, owner: null, credits });
}

function scored(
  event: string,
  kind: ScoredPair["kind"],
  expected: ScoredPair["expected"],
  from: TextFacts,
  to: TextFacts,
): ScoredPair {
  const found = compareTexts(from, to, noCounts);
  return {
    event,
    kinds: `${from.id} / ${to.id}`,
    kind,
    expected,
    ours: found && `${found.type} (${found.rule}): ${found.words}`,
    isRightWay: found === null || found.fromId === from.id,
    isPlain: overlapOf(from.shingles, to.shingles).resemblance >= plainResemblance,
  };
}

/** Every two reports of one event by people who have nothing from each other. */
export function scoreIndependents(events: readonly (readonly ReuseText[])[]): ScoredPair[] {
  const names = new Set(events.flat().flatMap(({ outlet }) => (outlet ? [outlet] : [])));
  const outlets = [...names].map((name) => ({ name, also: [], host: null }));
  return events.flatMap((texts, at) => {
    const facts = texts.map((text, index) => factsOf(`report ${index + 1}`, text, outlets));
    return facts.flatMap((one, index) =>
      facts.slice(index + 1).map((other) => scored(`event ${at + 1}`, "independent", "none", one, other)),
    );
  });
}

/** Every pair of the events that says something: reuse against the wire, and what must never be called a copy. */
export function scorePairs(events: readonly ReuseEvent[]): ScoredPair[] {
  // A desk that holds the wires knows their names.
  const outlets = events.map(({ wire }) => ({ name: wire.outlet!, also: [], host: null }));
  const all = events.map((event) => ({
    name: event.name,
    wire: factsOf("wire", event.wire, outlets),
    reuse: (["copy", "light", "heavy"] as const).map(
      (kind) => [kind, factsOf(kind, event[kind], outlets)] as const,
    ),
    relay: factsOf("relay", event.relay, outlets),
    translation: factsOf("translation", event.translation, outlets),
    independents: event.independents.map((text, index) => factsOf(`independent ${index + 1}`, text, outlets)),
  }));
  return all.flatMap(({ name, wire, reuse, relay, translation, independents }, at) => {
    const next = all[(at + 1) % all.length]!;
    const apart = [wire, ...reuse.map(([, facts]) => facts), relay];
    return [
      ...reuse.map(([kind, facts]) => scored(name, kind, "reuse", facts, wire)),
      scored(name, "relay", "none", relay, wire),
      ...apart.map((facts) => scored(name, "translation", "none", translation, facts)),
      ...independents.flatMap((facts) =>
        apart.map((other) => scored(name, "independent", "none", facts, other)),
      ),
      scored(name, "independent", "none", independents[0]!, independents[1]!),
      ...apart.map((facts) => scored(name, "unrelated", "none", facts, next.wire)),
    ];
  });
}
