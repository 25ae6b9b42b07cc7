// What is done before the page's program arrives survives its arrival: typed, ticked, focused, scrolled, sent on.

import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, kept, open, placeOf, press, receipt, send, shown, walk } from './harness/form.mjs';
import { readAnswers } from './harness/ownpage.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

/** As late as a program comes on a bad network. */
const LATE_MS = 20_000;

/** Holds the program back until `release` is called. */
async function holdProgram(phone) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await phone.page.route(/\.wasm$/, async (route) => {
    await released;
    // The document that asked may be gone by now.
    await route.continue().catch(() => {});
  });
  phone.hasProgram = false;
  return () => {
    phone.hasProgram = true;
    release();
  };
}

/** What a person would notice if it changed. */
function noticed(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    const caret = 'selectionStart' in activeElement ? [activeElement.selectionStart, activeElement.selectionEnd] : null;
    return { focus: activeElement.name ?? activeElement.tagName, caret, scroll: scrollY, height: document.documentElement.scrollHeight };
  });
}

/** Asserts that nothing on the page has moved since it was loaded. */
async function nothingMoved(page) {
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
}

for (const [role, language] of [['mentee', 'sv'], ['mentor', 'en']]) {
  journey(`the program arrives twenty seconds late while a ${role} types, and no key is lost (${language})`, {}, async (phone) => {
    const { page } = phone;
    const person = PEOPLE[role]();
    await page.route(/\.wasm$/, async (route) => {
      await after(LATE_MS);
      await route.continue();
    });
    await page.goto(placeOf(language, role, 'about-you'), { waitUntil: 'domcontentloaded' });
    const name = 'Åsa Påhittad-Långsamskrivande von und zu Öberg, née O’Neill';
    const began = Date.now();
    // Longer than the program is waited for, so that it comes while somebody types.
    const delay = Math.ceil((1.4 * LATE_MS) / name.length);
    const typing = page.locator('#form [name="name"]').pressSequentially(name, { delay, timeout: 3 * LATE_MS });
    await page.waitForFunction(() => window.isTakenOver, undefined, { timeout: 2 * LATE_MS });
    assert.ok(Date.now() - began > LATE_MS - 1_000, 'the program came late');
    const soFar = await page.locator('#form [name="name"]').inputValue();
    assert.ok(soFar.length > 5 && soFar.length < name.length, `in the middle of typing: ${soFar}`);
    await typing;
    await holds(page, { name, email: '' });
    assert.deepEqual((await kept(page, role)).draft.answers.name, [name]);
    await nothingMoved(page);
    await answer(page, { email: person.email });
    await press(page, 'continue');
    await shown(phone, 'connection');
    await walk(phone, person);
    assert.equal(await page.locator('[data-fill="answer-name"]').innerText(), name);
  });
}

journey('text, ticks, focus, caret and scroll are untouched when the program arrives', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentor();
  const release = await holdProgram(phone);
  await open(phone, placeOf('sv', 'mentor', 'about-you'));
  await walk(phone, person, 'offer');
  const typed = { offer: 'Jag kan läsa CV:n och lyssna.\nOch fråga vidare.', topics: ['daily-work', 'network'] };
  await answer(page, typed);
  const text = page.locator('#form [name="offer"]');
  await text.tap();
  await text.evaluate((field) => field.setSelectionRange(8, 12));
  await page.evaluate(() => scrollBy(0, 37));
  const before = await noticed(page);
  assert.deepEqual([before.focus, before.caret], ['offer', [8, 12]]);
  release();
  await alive(page);
  assert.deepEqual(await noticed(page), before);
  await holds(page, typed);
  await nothingMoved(page);
  const draft = await kept(page, 'mentor');
  assert.deepEqual(draft.draft.answers.offer, [typed.offer]);
  assert.deepEqual(draft.draft.answers.name, [answersOf(person, 'about-you').name]);
  await page.keyboard.type('både läsa och ');
  await press(page, 'continue');
  await shown(phone, 'time');
  await walk(phone, person);
  const whole = 'Jag kan både läsa och  CV:n och lyssna.\nOch fråga vidare.';
  assert.equal(await page.locator('[data-fill="answer-offer"]').textContent(), whole);
});

journey('what is typed before the program arrives wins over the kept draft, which fills the rest', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('en', 'mentee', 'about-you'));
  await walk(phone, person, 'goals');
  await answer(page, { field: 'Kept field', goals: 'Kept goals' });
  const release = await holdProgram(phone);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await holds(page, { field: '', goals: '', tried: '' });
  await page.locator('#form [name="field"]').pressSequentially('Typed early');
  const before = await noticed(page);
  release();
  await alive(page);
  await holds(page, { field: 'Typed early', goals: 'Kept goals', tried: '' });
  assert.deepEqual(await noticed(page), before);
  await nothingMoved(page);
  assert.deepEqual((await kept(page, 'mentee')).draft.answers.field, ['Typed early']);
});

