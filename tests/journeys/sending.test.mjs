// Sending through bad networks and bad answers: nothing lost, nothing twice, never a word of success too early.

import assert from 'node:assert/strict';
import { journey, servePortal } from './harness/journey.mjs';
import { answer, holds, kept, open, placeOf, press, receipt, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const SEND = '**/api/applications';
/** The lines of the check page's live region, in their order. */
const LINES = ['sending', 'not-sent', 'unknown', 'waits'];

/** Waits until the check page says this, and nothing else, about the sending. */
async function says(phone, line) {
  const lines = phone.page.locator('#outcome p');
  await lines.nth(LINES.indexOf(line)).filter({ visible: true, hasText: /\S/ }).waitFor();
  assert.equal(await phone.page.locator('#outcome p:visible').count(), 1);
  assert.equal(await phone.page.locator('main').getAttribute('data-place'), 'check', 'no receipt before the ledger has answered');
}

async function sentOnce(phone, person, reference) {
  const records = await phone.portal.recordsOf(person.email);
  assert.deepEqual(records.map((one) => one.record.reference), [reference]);
  const letters = await phone.portal.lettersOf(person.email, reference);
  assert.deepEqual([letters.staff.length, letters.applicant.length], [1, 1], 'one letter of each kind');
}

/** Answers the calls to send one after the other in these ways; later ones get through. */
async function answersFirst(phone, ...ways) {
  await phone.page.route(SEND, async (route) => {
    const way = ways.shift();
    await (way ? way(route) : route.continue());
  });
}

for (const [role, language] of [['mentee', 'sv'], ['mentor', 'en']]) {
  journey(`a ${role} without network when sending is told so, and it goes by itself when the network is back (${language})`, { tolerates: [/ERR_INTERNET_DISCONNECTED/] }, async (phone) => {
    const person = PEOPLE[role]();
    await walkToCheck(phone, person, language);
    await phone.page.waitForLoadState('networkidle');
    await phone.context.setOffline(true);
    await press(phone.page, 'send');
    await says(phone, 'not-sent');
    assert.equal((await kept(phone.page, role)).state, 'waiting');
    assert.deepEqual(await phone.portal.recordsOf(person.email), []);
    await phone.context.setOffline(false);
    const reference = await receipt(phone);
    assert.ok(await phone.page.locator('.receipt .note').first().isVisible(), 'the receipt says that it went by itself');
    await sentOnce(phone, person, reference);
  });
}

journey('without network one can go on through the whole form, and change it before it is sent', { tolerates: [/ERR_INTERNET_DISCONNECTED/] }, async (phone) => {
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await phone.page.waitForLoadState('networkidle');
  await phone.context.setOffline(true);
  await walk(phone, person);
  await press(phone.page, 'send');
  await says(phone, 'not-sent');
  await press(phone.page, 'to-goals');
  await shown(phone, 'goals');
  await answer(phone.page, { field: 'Ändrat utan nät' });
  await press(phone.page, 'continue');
  await shown(phone, 'check');
  await phone.context.setOffline(false);
  const reference = await send(phone);
  await sentOnce(phone, person, reference);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.deepEqual(record.draft.answers.field, ['Ändrat utan nät']);
});

journey('what was not sent goes when the portal is opened another day', { tolerates: [/ERR_INTERNET_DISCONNECTED/] }, async (phone) => {
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'sv');
  await phone.page.waitForLoadState('networkidle');
  await phone.context.setOffline(true);
  await press(phone.page, 'send');
  await says(phone, 'not-sent');
  await phone.page.close();
  await phone.context.setOffline(false);
  phone.page = await phone.context.newPage();
  await phone.page.goto(placeOf('sv', 'mentee', 'about-you'));
  await sentOnce(phone, person, await receipt(phone));
});

journey('ten taps on Send are one call, one record and one letter of each kind', {}, async (phone) => {
  const person = PEOPLE.mentor();
  await walkToCheck(phone, person, 'sv');
  const calls = [];
  phone.page.on('request', (request) => request.url().includes('/api/') && calls.push(request));
  await phone.page.locator('#form button[value="send"]').evaluate((button) => {
    for (let tap = 0; tap < 10; tap += 1) button.click();
  });
  await sentOnce(phone, person, await receipt(phone));
  await phone.page.waitForLoadState('networkidle');
  assert.equal(calls.length, 1);
});

journey('an answer lost on its way back is asked for, and nothing is sent twice', { tolerates: [/ERR_CONNECTION_RESET/] }, async (phone) => {
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'en');
  await answersFirst(phone, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const asked = phone.page.waitForRequest('**/api/receipts');
  await press(phone.page, 'send');
  await says(phone, 'unknown');
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1, 'it had arrived');
  await asked;
  await sentOnce(phone, person, await receipt(phone));
});

/** Longer than the portal waits for an answer (`app/portal/src/browser/calls.rs`). */
const NO_ANSWER_MS = 21_000;
const never = () => new Promise(() => {});
const NEVER_ANSWERED = {
  'that arrived': async (route) => {
    await route.fetch();
    await never();
  },
  'that never arrived': never,
};

