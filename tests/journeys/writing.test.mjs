// A change to a framework that is being written: a reload loses nothing, what was sent does not come back, and the service
// worker never keeps the page.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive, send, walkToCheck } from './harness/form.mjs';
import { linkIn, openLink } from './harness/ownpage.mjs';
import { lettersTo, student } from './harness/pair.mjs';

servePortal();

const stands = async (page) => ({
  topics: await page.locator('textarea[name="topics"]').inputValue(),
  often: await page.locator('input[name="how-often"]:checked').getAttribute('value'),
  day: await page.locator('input[name="until_day"]').inputValue(),
});

for (const language of LANGUAGES) {
  journey(`a change that is written stays in its tab until it is sent (${language})`, { keepsPages: true }, async (phone) => {
    const { page } = phone;
    const person = student(true);
    await walkToCheck(phone, person, language);
    await send(phone);
    await openLink(phone, linkIn((await lettersTo(phone.portal, person.email, 1))[0]));
    await page.goto(address(language, '/my/change'));
    await alive(page);
    await page.locator('textarea[name="topics"]').fill('Nya ord\nmed en rad till');
    await page.locator('input[name="how-often"][value="months-6"]').check();
    await page.locator('input[name="until_day"]').fill('29');
    const written = { topics: 'Nya ord\nmed en rad till', often: 'months-6', day: '29' };
    await page.reload();
    await alive(page);
    assert.deepEqual(await stands(page), written);
    await page.goto(address(language, '/my'));
    await alive(page);
    await page.goto(address(language, '/my/change'));
    await alive(page);
    assert.deepEqual(await stands(page), written, 'looking at the own page sends nothing and loses nothing');
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('writing')).length), 0);

    await page.locator('main form button.primary').tap();
    await page.locator('main[data-view="own"] [data-fill="standing"]:visible').waitFor();
    await alive(page);
    assert.equal(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('writing')).length), 0, 'what was sent is not kept');
    const kept = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    assert.deepEqual(kept.filter((path) => /^\/(en\/)?my(\/|$)/.test(path)), []);
  });
}