journey('a tap on Continue before the program arrives goes on by plain post, and the program takes over there', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  const release = await holdProgram(phone);
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'studies');
  assert.equal(await kept(page, 'mentee'), null, 'the program has not run yet');
  release();
  await alive(page);
  await page.waitForURL((url) => url.pathname === placeOf('sv', 'mentee', 'studies'));
  await walk(phone, person);
  await readAnswers(page.locator('main'), person);
  await page.goBack();
  await shown(phone, 'notice');
  for (const place of ['about-you', 'connection']) {
    await open(phone, placeOf('sv', 'mentee', place));
    await holds(page, answersOf(person, place));
  }
  await open(phone, placeOf('sv', 'mentee', 'check'));
  await send(phone);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

journey('faults that were posted before the program arrived stay when it takes over', { tolerates: [/status of 422/] }, async (phone) => {
  const { page } = phone;
  const release = await holdProgram(phone);
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Åsa', email: 'åsa@' });
  await press(page, 'continue');
  await page.locator('#summary').waitFor();
  const title = await page.title();
  const said = await page.locator('[data-fill="fault-email"]').textContent();
  release();
  await alive(page);
  await holds(page, { name: 'Åsa', email: 'åsa@' });
  assert.ok(await page.locator('#summary').isVisible(), 'the summary stays');
  assert.equal(await page.locator('[data-fill="fault-email"]').textContent(), said);
  assert.equal(await page.title(), title);
  assert.equal(await page.locator('#form [name="email"]').getAttribute('aria-invalid'), 'true');
  await nothingMoved(page);
  await answer(page, { email: 'asa@example.org' });
  await press(page, 'continue');
  await shown(phone, 'connection');
});

journey('of faults that were posted before the program arrived, one that is mended goes with the next press', { tolerates: [/status of 422/] }, async (phone) => {
  const { page } = phone;
  const release = await holdProgram(phone);
  await open(phone, placeOf('en', 'mentee', 'about-you'));
  await answer(page, { email: 'åsa@' });
  await press(page, 'continue');
  await page.locator('[data-fill="fault-name"]:visible').waitFor();
  release();
  await alive(page);
  const lines = page.locator('#summary li:visible');
  assert.equal(await lines.count(), 2, 'both are said');
  await answer(page, { name: 'Åsa' });
  await press(page, 'continue');
  await page.locator('[data-fill="fault-name"]').waitFor({ state: 'hidden' });
  assert.equal(await lines.count(), 1);
  assert.ok(await page.locator('[data-fill="fault-email"]').isVisible());
  const marked = ['name', 'email'].map((name) => page.locator(`#form [name="${name}"]`).getAttribute('aria-invalid'));
  assert.deepEqual(await Promise.all(marked), [null, 'true']);
});

journey('a plain post from a kept draft loses nothing of it: what the post did not carry is filled in again', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'goals');
  const release = await holdProgram(phone);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await answer(page, answersOf(person, 'goals'));
  await press(page, 'continue');
  await shown(phone, 'meetings');
  release();
  await alive(page);
  const { answers } = (await kept(page, 'mentee')).draft;
  assert.deepEqual([answers.name, answers.connection], [[answersOf(person, 'about-you').name], ['master']]);
  await walk(phone, person);
  await readAnswers(page.locator('main'), person);
});

journey('a receipt that came by plain post stays on the page, and on the phone, when the program arrives', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentor();
  const release = await holdProgram(phone);
  await open(phone, placeOf('en', 'mentor', 'about-you'));
  await walk(phone, person);
  const reference = await send(phone);
  const link = await page.locator('#receipt-link').getAttribute('href');
  const said = await page.locator('.receipt [data-fill="answer-by"]').innerText();
  release();
  await alive(page);
  await page.waitForLoadState('networkidle');
  assert.equal(await receipt(phone), reference);
  assert.ok(await page.locator('.no-receipt').isHidden());
  assert.equal(await page.locator('#receipt-link').getAttribute('href'), link);
  assert.equal(await page.locator('.receipt [data-fill="answer-by"]').innerText(), said);
  assert.equal(await kept(page, 'mentor'), null);
  await page.goto(placeOf('en', 'mentor', 'about-you'));
  await alive(page);
  await holds(page, { name: '', email: '' });
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});
