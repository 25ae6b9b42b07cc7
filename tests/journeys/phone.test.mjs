// What a phone keeps, refuses to keep, forgets and erases; and the form where the program cannot run.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, kept, open, placeOf, press, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

const DAY_MS = 24 * 60 * 60 * 1000;

/** The keys of what the portal keeps on this phone. */
function keys(page) {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => /^(draft|receipt)\//.test(key)).sort());
}

/** Makes everything kept on this phone older by this many days. */
function age(page, days) {
  return page.evaluate((ms) => {
    for (const key of Object.keys(localStorage)) {
      const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...kept, saved_at: kept.saved_at - ms }));
    }
  }, days * DAY_MS);
}

for (const language of LANGUAGES) {
  journey(`where the browser keeps nothing, the form says so and still goes all the way (${language})`, { storageRefused: true }, async (phone) => {
    const person = PEOPLE.mentee();
    const { page } = phone;
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await page.locator('#form [name="name"]').pressSequentially('Å');
    await page.locator('.saving [role="status"]').first().filter({ visible: true }).waitFor();
    await walk(phone, person);
    const reference = await send(phone);
    assert.equal((await phone.portal.recordsOf(person.email))[0].record.reference, reference);
  });
}

journey('where the program is blocked, the form is posted page by page and arrives', { tolerates: [/ERR_FAILED/, /Failed to fetch/, /wasm/i] }, async (phone) => {
  const person = PEOPLE.mentor();
  await phone.page.route(/\.wasm$/, (route) => route.abort());
  phone.hasProgram = false;
  await walkToCheck(phone, person, 'sv');
  await send(phone);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

journey('a form that is being written says that it is kept on this phone', {}, async (phone) => {
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  const saved = phone.page.locator('.saving p').first();
  assert.ok(await saved.isHidden(), 'nothing is kept before the first key');
  await phone.page.locator('#form [name="name"]').pressSequentially('Å');
  await saved.filter({ visible: true }).waitFor();
});

for (const language of LANGUAGES) {
  journey(`"Erase everything on this phone" erases drafts and receipts, and leaves what was sent (${language})`, {}, async (phone) => {
    const { page } = phone;
    const sent = PEOPLE.mentor();
    await walkToCheck(phone, sent, language);
    const reference = await send(phone);
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await answer(page, answersOf(PEOPLE.mentee(), 'about-you'));
    assert.deepEqual(await keys(page), ['draft/ki-alumni/mentee', `receipt/ki-alumni/mentor/${reference}`]);
    await open(phone, address(language, '/on-this-phone'));
    assert.equal(await page.locator('.stored li:visible').count(), 2, 'the page lists what is kept');
    await page.locator('[data-act="erase"]').tap();
    await page.locator('#erased:focus').waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(await page.locator('.stored li:visible').count(), 0);
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await holds(page, { name: '', email: '' });
    assert.equal((await phone.portal.recordsOf(sent.email)).length, 1, 'what was sent stays');
  });
}

journey('erasing in one tab empties the form that is open in another', {}, async (phone) => {
  const form = phone.page;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(form, answersOf(PEOPLE.mentee(), 'about-you'));
  phone.page = await phone.context.newPage();
  await open(phone, '/on-this-phone');
  const emptied = form.waitForEvent('load');
  await phone.page.locator('[data-act="erase"]').tap();
  await emptied;
  await alive(form);
  await holds(form, { name: '', email: '' });
  assert.deepEqual(await keys(form), []);
});

journey('drafts and receipts go after thirty days and not before', {}, async (phone) => {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentor(), 'sv');
  await send(phone);
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Påhittad' });
  const all = await keys(page);
  assert.equal(all.length, 2);
  await age(page, 29);
  await page.reload();
  await alive(page);
  await holds(page, { name: 'Påhittad', email: '' });
  assert.deepEqual(await keys(page), all);
  await age(page, 2);
  await page.reload();
  await alive(page);
  await holds(page, { name: '', email: '' });
  assert.deepEqual(await keys(page), []);
});

journey('what is kept and cannot be read does not stop the form', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('en', 'mentee', 'about-you'));
  for (const rubbish of ['{', '[]', '{"saved_at":1e99}', '{"draft":null,"saved_at":1}']) {
    await page.evaluate((text) => localStorage.setItem('draft/ki-alumni/mentee', text), rubbish);
    await page.reload();
    await alive(page);
    await holds(page, { name: '', email: '' });
  }
  await answer(page, { name: 'Typed', email: 'typed@example.org' });
  await press(page, 'continue');
  await shown(phone, 'connection');
  assert.deepEqual((await kept(page, 'mentee')).draft.answers.name, ['Typed']);
});
