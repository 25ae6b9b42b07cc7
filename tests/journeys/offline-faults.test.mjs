// A phone that keeps pages, behind a network that answers badly: what is somebody else's is never kept and never stands in the
// portal's place, what is old says so, and a new release takes over from the one before.

import assert from 'node:assert/strict';
import { cutOff } from './harness/cut-off.mjs';
import { LANGUAGES, address, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, kept, open, placeOf, press, shown } from './harness/form.mjs';
import { FOREIGN, NOTHING, foreign, journeyBehindNetwork } from './harness/offline-network.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const TOLERATES = [/status of (401|404|5\d\d)/, /ERR_(INTERNET_DISCONNECTED|FAILED|EMPTY_RESPONSE)/, /MIME type/, /Failed to fetch/, /wasm/i];
const CANNOT = { sv: /går inte att hämta/, en: /cannot be fetched/ };

const note = (page) => page.locator('[data-kept-page]');

/** Waits until the service worker answers this page's requests. */
const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** The text that is kept under a path, once there is one. */
const keptUnder = (page, path) => eventually(`${path} is kept`, () => page.evaluate(async (wanted) => (await caches.match(wanted))?.text(), path));

/** When what is kept under a path was fetched. */
const keptAt = (page, path) => page.evaluate(async (wanted) => Number((await caches.match(wanted)).headers.get('x-kept-at')), path);

const stores = (page) => page.evaluate(() => caches.keys());

/** Runs in a page: whether the file with all pages of a form is kept, of which `place` is one. */
async function hasForm(place) {
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const text = request.url.includes('/build/form-') ? await (await store.match(request)).text() : '';
      if (text.includes(`${place}\n`)) return true;
    }
  }
  return false;
}

const formIsKept = (page, place) => eventually(`the form of ${place} is kept`, () => page.evaluate(hasForm, place));

async function opensWithoutNetwork({ page, context }, place) {
  await cutOff({ page, context });
  await page.goto(place);
  await alive(page);
  assert.ok(await note(page).isVisible(), 'it says that it was kept');
}

journeyBehindNetwork('a page of somebody else in place of a file is not kept under the file’s name', TOLERATES, async ({ page }, network) => {
  // The loader registers the service worker.
  network.meets = (path) => (path.startsWith('/build/') && !path.startsWith('/build/start-') ? foreign(200) : undefined);
  await page.goto('/accessibility');
  await served(page);
  network.meets = (path) => (path.startsWith('/build/') ? foreign(200) : undefined);
  const worker = await (await fetch(`${network.address}/offline.js`)).text();
  const files = [...new Set(worker.match(/\/build\/[a-z]+-[0-9a-f]{16}[a-z_.]*/g))];
  assert.deepEqual([...new Set(files.map((file) => file.split('.').at(-1)))].sort(), ['js', 'txt', 'wasm']);
  const ask = (file) => page.evaluate(async (path) => (await fetch(path, { cache: 'no-store' })).text(), file);
  for (const file of files) assert.ok((await ask(file)).includes(FOREIGN), file);
  network.meets = () => undefined;
  for (const file of files) {
    assert.ok(!(await ask(file)).includes(FOREIGN), file);
    assert.ok(!(await keptUnder(page, file)).includes(FOREIGN), file);
  }
});

journeyBehindNetwork('forms that somebody else answered for are fetched again, and open without a network', TOLERATES, async (phone, network) => {
  const { page } = phone;
  network.meets = (path) => (path.startsWith('/build/form-') ? foreign(200) : undefined);
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await served(page);
  await page.waitForLoadState('networkidle');
  network.meets = () => undefined;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await formIsKept(page, placeOf('sv', 'mentor', 'time'));
  await opensWithoutNetwork(phone, placeOf('sv', 'mentor', 'about-you'));
});

journeyBehindNetwork('the page for when there is no network is the portal’s own, whatever answered first', TOLERATES, async ({ page, context }, network) => {
  const asked = new Set();
  network.meets = (path) => (/\/offline$/.test(path) ? asked.add(path) && foreign(200) : undefined);
  await page.goto('/');
  await eventually('it was asked for', () => asked.size > 0);
  network.meets = () => undefined;
  await page.reload();
  await served(page);
  await cutOff({ page, context });
  await page.goto('/contact');
  assert.match(await page.title(), CANNOT.sv);
});

const WAYS = {
  'the Worker answers 503': () => ({ status: 503, headers: {} }),
  'an edge answers 502 with its own page': () => foreign(502),
  'somebody else answers 200': () => foreign(200),
  'the connection is cut': () => NOTHING,
};

for (const [index, [way, answers]] of Object.entries(WAYS).entries()) {
  const language = LANGUAGES[index % 2];
  journeyBehindNetwork(`when ${way}, a kept page is shown with its date and any other says that it cannot be fetched (${language})`, TOLERATES, async ({ page }, network) => {
    const path = address(language, '/ki-alumni');
    await page.goto(path);
    await served(page);
    await keptUnder(page, path);
    const year = new RegExp(`${new Date().getFullYear()}.*\\d\\d[:.]\\d\\d`);
    network.meets = answers;
    await page.reload();
    assert.match(await page.locator('h1').innerText(), /KI/);
    assert.match(await note(page).innerText(), year);
    for (const other of ['/contact', '/my']) {
      await page.goto(address(language, other));
      assert.match(await page.title(), CANNOT[language], other);
      assert.ok(await page.locator('main a').first().isVisible(), 'it leads on');
    }
    network.meets = () => undefined;
    assert.ok(!(await keptUnder(page, path)).includes(FOREIGN));
    await page.goto(path);
    assert.ok(await note(page).isHidden(), 'where a newer page can be had it is shown');
    await page.goto(address(language, '/my'));
    assert.doesNotMatch(await page.title(), CANNOT[language]);
  });
}

