import { closeDb } from "@/lib/core/db.server";
import { sealLog } from "@/lib/log/seal.server";

/** A process that seals the log of its database without a pause until its standard input ends; a line for each head it signed. */
let isOver = false;
process.stdin.on("end", () => (isOver = true)).resume();
while (!isOver) {
  const sealed = await sealLog(new Date());
  if (sealed > 0) process.stdout.write(`${sealed}\n`);
  else await new Promise((wait) => setTimeout(wait, 2));
}
await closeDb();
