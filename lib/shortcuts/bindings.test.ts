import { describe, expect, it } from "vitest";
import {
  bindingsOf,
  cleanChoices,
  conflictsOf,
  isCharacterKeys,
  keyOf,
  keysInWords,
  stepOf,
  type KeyChoices,
} from "./bindings";
import { saveKeysSchema } from "./schema";
import { formsSavedByKey, isSentInHand, scopesToRead, shortcuts, shortcutScopes } from "./shortcuts";

const usual = bindingsOf({});

describe("the table of keys", () => {
  it("has each shortcut once, and no two that cannot be told apart", () => {
    expect(new Set(shortcuts.map(({ id }) => id)).size).toBe(shortcuts.length);
    expect(conflictsOf(usual)).toEqual([]);
  });

  it("can be read and changed in every scope", () => {
    expect([...scopesToRead].sort()).toEqual([...shortcutScopes].sort());
  });

  it("has no key that signs, publishes, retracts or gives a mark", () => {
    const named = shortcuts.map(({ id, words }) => `${id} ${words}`.toLowerCase());
    expect(named.filter((text) => /\bsign|publish(?!ed)|retract|approve/.test(text))).toEqual([]);
    // The keys about a mark and about the verdict only lead to where it is written or chosen.
    for (const { id, words } of shortcuts) if (/mark-|verdict/.test(id)) expect(words).toMatch(/^Go to /);
    expect(
      formsSavedByKey.filter((id) =>
        /\bsign|publi|retract|verdict|review|reaffirm|notice|correction/.test(id),
      ),
    ).toEqual([]);
    // A draft is sent by Control and Enter in it, never by a single key.
    expect(formsSavedByKey).not.toContain("verdict-form");
  });

  it.each([
    "verdict-form",
    "add-search",
    "search-1",
    "add-reply",
    "reply-1-form",
    "remind-1",
    "quote-1",
    "reconcile-form",
    "choose-1",
    "decline-1",
    "decline",
    "paste-words",
    "edit-1",
    "note-legal-read",
    ...formsSavedByKey,
  ])("Control and Enter send what somebody writes in %s", (id) => expect(isSentInHand(id)).toBe(true));

  it.each([
    "sign-off",
    "publish-now",
    "sign-page",
    "retraction",
    "correction",
    "notice",
    "prepared",
    "first-findings",
    "review-form",
    "reaffirm",
    "claim-events",
    "expunge",
    "confirm-expunge",
    "ask-withholding-1",
    "confirm-withholding-1-safety",
    "withdraw-reply-1",
    "withdraw-search-1",
    "remove-view",
    "",
  ])("no key sends %s, which binds or takes away", (id) => expect(isSentInHand(id)).toBe(false));
});

