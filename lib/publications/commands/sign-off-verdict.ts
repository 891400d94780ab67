import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { keepRevision } from "../../claims/revision.server";
import type { Result } from "../../core/result";
import { waitForDays } from "../../shelf-life/keep-shelf-life.server";
import { checkSigning, signerOf } from "../check-signing.server";
import { runPublishing, type Published } from "../publish-record.server";
import { publishSigned } from "../publish-signed.server";
import type { SignOffInput } from "../schema";
import { loadSigningKey } from "../signing-key.server";

/**
 * Signs exactly the revision whose hash the editor saw, and publishes it in the same transaction: record, hash,
 * signature, log entry. The claim's row is locked, so of several editors one wins and the others are told who.
 */
export async function signOffVerdict(
  viewer: Viewer,
  claimId: string,
  input: Omit<SignOffInput, "publishAt">,
  now: Date,
): Promise<Result<Published>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  const signer = signerOf(viewer);
  return runPublishing(async (tx) => {
    await waitForDays(tx);
    const { claim, current, to, passed } = await checkSigning(tx, signer, claimId, input, now);
    await keepRevision(tx, current);
    const { revisionHash } = input;
    const states = { from: claim.state, to };
    return publishSigned(tx, signer, {
      claimId,
      record: current.record,
      revisionHash,
      passed,
      ...states,
      key,
      now,
    });
  });
}
