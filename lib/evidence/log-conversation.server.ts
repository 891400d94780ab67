import "server-only";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { keepDocument } from "../articles/commands/add-article";
import { readDocumentApart } from "../articles/read-document-apart.server";
import type { Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { linkEvidence, type EvidenceAdded } from "./commands";
import type { logConversationSchema } from "./note-schema";

/**
 * Logs what somebody told us in a call or meeting: the note becomes an article of our own, its words the evidence. Both
 * are kept, or neither. The words are theirs, in their language, as whoever took the notes wrote them down.
 */
export async function logConversation(
  viewer: Viewer,
  claimId: string,
  input: z.output<typeof logConversationSchema>,
  now: Date,
): Promise<Result<EvidenceAdded & { articleId: string }>> {
  const { said, language, conversation, ...evidence } = input;
  const read = await readDocumentApart({ bytes: Buffer.from(said, "utf8"), method: "pasted", kind: "text" });
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    const { articleId } = await keepDocument(tx, viewer, read.value, { language, conversation }, now);
    const exact = read.value.extraction.fullText.trim();
    const done = await linkEvidence(tx, viewer, claimId, { ...evidence, articleId, quote: { exact } }, now);
    return { ...done, articleId };
  });
}
