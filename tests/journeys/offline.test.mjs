// Without a network: what was visited, and every form, is there and says how old it is; a person's own pages are not.

import assert from 'node:assert/strict';
import { cutOff } from './harness/cut-off.mjs';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, open, placeOf, press, send, shown, walk } from './harness/form.mjs';
import { openLink } from './harness/ownpage.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const KEEPS = { keepsPages: true, tolerates: [/ERR_INTERNET_DISCONNECTED/, /status of (401|503)/, /ERR_FAILED/, /Failed to fetch/] };

/** Waits until the service worker serves this phone and has kept a path. */
async function keeps(page, path) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await eventually(`${path} is kept`, () => page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path));
}

/** Whether a kept file holds the document of a path among others. */
async function isKeptInBundle(path) {
  for (const name of await caches.keys()) {
    for (const kept of await (await caches.open(name)).matchAll()) {
      if ((await kept.text()).includes(`${path}\n`)) return true;
    }
  }
  return false;
}

const note = (page) => page.locator('[data-kept-page]');

for (const language of LANGUAGES) {
  journey(`a visited page is there without a network, and says from when it is (${language})`, KEEPS, async (phone) => {
    const { page, context } = phone;
    const path = address(language, '/ki-alumni');
    await page.goto(path);
    await keeps(page, path);
    assert.ok(await note(page).isHidden());
    await cutOff({ page, context });
    await page.reload();
    assert.match(await page.locator('h1').innerText(), /KI/);
    const year = new Date().getFullYear();
    assert.match(await note(page).innerText(), new RegExp(`${year}.*\\d\\d[:.]\\d\\d`));
    await context.setOffline(false);
    await page.reload();
    assert.ok(await note(page).isHidden(), 'where a newer page can be had it is shown');
  });

  journey(`without a network every page of every form opens, once one form was open (${language})`, KEEPS, async (phone) => {
    const { page, context } = phone;
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    const other = placeOf(language, 'mentor', 'time');
    await keeps(page, placeOf(language, 'mentee', 'about-you'));
    await eventually('the other form is kept', () => page.evaluate(isKeptInBundle, other));
    await eventually('the program is kept', () => page.evaluate(async () => (await caches.match(performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).name)) !== undefined));
    await cutOff({ page, context });
    await page.goto(placeOf(language, 'mentor', 'about-you'));
    await alive(page);
    assert.ok(await note(page).isVisible());
    const person = PEOPLE.mentor();
    await walk(phone, person, 'time');
    await page.reload();
    await alive(page);
    await page.goBack();
    await shown(phone, 'offer');
    await holds(page, answersOf(person, 'offer'));
    const style = await page.evaluate(() => getComputedStyle(document.querySelector('header')).backgroundColor);
    assert.notEqual(style, 'rgba(0, 0, 0, 0)', 'it looks as it should');
  });
}

journey('what was filled in without a network is sent when it is back', KEEPS, async (phone) => {
  const { page, context } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await keeps(page, placeOf('sv', 'mentee', 'about-you'));
  await cutOff({ page, context });
  await page.reload();
  await alive(page);
  await walk(phone, person);
  await press(page, 'send');
  await page.locator('#send-now, [data-act="send-now"]').first().waitFor();
  await context.setOffline(false);
  await page.locator('main[data-place="receipt"]').waitFor();
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

journey('a page that was never visited leads on, and a person\'s own page is never kept', KEEPS, async (phone) => {
  const { page, context } = phone;
  await page.goto('/');
  await keeps(page, '/');
  await page.goto('/my');
  await cutOff({ page, context });
  for (const path of ['/my', '/personal-data', '/en/contact']) {
    await page.goto(path);
    assert.ok(await page.locator('main a').first().isVisible(), 'it leads on');
    assert.match(await page.title(), path.startsWith('/en') ? /cannot be fetched/ : /går inte att hämta/);
  }
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.deepEqual(kept.filter((path) => /^\/(en\/)?(my|l|api|dev)(\/|$)/.test(path)), []);
});

/** Every address under which something is kept whose text, or whose own address, holds one of these words. */
async function whereKept(words) {
  const found = [];
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const text = `${request.url}\n${await (await store.match(request)).text()}`;
      if (words.some((word) => text.includes(word))) found.push(request.url);
    }
  }
  return found;
}

journey('of somebody who has sent, and opened their own page and their link again, nothing personal is kept for offline use', KEEPS, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await keeps(page, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person);
  const reference = await send(phone);
  const link = await page.locator('#receipt-link').getAttribute('href');
  await openLink(phone, link);
  const own = await page.goto('/my');
  assert.deepEqual([own.status(), own.fromServiceWorker()], [200, true]);
  assert.ok((await own.text()).includes(reference));
  await page.goto(link);
  await page.goto('/contact');
  await keeps(page, '/contact');
  const personal = [reference, link.split('/').at(-1), person.email, answersOf(person, 'about-you').name];
  assert.deepEqual(await page.evaluate(whereKept, personal), []);
  assert.notDeepEqual(await page.evaluate(whereKept, ['career-service@ki.se']), [], 'what is kept is found by its words');
});
