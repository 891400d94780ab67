import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

/**
 * Actions that change what two people can have open, with the field of the input that says what was read: whoever saves second
 * is refused, and shown what the first one wrote. Whether each command compares it is asked by the tests of the command.
 */
const guarded: Record<string, string> = {
  "articles/actions#editArticleFields": "version",
  "articles/actions#setReliability": "version",
  "articles/attribution-actions#decideAttribution": "expected",
  "articles/attribution-actions#attestOrigin": "expected",
  "articles/attribution-actions#noteInterests": "expected",
  "claims/actions#editClaim": "version",
  "claims/actions#decideComparison": "expected",
  "claims/correction-actions#changeCorrection": "expected",
  "claims/evidence-actions#editEvidence": "version",
  "claims/evidence-actions#removeEvidence": "version",
  "claims/legal-read-actions#note": "draftHash",
  "claims/reply-actions#settleReply": "expected",
  "claims/reply-actions#withdrawReply": "expected",
  "claims/review-actions#reconcile": "version",
  "claims/search-actions#changeSearch": "expected",
  "claims/search-actions#withdrawSearch": "expected",
  "claims/talk-actions#assign": "was",
  "claims/verdict-actions#saveVerdict": "version",
  "claims/verdict-actions#autosaveVerdict": "version",
  "claims/verdict-actions#takeBackDraft": "version",
  "claims/verdict-actions#coverSentence": "expected",
  "claims/verdict-actions#setFirstFindings": "version",
  "claims/actions#reviewClaim": "basisHash",
  "claims/review-actions#reaffirm": "basisHash",
  "claims/verdict-actions#signNotice": "besideVersion",
  "claims/verdict-actions#signOff": "revisionHash",
  "claims/verdict-actions#retract": "version",
  "claims/verdict-actions#withhold": "version",
  "notices/actions#decidePrepared": "version",
  "settings/account/actions#changeName": "expected",
  "settings/desk/actions#save": "version",
  "settings/entities/actions#decideEntityLink": "expected",
  "settings/entities/actions#editEntity": "version",
  "settings/gate/actions#save": "version",
  "settings/outlets/actions#editOutlet": "version",
  "settings/pages/actions#save": "draft",
  "settings/pages/actions#sign": "draft",
  "settings/people/actions#changeAddress": "expected",
  "settings/people/actions#giveRole": "was",
  "settings/people/actions#rename": "expected",
  "settings/ratings/actions#add": "version",
  "settings/ratings/actions#editOne": "version",
  "settings/ratings/actions#remove": "version",
  "settings/shelf-life/actions#save": "version",
  "settings/site/actions#save": "version",
  "settings/templates/actions#edit": "version",
  "settings/templates/actions#retire": "version",
  "settings/topics/actions#merge": "version",
  "settings/topics/actions#rename": "version",
  "settings/topics/actions#retire": "version",
  "settings/watch/actions#save": "version",
};

/** Of those, whose form is given no version to choose from: the page shows what stands, with a guard that is about that. */
const shownByPage = [
  "articles/attribution-actions#decideAttribution",
  "articles/attribution-actions#attestOrigin",
  "claims/actions#decideComparison",
  "claims/actions#reviewClaim",
  "claims/legal-read-actions#note",
  "claims/reply-actions#withdrawReply",
  "claims/review-actions#reaffirm",
  "claims/search-actions#withdrawSearch",
  "claims/talk-actions#assign",
  "claims/verdict-actions#coverSentence",
  "claims/verdict-actions#signNotice",
  "notices/actions#decidePrepared",
  "settings/entities/actions#decideEntityLink",
];

