import type { Row } from "./measured";

type About = { small: number; claims: number; machine: string; date: string };

const escaped = (text: string) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;");

/** A picture (SVG) of each page's p95 with few claims and with many: two bars a page, and how many times as long. */
export function growthPicture(rows: readonly Row[], { small, claims, machine, date }: About): string {
  const shown = rows.flatMap(({ metric, ours, baselines, ratio }) => {
    const page = /^(.*), [\d,]+ claims, p95$/.exec(metric)?.[1];
    const before = baselines["10,000 claims"];
    return page && before !== undefined ? [{ page, ours, before, ratio }] : [];
  });
  const longest = Math.max(1, ...shown.flatMap(({ ours, before }) => [ours, before]));
  const width = (ms: number) => Math.max(1, Math.round((ms / longest) * 380));
  const bars = shown.map(({ page, ours, before, ratio }, at) => {
    const y = 66 + at * 52;
    return [
      `<text x="16" y="${y + 18}" class="name">${escaped(page)}</text>`,
      `<rect x="250" y="${y}" width="${width(before)}" height="14" class="few"/><text x="${256 + width(before)}" y="${y + 12}">${before} ms</text>`,
      `<rect x="250" y="${y + 18}" width="${width(ours)}" height="14" class="many"/><text x="${256 + width(ours)}" y="${y + 30}">${ours} ms, ${ratio ?? "?"} times</text>`,
    ].join("\n");
  });
  const height = 90 + shown.length * 52;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" role="img" aria-label="How long pages of the desk take with ${small.toLocaleString("en")} and with ${claims.toLocaleString("en")} claims">
<style>svg{background:#fff}text{font:13px system-ui,sans-serif;fill:#222}.name{font-weight:600}.few{fill:#9db4c0}.many{fill:#24556b}.title{font-size:15px;font-weight:600}</style>
<text x="16" y="24" class="title">95th percentile of a page, ${small.toLocaleString("en")} claims (light) and ${claims.toLocaleString("en")} (dark)</text>
<text x="16" y="44">${escaped(machine)}, ${date}</text>
${bars.join("\n")}
</svg>
`;
}
