// Links inside the portal, where the program is there: the next document takes the place of the one that stands.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, open, placeOf, press, shown, walk } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

/** Marks the document that is loaded now: a move without loading leaves the mark there. */
const mark = (page) => page.evaluate(() => (window.isMarked = true));
const isMarked = (page) => page.evaluate(() => window.isMarked === true);

/** Waits until the document of a path stands, and not only its address, with the focus in it. */
async function arrived(page, path) {
  await page.waitForURL((url) => url.pathname === path);
  const [, role, place] = /\/(mentee|mentor)\/([a-z-]+)$/.exec(path) ?? [];
  const mark = role
    ? `main[data-role="${role}"][data-place="${place}"]`
    : `html:has(link[rel="canonical"][href$="${path}"]) main:not([data-role])`;
  await page.locator(mark).waitFor();
  await page.locator(`${mark}:focus, ${mark} :focus`).first().waitFor();
}

/** What a document says of itself, as it would after loading. */
function said() {
  const read = (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null;
  return {
    title: document.title,
    language: document.documentElement.lang,
    canonical: read('link[rel=canonical]', 'href'),
    description: read('meta[name=description]', 'content'),
    robots: read('meta[name=robots]', 'content'),
    structured: document.querySelectorAll('script[type="application/ld+json"]').length,
    main: document.getElementById('main').innerText,
    header: document.querySelector('header').innerText,
  };
}

for (const language of LANGUAGES) {
  journey(`a link out of a form and back in moves without loading, and loses nothing (${language})`, {}, async (phone) => {
    const { page } = phone;
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await answer(page, { name: 'Ärla Ögren' });
    await mark(page);
    await page.locator('header .site').tap();
    await arrived(page, address(language, '/'));
    assert.ok(await isMarked(page));
    assert.equal(await page.evaluate(() => scrollY), 0);
    const moved = await page.evaluate(said);
    await page.locator(`main a[href$="/ki-alumni/mentee/about-you"]`).first().tap();
    await arrived(page, placeOf(language, 'mentee', 'about-you'));
    await holds(page, { name: 'Ärla Ögren' });
    assert.ok(await isMarked(page));
    await answer(page, answersOf(PEOPLE.mentee(), 'about-you'));
    await press(page, 'continue');
    await shown(phone, 'connection');
    await page.goto(address(language, '/'));
    assert.deepEqual(await page.evaluate(said), moved, 'the moved document says what the loaded one says');
  });
}

journey('Back and Forward between pages of text and a form show each where it was left', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentor', 'about-you'));
  await mark(page);
  await page.locator('footer a[href="/personal-data"]').tap();
  await arrived(page, '/personal-data');
  await page.evaluate(() => {
    scrollTo(0, 700);
    document.querySelector('footer a[href="/accessibility"]').click();
  });
  await arrived(page, '/accessibility');
  await page.goBack();
  await arrived(page, '/personal-data');
  await page.waitForFunction(() => scrollY === 700);
  await page.goBack();
  await arrived(page, placeOf('sv', 'mentor', 'about-you'));
  await holds(page, { name: '' });
  await walk(phone, PEOPLE.mentor(), 'work');
  await page.goForward().catch(() => {});
  assert.ok(await isMarked(page), 'nothing was loaded');
});

journey('a second form begins with its own draft and not with that of the first', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Mentee Påhittad' });
  await page.locator('header .site').tap();
  await arrived(page, '/');
  await page.locator('main a[href="/ki-alumni/mentor/about-you"]').first().tap();
  await arrived(page, placeOf('sv', 'mentor', 'about-you'));
  await holds(page, { name: '' });
  await answer(page, { name: 'Mentor Påhittad' });
  await page.goBack();
  await arrived(page, '/');
  await page.goBack();
  await arrived(page, placeOf('sv', 'mentee', 'about-you'));
  await holds(page, { name: 'Mentee Påhittad' });
});

journey('a send that is left by Back never touches the form that is opened next', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person);
  await open(phone, '/contact');
  await page.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    document.getElementById('main').append(link);
    link.click();
  }, placeOf('sv', 'mentee', 'check'));
  await arrived(page, placeOf('sv', 'mentee', 'check'));
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/api/applications', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest('**/api/applications');
  await press(page, 'send');
  await asked;
  await page.goBack();
  // Moved or loaded: what counts is what stands then.
  await page.locator('html:has(link[rel="canonical"][href$="/contact"])').waitFor();
  await page.locator('header .site').tap();
  await page.locator('main[data-view="home"]').waitFor();
  await page.locator('main a[href="/ki-alumni/mentor/about-you"]').first().tap();
  await page.locator('main[data-role="mentor"]').waitFor();
  await alive(page);
  release();
  await page.unrouteAll({ behavior: 'wait' });
  await answer(page, { name: 'Mentor Påhittad' });
  const draft = await page.evaluate(() => JSON.parse(localStorage.getItem('draft/ki-alumni/mentor')));
  assert.equal(draft.state ?? 'writing', 'writing');
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('main').getAttribute('data-role'), 'mentor');
  await holds(page, { name: 'Mentor Påhittad' });
});

