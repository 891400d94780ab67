import { expect, it } from "vitest";
import { tellsContact } from "./tells-contact";

it.each([
  ["Reader@Example.org says so", "reader@example.org", true],
  ["call +380 44  123 45 67 about it", "+380 44 123 45 67", true],
  ["Olena Koval saw it", "olena koval", true],
  ["(see t.me/olena_k).", "t.me/olena_k", true],
  ["@olk says so", "@olk", true],
  ["ask 112 there", "112", true],
  ["No bridge was closed", "no", false],
  ["An X-ray of it", "-", false],
  ["Ліків немає", "немає", false],
  ["Ліків немає", "ні", false],
  ["The annals say so", "annal", false],
  ["Nothing", "", false],
])("“%s” tells how to reach “%s”: %s", (words, contact, tells) => {
  expect(tellsContact(words, contact)).toBe(tells);
});