journeyBehindNetwork('a page that does not come is shown as it was kept, and is kept anew when it comes after all', TOLERATES, async ({ page }, network) => {
  await page.goto('/ki-alumni');
  await served(page);
  await keptUnder(page, '/ki-alumni');
  const before = await keptAt(page, '/ki-alumni');
  let release;
  const held = new Promise((resolve) => (release = resolve));
  network.meets = (path) => (path === '/ki-alumni' ? held : undefined);
  await page.reload();
  assert.ok(await note(page).isVisible());
  release();
  await eventually('the newer page', async () => (await keptAt(page, '/ki-alumni')) > before);
});

journeyBehindNetwork('what somebody else wants of a person first is shown, and not kept', TOLERATES, async ({ page }, network) => {
  await page.goto('/ki-alumni');
  await served(page);
  await keptUnder(page, '/ki-alumni');
  network.meets = (path) => (path === '/ki-alumni' ? { status: 302, headers: { location: '/log-in-here' } } : path === '/log-in-here' ? foreign(404) : undefined);
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), FOREIGN);
  assert.ok(!(await keptUnder(page, '/ki-alumni')).includes(FOREIGN));
});

journeyBehindNetwork('a new release takes over while a form is open: the draft stays, the old store goes, and forms open without a network', TOLERATES, async (phone, network) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  const program = () => page.locator('script[type="module"]').getAttribute('src');
  network.isEarlierRelease = true;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await served(page);
  await formIsKept(page, placeOf('sv', 'mentor', 'time'));
  await answer(page, answersOf(person, 'about-you'));
  const [before, ...others] = await stores(page);
  const earlier = await program();
  assert.deepEqual(others, []);
  network.isEarlierRelease = false;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await eventually('the store of the new release alone', async () => {
    const now = await stores(page);
    return now.length === 1 && now[0] !== before;
  });
  await holds(page, answersOf(person, 'about-you'));
  await press(page, 'continue');
  await shown(phone, 'connection');
  assert.deepEqual((await kept(page, 'mentee')).draft.answers.email, [person.email]);
  await formIsKept(page, placeOf('sv', 'mentor', 'time'));
  await opensWithoutNetwork(phone, placeOf('sv', 'mentee', 'about-you'));
  await holds(page, answersOf(person, 'about-you'));
  assert.notEqual(await program(), earlier);
});

journeyBehindNetwork('the forms that the release before had kept are kept of the new one too, though none is open', TOLERATES, async (phone, network) => {
  const { page } = phone;
  network.isEarlierRelease = true;
  await open(phone, placeOf('en', 'mentee', 'about-you'));
  await served(page);
  await formIsKept(page, placeOf('en', 'mentor', 'time'));
  const [before] = await stores(page);
  await page.goto('/en/contact');
  network.isEarlierRelease = false;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await eventually('the old store is gone', async () => !(await stores(page)).includes(before));
  await formIsKept(page, placeOf('en', 'mentor', 'time'));
  await opensWithoutNetwork(phone, placeOf('en', 'mentor', 'about-you'));
});

/** The first half of a file of the portal; then the connection is cut. */
async function half(portal, path) {
  const answer = await fetch(portal.address + path, { headers: { 'accept-encoding': 'identity' } });
  const whole = Buffer.from(await answer.arrayBuffer());
  const told = ['content-type', 'content-security-policy', 'cache-control'].map((name) => [name, answer.headers.get(name)]);
  const headers = { ...Object.fromEntries(told), 'content-length': whole.length, connection: 'close' };
  return { status: answer.status, headers, body: whole.subarray(0, whole.length / 2) };
}

/** Runs in a page: the kept files whose paths fit, as `[path, bytes]`. */
async function keptFiles(pattern) {
  const files = [];
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const { url } of await store.keys()) {
      const { pathname } = new URL(url);
      if (new RegExp(pattern).test(pathname)) files.push([pathname, (await (await store.match(url)).arrayBuffer()).byteLength]);
    }
  }
  return files;
}

/** What may be cut in half, by how its name ends: not the loader, without which there is no service worker. */
const HALVES = { wasm: /^\/build\/.*\.wasm$/, js: /^\/build\/(?!start-).*\.js$/, txt: /^\/build\/form-.*\.txt$/ };

for (const [ending, cut] of Object.entries(HALVES)) {
  journeyBehindNetwork(`of a .${ending} file that comes half nothing is kept, and the form works the next time`, [...TOLERATES, /ERR_CONTENT_LENGTH_MISMATCH/, /integrity/], async (phone, network) => {
    const { page } = phone;
    const place = placeOf('sv', 'mentee', 'about-you');
    const asked = [];
    network.meets = (path) => (cut.test(path) ? (asked.push(path), half(network.portal, path)) : undefined);
    await page.goto(place);
    await served(page);
    // Now the service worker is asked for it as well.
    const before = asked.length;
    await page.reload();
    await eventually('it was asked for again', () => asked.length > before);
    if (ending === 'txt') await alive(page);
    else await page.locator('#no-program').waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await page.evaluate(keptFiles, cut.source), []);
    network.meets = () => undefined;
    await open(phone, place);
    await formIsKept(page, placeOf('sv', 'mentor', 'time'));
    for (const kind of Object.values(HALVES)) {
      const files = await eventually(`${kind} is kept`, async () => {
        const found = await page.evaluate(keptFiles, kind.source);
        return found.length > 0 && found;
      });
      for (const [path, bytes] of files) {
        const whole = await (await fetch(network.address + path)).arrayBuffer();
        assert.equal(bytes, whole.byteLength, path);
      }
    }
    await opensWithoutNetwork(phone, placeOf('sv', 'mentor', 'about-you'));
  });
}
