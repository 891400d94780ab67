import { expect, it } from "vitest";
import { shortName } from "./short-name";

it.each([
  ["Seven ferries", 20, "Seven ferries"],
  ["Seven\n  ferries\tsail ", 20, "Seven ferries sail"],
  ["Seven ferries", 13, "Seven ferries"],
  ["Seven ferries", 12, "Seven ferri…"],
  ["Seven ferries", 7, "Seven…"],
  ["⛴️🚢🚢🚢", 3, "⛴️…"],
  ["طلبت سبع عبّارات", 6, "طلبت…"],
  ["", 10, ""],
])("%j in at most %i characters is %j", (text, most, shown) => {
  expect(shortName(text, most)).toBe(shown);
});