/** Why the others need none. */
const unguarded: Record<string, string[]> = {
  "It adds something, and nothing that stands is written over.": [
    "articles/actions#addArticle",
    "articles/actions#captureArticle",
    "articles/attribution-actions#addAttribution",
    "claims/actions#createClaim",
    "claims/actions#createClaimHere",
    "claims/disagreement-actions#markDisagreement",
    "claims/disagreement-actions#dismissSuggestion",
    "claims/evidence-actions#addEvidence",
    "claims/evidence-actions#pasteRows",
    "claims/media-actions#logMedia",
    "claims/media-actions#logRecording",
    "claims/media-actions#logStretch",
    "claims/media-actions#logConversation",
    "claims/reply-actions#addReplyRequest",
    "claims/search-actions#addSearch",
    "claims/talk-actions#comment",
    "due/actions#lookAgain",
    "settings/entities/actions#addEntity",
    "settings/entities/actions#linkEntity",
    "settings/outlets/actions#nameOutlet",
    "settings/templates/actions#add",
    "settings/webhooks/actions#add",
    "settings/people/actions#invite",
    "settings/people/actions#resetPassword",
  ],
  "It is done once: whoever comes second is refused by what it has become, or changes nothing.": [
    "articles/actions#stopFetch",
    "claims/actions#sendClaimEvent",
    "claims/correction-actions#openCorrection",
    "claims/correction-actions#abandonCorrection",
    "claims/disagreement-actions#settleDisagreement",
    "claims/evidence-actions#restoreEvidence",
    "claims/legal-read-actions#withdraw",
    "claims/reply-actions#remind",
    "claims/reply-actions#restoreReply",
    "claims/schedule-actions#cancelScheduled",
    "claims/schedule-actions#publishNow",
    "claims/search-actions#restoreSearch",
    "claims/talk-actions#settleComment",
    "captures/actions#expunge",
    "settings/outlets/actions#mergeOutlet",
    "settings/people/actions#setActive",
    "settings/people/actions#setIntern",
    "settings/people/actions#takeSecondFactor",
    "settings/people/actions#withdraw",
    "settings/webhooks/actions#again",
    "settings/webhooks/actions#remove",
    "settings/webhooks/actions#rotate",
    "tasks/actions#finishTask",
    "tips/actions#decide",
    "tips/actions#reopenTip",
  ],
  "It says that a person stands for words which nobody can change.": [
    "claims/evidence-actions#tickCut",
    "claims/evidence-actions#confirmRegion",
  ],
  "It ends a draft, which stays as it was written last and comes back when that is taken back.": [
    "notices/actions#dismissPrepared",
  ],
  "Its form is there only while nobody has said why a source could not be had. Of two who say so at once the later reason stands, and the history keeps both.":
    ["articles/actions#markNotObtainable", "articles/original-actions#captureOriginal"],
  "Nobody but its owner has it open.": [
    "view-actions#saveView",
    "view-actions#removeView",
    "claims/talk-actions#watch",
    "claims/import/actions#beginImport",
    "claims/import/actions#mapColumns",
    "claims/import/actions#chooseSheet",
    "claims/import/actions#importRows",
    "claims/import/actions#capturePages",
    "claims/import/actions#logFoundQuotes",
    "notifications/actions#markNewsRead",
    "settings/account/actions#changePassword",
    "settings/keys/actions#saveKeys",
    "settings/notifications/actions#save",
    "settings/second-factor/actions#renewCodes",
    "settings/second-factor/actions#turnOff",
    "settings/sessions/actions#end",
    "settings/sessions/actions#endOthers",
    "settings/tokens/actions#mint",
    "settings/tokens/actions#revoke",
  ],
  "It takes back what an entry of the log says, unless it was changed since.": [
    "take-back-action#takeBack",
    "take-back-action#takeBackAll",
  ],
  "It sends `editOne`, with the version that was read.": ["settings/ratings/actions#edit"],
};

const desk = "app/(desk)/desk";
type Action = { name: string; file: string; source: string; body: string };

function actionsIn(file: string): Action[] {
  const source = readFileSync(join(desk, file), "utf8");
  if (!source.startsWith('"use server"')) return [];
  const begun = [
    ...source.matchAll(
      /^(?:export )?(?:const (\w+) = formAction(?:Showing)?\(|async function (\w+)\([^)]*\w+State, )/gm,
    ),
  ];
  return begun.map((match, at) => ({
    name: `${file.replace(/\.tsx?$/, "")}#${match[1] ?? match[2]}`,
    file,
    source,
    body: source.slice(match.index, begun[at + 1]?.index),
  }));
}

const actions = readdirSync(desk, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .flatMap(actionsIn);

/** The names that a schema knows, at any depth of what it is made of but arrays. */
function namesIn(schema: z.ZodType): string[] {
  const { shape, in: inner, innerType } = (schema as unknown as { def: Record<string, unknown> }).def;
  if (shape) return Object.keys(shape);
  return ([inner, innerType].filter(Boolean) as z.ZodType[]).flatMap(namesIn);
}

/** The names of an action's input: of the schemas that it is given, and those it writes out itself. */
async function inputOf({ body, source }: Action): Promise<string[]> {
  const [, given = ""] = /schema: ([^]*?),\n\s+(?:read|fieldAt|command)\b/.exec(body) ?? [];
  const own = [...given.matchAll(/(\w+):/g)].map(([, name]) => name!);
  const found = await Promise.all(
    [...new Set(given.match(/\w+Schema\b/g) ?? [])].map(async (name) => {
      const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/([^"]+)"`).exec(source)?.[1];
      const module = from
        ? ((await import(/* @vite-ignore */ join(process.cwd(), from))) as Record<string, z.ZodType>)
        : {};
      return module[name] ? namesIn(module[name]) : [];
    }),
  );
  return [...own, ...found.flat()];
}

describe("an action of the desk", () => {
  it("has a guard against a second save unseen, or a reason why it needs none", () => {
    const named = [...Object.keys(guarded), ...Object.values(unguarded).flat()].sort();
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.map(({ name }) => name).sort()).toEqual(named);
  });

  it.each(actions.filter(({ name }) => name in guarded))("$name takes what was read", async (action) => {
    expect(await inputOf(action)).toContain(guarded[action.name]);
  });

  it("has the page show what stands, where its refusal has nothing to choose from", () => {
    const shown = actions
      .filter(({ body }) => /\bshow(?:IfStale|InPlace)\(/.test(body))
      .map(({ name }) => name);
    expect(shown.sort()).toEqual([...shownByPage].sort());
  });
});
