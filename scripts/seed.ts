import { withClient } from "@/lib/database/migrate.server";
import { holdingOf } from "./start/database-state";
import { findInstance, runScript, useInstance } from "./start/find-instance";
import { refuseDemoInPublic, readSettings, StartRefused } from "./start/settings";

/** Fills the demo into the empty database of the running instance or of `DATABASE_URL`. */
async function seedByHand(): Promise<void> {
  const settings = readSettings({ ...process.env, COUNTERSIGN_DEMO: "" });
  refuseDemoInPublic(settings.host);
  const ownerUrl = (await findInstance())?.ownerUrl ?? settings.ownerUrl ?? settings.databaseUrl;
  await useInstance();
  if (!ownerUrl)
    throw new StartRefused("Set DATABASE_OWNER_URL: marking a database as the demo is the owner's.");
  const holding = await holdingOf(ownerUrl);
  if (holding !== "nothing") {
    throw new StartRefused(
      holding === "demo"
        ? "The demo is there already."
        : "The database holds a real desk; the demo needs an empty one.",
    );
  }
  await withClient(ownerUrl, (client) => client.query("SELECT 1"));
  const { seed } = await import("./start/first-data");
  await seed({ publicUrl: process.env.PUBLIC_URL ?? "http://localhost:3000", home: settings.home, ownerUrl });
  console.log("The demo is filled in.");
}

await runScript(seedByHand);
