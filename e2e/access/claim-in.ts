import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import type { DeskApi } from "../api/desk-api";
import { makeReady, publishedClaim, researchedClaim, send, stamp } from "../api/stage";

export const states = [
  "new",
  "researching",
  "in-review",
  "ready",
  "published",
  "in-correction",
  "declined",
  "retracted",
] as const;
export type State = (typeof states)[number];

/** The state that the claim itself names: one in correction is in review, while its publication stands. */
export const workflowState = (state: State) => (state === "in-correction" ? "in-review" : state);

/** A claim in a state, with words that nobody without an account may ever see. */
export async function claimIn(api: DeskApi, state: State): Promise<ClaimDto> {
  const text = `Hidden words ${stamp()} on engines`;
  const author = { version: 0, why: "An editor wrote this." };
  if (state === "published" || state === "retracted" || state === "in-correction") {
    const { claimId, version } = await publishedClaim(api, text, {});
    await api.must("editor1", "POST", `/claims/${claimId}/corrections`, {
      class: "clarification",
      reason: "To add why.",
    });
    // Nothing is written to it, so that the correction can be taken back.
    if (state === "in-correction") return api.must<ClaimDto>("editor2", "GET", `/claims/${claimId}`);
    const claim = await api.must<ClaimDto>("editor1", "GET", `/claims/${claimId}`);
    await api.must("editor1", "PATCH", `/claims/${claimId}`, { ...author, version: claim.version });
    await send(api, "checker2", claimId, "ready");
    const { revision } = await api.must<GateDto>("editor2", "GET", `/claims/${claimId}/gate`);
    await api.must("editor2", "POST", `/claims/${claimId}/sign-off`, { revisionHash: revision.hash }, 200);
    if (state === "retracted")
      await api.must(
        "editor2",
        "POST",
        `/claims/${claimId}/retraction`,
        { reason: "Withdrawn.", version: version + 1 },
        200,
      );
    return api.must<ClaimDto>("editor2", "GET", `/claims/${claimId}`);
  }
  const { claimId } = await researchedClaim(api, text);
  await api.must("editor1", "PATCH", `/claims/${claimId}`, author);
  if (state === "in-review") await send(api, "checker1", claimId, "submit");
  if (state === "ready") await makeReady(api, claimId, `${text}, the report says.`);
  if (state === "declined") await send(api, "checker1", claimId, "decline", { reason: "other" });
  if (state !== "new") return api.must<ClaimDto>("editor2", "GET", `/claims/${claimId}`);
  const fresh = await api.must<ClaimDto>("checker1", "POST", "/claims", { text });
  return api.must<ClaimDto>("editor1", "PATCH", `/claims/${fresh.id}`, author);
}