for (const [which, way] of Object.entries(NEVER_ANSWERED)) {
  journey(`a send ${which} and is never answered is unknown in the end, and arrives once`, { tolerates: [/ERR_(FAILED|ABORTED)/] }, async (phone) => {
    const person = PEOPLE.mentee();
    await phone.page.clock.install();
    await walkToCheck(phone, person, 'sv');
    let isAsked;
    const asked = new Promise((resolve) => (isAsked = resolve));
    await answersFirst(phone, async (route) => {
      isAsked();
      await way(route);
    });
    await press(phone.page, 'send');
    await asked;
    await says(phone, 'sending');
    await phone.page.clock.fastForward(NO_ANSWER_MS);
    await says(phone, 'unknown');
    await sentOnce(phone, person, await receipt(phone));
  });
}

journey('while the outcome is unknown the answers are locked, also after a reload and in another tab', { tolerates: [/ERR_CONNECTION_RESET/] }, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await walkToCheck(phone, person, 'sv');
  let isDead = true;
  await phone.context.route('**/api/*', (route) => (isDead ? route.abort('connectionreset') : route.continue()));
  await press(page, 'send');
  await says(phone, 'unknown');
  assert.equal(await page.locator('#form button[name="_go"]:visible').count(), 0, 'neither Send nor Change nor Back');
  await page.reload();
  await says(phone, 'unknown');
  await page.goto(placeOf('sv', 'mentee', 'goals'));
  await says(phone, 'unknown');
  assert.deepEqual(await phone.portal.recordsOf(person.email), []);
  isDead = false;
  await page.locator('[data-act="send-now"]').tap();
  await sentOnce(phone, person, await receipt(phone));
});

const problem = (status, problem, headers = {}) => (route) =>
  route.fulfill({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: `/problems/${typeof problem === 'string' ? problem : Object.keys(problem)[0]}`, title: 'Made up by the test.', status, problem }),
  });
const html = (status) => (route) => route.fulfill({ status, contentType: 'text/html', body: '<h1>Welcome to the café’s network</h1>' });

const BAD_ANSWERS = {
  'a 503 of our own': ['unknown', problem(503, 'unreachable', { 'retry-after': '1' })],
  'a 503 with HTML': ['unknown', html(503)],
  'a 500 without a body': ['unknown', (route) => route.fulfill({ status: 500 })],
  'a 200 with the page of a captive portal': ['unknown', html(200)],
  'a 201 with half a receipt': ['unknown', (route) => route.fulfill({ status: 201, contentType: 'application/json', body: '{"reference":"AB2CD3' })],
  'a 429 that says when to come back': ['waits', problem(429, { 'too-many-attempts': { retry_after_s: 2 } }, { 'retry-after': '2' })],
};

for (const [name, [line, way]] of Object.entries(BAD_ANSWERS)) {
  journey(`${name} is no receipt; it is sent again by itself and arrives once`, { tolerates: [/status of (429|500|503)/] }, async (phone) => {
    const person = PEOPLE.mentor();
    await walkToCheck(phone, person, 'en');
    await answersFirst(phone, way);
    await press(phone.page, 'send');
    await says(phone, line);
    assert.deepEqual(await phone.portal.recordsOf(person.email), []);
    await sentOnce(phone, person, await receipt(phone));
  });
}

journey('what is typed in one tab appears in the other, and both send one application', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const first = { ...phone, page: phone.page };
  const second = { ...phone, page: await phone.context.newPage() };
  for (const tab of [first, second]) await open(tab, placeOf('sv', 'mentee', 'about-you'));
  await answer(first.page, { name: 'Skrivet i första fliken' });
  await second.page.waitForFunction(() => document.querySelector('#form [name="name"]').value.startsWith('Skrivet'));
  await answer(second.page, { email: person.email });
  await first.page.waitForFunction(() => document.querySelector('#form [name="email"]').value !== '');
  await holds(first.page, { name: 'Skrivet i första fliken', email: person.email });
  // A browser slows down what is in the background.
  await first.page.bringToFront();
  await walk(first, person);
  await open(second, placeOf('sv', 'mentee', 'check'));
  // Neither hears of the other's receipt before both have been asked to send.
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await phone.context.route(SEND, (route) => released.then(() => route.continue()));
  for (const tab of [first, second]) await tab.page.locator('#form button[value="send"]').evaluate((button) => button.click());
  release();
  const references = await Promise.all([receipt(first), receipt(second)]);
  assert.equal(references[0], references[1]);
  await sentOnce(phone, person, references[0]);
});

journey('the same id with other answers shows the receipt of what arrived first, and how to change it', { tolerates: [/status of 409/] }, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await walkToCheck(phone, person, 'sv');
  const before = await page.evaluate(() => localStorage.getItem('draft/ki-alumni/mentee'));
  const reference = await send(phone);
  await page.evaluate((draft) => {
    const other = JSON.parse(draft);
    other.draft.answers.field = ['Något annat'];
    localStorage.setItem('draft/ki-alumni/mentee', JSON.stringify(other));
  }, before);
  await open(phone, placeOf('sv', 'mentee', 'check'));
  assert.equal(await send(phone), reference);
  await page.locator('#other-answers').filter({ visible: true, hasText: reference }).waitFor();
  assert.match(await page.locator('#other-answers').innerText(), /career-service@ki\.se/);
  await sentOnce(phone, person, reference);
});
