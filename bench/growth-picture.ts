import type { Result } from "./measured";

const escaped = (text: string) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;");
const shades = ["#9db4c0", "#5f8ca0", "#24556b"];
const [rowHeight, top] = [20, 84];

/** One page: its name, and a bar for each size of desk, the smallest first. */
type Bars = { page: string; times: { claims: string; ms: number }[]; ratio: number | null };

function barsOf({ rows }: Result): Bars[] {
  return rows.flatMap(({ metric, ours, baselines, ratio }) => {
    const [, page, claims] = /^(.*), ([\d,]+ claims), p95$/.exec(metric) ?? [];
    if (page === undefined || claims === undefined) return [];
    const smaller = Object.entries(baselines).map(([size, ms]) => ({ claims: size, ms }));
    return [{ page, times: [...smaller, { claims, ms: ours }], ratio }];
  });
}

/** A picture (SVG) of each page's p95 with few claims and with many: a bar for each, and how many times as long the last is. */
export function growthPicture(result: Result): string {
  const all = barsOf(result);
  const longest = Math.max(1, ...all.flatMap(({ times }) => times.map(({ ms }) => ms)));
  const width = (ms: number) => Math.max(1, Math.round((ms / longest) * 340));
  let y = top;
  const drawn = all.map(({ page, times, ratio }) => {
    const name = `<text x="16" y="${y + 14}" class="name">${escaped(page)}</text>`;
    const bars = times.map(({ ms }, at) => {
      const longer = at === times.length - 1 && ratio !== null ? `, ${ratio} times` : "";
      const line = `<rect x="260" y="${y + 2}" width="${width(ms)}" height="14" fill="${shade(at, times.length)}"/><text x="${266 + width(ms)}" y="${y + 14}">${ms.toLocaleString("en")} ms${longer}</text>`;
      y += rowHeight;
      return line;
    });
    y += 14;
    return [name, ...bars].join("\n");
  });
  const sizes = (all[0]?.times ?? []).map(({ claims }) => claims);
  const { machine, date, load } = result;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 ${y + 10}" role="img" aria-label="How long pages of the desk take with ${sizes.join(", with ")}">
<style>svg{background:#fff}text{font:13px system-ui,sans-serif;fill:#222}.name{font-weight:600}.title{font-size:15px;font-weight:600}</style>
<text x="16" y="24" class="title">95th percentile of a page</text>
<text x="16" y="44">${escaped(machine)}, ${date}, load of the machine ${load.join(" to ")}</text>
${sizes.map((size, at) => `<rect x="${16 + at * 150}" y="56" width="14" height="14" fill="${shade(at, sizes.length)}"/><text x="${36 + at * 150}" y="68">${size}</text>`).join("\n")}
${drawn.join("\n")}
</svg>
`;
}

/** The largest desk is the darkest. */
const shade = (at: number, of: number) => shades[shades.length - of + at] ?? shades[0]!;
