/**
 * Where a key means something. Nearer to the person goes first: the article while the focus is in it, the draft on its
 * own page, then the claim or the list, then everywhere.
 */
export const shortcutScopes = ["article", "draft", "claim", "list", "everywhere"] as const;
export type ShortcutScope = (typeof shortcutScopes)[number];

type Row = {
  id: string;
  /** One key as the browser names it, or two, one after the other: "g q". "Mod" is Control, on a Mac Command. */
  keys: string;
  scope: ShortcutScope;
  words: string;
  /** The same for everyone: keys that assistive tools and browsers know, or that need a modifier. */
  isFixed?: true;
  /** Means something only while the focus is in the text, so that it may stay when single keys are off (WCAG 2.1.4). */
  isBoundToFocus?: true;
};

/**
 * Every key of the desk, in one table: the handler, the help, the settings and the tests read it. There is none for
 * signing, publishing, retracting or giving a mark: those ask for a button that was chosen on purpose.
 */
export const shortcuts = [
  {
    id: "palette",
    keys: "Mod+k",
    scope: "everywhere",
    words: "Jump to a claim, a place or an action",
    isFixed: true,
  },
  { id: "send", keys: "Mod+Enter", scope: "everywhere", words: "Send this form", isFixed: true },
  { id: "send-too", keys: "Mod+s", scope: "everywhere", words: "Save this form", isFixed: true },
  { id: "help", keys: "?", scope: "everywhere", words: "Show these keys" },
  { id: "search", keys: "/", scope: "everywhere", words: "Search" },
  {
    id: "save",
    keys: "s",
    scope: "everywhere",
    words: "Save this form, or go to the claim’s next step",
  },
  { id: "undo", keys: "z", scope: "everywhere", words: "Undo what was done last" },
  { id: "go.queue", keys: "g q", scope: "everywhere", words: "Go to the queue" },
  { id: "go.all", keys: "g l", scope: "everywhere", words: "Go to all claims" },
  { id: "go.articles", keys: "g a", scope: "everywhere", words: "Go to the articles" },
  { id: "go.tips", keys: "g t", scope: "everywhere", words: "Go to the tips" },
  { id: "go.tasks", keys: "g k", scope: "everywhere", words: "Go to the tasks" },
  { id: "go.originals", keys: "g o", scope: "everywhere", words: "Go to the originals" },
  { id: "go.published", keys: "g p", scope: "everywhere", words: "Go to what is published" },
  { id: "go.figures", keys: "g f", scope: "everywhere", words: "Go to the figures" },
  { id: "go.settings", keys: "g s", scope: "everywhere", words: "Go to the settings" },
  { id: "go.new-claim", keys: "g n", scope: "everywhere", words: "Write a new claim" },
  { id: "go.add-article", keys: "g d", scope: "everywhere", words: "Add an article" },
  { id: "list.next", keys: "j", scope: "list", words: "Next in the list" },
  { id: "list.previous", keys: "k", scope: "list", words: "Previous in the list" },
  { id: "list.open", keys: "Enter", scope: "list", words: "Open the claim", isFixed: true },
  { id: "list.select", keys: "x", scope: "list", words: "Select or unselect the claim" },
  { id: "list.select-next", keys: "J", scope: "list", words: "Extend the selection to the next claim" },
  {
    id: "list.select-previous",
    keys: "K",
    scope: "list",
    words: "Extend the selection to the previous claim",
  },
  { id: "list.select-all", keys: "X", scope: "list", words: "Select all claims that are loaded, or none" },
  { id: "list.clear", keys: "Escape", scope: "list", words: "Select nothing", isFixed: true },
  { id: "list.assign", keys: "a", scope: "list", words: "Assign the selected claims" },
  { id: "claim.evidence", keys: "e", scope: "claim", words: "Log evidence: go to the article" },
  { id: "claim.open-article", keys: "f", scope: "claim", words: "Find an article to open beside it" },
  { id: "claim.assign", keys: "a", scope: "claim", words: "Assign the claim" },
  { id: "claim.comment", keys: "c", scope: "claim", words: "Comment" },
  { id: "claim.review", keys: "r", scope: "claim", words: "Go to your review" },
  { id: "claim.verdict", keys: "v", scope: "claim", words: "Go to the draft of the verdict" },
  { id: "claim.mark-confirmed", keys: "m 1", scope: "claim", words: "Go to the mark Confirmed" },
  { id: "claim.mark-disputed", keys: "m 2", scope: "claim", words: "Go to the mark Disputed" },
  { id: "claim.mark-unproven", keys: "m 3", scope: "claim", words: "Go to the mark Unproven" },
  { id: "claim.original", keys: "o", scope: "claim", words: "Capture an original nobody has read" },
  { id: "claim.quotes", keys: "b", scope: "claim", words: "Compare its quotes side by side" },
  { id: "claim.disagree", keys: "d", scope: "claim", words: "Mark two quotes that disagree" },
  {
    id: "article.next",
    keys: "j",
    scope: "article",
    words: "Choose the next sentence",
    isBoundToFocus: true,
  },
  {
    id: "article.previous",
    keys: "k",
    scope: "article",
    words: "Choose the previous sentence",
    isBoundToFocus: true,
  },
  {
    id: "article.take-next",
    keys: "J",
    scope: "article",
    words: "Take the next sentence too",
    isBoundToFocus: true,
  },
  { id: "article.supports", keys: "1", scope: "article", words: "Log the chosen words: supports" },
  { id: "article.disputes", keys: "2", scope: "article", words: "Log the chosen words: disputes" },
  { id: "article.context", keys: "3", scope: "article", words: "Log the chosen words: context" },
  { id: "article.new-claim", keys: "n", scope: "article", words: "Make the chosen words a claim" },
  { id: "draft.next", keys: "j", scope: "draft", words: "Next sentence without evidence" },
  { id: "draft.previous", keys: "k", scope: "draft", words: "Previous sentence without evidence" },
  { id: "draft.cite", keys: "e", scope: "draft", words: "Choose evidence for the sentence" },
  { id: "draft.background", keys: "b", scope: "draft", words: "Mark the sentence as background" },
] as const satisfies readonly Row[];

