import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { actionFiles } from "@/scripts/test/files-of-app";
import { openActions } from "@/scripts/test/open-actions";

const at = (folder: string, ...names: string[]) => names.map((name) => `(desk)/desk/${folder}#${name}`);

/** Why an act offers no way to take it back; every other server action does. */
const offersNone: Record<string, string[]> = {
  "What is signed or public never changes silently, and a signature is taken back by its own button": [
    ...at("claims/verdict-actions", "signOff", "retract", "withhold", "signNotice"),
    ...at("claims/schedule-actions", "publishNow", "cancelScheduled"),
    ...at("notices/actions", "decidePrepared"),
    ...at("settings/pages/actions", "sign"),
  ],
  "A mark changes by another review only": [
    ...at("claims/actions", "reviewClaim"),
    ...at("claims/review-actions", "reaffirm"),
  ],
  "A correction that was opened is abandoned by its own button, and one that was abandoned is opened anew":
    at("claims/correction-actions", ...["openCorrection", "abandonCorrection"]),
  "A claim stays in the ledger: one that should not be there is declined, which is taken back": [
    ...at("claims/actions", "createClaim", "createClaimHere"),
    ...at("claims/import/actions", "importRows"),
  ],
  "Articles and captures stay, and bytes that were expunged are gone": [
    ...at("articles/actions", "addArticle", "captureArticle", "stopFetch"),
    ...at("claims/import/actions", "capturePages"),
    ...at("captures/actions", "expunge"),
  ],
  "A step of an import that is under way, of which nothing else knows": at(
    "claims/import/actions",
    ...["beginImport", "mapColumns", "chooseSheet"],
  ),
  "A template stays, for what was written with it: it is retired, which is taken back": at(
    "settings/templates/actions",
    "add",
  ),
  "It saves itself while somebody writes; what was saved so is offered with the save by hand": at(
    "claims/verdict-actions",
    "autosaveVerdict",
  ),
  "Read news stays in its list": at("notifications/actions", "markNewsRead"),
  "It takes back itself": [
    ...at("take-back-action", "takeBack"),
    ...at("claims/evidence-actions", "restoreEvidence"),
    ...at("claims/reply-actions", "restoreReply"),
    ...at("claims/search-actions", "restoreSearch"),
    ...at("claims/verdict-actions", "takeBackDraft"),
    ...at("tips/actions", "reopenTip"),
  ],
  "A name that is printed and an address to sign in with are changed back as they were changed, after the password":
    [
      ...at("settings/account/actions", "changeName"),
      ...at("settings/people/actions", "rename", "changeAddress"),
    ],
  "It says who may come in, by which secret; most of it asks for the password": [
    ...at("settings/account/actions", "changePassword"),
    ...at("settings/gate/actions", "save"),
    ...at("settings/people/actions", "invite", "resetPassword", "giveRole", "setIntern", "setActive"),
    ...at("settings/people/actions", "takeSecondFactor", "withdraw"),
    ...at("settings/second-factor/actions", "renewCodes", "turnOff"),
    ...at("settings/sessions/actions", "end", "endOthers"),
    ...at("settings/tokens/actions", "mint", "revoke"),
    ...at("settings/webhooks/actions", "add", "rotate", "remove", "again"),
    ...openActions,
  ],
};

type Declared = { node: ts.Node; isExported: boolean };

/** What a file declares at its top level, by name. */
function declaredIn(source: ts.SourceFile): Map<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const node of source.statements) {
    const isExported =
      ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (ts.isVariableStatement(node))
      for (const one of node.declarationList.declarations)
        declared.set(one.name.getText(source), { node: one, isExported });
    if (ts.isFunctionDeclaration(node) && node.name) declared.set(node.name.text, { node, isExported });
  }
  return declared;
}

/** Whether a declaration, or one of the same file that it rests on, has a way to take back what it does. */
function hasUndo(name: string, declared: Map<string, Declared>, seen = new Set<string>()): boolean {
  const found = declared.get(name);
  if (!found || seen.has(name)) return false;
  seen.add(name);
  const look = (node: ts.Node): boolean =>
    (ts.isObjectLiteralElement(node) && node.name !== undefined && nameOf(node.name) === "undo") ||
    (ts.isIdentifier(node) && hasUndo(node.text, declared, seen)) ||
    (ts.forEachChild(node, (child) => look(child) || undefined) ?? false);
  return look(found.node);
}

const nameOf = (name: ts.PropertyName) => (ts.isIdentifier(name) ? name.text : undefined);

const actions = actionFiles.flatMap(({ file }) => {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const declared = declaredIn(source);
  const path = relative(resolve("app"), file).replace(/\.tsx?$/, "");
  return [...declared].flatMap(([name, { isExported }]) =>
    isExported ? [{ action: `${path}#${name}`, isOffered: hasUndo(name, declared) }] : [],
  );
});

it("every server action offers to take back what it did, but for those that are named here with the reason", () => {
  expect(actions.length).toBeGreaterThan(100);
  const none = actions.flatMap(({ action, isOffered }) => (isOffered ? [] : action));
  // Both ways: what offers it by now is not named any more.
  expect(none.sort()).toEqual(Object.values(offersNone).flat().sort());
});
