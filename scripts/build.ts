import { ensureBuilt } from "./start/build";
import { runScript } from "./start/find-instance";
import { ensurePrismaClient } from "./start/prisma-client";

/** `npm run build`: what a start would build, ahead of it: for an image, or before an upgrade stops the old version. */
await runScript(async () => {
  await ensurePrismaClient();
  const built = await ensureBuilt({ log: (line) => console.log(line) });
  console.log(built ? "Built." : "Built already from these very sources.");
});
