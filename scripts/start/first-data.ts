import { demoAccounts, demoPassword } from "@/lib/accounts/demo-accounts";
import { newSecret } from "@/lib/accounts/secrets.server";
import { closeDb, type Tx } from "@/lib/core/db.server";
import { newId } from "@/lib/core/new-id.server";
import { runCommand } from "@/lib/core/run-command.server";
import { recordEvent } from "@/lib/log/record.server";
import { markAsDemo } from "./database-state";

const validHours = 24;

/** Fills the demo in. The environment must name the database as the application's role. */
export async function seed(where: { publicUrl: string; home: string; ownerUrl: string }): Promise<void> {
  const { seedDemo } = await import("@/prisma/seed");
  await seedDemo({ publicUrl: where.publicUrl, home: where.home });
  await markAsDemo(where.ownerUrl, new Date());
}

async function replaceInvitation(tx: Tx, hash: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { purpose: "first-admin", usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const id = newId(now.getTime());
  await tx.invitation.create({
    data: {
      id,
      secretHash: hash,
      purpose: "first-admin",
      role: "admin",
      createdAt: now,
      expiresAt: new Date(now.getTime() + validHours * 3_600_000),
    },
  });
  await recordEvent(tx, null, now, {
    event: "invitation.created",
    subject: { kind: "invitation", id },
    body: { role: "admin" },
  });
}

/** Makes the single-use link for the first admin of an empty desk; an earlier one that was not used ends. */
export async function inviteFirstAdmin(publicUrl: string, now: Date): Promise<string> {
  const { secret, hash } = newSecret("csi");
  try {
    const done = await runCommand((tx) => replaceInvitation(tx, hash, now));
    if (!done.ok) throw new Error(done.error.detail);
  } finally {
    await closeDb();
  }
  return `${publicUrl}/invite/${secret}`;
}

/** What a person needs to sign in to the demo. */
export function demoNotice(): string[] {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  return [
    `Demo accounts, each with the password: ${demoPassword}`,
    ...demoAccounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
    "To leave the demo for a clean desk, start with COUNTERSIGN_DEMO=0.",
  ];
}
