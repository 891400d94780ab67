import "server-only";
import { resolve } from "node:path";
import { readRecordingMb } from "../captures/recording-limit";

/** The settings that a newsroom gives by environment; see docs/operations.md. */
export type Env = {
  home: string;
  host: string;
  port: number;
  publicUrl: string;
  databaseUrl: string;
  /** Whether the demo's accounts and pages are offered: only on a loopback host. */
  demo: boolean;
  /** Whether editors and admins need a second factor: unless a start says that this desk only offers it. */
  secondFactorRequired: boolean;
  secret: string;
  /** Where mail is handed over, such as `smtps://user:password@mail.example`; null: it is written to the log instead. */
  smtpUrl: string | null;
  mailFrom: string | null;
  /** The largest recording that is taken, in MB of 1,048,576 bytes. */
  recordingMb: number;
};

/** The origin that readers see, without a slash at the end. */
export function publicUrl(): string {
  const host = process.env.HOST ?? "127.0.0.1";
  const named =
    process.env.PUBLIC_URL ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${givenPort()}`;
  return named.replace(/\/$/, "");
}

function givenPort(): number {
  return Number(process.env.PORT ?? 3000);
}

/** Reads the environment. Throws with the variable's name when one is missing that the server cannot do without. */
export function env(): Env {
  const port = givenPort();
  const host = process.env.HOST ?? "127.0.0.1";
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is not set. Start with `npm start`, which sets it.");
  return {
    home: resolve(/*turbopackIgnore: true*/ process.env.COUNTERSIGN_HOME ?? ".data"),
    host,
    port,
    publicUrl: publicUrl(),
    databaseUrl,
    demo: process.env.COUNTERSIGN_DEMO === "1",
    secondFactorRequired:
      process.env.COUNTERSIGN_DEMO !== "1" && process.env.COUNTERSIGN_SECOND_FACTOR !== "offered",
    secret: process.env.NEXTAUTH_SECRET ?? "",
    smtpUrl: process.env.SMTP_URL || null,
    mailFrom: process.env.MAIL_FROM || null,
    recordingMb: readRecordingMb(process.env.COUNTERSIGN_RECORDING_MB) ?? readRecordingMb(undefined)!,
  };
}
