import type { BrowserContextOptions } from "playwright";

/** `hasTouch` is a telephone in a hand: what is for fingers shows, and what is for keys does not. */
export type Look = BrowserContextOptions & { media?: "print" };

/** The ways in which a page is looked at. 400% zoom at 1280 pixels is a page of 320. */
export const looks: Record<string, Look> = {
  "wide-light": { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  "wide-dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "narrow-light": { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true },
  "narrow-dark": { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
  "zoomed-400": { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  "forced-colors": { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  "forced-dark": {
    viewport: { width: 390, height: 844 },
    forcedColors: "active",
    colorScheme: "dark",
    hasTouch: true,
  },
  /** Of a sheet of A4 Chromium lays out the whole width, margins included. */
  print: { viewport: { width: 794, height: 1123 }, media: "print" },
  "reduced-motion": { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" },
};
