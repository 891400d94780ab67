"use client";

import { useId, type ReactNode } from "react";
import { TextField } from "./field";

/** Languages that newsrooms quote most, to choose from; any other code can be typed. Written out, so that server and browser agree. */
const offered: readonly [code: string, name: string][] = [
  ["ar", "Arabic"],
  ["be", "Belarusian"],
  ["bg", "Bulgarian"],
  ["cs", "Czech"],
  ["de", "German"],
  ["el", "Greek"],
  ["en", "English"],
  ["es", "Spanish"],
  ["fa", "Persian"],
  ["fr", "French"],
  ["he", "Hebrew"],
  ["hi", "Hindi"],
  ["hu", "Hungarian"],
  ["it", "Italian"],
  ["ja", "Japanese"],
  ["ka", "Georgian"],
  ["ko", "Korean"],
  ["pl", "Polish"],
  ["pt", "Portuguese"],
  ["ro", "Romanian"],
  ["ru", "Russian"],
  ["sk", "Slovak"],
  ["tr", "Turkish"],
  ["uk", "Ukrainian"],
  ["zh", "Chinese"],
];

type Props = { label?: ReactNode; defaultValue?: string | null };

/** The language of a source, as a code: chosen by its name, or typed. */
export function LanguageField({ label = "Language", defaultValue }: Props) {
  const list = useId();
  return (
    <>
      <TextField
        name="language"
        label={label}
        optional
        hint="A code: choose, or type en, uk, ko …"
        defaultValue={defaultValue}
        list={list}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <datalist id={list}>
        {offered.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
