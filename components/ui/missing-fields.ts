import { labelPrefix, type FormIssue } from "@/lib/core/issue-field";
import { nothingWritten } from "@/lib/core/nothing-written";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

const isChoice = ({ type }: Control) => type === "radio" || type === "checkbox";

/** What the form still has to be given there; undefined where something is. */
function missingOf(control: Control, form: HTMLFormElement): string | undefined {
  if (isChoice(control)) {
    const ofName = [...form.elements].filter(isControl).filter(({ name }) => name === control.name);
    if (ofName.some((one) => one.matches(":checked"))) return undefined;
    return control.type === "radio" ? "Choose one." : "Tick this.";
  }
  // Blanks are nothing to the desk, though a browser takes them.
  if (control.value.trim() !== "") return undefined;
  return control.matches("select") ? "Choose one." : nothingWritten;
}

/** Groups of which one box at least has to be ticked, each with the name that its boxes share. */
function emptyGroups(form: HTMLFormElement): [name: string, message: string][] {
  return [...form.querySelectorAll<HTMLElement>("fieldset[data-needs-one]")]
    .filter((group) => group.querySelector(":checked") === null)
    .map((group) => [group.dataset.needsOne!, "Choose one at least."]);
}

/** What is asked for in a form and not given, told as the desk would: a field or group once, in its label's words. */
export function missingFields(form: HTMLFormElement): FormIssue[] {
  const ofControls = [...form.elements]
    .filter(isControl)
    .filter((control) => control.required && !control.matches(":disabled"))
    .map((control) => [control.name, missingOf(control, form)] as const);
  const missing = new Map<string, string>();
  for (const [name, message] of [...ofControls, ...emptyGroups(form)])
    if (message !== undefined && !missing.has(name)) missing.set(name, message);
  const names = new FormData(form);
  return [...missing].map(([field, message]) => {
    const label = names.get(labelPrefix + field);
    return {
      code: "missing",
      field,
      message,
      isOfField: true,
      ...(typeof label === "string" ? { label } : {}),
    };
  });
}
