import { ensureSigningKey } from "@/lib/publications/signing-key.server";
import { holdingOf } from "./start/database-state";
import { folderOfKind } from "./start/kind-folder";
import { runScript, useInstance } from "./start/find-instance";
import { readSettings, refuseDemoInPublic, StartRefused } from "./start/settings";

/** Fills the demo into an empty, migrated database of `DATABASE_URL`; the embedded one is filled by `npm start`. */
async function seedByHand(): Promise<void> {
  const settings = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  const ownerUrl = settings.ownerUrl ?? settings.databaseUrl;
  if (!ownerUrl)
    throw new StartRefused(
      "npm start fills the demo in by itself. For a server of your own set DATABASE_URL.",
    );
  refuseDemoInPublic(settings.host);
  const holding = await holdingOf(ownerUrl);
  if (holding === "demo") throw new StartRefused("The demo is there already.");
  if (holding === "other-data")
    throw new StartRefused("The database holds a real desk; the demo needs an empty one.");
  await useInstance();
  const home = await folderOfKind(settings.home, "demo");
  process.env.COUNTERSIGN_HOME = home;
  await ensureSigningKey(home, new Date());
  const publicUrl = settings.publicUrl ?? "http://localhost:3000";
  process.env.PUBLIC_URL = publicUrl;
  const { seed } = await import("./start/first-data");
  await seed({ publicUrl, home, ownerUrl });
  console.log("The demo is filled in.");
}

await runScript(seedByHand);
