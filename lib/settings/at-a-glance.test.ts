import { expect, it } from "vitest";
import {
  deskNow,
  gateNow,
  hoursInWords,
  ratingsNow,
  shelfLifeNow,
  siteNow,
  sitePagesNow,
  templatesNow,
  watchNow,
} from "./at-a-glance";
import { defaultDeskSettings } from "./desk-settings";
import { defaultGateSettings } from "./gate-settings";
import { defaultRatings } from "./ratings";
import { defaultShelfLifeSettings } from "./shelf-life-settings";
import { defaultWatchSettings } from "./watch-settings";

it.each([
  [gateNow(defaultGateSettings), "2 independent origins; two people"],
  [
    gateNow({ ...defaultGateSettings, legalRead: "always" }),
    "2 independent origins; two people; a legal read",
  ],
  [
    gateNow({ ...defaultGateSettings, legalRead: "topics", legalReadTopics: ["Courts"] }),
    "2 independent origins; two people; a legal read of some topics",
  ],
  [
    gateNow({ ...defaultGateSettings, originsNeeded: 1, onePersonDesk: true }),
    "1 independent origin; one person may write and sign",
  ],
  [deskNow(defaultDeskSettings), "Readers see what was searched"],
  [
    deskNow({ showsSearches: false, internsSeeOwn: true }),
    "Searches stay on the desk; interns see only their own",
  ],
  [watchNow(defaultWatchSettings), "On: every 6 hours at first, every 30 days later"],
  [
    watchNow({ ...defaultWatchSettings, freshHours: 1, oldHours: 24 }),
    "On: every hour at first, every 24 hours later",
  ],
  [watchNow({ ...defaultWatchSettings, isOn: false }), "Off: nothing is fetched unless a person asks"],
  [shelfLifeNow(defaultShelfLifeSettings), "After 90 to 180 days"],
  [
    shelfLifeNow({
      byKind: { said: null, so: null, forecast: null, "image-or-video": null },
      byTopic: [{ topic: "Rail", days: 30 }],
    }),
    "Never by itself; 1 topic apart",
  ],
  [siteNow({ name: "Desk", language: "uk", label: null }), "Desk · Ukrainian"],
  [siteNow({ name: "Desk", language: "en-ab-cd", label: null }), "Desk · en-ab-cd"],
  [siteNow({ name: "Desk", language: "en", label: "Test" }), "Desk · English · “Test” across every page"],
  [sitePagesNow(4, 6, 0), "4 of 6 signed"],
  [sitePagesNow(4, 6, 1), "4 of 6 signed; 1 waits for a signature"],
  [sitePagesNow(0, 6, 2), "0 of 6 signed; 2 wait for a signature"],
  [templatesNow([]), "None"],
  [templatesNow([{ isRetired: true }, { isRetired: false }]), "1 template, 1 retired"],
  [templatesNow([{ isRetired: false }, { isRetired: false }]), "2 templates"],
  [ratingsNow(defaultRatings.slice(0, 2)), "Confirmed · Mostly confirmed"],
])("what a setting says at a glance: %s", (said, words) => expect(said).toBe(words));

it.each([
  [1, "hour"],
  [24, "24 hours"],
  [168, "7 days"],
  [720, "30 days"],
])("%i hours are said as %s", (hours, said) => {
  expect(hoursInWords(hours)).toBe(said);
});
