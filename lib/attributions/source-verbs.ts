/**
 * What a cue says about its source: it speaks (`says`), holds a view (`thinks`), wants or intends (`wants`), takes a
 * side (`backs`), or is a thing that informs (`shows`).
 */
export type CueClass = "says" | "thinks" | "wants" | "backs" | "shows";

/** English verbs that attribute, by their dictionary form. */
const verbs: Record<CueClass, string> = {
  says: `say tell add note write announce ask argue report describe call tweet decline acknowledge criticize explain
    declare accuse cite urge recall respond conclude claim warn promise insist reply reveal indicate predict question pledge
    vow denounce dismiss deny mention admit decry charge state suggest complain contend stress emphasize highlight caution
    concede joke mock quip testify observe remark assert allege boast brag reiterate repeat answer     propose recommend advise confirm declare estimate disclose outline unveil invoke quote post blast slam lash
    condemn praise lament bemoan blame ridicule liken label characterize portray deride scold rebut refute
    counter protest object opine muse rail talk discuss detail summarize clarify elaborate proclaim
    profess speculate theorize forecast apologize thank congratulate greet taunt tease retort shout yell whisper mutter
    preach lecture tout hail laud applaud challenge ponder recount narrate document chronicle declare publish
    broadcast preview reckon insinuate imply hint signal attack demand plead beg remind
    assure reassure swear rate name dub brand refer point crow gush fume rant scoff sneer chide rebuke
    admonish implore exhort appeal petition pronounce posit postulate hypothesize editorialize retweet cry exclaim`,
  thinks: `think believe feel know see doubt fear worry hope expect understand realize assume regard view recognize
    suspect imagine conceive anticipate foresee perceive disagree agree wonder remember forget trust like dislike love
    hate admire resent despise distrust mind prefer deem judge concern regret`,
  wants: `want seek plan wish vow refuse decide call push `,
  backs: `support endorse back defend reject favor embrace advocate disapprove welcome resist     repudiate renounce espouse acquiesce `,
  shows: `show find indicate demonstrate suggest reveal conclude`,
};

const table = new Map(
  (["shows", "backs", "wants", "thinks", "says"] as const).flatMap((kind) =>
    verbs[kind].split(/\s+/u).map((lemma) => [lemma, kind] as const),
  ),
);

/** Verbs that stand before their subject after a quotation: "…", said the mayor. */
export const inverting = new Set(
  "say add ask write note explain reply tweet continue recall argue insist warn declare report joke wonder".split(
    " ",
  ),
);

/** Nouns that attribute to whoever owns them: "her claim that". */
export const cueNouns = new Set(
  `claim assertion belief view allegation accusation promise pledge vow warning   suggestion prediction assessment denial insistence contention call   refusal admission complaint answer hope fear demand`.split(
    /\s+/u,
  ),
);

/** The class of a verb form by its lemma; `null` when the verb does not attribute. */
export function cueClass(lemma: string): CueClass | null {
  return table.get(lemma) ?? null;
}

/** Forms that no rule of spelling makes, of the verbs whose forms are asked for. */
const irregular: Record<string, string> = { say: "said", tell: "told", write: "wrote written" };

/**
 * Every form in which an English verb can stand, in small letters: "deny denies denied denying". Spelling leaves open
 * whether a last consonant is doubled, so both are there; a form too many does no harm where words are only looked for.
 */
export function formsOf(lemma: string): string[] {
  const stem = /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}i` : lemma.replace(/e$/u, "");
  const doubled = /[^aeiou][aeiou][^aeiouwxy]$/u.test(lemma) ? [`${lemma}${lemma.slice(-1)}`] : [];
  const endings = [stem, lemma, ...doubled].flatMap((base) => [`${base}es`, `${base}ed`, `${base}ing`]);
  return [lemma, `${lemma}s`, `${lemma}d`, ...endings, ...(irregular[lemma]?.split(" ") ?? [])];
}
