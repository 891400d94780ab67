import { JSDOM } from "jsdom";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RatingsTable } from "@/components/settings/ratings-table";
import { typedValues } from "@/lib/core/typed-values";
import { defaultRatings as ratings } from "@/lib/settings/ratings";
import { AddRatingForm, RemoveRatingForm } from "./rating-forms";

const action = async () => null;

it.each<[string, ReactNode]>([
  ["add", createElement(AddRatingForm, { version: 1, action })],
  ["remove", createElement(RemoveRatingForm, { ratings, version: 1, action })],
  [`rating-${ratings[0]!.code}`, createElement(RatingsTable, { ratings, edit: action })],
])("the form %s gives back which rating it is about when it is refused", (id, element) => {
  const { window } = new JSDOM(renderToStaticMarkup(element));
  const form = window.document.getElementById(id) as HTMLFormElement;
  const field = form.querySelector<HTMLInputElement>("[name=identifier]")!;
  if (field.value === "") field.value = id === "remove" ? ratings[0]!.code : "no-evidence";
  const typed = typedValues(new window.FormData(form) as FormData);
  expect(typed.identifier).toBe(field.value);
  expect(field.value).not.toBe("");
});
