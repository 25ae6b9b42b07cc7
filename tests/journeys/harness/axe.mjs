// axe-core on a page as it stands: all its rules for WCAG 2.2 AA and good practice, and colour contrast in every scheme.

import { createRequire } from 'node:module';

const { source } = createRequire(import.meta.url)('axe-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LIGHT = { colorScheme: 'light', forcedColors: 'none' };
/** What a browser can ask for. All rules are for the first; in the others only the colours are different. */
export const SCHEMES = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'dark forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};

/** Everything that axe-core finds, one line each; nothing where the page is good. */
export async function axe(page, schemes = Object.keys(SCHEMES)) {
  const found = await axeByScheme(page, schemes);
  return Object.entries(found).flatMap(([name, findings]) => findings.map((finding) => `${name}: ${finding}`));
}

/** The same by scheme: `{ light: [finding, …], … }`. */
export async function axeByScheme(page, schemes = Object.keys(SCHEMES)) {
  // By evaluation, because the portal's policy lets no foreign script in; once for all states of a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found = {};
  for (const name of schemes) {
    await page.emulateMedia({ ...LIGHT, ...SCHEMES[name] });
    found[name] = await run(page, name === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: ['color-contrast'] });
  }
  await page.emulateMedia(LIGHT);
  return found;
}

function run(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    // Transitions of colours would be measured half way.
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`));
  }, runOnly);
}
