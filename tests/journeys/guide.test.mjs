// "Which mentor is for me?" without JavaScript: plain links from the home page through every question to every answer.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';

servePortal();

const PLAIN = { javaScript: false };
const QUESTIONS_MAX = 3;
const SMALLEST_TARGET_PX = 44;

function heading(page) {
  return page.locator('main h1').innerText();
}

/** The options of the question that is shown. */
function options(page) {
  return page.locator('main .choices a');
}

for (const language of LANGUAGES) {
  journey(`every answer is reached by plain links with at most three questions, and every way leads back (${language})`, PLAIN, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, '/'));
    await page.locator(`main a[href="${address(language, '/guide')}"]`).first().tap();
    await options(page).first().waitFor();
    const results = new Set();

    /** Walks on from the question that is shown; `asked` counts it too. */
    async function walk(asked) {
      assert.ok(asked <= QUESTIONS_MAX, `${page.url()} asks a fourth question`);
      const [question, here] = [await heading(page), page.url()];
      for (let index = 0; index < await options(page).count(); index += 1) {
        const option = options(page).nth(index);
        assert.ok((await option.boundingBox()).height >= SMALLEST_TARGET_PX, 'a thumb can hit it');
        await option.tap();
        await page.waitForURL((url) => url.href !== here);
        if (await options(page).count()) await walk(asked + 1);
        else results.add(new URL(page.url()).pathname);
        await page.locator('main .back a').tap();
        await page.waitForURL(here);
        assert.equal(await heading(page), question, 'the way back is to the question before');
      }
    }

    await walk(1);
    assert.ok(results.size >= 7, `found ${[...results]}`);
    for (const path of results) {
      assert.equal((await page.goto(path)).status(), 200, `${path} can be shared`);
      await leadsOn(page, path);
    }
  });

  journey(`answers that do not go together begin the guide anew and say so (${language})`, { ...PLAIN, tolerates: [/status of 404/] }, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, '/guide'));
    const said = page.locator('main [data-fill="guide-unknown"]');
    assert.ok(await said.isHidden());
    assert.equal((await page.goto(address(language, '/guide/offer/bachelor'))).status(), 404);
    assert.ok(await said.isVisible());
    await options(page).first().tap();
    await page.locator('main .back a').waitFor();
  });
}

/** Asserts that an answer names programmes with where they stand, and that every link of it leads somewhere. */
async function leadsOn(page, path) {
  const cards = await page.locator('main a.programme').all();
  assert.ok(cards.length > 0, `${path} names a programme`);
  for (const card of cards) {
    assert.equal(await card.locator('.status:visible').count(), 1, `${path} says where it stands`);
  }
  const links = await page.locator('main a[href^="/"]:visible').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const link of new Set(links)) {
    assert.equal((await page.request.get(link)).status(), 200, `${path} leads to ${link}`);
  }
}
