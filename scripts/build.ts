import { ensureBuilt } from "./start/build";
import { checkFirstLoads } from "./start/first-load";
import { runScript } from "./start/find-instance";
import { ensurePrismaClient } from "./start/prisma-client";

/**
 * `npm run build`: what a start would build, ahead of it: for an image, or before an upgrade stops the old version. It fails
 * when a page of the desk loads too much JavaScript at first.
 */
await runScript(async () => {
  await ensurePrismaClient();
  const built = await ensureBuilt({ log: (line) => console.log(line) });
  console.log(built ? "Built." : "Built already from these very sources.");
  checkFirstLoads((line) => console.log(line));
});
