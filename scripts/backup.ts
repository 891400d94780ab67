import { join } from "node:path";
import { writeBackup } from "@/lib/database/backup.server";
import { runScript, useInstance } from "./start/find-instance";
import { StartRefused } from "./start/settings";

/** Copies a desk while it runs: `npm run backup -- <folder>`. */
async function backup(folder: string): Promise<void> {
  await useInstance();
  const { DATABASE_URL: url, COUNTERSIGN_HOME: home } = process.env;
  const manifest = await writeBackup({
    url: url!,
    home: home!,
    folder,
    now: new Date(),
    onTable: ({ name, rows }) => console.log(`  ${name}: ${rows} rows`),
  }).catch((error: Error) => {
    throw new StartRefused(error.message);
  });
  console.log(`${manifest.tables.length} tables written to ${folder}, as they were at ${manifest.madeAt}.`);
  console.log(
    `The private key (${join(home!, "signing-key.pem")}) is not in it: keep it apart, or rotate it.`,
  );
  console.log(`Prove it: npm run verify-backup -- ${folder}`);
}

await runScript(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new StartRefused("Usage: npm run backup -- <new folder>");
  await backup(folder);
});
