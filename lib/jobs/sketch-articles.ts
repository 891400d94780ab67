import "server-only";
import { sketchSome } from "../attributions/reuse/sketch.server";
import { runCommand } from "../core/run-command.server";

const inOneRun = 10;

/** Sketches some articles after that one, downwards; null when there are no more. */
async function sketchAfter(articleId: string | null): Promise<string | null> {
  const done = await runCommand((tx) => sketchSome(tx, articleId, inOneRun));
  if (!done.ok) throw new Error(done.error.detail);
  return done.value;
}

/**
 * Sketches the captured articles that have no sketch, newest first: those from before there were sketches. Each capture
 * makes its own. Throws when the desk is too busy; what was done stays.
 */
export async function sketchArticles(): Promise<void> {
  let last = await sketchAfter(null);
  while (last !== null) last = await sketchAfter(last);
}
