// axe-core on a page as it stands: all its rules for WCAG 2.2 AA and good practice, and colour contrast in every scheme.

import { createRequire } from 'node:module';

const { source } = createRequire(import.meta.url)('axe-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a browser can ask for besides the light page. */
const SCHEMES = { dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, 'dark forced colours': { colorScheme: 'dark', forcedColors: 'active' } };
const NO_SCHEME = { colorScheme: 'light', forcedColors: 'none' };

/** Everything that axe-core finds, one line each; nothing where the page is good. */
export async function axe(page) {
  // By evaluation, because the portal's policy lets no foreign script in.
  await page.evaluate(source);
  const findings = await run(page, { type: 'tag', values: TAGS });
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    await page.emulateMedia({ ...NO_SCHEME, ...scheme });
    findings.push(...(await run(page, { type: 'rule', values: ['color-contrast'] })).map((finding) => `${name}: ${finding}`));
  }
  await page.emulateMedia(NO_SCHEME);
  return findings;
}

function run(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    // Transitions of colours would be measured half way.
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`));
  }, runOnly);
}