journey('the other language is one tap away on a page of text, without loading', {}, async (phone) => {
  const { page } = phone;
  await open(phone, '/on-this-phone');
  await mark(page);
  await page.locator('header a[hreflang="en"]').tap();
  await arrived(page, '/en/on-this-phone');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.ok(await isMarked(page));
});

journey('what is typed where nothing can be kept is not left for a link', { storageRefused: true }, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Bara Här' });
  await mark(page);
  await page.locator('header .site').tap();
  await page.waitForURL((url) => url.pathname === '/');
  assert.equal(await isMarked(page), false, 'the browser itself has moved, and keeps the page for Back');
});

journey('what was typed where nothing can be kept is there again after Back out of the form, and Forward', { storageRefused: true }, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentor();
  await open(phone, '/ki-alumni');
  await mark(page);
  await page.locator('main a[href="/ki-alumni/mentor/about-you"]:visible').first().tap();
  await arrived(page, placeOf('sv', 'mentor', 'about-you'));
  await walk(phone, person, 'work');
  await answer(page, { field: 'Bara i minnet' });
  for (const place of ['connection', 'about-you']) {
    await page.goBack();
    await shown(phone, place);
  }
  await page.goBack();
  await arrived(page, '/ki-alumni');
  for (const place of ['about-you', 'connection', 'work']) {
    await page.goForward();
    await arrived(page, placeOf('sv', 'mentor', place));
    await holds(page, place === 'work' ? { field: 'Bara i minnet' } : answersOf(person, place));
  }
  assert.ok(await isMarked(page), 'nothing was loaded');
  assert.ok(await page.locator('.saving p[role="status"]').getByText(/spara/).first().isVisible(), 'it still says that nothing is kept');
  await walk(phone, person);
  assert.equal(await page.locator('[data-fill="answer-name"]').innerText(), answersOf(person, 'about-you').name);
});

for (const [wish, seen] of [['no-preference', ['late', 'coming']], ['reduce', ['late']]]) {
  journey(`a link's page that is slow to come is announced, with a line above (motion: ${wish})`, {}, async (phone) => {
    const { page } = phone;
    await page.emulateMedia({ reducedMotion: wish });
    await open(phone, '/contact');
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route('**/accessibility', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('footer a[href="/accessibility"]').tap();
    await page.locator('main[aria-busy="true"]').waitFor();
    assert.equal(new URL(page.url()).pathname, '/contact', 'it has not come yet');
    const line = await page.evaluate(() => {
      const { content, animationName, borderTopWidth } = getComputedStyle(document.getElementById('main'), '::before');
      return { content, names: animationName.split(', '), borderTopWidth };
    });
    assert.deepEqual(line, { content: '""', names: seen, borderTopWidth: '3px' });
    release();
    await arrived(page, '/accessibility');
    assert.equal(await page.locator('[aria-busy]').count(), 0);
  });
}

journey('a page of a form that does not come leaves nothing busy behind', { tolerates: [/ERR_(FAILED|INTERNET_DISCONNECTED)/] }, async (phone) => {
  const { page, context } = phone;
  await page.route('**/build/form-*', (route) => route.abort());
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, answersOf(PEOPLE.mentee(), 'about-you'));
  const busy = page.evaluate(() => new Promise((seen) => new MutationObserver(seen).observe(document.getElementById('main'), { attributeFilter: ['aria-busy'] })));
  await context.setOffline(true);
  await press(page, 'continue');
  await page.locator('#problem:visible').waitFor();
  await busy;
  assert.equal(await page.locator('[aria-busy]').count(), 0);
});

journey('a page of text fetches the program when it is touched, and not before where bytes are dear', {}, async (phone) => {
  const { page } = phone;
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
  });
  const programs = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && programs.push(request.url()));
  await page.goto('/accessibility', { waitUntil: 'networkidle' });
  assert.deepEqual(programs, []);
  const arrives = page.waitForRequest((request) => request.url().endsWith('.wasm'));
  await page.locator('h1').tap();
  await arrives;
  await alive(page);
});
