import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/database/embedded.server";
import { findNginx } from "../../scripts/edge/run-edge";

/** nginx with one page in a file, packed already, and nothing else to do: the physical limit of serving it. */
export async function serveFromFile(body: Buffer): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-file-"));
  const port = await freePort();
  await writeFile(join(folder, "page.html"), body);
  const { username, uid } = userInfo();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `${what}_temp_path ${folder}/${what};`,
  );
  const lines = [
    ...(uid === 0 ? [`user ${username};`] : []),
    `pid ${folder}/nginx.pid; error_log ${folder}/error.log warn; worker_processes 1;`,
    "events { worker_connections 512; }",
    `http { ${temporary.join(" ")} access_log off; sendfile on;`,
    `server { listen 127.0.0.1:${port}; location / { root ${folder}; default_type text/html; add_header Content-Encoding gzip; } } }`,
  ];
  await writeFile(join(folder, "nginx.conf"), lines.join("\n"));
  const child = spawn(
    findNginx(),
    ["-p", folder, "-e", `${folder}/error.log`, "-c", join(folder, "nginx.conf"), "-g", "daemon off;"],
    { stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}/page.html`;
  while (!(await fetch(url, { method: "HEAD" }).catch(() => null)))
    await new Promise((wait) => setTimeout(wait, 50));
  return {
    url,
    end: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
