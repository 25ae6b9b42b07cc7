// Old and odd browsers: the program does not start, the phone keeps nothing, the clock is wrong. The form works and says what is not kept.

import assert from 'node:assert/strict';
import { LANGUAGES, journey, servePortal } from './harness/journey.mjs';
import { answer, holds, open, placeOf, press, receipt, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

const DAY_MS = 24 * 60 * 60 * 1000;

/** As a browser does whose WebAssembly lacks something that the program needs, such as reference types. */
function refuseInstances() {
  const refuse = () => Promise.reject(new WebAssembly.CompileError('invalid value type'));
  WebAssembly.instantiateStreaming = refuse;
  WebAssembly.instantiate = refuse;
}

/** What the start of the program may meet, by what it is. */
const FAILURES = {
  'WebAssembly without what the program needs': (page) => page.addInitScript(refuseInstances),
  'no WebAssembly at all': (page) => page.addInitScript(() => delete window.WebAssembly),
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
    const [kept] = await phone.portal.recordsOf(person.email);
    assert.ok(Math.abs(kept.record.received_at - Date.now()) < DAY_MS / 2, "the ledger's own clock counts");
  });
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
