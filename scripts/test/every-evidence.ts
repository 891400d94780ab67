import type { Viewer } from "../../lib/access/viewer";
import { addArticle, addDocument } from "../../lib/articles/commands/add-article";
import type { Disclosure } from "../../lib/claims/vocabulary";
import { addEvidence } from "../../lib/evidence/commands";
import { logConversation } from "../../lib/evidence/log-conversation.server";
import { logRecording } from "../../lib/evidence/log-recording.server";
import { done } from "./desk-scene";
import { pdfOf, photoSaying } from "./media-files";

/** Every word of a piece of evidence, its source and its file is a canary: which evidence, and which of its words. */
export type Say = (what: string) => string;
type Kind = {
  name: string;
  log: (say: Say, about: About) => Promise<{ evidenceId: string; articleId: string }>;
};
type About = {
  stance: "supports";
  disclosure: Disclosure;
  shows: string;
  decisive: { reason: string };
  translation: { text: string; translator: string };
};

const now = () => new Date();
const bytesOf = (text: string) => new TextEncoder().encode(text);
type By = () => { author: Viewer; claimId: string };

const known = (say: Say) => ({
  title: say("title"),
  outlet: say("outlet"),
  byline: say("byline"),
  publishedAt: "2031-02-03",
});
const link = async (
  by: By,
  articleId: string,
  quote: Parameters<typeof addEvidence>[2]["quote"],
  about: About,
) => ({
  articleId,
  ...(await done(addEvidence(by().author, by().claimId, { articleId, quote, ...about }, now()))),
});
const upload = async (by: By, say: Say, bytes: Uint8Array, ending: string) => {
  const document = { bytes, fileName: say("file") + ending, method: "uploaded", url: address(say) } as const;
  return (await done(addDocument(by().author, document, known(say), now()))).articleId;
};
const address = (say: Say) => `https://${say("host")}.example/${say("path")}`;

/** One of each kind of evidence there is, as this person logs it on this claim. */
export const everyEvidence = (by: By): Kind[] => [
  {
    name: "passage",
    log: async (say, about) => {
      const text = `A report\n\n${say("before")} then ${say("words")} 41 boats and ${say("after")}.\n`;
      const given = { text, url: address(say), ...known(say) };
      const { articleId } = await done(addArticle(by().author, given, now()));
      return link(by, articleId, { exact: `${say("words")} 41 boats` }, about);
    },
  },
  {
    name: "picture",
    log: async (say, about) => {
      const articleId = await upload(by, say, photoSaying(say("exif")), ".png");
      const place = { region: "xywh=percent:10,20,30,15", description: say("description") };
      return link(by, articleId, { ...place, words: `${say("words")} 42` }, about);
    },
  },
  {
    name: "cell",
    log: async (say, about) => {
      const sheet = `${say("caption")}\nTown,${say("column")}\n${say("row")},${say("words")}\n`;
      const articleId = await upload(by, say, bytesOf(sheet), ".csv");
      const place = { region: "cell=B3", description: say("description"), words: say("words") };
      return link(by, articleId, { ...place, cell: { table: say("caption") } }, about);
    },
  },
  {
    name: "page",
    log: async (say, about) => {
      const lines = [`The office says ${say("elsewhere")} of it.`, `It says ${say("words")} on this page.`];
      const articleId = await upload(by, say, pdfOf(lines), ".pdf");
      return link(by, articleId, { exact: say("words") }, about);
    },
  },
  {
    name: "recording",
    log: async (say, about) => {
      const place = { from: 62, to: 75, description: say("description"), words: say("words") };
      const { title, outlet } = known(say);
      return done(
        logRecording(
          by().author,
          by().claimId,
          { url: address(say), title, outlet, ...place, ...about },
          now(),
        ),
      );
    },
  },
  {
    name: "conversation",
    log: async (say, about) => {
      const conversation = {
        who: say("who"),
        heldAt: "2031-02-04",
        how: say("how"),
        notesBy: say("notesBy"),
      };
      return done(
        logConversation(
          by().author,
          by().claimId,
          { said: `${say("words")}.`, conversation, ...about },
          now(),
        ),
      );
    },
  },
];
