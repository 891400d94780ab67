import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { db } from "../core/db.server";
import { onNotice } from "../core/database-notices.server";
import { logger } from "../core/log-problem.server";
import { wordKinds, type WordKind } from "../core/words-query.server";

const wordsAtOnce = 200;
const mostTries = 5;

/** A word that is being added at that moment keeps all from going; nobody adds for longer than seconds. */
const againMs = 1_000;

/** Takes those of these words away that no claim, or no title, has any more; false when others kept adding words meanwhile. */
async function forgetWords(kind: WordKind, words: readonly string[]): Promise<boolean> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const [row] = await db().$queryRaw<{ isDone: boolean }[]>`
      SELECT forget_words(${kind}, ${[...words]}::text[]) AS "isDone"`;
    if (row?.isDone) return true;
    if (tries < mostTries) await wait(againMs);
  }
  return false;
}

async function wordsAfter(kind: WordKind, after: string): Promise<string[]> {
  const [row] = await db().$queryRaw<{ words: string[] }[]>`
    SELECT words_after(${kind}, ${after}, ${wordsAtOnce}::int) AS words`;
  return row!.words;
}

/** Goes through all words of one kind, some hundred at a time. What could not go now goes the next time. */
export async function forgetAllWords(kind: WordKind): Promise<void> {
  let words = await wordsAfter(kind, "");
  while (words.length > 0) {
    await forgetWords(kind, words);
    words = await wordsAfter(kind, words.at(-1)!);
  }
}

const droppedSchema = z.object({ kind: z.enum(wordKinds), words: z.array(z.string()) });

/**
 * From now on takes away at once what a claim or a title no longer says and no other does: a name that was typed in error
 * is then nowhere in what beginnings are looked up in. What nobody heard of goes with `forgetAllWords`.
 */
export function forgetDroppedWords(): void {
  onNotice("countersign_words", (told) => {
    if (told === null) return;
    const { kind, words } = droppedSchema.parse(JSON.parse(told));
    forgetWords(kind, words).catch((error: unknown) => logger.error({ err: error }, "forgetting words"));
  });
}
