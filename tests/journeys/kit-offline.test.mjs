// The kit after one visit without a network, and without JavaScript: every page of both programmes, in both languages.

import assert from 'node:assert/strict';
import { cutOff } from './harness/cut-off.mjs';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive } from './harness/form.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const OFFLINE = { keepsPages: true, tolerates: [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /Failed to fetch/] };
/** What JavaScript would add. */
const ADDS = {
  sv: /räknar sidorna ut sista dagen och mötena, jämför namnen och skriver brevet, allt på din telefon/,
  en: /work out the last day and the meetings, compare the names and write the letter, all on your phone/,
};

/** The pages of each programme's kit, in its order. */
const KITS = {
  doctoral: ['/doctoral/choose-by', '/doctoral/independence', '/doctoral/invitation', '/doctoral/meetings', '/doctoral/study-plan'],
  'own-mentor': ['/own-mentor/invitation', '/doctoral/meetings'],
};

for (const language of LANGUAGES) {
  for (const [programme, places] of Object.entries(KITS)) {
    const pages = places.map((place) => address(language, place));

    journey(`after one visit to the first page all of ${programme}’s kit works without a network (${language})`, OFFLINE, async (phone) => {
      const { page, context } = phone;
      await page.goto(pages[0]);
      await alive(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const areKept = async (wanted) => {
        const program = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))?.name;
        const found = await Promise.all([program, ...wanted].map((one) => one && caches.match(one)));
        return found.every(Boolean);
      };
      await eventually('all pages and the program are kept', () => page.evaluate(areKept, [...pages, address(language, `/${programme}`)]));
      await cutOff({ page, context });
      for (const path of pages) {
        await page.goto(path);
        await alive(page);
        assert.ok(await page.locator('[data-kept-page]').isVisible(), 'it says that it is kept');
        await page.locator('#kit .primary').tap();
        await page.locator('#kit .fault:visible').first().waitFor();
      }
    });

    journey(`without JavaScript every page of ${programme}’s kit has its text and its links, and says what JavaScript adds (${language})`, { javaScript: false }, async (phone) => {
      const { page } = phone;
      for (const path of pages) {
        await page.goto(path);
        assert.match(await page.locator('main noscript').innerText(), ADDS[language], path);
        assert.notEqual((await page.locator('main .beginning').innerText()).trim(), '', path);
        const links = await page.locator('main ul[data-kit] a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
        const wanted = [...pages.filter((other) => other !== path), address(language, `/${programme}`)];
        assert.deepEqual(wanted.filter((other) => !links.includes(other)), [], path);
        assert.ok(!links.includes(path), 'no page leads to itself');
        await page.locator(`main ul[data-kit] a[href="${wanted[0]}"]`).first().tap();
        await page.waitForURL((url) => url.pathname === wanted[0]);
      }
    });
  }
}
