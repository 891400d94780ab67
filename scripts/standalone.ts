import { resolve } from "node:path";
import { makeTree, sizeOf } from "./standalone/make-tree";
import { ensureBuilt } from "./start/build";
import { checkFirstLoads } from "./start/first-load";
import { runScript } from "./start/find-instance";
import { ensurePrismaClient } from "./start/prisma-client";
import { StartRefused } from "./start/settings";

/**
 * `npm run standalone -- <new folder>`: a folder that holds what runs, to copy to a machine or into an image. Like
 * `npm run build` it fails when a page of the desk loads too much JavaScript.
 */
await runScript(async () => {
  const from = process.env.INIT_CWD ?? process.cwd();
  const [given, ...more] = process.argv.slice(2);
  if (!given || more.length > 0) throw new StartRefused("Usage: npm run standalone -- <new folder>");
  const folder = resolve(from, given);
  await ensurePrismaClient();
  await ensureBuilt({ log: (line) => console.log(line), standalone: true });
  checkFirstLoads((line) => console.log(line));
  await makeTree(folder);
  const { files, bytes } = await sizeOf(folder);
  console.log(`${folder}: ${files} files, ${Math.round(bytes / 1e6)} MB.`);
});
