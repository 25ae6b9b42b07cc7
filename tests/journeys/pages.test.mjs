// Every page there is, in both languages, on the narrowest phone: it fits, says its language and leads to the other one.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { open, placeOf, press, send, shown, walkToCheck } from './harness/form.mjs';
import { openLink } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const NARROW = { width: 320, height: 568 };

/** Every page that links lead to from this one, in the page's own language. */
async function crawl(phone, start) {
  const { origin } = new URL(phone.portal.address);
  const found = new Set([start]);
  for (const path of found) {
    const answer = await phone.page.goto(path);
    assert.equal(answer.status(), path.endsWith('/my') ? 401 : 200, path);
    for (const link of await phone.page.locator('a[href]:not([hreflang])').evaluateAll((all) => all.map((one) => one.href))) {
      const { origin: itsOrigin, pathname } = new URL(link);
      if (itsOrigin === origin) found.add(pathname);
    }
  }
  return [...found];
}

/** Asserts what holds for every page. */
async function fits(page, language, path) {
  const seen = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility()).length,
    landmarks: ['header', 'main', 'footer'].map((name) => document.querySelectorAll(`body > ${name}`).length),
    small: [...document.querySelectorAll('button, input:not([type="hidden"]):not([tabindex="-1"]), .button')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
      .map((one) => (one.matches('[type="radio"], [type="checkbox"]') ? one.closest('label') : one))
      .filter((one) => one.getBoundingClientRect().height < 24)
      .map((one) => one.outerHTML.slice(0, 100)),
  }));
  assert.ok(seen.width <= NARROW.width, `${path} is ${seen.width} px wide`);
  assert.equal(seen.lang, language, path);
  assert.notEqual(seen.title, '', path);
  assert.equal(seen.headings, 1, `${path} has one heading of the first rank`);
  assert.deepEqual(seen.landmarks, [1, 1, 1], `${path} has header, main and footer`);
  assert.deepEqual(seen.small, [], `${path} has targets that a thumb can hit`);
  return seen.title;
}

/** Where the language switch of a page leads. */
function switchOf(page) {
  return page.locator('header [lang]').first().evaluate((one) => new URL(one.href ?? one.formAction).pathname);
}

function otherOf(language, path) {
  return language === 'sv' ? address('en', path) : path.replace(/^\/en/, '') || '/';
}

for (const language of LANGUAGES) {
  journey(`every page that a link leads to fits, speaks one language and switches to the same page in the other (${language})`, { ...NARROW, javaScript: false, tolerates: [/status of 401/] }, async (phone) => {
    const pages = await crawl(phone, address(language, '/'));
    assert.ok(pages.length >= 8, `found ${pages}`);
    const titles = new Map();
    for (const path of pages) {
      assert.equal(path === '/en' || path.startsWith('/en/'), language === 'en', `${path} is of this language`);
      await phone.page.goto(path);
      const title = await fits(phone.page, language, path);
      assert.ok(!titles.has(title), `${path} and ${titles.get(title)} have the same title`);
      titles.set(title, path);
      assert.equal(await switchOf(phone.page), otherOf(language, path), `the switch of ${path}`);
    }
  });

  journey(`every page of both forms fits, filled in and with faults (${language})`, { ...NARROW, tolerates: [/status of 422/] }, async (phone) => {
    for (const role of Object.keys(PEOPLE)) {
      const person = PEOPLE[role]();
      await open(phone, placeOf(language, role, 'about-you'));
      await press(phone.page, 'continue');
      await phone.page.locator('#summary:focus').waitFor();
      await fits(phone.page, language, `${role} with faults`);
      await walkToCheck(phone, person, language);
      for (const place of [...person.pages.map((page) => page.id), 'check']) {
        await open(phone, placeOf(language, role, place));
        assert.equal(await phone.page.locator('main').getAttribute('data-place'), place);
        await fits(phone.page, language, `${role} ${place}`);
        assert.equal(await switchOf(phone.page), otherOf(language, placeOf(language, role, place)));
      }
      await send(phone);
      await fits(phone.page, language, `${role} receipt`);
      await openLink(phone, await phone.page.locator('#receipt-link').getAttribute('href'));
      await fits(phone.page, language, `${role} own page`);
    }
  });

  journey(`a page that does not exist says so and leads on (${language})`, { ...NARROW, tolerates: [/status of 404/] }, async (phone) => {
    const path = address(language, '/no-such-page');
    assert.equal((await phone.page.goto(path)).status(), 404);
    await fits(phone.page, language, path);
    await phone.page.locator(`main a[href="${address(language, '/')}"]`).first().tap();
    await phone.page.waitForURL((url) => url.pathname === address(language, '/'));
  });
}

journey('long words and names do not widen the narrowest page', NARROW, async (phone) => {
  const person = PEOPLE.mentor();
  person.pages[0].answers.name = 'Å'.repeat(120);
  person.pages[2].answers.work = 'w'.repeat(160);
  person.pages[3].answers.offer = 'https://example.org/'.padEnd(1500, 'x');
  await walkToCheck(phone, person, 'sv');
  await fits(phone.page, 'sv', 'check');
  await send(phone);
  await openLink(phone, await phone.page.locator('#receipt-link').getAttribute('href'));
  await fits(phone.page, 'sv', 'own page');
});

journey('on a slow network pages of text load no program, and a form loads its program once', {}, async (phone) => {
  const programs = [];
  await phone.context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: '3g' } });
  });
  phone.context.on('request', (request) => request.url().endsWith('.wasm') && programs.push(request.url()));
  for (const path of ['/', '/en', '/ki-alumni', '/accessibility', '/contact']) await phone.page.goto(path, { waitUntil: 'networkidle' });
  assert.deepEqual(programs, []);
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await phone.page.waitForLoadState('networkidle');
  assert.equal(programs.length, 1);
});

journey('a form is filled in and sent with the keyboard alone', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('.skip:focus').isVisible(), 'the first key leads to the way past the header');
  await page.locator('#form [name="name"]').focus();
  await page.keyboard.type('Bara tangenter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.email);
  await page.keyboard.press('Enter');
  await shown(phone, 'connection');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('#form [name="connection"][value="master"]').isChecked());
  await page.keyboard.press('Enter');
  await shown(phone, 'studies');
});
