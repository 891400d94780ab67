/** Countries and unions as news names them: `Name:Demonym|Other name`. The first name identifies the place. */
const TABLE = `
Afghanistan:Afghan|Afghans;Albania:Albanian;Algeria:Algerian;Argentina:Argentine|Argentinian;Armenia:Armenian;
Australia:Australian;Austria:Austrian;Azerbaijan:Azerbaijani|Azeri;Bahrain:Bahraini;Bangladesh:Bangladeshi;
Belarus:Belarusian;Belgium:Belgian;Bolivia:Bolivian;Bosnia:Bosnian;Brazil:Brazilian;Britain:British|UK|U.K.|United Kingdom|Great Britain;
Bulgaria:Bulgarian;Cambodia:Cambodian;Cameroon:Cameroonian;Canada:Canadian;Chad:Chadian;Chile:Chilean;China:Chinese;
Colombia:Colombian;Congo:Congolese|DRC;Costa Rica:Costa Rican;Croatia:Croatian|Croat;Cuba:Cuban;Cyprus:Cypriot;
Czechia:Czech|Czech Republic;Denmark:Danish|Dane;Ecuador:Ecuadorian;Egypt:Egyptian;Estonia:Estonian;Ethiopia:Ethiopian;
Finland:Finnish|Finn;France:French;Georgia:Georgian;Germany:German;Ghana:Ghanaian;Greece:Greek;Guatemala:Guatemalan;
Haiti:Haitian;Honduras:Honduran;Hong Kong:Hong Kong-based;Hungary:Hungarian;Iceland:Icelandic;India:Indian;
Indonesia:Indonesian;Iran:Iranian;Iraq:Iraqi;Ireland:Irish;Israel:Israeli;Italy:Italian;Ivory Coast:Ivorian;
Jamaica:Jamaican;Japan:Japanese;Jordan:Jordanian;Kazakhstan:Kazakh|Kazakhstani;Kenya:Kenyan;Kosovo:Kosovar;
Kuwait:Kuwaiti;Kyrgyzstan:Kyrgyz;Laos:Laotian;Latvia:Latvian;Lebanon:Lebanese;Libya:Libyan;Lithuania:Lithuanian;
Luxembourg:Luxembourgish;Malaysia:Malaysian;Mali:Malian;Malta:Maltese;Mexico:Mexican;Moldova:Moldovan;
Mongolia:Mongolian;Montenegro:Montenegrin;Morocco:Moroccan;Mozambique:Mozambican;Myanmar:Burmese;Nepal:Nepali|Nepalese;
Netherlands:Dutch|the Netherlands;New Zealand:New Zealander;Nicaragua:Nicaraguan;Niger:Nigerien;Nigeria:Nigerian;
North Korea:North Korean|DPRK;North Macedonia:Macedonian;Norway:Norwegian;Oman:Omani;Pakistan:Pakistani;
Palestine:Palestinian|Gaza|West Bank;Panama:Panamanian;Paraguay:Paraguayan;Peru:Peruvian;Philippines:Filipino|Philippine;
Poland:Polish|Pole;Portugal:Portuguese;Qatar:Qatari;Romania:Romanian;Russia:Russian|Russian Federation;Rwanda:Rwandan;
Saudi Arabia:Saudi|Saudi Arabian;Senegal:Senegalese;Serbia:Serbian|Serb;Singapore:Singaporean;Slovakia:Slovak;
Slovenia:Slovenian|Slovene;Somalia:Somali;South Africa:South African;South Korea:South Korean|Republic of Korea|Korean;
South Sudan:South Sudanese;Spain:Spanish|Spaniard;Sri Lanka:Sri Lankan;Sudan:Sudanese;Sweden:Swedish|Swede;
Switzerland:Swiss;Syria:Syrian;Taiwan:Taiwanese;Tajikistan:Tajik;Tanzania:Tanzanian;Thailand:Thai;Tunisia:Tunisian;
Turkey:Turkish|Türkiye|Turk;Turkmenistan:Turkmen;UAE:Emirati|United Arab Emirates;Uganda:Ugandan;Ukraine:Ukrainian;
United States:American|US|U.S.|USA|U.S.A.|America;Uruguay:Uruguayan;Uzbekistan:Uzbek;Venezuela:Venezuelan;
Vietnam:Vietnamese;Yemen:Yemeni;Zambia:Zambian;Zimbabwe:Zimbabwean;
European Union:EU|E.U.|the EU|European Union's;Europe:European;Africa:African;Asia:Asian;Latin America:Latin American;
Crimea:Crimean;Chechnya:Chechen;England:English;Scotland:Scottish;Wales:Welsh;Northern Ireland:Northern Irish`;

const PLACES = new Map<string, string>();
for (const row of TABLE.replaceAll("\n", "").split(";")) {
  const [name, others] = row.trim().split(":");
  if (!name) continue;
  PLACES.set(name, name);
  for (const other of others?.split("|") ?? []) PLACES.set(other, name);
}

/** Every name and adjective of the place that a name means ("Kazakhstani": Kazakhstan, Kazakh); empty for no place. */
export function placeNames(name: string): string[] {
  const place = PLACES.get(name);
  return place === undefined ? [] : [...PLACES].filter(([, own]) => own === place).map(([known]) => known);
}

const byLength = [...PLACES.keys()].sort((a, b) => b.length - a.length);
const escaped = byLength.map((name) => name.replace(/[.]/g, "\\."));
/** Names of one place, for building patterns; longest first, so that "South Korean" wins over "Korean". */
export const PLACE_PATTERN = `(?:${escaped.join("|")})`;
const IN_TEXT = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})s?(?![\\p{L}\\p{N}])`, "gu");
const EVERYWHERE =
  /\b(?:all|every|any|various|many|several) (?:other )?(?:countr(?:y|ies)|nations?|sources|origins)\b|\bworldwide\b|\bglobally\b|\baround the world\b/giu;

/** A place named in a text, UTF-16 span; `place` is the name that all its forms share, `*` means all places. */
export type PlaceMention = { place: string; start: number; end: number };

/** The countries, unions and continents a text names, as names or as adjectives, in order. */
export function findPlaces(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const place = PLACES.get(match[1] ?? "");
    if (place) found.push({ place, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(EVERYWHERE))
    found.push({ place: "*", start: match.index, end: match.index + match[0].length });
  return found.sort((a, b) => a.start - b.start);
}
