import { resolve } from "node:path";
import { readRecordingMb } from "@/lib/captures/recording-limit";

/** A reason not to start, in words for the person at the terminal: printed as it is, without a stack. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}

export type StartSettings = {
  /** 0 means: any free one. */
  port: number;
  host: string;
  /** Absolute path of the folder with the embedded database, the signing key and the lock. */
  home: string;
  /** As given; undefined means the listening address. */
  publicUrl: string | undefined;
  /** Addresses of a database server that someone else runs; undefined means the embedded one. */
  databaseUrl: string | undefined;
  ownerUrl: string | undefined;
  demo: "on" | "off" | "unless-other-data";
  /** Whether this start runs a worker too. */
  worker: boolean;
};

type Variables = Record<string, string | undefined>;

function readPort(given: string | undefined): number {
  const port = Number(given ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || given?.trim() === "") {
    throw new StartRefused(`PORT is "${given}"; it must be a number from 0 (any free port) to 65535.`);
  }
  return port;
}

function readUrl(name: string, given: string | undefined, protocols: string[]): string | undefined {
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !protocols.includes(url.protocol)) {
    throw new StartRefused(
      `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`,
    );
  }
  return given;
}

function readDemo(given: string | undefined): StartSettings["demo"] {
  if (given === undefined || given === "") return "unless-other-data";
  if (given === "1") return "on";
  if (given === "0") return "off";
  throw new StartRefused(`COUNTERSIGN_DEMO is "${given}"; it must be 1 or 0.`);
}

function readWorker(given: string | undefined): boolean {
  if (given && given !== "0" && given !== "1") {
    throw new StartRefused(`COUNTERSIGN_WORKER is "${given}"; it must be 1 or 0.`);
  }
  return given !== "0";
}

/** The edge and its key go together; a key that others know is none. */
function checkEdge({ EDGE_URL, EDGE_PURGE_KEY }: Variables): void {
  readUrl("EDGE_URL", EDGE_URL, ["http:", "https:"]);
  if (!EDGE_URL !== !EDGE_PURGE_KEY) {
    throw new StartRefused("EDGE_URL and EDGE_PURGE_KEY go together: set both, or neither.");
  }
  if (EDGE_PURGE_KEY && !/^[A-Za-z0-9_-]{16,200}$/.test(EDGE_PURGE_KEY)) {
    throw new StartRefused("EDGE_PURGE_KEY must be 16 to 200 letters, digits, hyphens and underscores.");
  }
}

/** The server itself reads it again; a start says what is wrong with it. */
function checkRecordings({ COUNTERSIGN_RECORDING_MB: given }: Variables): void {
  if (readRecordingMb(given) !== undefined) return;
  throw new StartRefused(`COUNTERSIGN_RECORDING_MB is "${given}"; it must be a whole number from 1 to 900.`);
}

/** Whether only this machine can reach a server on `host`. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The address at which a browser reaches `host:port`. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = host === "127.0.0.1" || everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Refuses the demo, whose password is public, on an address that others can reach. */
export function refuseDemoInPublic(host: string): void {
  if (isLoopback(host)) return;
  throw new StartRefused(
    `The demo's password is public, so it is served on this machine only, and HOST is ${host}.\n` +
      "Start with COUNTERSIGN_DEMO=0 for a clean desk, or with HOST=127.0.0.1 for the demo.",
  );
}

/**
 * Whether editors and admins must have a second factor: on a database of the newsroom's own always, in the demo never, and
 * on the embedded database when asked for.
 */
export function secondFactorFor(
  database: { embedded: boolean; demo: boolean },
  given: string | undefined,
): "required" | "offered" {
  if (given && given !== "required" && given !== "offered") {
    throw new StartRefused(`COUNTERSIGN_SECOND_FACTOR is "${given}"; it must be required or offered.`);
  }
  if (database.demo) return "offered";
  return !database.embedded || given === "required" ? "required" : "offered";
}

/** Reads the settings of a start. Throws `StartRefused` with the variable's name when one is wrong. */
export function readSettings(variables: Variables): StartSettings {
  const databaseUrl = readUrl("DATABASE_URL", variables.DATABASE_URL, ["postgresql:", "postgres:"]);
  const ownerUrl = readUrl("DATABASE_OWNER_URL", variables.DATABASE_OWNER_URL, ["postgresql:", "postgres:"]);
  if (ownerUrl && !databaseUrl) {
    throw new StartRefused(
      "DATABASE_OWNER_URL is set without DATABASE_URL; set both, or DATABASE_URL alone.",
    );
  }
  checkEdge(variables);
  checkRecordings(variables);
  const demo = readDemo(variables.COUNTERSIGN_DEMO);
  const host = variables.HOST || "127.0.0.1";
  if (demo === "on") refuseDemoInPublic(host);
  return {
    port: readPort(variables.PORT),
    host,
    home: resolve(variables.COUNTERSIGN_HOME || ".data"),
    publicUrl: readUrl("PUBLIC_URL", variables.PUBLIC_URL, ["http:", "https:"])?.replace(/\/$/, ""),
    databaseUrl,
    ownerUrl,
    demo,
    worker: readWorker(variables.COUNTERSIGN_WORKER),
  };
}