export type ShortcutId = (typeof shortcuts)[number]["id"];
export type Shortcut = Row & { id: ShortcutId };

/** The forms that "save" sends, by id. None signs, publishes, retracts, drafts a verdict or gives a mark. */
export const formsSavedByKey: readonly string[] = [
  "claim-form",
  "add-comment",
  "add-evidence",
  "assign",
  "add-article",
  "save-view",
  "keys-form",
];

/** Forms in which somebody writes about a claim or its sources, and of which there is one on a page. */
const writtenOnce: readonly string[] = [
  ...formsSavedByKey,
  "verdict-form",
  "add-search",
  "add-reply",
  "note-legal-read",
  "reconcile-form",
  "paste-words",
  "decline",
  "edit-article",
];

/** The same for forms of which there may be several: how their ids begin, before that of what they are about. */
const writtenOften: readonly string[] = [
  "search-",
  "reply-",
  "remind-",
  "quote-",
  "choose-",
  "decline-",
  "edit-",
  "log-",
  "add-attribution-",
  "cite-",
  "background-",
  "mark-disagreement-",
];

/**
 * Whether "send" sends the form with this id while somebody writes in it. What binds or cannot be taken back is sent by a
 * button that was chosen on purpose: signing, publishing, notices, corrections, retracting, a mark.
 */
export function isSentInHand(formId: string): boolean {
  return writtenOnce.includes(formId) || writtenOften.some((begin) => formId.startsWith(begin));
}

/** The scopes in the order in which people read them: in the help, and where they change their keys. */
export const scopesToRead = [
  "list",
  "claim",
  "article",
  "draft",
  "everywhere",
] as const satisfies readonly ShortcutScope[];

/** The scopes as headings. */
export const scopeWords: Record<ShortcutScope, string> = {
  everywhere: "Everywhere",
  list: "In a list of claims or tips",
  claim: "On a claim",
  draft: "In a draft, sentence by sentence",
  article: "In an article",
};