describe("what a press means", () => {
  it.each([
    [null, "j", { kind: "run", ids: ["article.next", "draft.next", "list.next"] }],
    [null, "a", { kind: "run", ids: ["claim.assign", "list.assign"] }],
    [null, "J", { kind: "run", ids: ["article.take-next", "list.select-next"] }],
    [null, "g", { kind: "wait", first: "g" }],
    ["g", "q", { kind: "run", ids: ["go.queue"] }],
    ["g", "w", { kind: "none" }],
    [null, "m", { kind: "wait", first: "m" }],
    ["m", "2", { kind: "run", ids: ["claim.mark-disputed"] }],
    [null, "Mod+k", { kind: "run", ids: ["palette"] }],
    [null, "w", { kind: "none" }],
  ] as const)("after %s, %s", (first, key, expected) => {
    expect(stepOf(usual, true, first, key)).toEqual(expected);
  });

  it.each(["x", "g", "?", "/", "1", "z"])("switched off, %s means nothing (WCAG 2.1.4)", (key) => {
    expect(stepOf(usual, false, null, key)).toEqual({ kind: "none" });
  });

  it("switched off, a sentence can still be chosen where the focus is in the article", () => {
    expect(stepOf(usual, false, null, "j")).toEqual({ kind: "run", ids: ["article.next"] });
    expect(stepOf(usual, false, null, "1")).toEqual({ kind: "none" });
  });

  it.each(["Mod+k", "Mod+Enter", "Enter", "Escape"])("switched off, %s still does what it does", (key) => {
    expect(stepOf(usual, false, null, key).kind).toBe("run");
  });

  it.each([
    [{ key: "j" }, "j"],
    [{ key: "J" }, "J"],
    [{ key: "K", ctrlKey: true }, "Mod+k"],
    [{ key: "k", metaKey: true }, "Mod+k"],
    [{ key: "j", altKey: true }, null],
    [{ key: "Dead" }, null],
    [{ key: " " }, null],
  ])("%j is the key %s", (press, expected) => {
    expect(keyOf({ code: "", ctrlKey: false, metaKey: false, altKey: false, ...press }, usual)).toBe(
      expected,
    );
  });

  it.each([
    ["a small letter", { key: "о", code: "KeyJ" }, "j"],
    ["a capital letter", { key: "О", code: "KeyJ" }, "J"],
    ["a letter with Control", { key: "л", code: "KeyK", ctrlKey: true }, "Mod+k"],
    ["a letter in the place of a mark", { key: "х", code: "BracketLeft" }, "х"],
    ["a Latin letter in the place of another", { key: "z", code: "KeyY" }, "z"],
    ["a letter that the person chose", { key: "у", code: "KeyE" }, "у"],
  ])("are known on a Ukrainian keyboard: %s", (_what, press, expected) => {
    const mine = bindingsOf({ "claim.evidence": "у" });
    expect(keyOf({ ctrlKey: false, metaKey: false, altKey: false, ...press }, mine)).toBe(expected);
  });
});

describe("keys of one's own", () => {
  it("take the place of the usual ones", () => {
    const mine = bindingsOf({ "list.next": "n", "go.queue": "g h", undo: "" });
    expect(stepOf(mine, true, null, "n")).toEqual({ kind: "run", ids: ["article.new-claim", "list.next"] });
    expect(stepOf(mine, true, "g", "h")).toEqual({ kind: "run", ids: ["go.queue"] });
    expect(stepOf(mine, true, null, "z")).toEqual({ kind: "none" });
  });

  it.each([
    ["what does not exist", { "sign-off": "q" }],
    ["what is the same for everyone", { palette: "q", "list.open": "o" }],
    ["what is no key", { undo: "Mod+z", help: "abc", save: " " }],
    ["what is as usual", { "list.next": "j" }],
  ])("leave out %s", (_what, given) => {
    expect(cleanChoices(given)).toEqual({});
    expect(bindingsOf(given as KeyChoices)).toEqual(usual);
  });

  it.each([
    ["the same key twice", { undo: "s" }],
    ["a key that begins two others", { undo: "g" }],
    ["two keys that begin with one in use", { undo: "x q" }],
    ["a claim's key for the article", { "claim.comment": "1" }],
    ["three characters", { undo: "a b c" }],
  ])("are refused for %s", (_what, keys) => {
    expect(saveKeysSchema.safeParse({ keys }).success).toBe(false);
  });

  it("may be those of a list and of a claim or an article at once: the nearer goes first", () => {
    expect(saveKeysSchema.safeParse({ keys: { "claim.comment": "x" } }).success).toBe(true);
  });
});

it.each([
  ["g q", ["g", "q"]],
  ["J", ["Shift J"]],
  ["Mod+k", ["Ctrl K"]],
  ["Mod+Enter", ["Ctrl Enter"]],
  ["Escape", ["Esc"]],
  ["?", ["?"]],
  ["", []],
])("%s is drawn as %j", (keys, drawn) => expect(keysInWords(keys)).toEqual(drawn));

it("counts characters alone as keys that can be switched off", () => {
  expect(["j", "g q", "?", "Enter", "Mod+k"].map(isCharacterKeys)).toEqual([true, true, true, false, false]);
});
