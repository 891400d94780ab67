import type { feeds as english } from "../en/feeds";

export const feeds: typeof english = {
  verdicts: (site) => `${site}: вердикти`,
  verdictsOn: (site, topic) => `${site}: вердикти на тему «${topic}»`,
  aboutVerdicts: (site) =>
    `Твердження, які перевірила редакція «${site}», з оцінкою, висновком і кожним виправленням.`,
  aboutVerdictsOn: (site, topic) =>
    `Твердження, які перевірила редакція «${site}», на тему «${topic}», з оцінкою, висновком і кожним виправленням.`,
  corrections: (site) => `${site}: виправлення`,
  aboutCorrections: (site) => `Що редакція «${site}» змінила після публікації, коли і чому.`,
  theClaim: (claim) => `Твердження: ${claim}`,
  claimBy: (claimant, claim) => `Твердження (${claimant}): ${claim}`,
  changed: (reason) => `Змінено: ${reason}`,
  retracted: "Цей вердикт відкликано.",
  retractedTitle: (claim) => `Відкликано: вердикт про «${claim}»`,
  wasAbout: (claim) => `Він був про: ${claim}`,
};
