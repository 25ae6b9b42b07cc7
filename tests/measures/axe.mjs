// What axe-core finds on every page and in every state, in each width, scheme and language. Prints one line of JSON, and each
// finding as it is found to stderr. `cargo xtask bench` starts it.

import { SCHEMES, axeByScheme } from '../journeys/harness/axe.mjs';
import { LANGUAGES } from '../journeys/harness/journey.mjs';
import { Phone, launch } from '../journeys/harness/phone.mjs';
import { Portal } from '../journeys/harness/portal.mjs';
import { onEveryPage, publicPages } from '../journeys/harness/site.mjs';
import { OPTIONS, WALKS, optionsOf } from '../journeys/harness/states.mjs';

/** The narrowest phone, a usual one, a tablet, a desktop. */
const SCREENS = [{ width: 320, height: 568 }, { width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1280, height: 800 }];

/** What was looked at and found in one language, by width. */
class Count {
  constructor(language) {
    this.language = language;
    this.widths = SCREENS.map(({ width }) => ({ language, width, pages: 0, states: 0, findings: Object.fromEntries(Object.keys(SCHEMES).map((name) => [name, 0])) }));
  }

  /** Looks at a page in every width and scheme; `kind` is `pages` or `states`. */
  async look(page, kind, name) {
    for (const [index, screen] of SCREENS.entries()) {
      await page.setViewportSize(screen);
      const one = this.widths[index];
      one[kind] += 1;
      for (const [scheme, findings] of Object.entries(await axeByScheme(page))) {
        one.findings[scheme] += findings.length;
        for (const finding of findings) console.error(`        ${name} (${this.language}, ${screen.width} px, ${scheme}): ${finding}`);
      }
    }
    await page.setViewportSize({ width: OPTIONS.width, height: OPTIONS.height });
  }
}

/** Runs `use` with a phone of its own, which fails with whatever the pages complained of. */
async function onPhone(browser, portal, options, use) {
  const phone = await Phone.open(browser, portal, options);
  try {
    await use(phone);
  } finally {
    await phone.close();
  }
}

/** Everything in one language, on a portal of its own: a state may be one of the portal's, such as a closed programme. */
async function measure(browser, language) {
  const count = new Count(language);
  const portal = await Portal.start();
  try {
    await onPhone(browser, portal, OPTIONS, async (phone) => {
      const missed = await onEveryPage(phone, await publicPages(language), async (page, path) => {
        await count.look(page, 'pages', path);
        return [];
      });
      if (missed.length > 0) throw new Error(missed.join('\n'));
    });
    for (const [what, walk] of Object.entries(WALKS)) {
      await onPhone(browser, portal, optionsOf(walk), (phone) => walk(phone, language, (name) => count.look(phone.page, 'states', name)));
      console.error(`        ${what} (${language})`);
    }
  } finally {
    await portal.stop();
  }
  return count.widths;
}

const browser = await launch();
try {
  // Two languages at once keep two processors busy.
  const widths = await Promise.all(LANGUAGES.map((language) => measure(browser, language)));
  console.log(JSON.stringify(widths.flat()));
} finally {
  await browser.close();
}
