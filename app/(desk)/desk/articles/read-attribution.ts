import { filled, present } from "@/lib/core/form-fields";
import { refuse } from "@/lib/core/result";

/** The claim in hand, unless the decision is meant for every claim. */
export const onlyFor = (form: FormData) =>
  filled(form, "scope") === "this-claim" ? filled(form, "claimId") : undefined;

/** For programs it is one part of the input; here it is two fields, either of which will do. */
function refuseNowhere(): never {
  const [code, message] = ["not-valid", "Choose an article, or name who knew it first."];
  refuse({ kind: "invalid", code, detail: message, issues: [{ code, field: "toArticleId", message }] });
}

/** Fields: articleId, type, toArticleId or originName with originKind, originNaming and originPrimary; claimId and scope. */
export function readAttribution(form: FormData) {
  const [type, toArticleId, name] = [
    filled(form, "type"),
    filled(form, "toArticleId"),
    filled(form, "originName"),
  ];
  if (!toArticleId && !name && type !== "own-reporting") refuseNowhere();
  const origin = present({
    name,
    kind: filled(form, "originKind"),
    naming: filled(form, "originNaming"),
    primary: form.has("originPrimary"),
  });
  return {
    id: filled(form, "articleId"),
    input: present({
      type,
      to: toArticleId ? { articleId: toArticleId } : name ? { origin } : undefined,
      claimId: onlyFor(form),
    }),
  };
}
