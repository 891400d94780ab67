import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import { db, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { giveBack, hit } from "../core/rate-window.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { keyFor, sealText, unsealText } from "../core/sealed-text.server";
import type { Role } from "../claims/vocabulary";
import { recordEvent } from "../log/record.server";
import { tellOfAccount } from "../notifications/tell.server";
import { tryBuckets, type CameFrom } from "./came-from";
import { foldRecoveryCode, recoveryCodeBytes, recoveryCodeCount, spellRecoveryCode } from "./recovery-code";
import { sixDigits, stepOfCode } from "./totp";

const seedUse = "countersign-totp-seed-v1";
const recoveryUse = "countersign-recovery-code-v1";

/** A fresh seed of 160 bits (RFC 4226 §4, R6) in base 32, and as it is stored: sealed for this account. */
export function newSeed(userId: string): { seed: string; sealed: string } {
  const seed = new Secret({ size: 20 }).base32;
  return { seed, sealed: sealText(seedUse, seed, userId) };
}

/** The seed of an account again; null when it has none, or it was sealed under another secret. */
export function openSeed(userId: string, sealed: string | null): string | null {
  return sealed === null ? null : unsealText(seedUse, sealed, userId);
}

function hashRecoveryCode(userId: string, folded: string): string {
  return createHmac("sha256", keyFor(recoveryUse)).update(`${userId}:${folded}`).digest("hex");
}

/** Ten new recovery codes in place of those there were; the only time they are seen. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    spellRecoveryCode(randomBytes(recoveryCodeBytes)),
  );
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(),
      userId,
      hash: hashRecoveryCode(userId, foldRecoveryCode(code)!),
      createdAt: now,
    })),
  });
  return codes;
}

/**
 * Uses a time step up: true for whoever is first, false when it or a later one was used. A trigger holds the same rule
 * against any other statement.
 */
async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE "user" SET "totpLastStep" = ${step}
    WHERE id = ${userId} AND ("totpLastStep" IS NULL OR "totpLastStep" < ${step})`;
  return count === 1;
}

const wrongCodeWords =
  "This code is wrong, was used already, or its time is over. Wait for the next one and try that.";

const wrongCode: Failure = {
  kind: "unauthenticated",
  code: "wrong-code",
  detail: wrongCodeWords,
  issues: [{ code: "wrong-code", field: "code", message: wrongCodeWords }],
};

/** Counts a try at an account; the refusal of the fullest bucket, else null. */
async function countTry(userId: string, mark: CameFrom["mark"], now: Date): Promise<Failure | null> {
  let refused: Failure | null = null;
  for (const { bucket, ...limit } of tryBuckets("code", userId, mark, userId)) {
    const allowed = await hit(bucket, limit, now);
    if (!allowed.ok) refused = allowed.error;
  }
  return refused;
}

async function takeBackTry(userId: string, mark: CameFrom["mark"], now: Date): Promise<void> {
  for (const { bucket, windowSeconds } of tryBuckets("code", userId, mark, userId)) {
    await giveBack(bucket, now, windowSeconds);
  }
}

/**
 * Uses up a code of the account's authenticator, or one of its recovery codes: each works once. Wrong ones are counted for
 * the account, right ones are not. A recovery code that was used is logged, and its owner is told.
 */
export async function useSecondFactor(
  userId: string,
  typed: string,
  mark: CameFrom["mark"],
  now: Date,
): Promise<Result<"authenticator" | "recovery-code">> {
  const refused = await countTry(userId, mark, now);
  if (refused) return fail(refused);
  const user = await db().user.findUnique({ where: { id: userId } });
  if (!user?.totpConfirmedAt) return fail(wrongCode);
  const [digits, folded] = [sixDigits(typed), foldRecoveryCode(typed)];
  const seed = openSeed(userId, user.totpSeed);
  const step = seed && digits ? stepOfCode(seed, digits, now) : null;
  const used = await runCommand(async (tx) => {
    if (step !== null && (await useStep(tx, userId, step))) return "authenticator" as const;
    if (folded === null) return null;
    const mine = { userId, hash: hashRecoveryCode(userId, folded), usedAt: null };
    const { count } = await tx.recoveryCode.updateMany({ where: mine, data: { usedAt: now } });
    if (count !== 1) return null;
    const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
    const actor = { id: user.id, name: user.name, role: user.role as Role };
    await recordEvent(tx, actor, now, {
      event: "account.recovery-code-used",
      subject: { kind: "account", id: userId },
      body: { left },
    });
    const text = `A recovery code of yours was used to prove who you are; ${left} are left. If that was not you, tell an admin at once.`;
    await tellOfAccount(tx, userId, text, now);
    return "recovery-code" as const;
  });
  if (!used.ok) return used;
  if (used.value === null) return fail(wrongCode);
  await takeBackTry(userId, mark, now);
  return ok(used.value);
}
