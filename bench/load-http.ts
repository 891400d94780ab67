import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p95: number; p99: number; failed: number };

const run = promisify(execFile);
const places = (process.env.PATH ?? "").split(":").map((folder) => join(folder, "wrk"));
const wrk = places.find((file) => existsSync(file));

/** What wrk measured, as one line of JSON: it prints no 95th percentile by itself. */
const report = `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nJSON{"requests":%d,"micros":%d,"p50":%f,"p95":%f,"p99":%f,"failed":%d}\\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
`;

async function byWrk(url: string, seconds: number, connections: number): Promise<Load> {
  const script = join(tmpdir(), "countersign-wrk.lua");
  await writeFile(script, report);
  const { stdout } = await run(wrk!, [
    ...["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, "-H", "Accept-Encoding: gzip", url],
  ]);
  const found = /JSON(\{.*\})/.exec(stdout);
  if (!found) throw new Error(`wrk said: ${stdout}`);
  const { requests, micros, ...rest } = JSON.parse(found[1]!) as Omit<Load, "perSecond"> & {
    requests: number;
    micros: number;
  };
  return { perSecond: requests / (micros / 1e6), ...rest };
}

async function byAutocannon(url: string, seconds: number, connections: number): Promise<Load> {
  const headers = { "accept-encoding": "gzip" };
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
  });
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p95: latency.p97_5,
    p99: latency.p99,
    failed: errors + non2xx,
  };
}

/** Which of the two makes the requests: wrk takes far less of the machine that it shares with what it measures. */
export const loader = wrk ? "wrk" : "autocannon";

/** Asks one address as fast as it answers, for so many seconds; times in milliseconds. */
export function load(url: string, { seconds = 4, connections = 16 } = {}): Promise<Load> {
  return wrk ? byWrk(url, seconds, connections) : byAutocannon(url, seconds, connections);
}
