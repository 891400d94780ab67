import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { newSettings, removeServer, startServer, stopServer } from "./server";

/** Lets fixtures write rows and sign cookies like the server: a session is made, not typed into the sign-in form. */
async function shareSecrets(home: string): Promise<void> {
  const instance = JSON.parse(await readFile(join(home, "instance.json"), "utf8")) as { databaseUrl: string };
  process.env.DATABASE_URL = instance.databaseUrl;
  process.env.NEXTAUTH_SECRET = await readFile(join(home, "cookie-secret"), "utf8");
}

/** Starts a production server with the demo on a port and in a folder of its own; the tests find both in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const settings = await newSettings({ COUNTERSIGN_DEMO: "1" });
  const server = await startServer(settings);
  const { COUNTERSIGN_HOME, PORT } = settings;
  Object.assign(process.env, {
    E2E_BASE_URL: server.url,
    PUBLIC_URL: server.url,
    COUNTERSIGN_HOME,
    PORT,
    HOST: "127.0.0.1",
  });
  await shareSecrets(COUNTERSIGN_HOME);
  return async () => {
    const code = await stopServer(server);
    await removeServer(server);
    if (code !== 0) throw new Error(`The server ended with ${code} when it was asked to end.`);
  };
}
