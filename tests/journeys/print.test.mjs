// What comes on paper: a programme to pin up, a receipt to keep. Words and addresses, and nothing that only a screen can use.

import assert from 'node:assert/strict';
import { send, walkToCheck } from './harness/form.mjs';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

/** What nobody can press on paper. */
const ONLY_ON_SCREEN = 'header, footer, nav, form, button, input, .skip, .primary:not(#receipt-link), .secondary';

async function isForPaper(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const left = await page.locator(ONLY_ON_SCREEN).filter({ visible: true }).evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(left, []);
  const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('main p')).color]);
  assert.equal(colours[0], 'rgb(255, 255, 255)', 'paper is white, also for whoever has a dark screen');
  assert.ok(Math.max(...colours[1].match(/\d+/g).map(Number)) < 128, `${colours[1]} is dark on it`);
  assert.ok(await page.locator('main h1:visible').isVisible());
  assert.ok(await page.locator('main a[href="mailto:career-service@ki.se"]:visible').first().isVisible(), 'whom to ask');
}

for (const language of LANGUAGES) {
  journey(`a programme's page comes on paper with its words and whom to ask (${language})`, {}, async (phone) => {
    await phone.page.goto(address(language, '/ki-alumni'));
    await isForPaper(phone.page);
  });

  for (const javaScript of [true, false]) {
    journey(`a receipt comes on paper with its reference, the whole link and whom to ask (${language}, ${javaScript ? 'with' : 'without'} JavaScript)`, { javaScript }, async (phone) => {
      const { page, portal } = phone;
      await walkToCheck(phone, PEOPLE.mentee(), language);
      const reference = await send(phone);
      await isForPaper(page);
      assert.ok(await page.locator('[data-fill="reference"]:visible').filter({ hasText: reference }).first().isVisible());
      const link = page.locator('#receipt-link');
      const [whole, written] = await link.evaluate((one) => [one.href, getComputedStyle(one, '::after').content]);
      assert.ok(whole.startsWith(`${portal.address}${address(language, '/l/')}`), whole);
      // What the style takes from an attribute stands in quotes.
      assert.equal(written, `"${whole}"`, 'what is typed in again from paper');
      assert.ok(await link.isVisible());
    });
  }
}
