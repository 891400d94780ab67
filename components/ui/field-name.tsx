"use client";

import { isValidElement, type ReactNode } from "react";
import { labelPrefix } from "@/lib/core/issue-field";
import { useIsInForm } from "./form";

/** The words of a label, without its markup. */
function wordsOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : "";
}

/** Sends along what the form calls a field, so that a refusal names it in the same words, before scripts load too. */
export function FieldName({ name, label }: { name: string; label: ReactNode }) {
  const words = wordsOf(label);
  return useIsInForm() && words !== "" ? (
    <input type="hidden" name={labelPrefix + name} value={words} />
  ) : null;
}
