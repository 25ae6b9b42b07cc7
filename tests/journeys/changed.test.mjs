// What changed between two moments: answers after Send was pressed, the notice, another tab, the browser's memory, the network.

import assert from 'node:assert/strict';
import { journey, servePortal } from './harness/journey.mjs';
import { alive, answer, controls, holds, kept, open, placeOf, press, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

const OFFLINE = { tolerates: [/ERR_INTERNET_DISCONNECTED/] };

/** As the phone keeps a form whose Send was pressed without a network. */
function waitsToBeSent(page, role) {
  return page.evaluate((key) => {
    const draft = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...draft, state: 'waiting' }));
  }, `draft/ki-alumni/${role}`);
}

/** The calls to send that a page makes from now on. */
function sendsOf(page) {
  const calls = [];
  page.on('request', (request) => request.url().endsWith('/api/applications') && calls.push(request));
  return calls;
}

/** The page knows that there is a network again, and has done at once whatever it does then. */
async function backOnline(page) {
  await page.evaluate(async () => {
    if (!navigator.onLine) await new Promise((heard) => window.addEventListener('online', heard, { once: true }));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** What is in the phone's keeping of the form, once it is this. */
async function keeps(page, role, name, value) {
  await page.waitForFunction(
    ([key, question, expected]) => JSON.parse(localStorage.getItem(key))?.draft.answers[question]?.[0] === expected,
    [`draft/ki-alumni/${role}`, name, value],
  );
}

journey('an answer changed before the program came is not sent by itself', {}, async (phone) => {
  const person = PEOPLE.mentee();
  let held = Promise.resolve();
  // From the beginning, so that no page has the program from the browser's cache.
  await phone.context.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await walkToCheck(phone, person, 'sv');
  await waitsToBeSent(phone.page, 'mentee');
  let release;
  held = new Promise((resolve) => (release = resolve));
  const sends = sendsOf(phone.page);
  await phone.page.goto(placeOf('sv', 'mentee', 'goals'), { waitUntil: 'domcontentloaded' });
  await controls(phone.page, 'goals').fill('Jag har bara börj');
  release();
  await alive(phone.page);
  await keeps(phone.page, 'mentee', 'goals', 'Jag har bara börj');
  assert.equal((await kept(phone.page, 'mentee')).state, 'writing');
  await backOnline(phone.page);
  assert.equal(sends.length, 0);
  assert.deepEqual(await phone.portal.recordsOf(person.email), []);
});

journey('an answer changed in another tab is not sent by the tab that waits for the network', OFFLINE, async (phone) => {
  const person = PEOPLE.mentee();
  const waiting = phone.page;
  const other = await phone.context.newPage();
  phone.page = other;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  phone.page = waiting;
  // Browsers slow down what stands behind.
  await waiting.bringToFront();
  await walkToCheck(phone, person, 'sv');
  await other.goto(placeOf('sv', 'mentee', 'goals'));
  await alive(other);
  await waiting.waitForLoadState('networkidle');
  await phone.context.setOffline(true);
  await press(waiting, 'send');
  await waiting.locator('#outcome p:visible').waitFor();
  await controls(other, 'goals').fill('Halvvägs i en men');
  await keeps(waiting, 'mentee', 'goals', 'Halvvägs i en men');
  await waiting.waitForFunction(() => [...document.querySelectorAll('#outcome p')].every((line) => line.hidden));
  const sends = sendsOf(waiting);
  await phone.context.setOffline(false);
  await backOnline(waiting);
  assert.equal(sends.length, 0);
  assert.deepEqual(await phone.portal.recordsOf(person.email), []);
  assert.equal((await kept(waiting, 'mentee')).state, 'writing');
});

journey('a notice that has changed since it was read must be read again, and the page says so', {}, async (phone) => {
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'en');
  await phone.page.evaluate(() => {
    const key = 'draft/ki-alumni/mentee';
    const draft = JSON.parse(localStorage.getItem(key));
    draft.draft.notice = '1999-12-31';
    localStorage.setItem(key, JSON.stringify(draft));
  });
  await phone.page.reload();
  await phone.page.locator('main[data-place="notice"]').waitFor();
  await phone.page.locator('#problem').filter({ visible: true, hasText: /notice/ }).waitFor();
  await holds(phone.page, { 'notice-read': [] });
  await phone.page.goto(placeOf('en', 'mentee', 'goals'));
  await alive(phone.page);
  await holds(phone.page, answersOf(person, 'goals'));
});

journey('going back after erasing brings nothing back', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, answersOf(PEOPLE.mentee(), 'about-you'));
  await open(phone, '/on-this-phone');
  await page.locator('[data-act="erase"]').tap();
  await page.locator('#erased:focus').waitFor();
  await page.goBack();
  await alive(page);
  await holds(page, { name: '', email: '' });
  assert.equal(await kept(page, 'mentee'), null);
});

journey('going back shows what another tab has written since, and not what the browser remembers', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Äldre', email: 'aldre@example.org' });
  await page.goto('/contact');
  const other = await phone.context.newPage();
  phone.page = other;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(other, { name: 'Nyare', email: 'nyare@example.org' });
  await keeps(other, 'mentee', 'email', 'nyare@example.org');
  await page.goBack();
  await alive(page);
  await holds(page, { name: 'Nyare', email: 'nyare@example.org' });
  assert.deepEqual((await kept(other, 'mentee')).draft.answers.name, ['Nyare']);
});

journey('where nothing is kept and the next page cannot be fetched, the form carries what was typed', { storageRefused: true, tolerates: [/ERR_FAILED/] }, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await page.route(/\/build\/form-/, (route) => route.abort());
  await page.route('**/ki-alumni/mentee/connection', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, answersOf(person, 'about-you'));
  await press(page, 'continue');
  await page.locator('main[data-place="connection"]').waitFor();
  await alive(page);
  await walk(phone, person);
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.deepEqual(record.draft.answers.name, [answersOf(person, 'about-you').name]);
});

journey('without a network and without the next page the form says so, and goes on when the network is back', { tolerates: [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/] }, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await page.route(/\/build\/form-/, (route) => route.abort());
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, answersOf(person, 'about-you'));
  await phone.context.setOffline(true);
  await press(page, 'continue');
  await page.locator('#problem:focus').filter({ hasText: /uppkopplad/ }).waitFor();
  await holds(page, answersOf(person, 'about-you'));
  await phone.context.setOffline(false);
  await press(page, 'continue');
  await shown(phone, 'connection');
  assert.ok(await page.locator('#problem').isHidden());
});
