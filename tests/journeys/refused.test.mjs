// Old and odd browsers: the program does not start, the phone keeps nothing, the clock is wrong. The form works and says what is not kept.

import assert from 'node:assert/strict';
import { LANGUAGES, journey, servePortal } from './harness/journey.mjs';
import { overflow } from './harness/fitting.mjs';
import { answer, holds, kept, open, placeOf, press, receipt, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

const DAY_MS = 24 * 60 * 60 * 1000;

/** As a browser does whose WebAssembly lacks something that the program needs, such as reference types. */
function refuseInstances() {
  const refuse = () => Promise.reject(new WebAssembly.CompileError('invalid value type'));
  WebAssembly.instantiateStreaming = refuse;
  WebAssembly.instantiate = refuse;
}

/** As a browser within another app: nothing can be kept, copied, shared or prepared for later. */
function withinAnotherApp() {
  for (const [owner, names] of [[Navigator.prototype, ['serviceWorker', 'clipboard', 'share', 'canShare', 'storage', 'connection']], [window, ['localStorage', 'sessionStorage', 'caches', 'indexedDB', 'requestIdleCallback']]]) {
    for (const name of names) delete owner[name];
  }
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
}

/** What the start of the program may meet, by what it is. */
const FAILURES = {
  'WebAssembly without what the program needs': (page) => page.addInitScript(refuseInstances),
  'no WebAssembly at all': (page) => page.addInitScript(() => delete window.WebAssembly),
  'a browser within another app, without WebAssembly': async (page) => {
    await page.addInitScript(withinAnotherApp);
    await page.addInitScript(() => delete window.WebAssembly);
  },
  'a program that arrives half': (page) =>
    page.route('**/*.wasm', async (route) => {
      const whole = Buffer.from(await (await fetch(route.request().url())).arrayBuffer());
      // The page may have gone on meanwhile.
      await route.fulfill({ contentType: 'application/wasm', body: whole.subarray(0, whole.length / 2) }).catch(() => {});
    }),
  'a network that answers with its own page': (page) =>
    page.route('**/build/portal-*.js', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Logga in på nätet</h1>' })),
};

for (const [failure, meet] of Object.entries(FAILURES)) {
  journey(`${failure}: the form says that nothing is kept, and arrives`, { tolerates: [/wasm/i, /integrity/] }, async (phone) => {
    const { page } = phone;
    await meet(page);
    phone.hasProgram = false;
    const person = PEOPLE.mentee();
    await open(phone, placeOf('sv', 'mentee', 'about-you'));
    await page.locator('#no-program').waitFor();
    await walk(phone, person);
    await send(phone);
    assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
  });
}

for (const language of LANGUAGES) {
  journey(`the sentence that nothing is kept is in the page's language, and hidden where the program starts (${language})`, {}, async (phone) => {
    const { page } = phone;
    await open(phone, placeOf(language, 'mentor', 'about-you'));
    assert.ok(await page.locator('#no-program').isHidden());
    assert.match(await page.locator('#no-program').textContent(), language === 'sv' ? /sparar inte/ : /does not keep/);
  });
}

journey('where the storage is full the form says so, and still goes all the way', {}, async (phone) => {
  const { page } = phone;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  const person = PEOPLE.mentor();
  await open(phone, placeOf('en', 'mentor', 'about-you'));
  await answer(page, answersOf(person, 'about-you'));
  await page.locator('.saving').getByText(/does not let us save/).waitFor();
  await walk(phone, person);
  await send(phone);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

for (const [role, language] of [['mentee', 'sv'], ['mentor', 'en']]) {
  journey(`in a browser within another app a ${role} goes all the way, and the receipt can be kept by hand (${language})`, {}, async (phone) => {
    const { page } = phone;
    await page.addInitScript(withinAnotherApp);
    const person = PEOPLE[role]();
    await open(phone, placeOf(language, role, 'about-you'));
    assert.deepEqual(await page.evaluate(() => ['serviceWorker', 'clipboard', 'share'].filter((name) => name in navigator)), []);
    await answer(page, answersOf(person, 'about-you'));
    await page.locator('.saving').getByText(language === 'sv' ? /låter oss inte spara/ : /does not let us save/).waitFor();
    await walk(phone, person);
    await send(phone);
    const whole = await page.locator('#receipt-link').getAttribute('href');
    assert.ok(await page.getByText(whole).isHidden());
    await page.locator('[data-act="copy"]').tap();
    await page.locator('.receipt').filter({ hasText: whole }).waitFor();
    assert.ok((await page.locator('.receipt').innerText()).includes(whole), 'it stands there to be copied by hand');
    assert.deepEqual(await overflow(page), []);
    assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
  });
}

for (const [words, days] of [['fast', 1], ['slow', -1]]) {
  journey(`a phone whose clock is a day ${words} keeps, sends and shows the right day`, {}, async (phone) => {
    const { page, context } = phone;
    await context.addInitScript((offset) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + offset;
    }, days * DAY_MS);
    const person = PEOPLE.mentee();
    await open(phone, placeOf('sv', 'mentee', 'about-you'));
    await walk(phone, person, 'goals');
    await page.reload();
    await shownAgain(page);
    await open(phone, placeOf('sv', 'mentee', 'about-you'));
    await holds(page, answersOf(person, 'about-you'));
    await walk(phone, person);
    await send(phone);
    const [{ record }] = await phone.portal.recordsOf(person.email);
    assert.ok(Math.abs(record.received_at - Date.now()) < DAY_MS / 2, "the ledger's own clock counts");
    for (const [place, day] of [['received-at', dayOf(record.received_at)], ['answer-by', dayOf(Date.parse(record.answer_by))]]) {
      const said = await page.locator(`.receipt [data-fill="${place}"]`).innerText();
      assert.ok(said.includes(day), `${place} says ${said}, not ${day}`);
    }
  });
}

for (const [words, days] of [['fast', 1], ['slow', -1]]) {
  journey(`on a phone whose clock is a day ${words} a draft of 29 days is kept and one of 31 is gone`, {}, async (phone) => {
    const { page, context } = phone;
    await context.addInitScript((offset) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + offset;
    }, days * DAY_MS);
    const person = PEOPLE.mentor();
    const typed = answersOf(person, 'about-you');
    await open(phone, placeOf('en', 'mentor', 'about-you'));
    await answer(page, typed);
    for (const [age, found] of [[29, typed], [31, { name: '', email: '' }]]) {
      await page.evaluate((age_ms) => {
        const key = 'draft/ki-alumni/mentor';
        const draft = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({ ...draft, saved_at: Date.now() - age_ms }));
      }, age * DAY_MS);
      await open(phone, placeOf('en', 'mentor', 'about-you'));
      await holds(page, found);
    }
    assert.equal(await kept(page, 'mentor'), null);
  });
}

/** A day in Stockholm, in the words of a Swedish page. */
function dayOf(moment) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric' }).format(moment);
}

async function shownAgain(page) {
  await page.locator('main[data-place="goals"]').waitFor();
}

journey('Back after sending shows an empty form and the receipt is still to be had', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentor();
  await walkToCheck(phone, person, 'en');
  const reference = await send(phone);
  await page.goBack();
  await page.locator('main:not([data-place="receipt"])').waitFor();
  await page.goForward();
  assert.equal(await receipt(phone), reference);
  await open(phone, placeOf('en', 'mentor', 'about-you'));
  await holds(page, { name: '' });
  await press(page, 'continue');
  await page.locator('#summary').waitFor();
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
  await shown(phone, 'about-you');
});
