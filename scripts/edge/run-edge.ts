import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "@/lib/database/embedded.server";
import { StartRefused } from "../start/settings";

export type Edge = { url: string; inside: string; key: string; stop: () => Promise<void> };

const key = "the-key-of-this-check";

/** The nginx of this machine. Throws in words for the person at the terminal when there is none. */
export function findNginx(): string {
  const folders = [
    ...(process.env.PATH ?? "").split(":"),
    "/usr/sbin",
    "/usr/local/sbin",
    "/opt/homebrew/bin",
  ];
  const found = folders.map((folder) => join(folder, "nginx")).find((file) => existsSync(file));
  if (!found)
    throw new StartRefused("There is no nginx here. Install one (Debian: apt-get install nginx-light).");
  return found;
}

/** The shipped file with the places of this check: every replacement must find its line. */
async function configure(
  folder: string,
  ports: { app: number; edge: number; inside: number },
): Promise<string> {
  let text = await readFile("deploy/nginx.conf", "utf8");
  const places: [RegExp, string][] = [
    [/server 127\.0\.0\.1:3000 /, `server 127.0.0.1:${ports.app} `],
    [/\/var\/cache\/nginx\/countersign/, `${folder}/cache`],
    [/\/etc\/countersign\/edge-key\.map/g, `${folder}/edge-key.map`],
    [/\/var\/log\/nginx\/countersign\.log/, `${folder}/access.log`],
    [/ {4}listen 80;\n {4}listen \[::\]:80;/, `    listen unix:${folder}/plain.sock;`],
    [/ {4}listen 443 ssl http2;\n {4}listen \[::\]:443 ssl http2;/, `    listen 127.0.0.1:${ports.edge};`],
    [/listen 127\.0\.0\.1:8081/, `listen 127.0.0.1:${ports.inside}`],
    [/( {4}ssl_\w+ [^;]*;\n)+/g, ""],
  ];
  for (const [line, here] of places) {
    if (text.search(line) < 0) throw new Error(`deploy/nginx.conf has nothing like ${String(line)} any more`);
    text = text.replace(line, () => here);
  }
  await writeFile(join(folder, "edge-key.map"), `"${key}" 1;\n`);
  await writeFile(join(folder, "countersign.conf"), text);
  const { username, uid } = userInfo();
  const main = [
    ...(uid === 0 ? [`user ${username};`] : []),
    `pid ${folder}/nginx.pid;`,
    `error_log ${folder}/error.log warn;`,
    "worker_processes 1;",
    "events { worker_connections 512; }",
    `http { ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${folder}/${what};`).join(" ")}`,
    `include ${folder}/countersign.conf; }`,
  ];
  const file = join(folder, "nginx.conf");
  await writeFile(file, `${main.join("\n")}\n`);
  return file;
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error("nginx did not answer");
}

/** Starts the shipped nginx.conf on free ports of this machine, in front of an app on `appPort`. */
export async function startEdge(appPort: number): Promise<Edge> {
  const nginx = findNginx();
  const folder = resolve(await mkdtemp(join(tmpdir(), "countersign-edge-")));
  await mkdir(join(folder, "cache"));
  const [edge, inside] = [await freePort(), await freePort()];
  const file = await configure(folder, { app: appPort, edge, inside });
  const where = ["-p", folder, "-e", `${folder}/error.log`, "-c", file];
  try {
    await promisify(execFile)(nginx, ["-t", ...where]);
  } catch (error) {
    throw new Error(`nginx -t refuses deploy/nginx.conf:\n${(error as { stderr?: string }).stderr}`);
  }
  const child = spawn(nginx, [...where, "-g", "daemon off;"], { stdio: "ignore" });
  const stop = async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  await waitFor(`http://127.0.0.1:${edge}/api/metrics`);
  return { url: `http://127.0.0.1:${edge}`, inside: `http://127.0.0.1:${inside}`, key, stop };
}
