import { recoverAccount } from "@/lib/accounts/commands/recover-account";
import { closeDb } from "@/lib/core/db.server";
import { runScript, useInstance } from "./start/find-instance";
import { StartRefused } from "./start/settings";

/** Prints a link that lets one person in again who lost password or second factor, on its last line. */
async function recover(): Promise<void> {
  const [email, ...more] = process.argv.slice(2);
  if (!email || more.length > 0) throw new StartRefused("Usage: npm run recover -- <email>");
  await useInstance();
  try {
    const done = await recoverAccount(email, new Date());
    if (!done.ok) throw new StartRefused(`There is no active account ${email} here.`);
    console.log(
      "The second factor is gone and the sessions ended. This link sets a new password, once, within an hour:",
    );
    console.log(done.value.link);
  } finally {
    await closeDb();
  }
}

await runScript(recover);
