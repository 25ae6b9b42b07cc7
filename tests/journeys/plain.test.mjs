// The whole way without JavaScript: posted page by page, with the same receipt, letters and own page.

import assert from 'node:assert/strict';
import { LANGUAGES, journey, servePortal } from './harness/journey.mjs';
import { answer, holds, open, placeOf, press, receipt, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { linkIn, openLink, readAnswers, readOwnPage } from './harness/ownpage.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

const PLAIN = { javaScript: false };

for (const [role, language] of [['mentee', 'sv'], ['mentor', 'en']]) {
  journey(`a ${role} goes all the way without JavaScript (${language})`, PLAIN, async (phone) => {
    const person = PEOPLE[role]();
    await walkToCheck(phone, person, language);
    await readAnswers(phone.page.locator('main'), person);
    const reference = await send(phone);
    for (const name of ['received-at', 'answer-by']) {
      assert.match(await phone.page.locator(`[data-fill="${name}"]`).innerText(), /\d{4}/, name);
    }
    const own = await phone.page.locator('#receipt-link').getAttribute('href');
    const letters = await phone.portal.lettersOf(person.email, reference);
    assert.equal(letters.staff.length + letters.applicant.length, 2);
    for (const path of [linkIn(letters.applicant[0]), own]) {
      await openLink(phone, path);
      await readOwnPage(phone, person, reference);
    }
    const records = await phone.portal.recordsOf(person.email);
    assert.equal(records.length, 1);
    assert.equal(records[0].record.draft.language, language);
  });
}

for (const language of LANGUAGES) {
  journey(`without JavaScript, a form says that nothing is kept until it is sent (${language})`, PLAIN, async (phone) => {
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    const said = phone.page.locator('main noscript');
    assert.ok(await said.isVisible());
    assert.match(await said.innerText(), language === 'sv' ? /sparas inget.*knappen i formuläret/ : /nothing is saved.*button in the form/);
  });
}

journey('without JavaScript, Back keeps what was typed on the page that is left', PLAIN, async (phone) => {
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'goals');
  await answer(phone.page, { field: 'Halvfärdigt', goals: 'Inte klart än' });
  await press(phone.page, 'back');
  await shown(phone, 'studies');
  await holds(phone.page, answersOf(person, 'studies'));
  await press(phone.page, 'continue');
  await shown(phone, 'goals');
  await holds(phone.page, { field: 'Halvfärdigt', goals: 'Inte klart än', tried: '' });
});

journey('without JavaScript, Change comes back to the check page with the new answer', PLAIN, async (phone) => {
  const person = PEOPLE.mentor();
  await walkToCheck(phone, person, 'sv');
  await press(phone.page, 'to-work');
  await shown(phone, 'work');
  await holds(phone.page, answersOf(person, 'work'));
  await answer(phone.page, { work: 'Ändrat arbete' });
  await press(phone.page, 'continue');
  await shown(phone, 'check');
  assert.equal(await phone.page.locator('[data-fill="answer-work"]').innerText(), 'Ändrat arbete');
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.deepEqual(record.draft.answers.work, ['Ändrat arbete']);
});

journey('without JavaScript, the language switch keeps page and answers', PLAIN, async (phone) => {
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'goals');
  await answer(phone.page, { field: 'Half typed' });
  await phone.page.locator('header button[name="_go"][value="stay"]').tap();
  await phone.page.locator('html[lang="en"]').waitFor();
  await shown(phone, 'goals');
  await holds(phone.page, { field: 'Half typed', goals: '', tried: '' });
  await walk(phone, person);
  await readAnswers(phone.page.locator('main'), person);
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.equal(record.draft.language, 'en');
});

journey('without JavaScript, a page whose question is not asked is left out', PLAIN, async (phone) => {
  const person = PEOPLE.mentee();
  await open(phone, placeOf('en', 'mentee', 'about-you'));
  await walk(phone, person, 'connection');
  await answer(phone.page, { connection: 'alumni' });
  await press(phone.page, 'continue');
  await shown(phone, 'goals');
  await press(phone.page, 'back');
  await shown(phone, 'connection');
  await holds(phone.page, { connection: 'alumni' });
});

journey('without JavaScript, ten taps on Send make one record and one letter of each kind', PLAIN, async (phone) => {
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'sv');
  const form = await phone.page.locator('#form').evaluate((form) => {
    const go = form.querySelector('[name="_go"][value="send"]');
    return { action: form.action, body: new URLSearchParams(new FormData(form, go)).toString() };
  });
  // A phone that taps again gives up the answer it waits for; the Worker gets every one of them.
  const taps = Array.from({ length: 9 }, () =>
    phone.context.request.post(form.action, {
      data: form.body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: phone.portal.address },
    }));
  const [reference, ...answers] = await Promise.all([send(phone), ...taps]);
  for (const answer of answers) {
    assert.equal(answer.status(), 200);
    assert.ok((await answer.text()).includes(reference), 'every tap shows the same receipt');
  }
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
  const letters = await phone.portal.lettersOf(person.email, reference);
  assert.deepEqual([letters.staff.length, letters.applicant.length], [1, 1]);
});

journey('without JavaScript, loading the receipt again shows it again and sends nothing twice', PLAIN, async (phone) => {
  const person = PEOPLE.mentor();
  await walkToCheck(phone, person, 'en');
  const reference = await send(phone);
  await phone.page.reload();
  assert.equal(await receipt(phone), reference);
  const letters = await phone.portal.lettersOf(person.email, reference);
  assert.deepEqual([letters.staff.length, letters.applicant.length], [1, 1]);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

journey('without JavaScript, the browser’s own Back asks before it posts again, and what is sent then is the same application', { ...PLAIN, tolerates: [/ERR_CACHE_MISS/] }, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  // No cache keeps a page with somebody's answers, so that the browser can only fetch it by the same post. The form's own
  // buttons need none of this, and the sentence at its top says so.
  const asksFirst = async (move) => {
    await assert.rejects(move, /ERR_CACHE_MISS/);
    // The browser's own page stands there.
    await page.locator('main').waitFor({ state: 'detached' });
  };
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'connection');
  await page.goBack();
  await shown(phone, 'about-you');
  await holds(page, answersOf(person, 'about-you'));
  await asksFirst(page.goForward());
  await page.reload();
  await shown(phone, 'connection');
  await walk(phone, person);
  const reference = await send(phone);
  await asksFirst(page.goBack());
  await page.reload();
  await shown(phone, 'check');
  await readAnswers(page.locator('main'), person);
  assert.equal(await send(phone), reference);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
  const letters = await phone.portal.lettersOf(person.email, reference);
  assert.deepEqual([letters.staff.length, letters.applicant.length], [1, 1]);
});
