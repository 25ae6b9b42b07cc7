// Moving in a form with the browser's program: back and forward, reload, Change, a page left out, a later page opened first.

import assert from 'node:assert/strict';
import { LANGUAGES, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, kept, open, placeOf, press, receipt, send, shown, walk, walkToCheck } from './harness/form.mjs';
import { readAnswers } from './harness/ownpage.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

/** Waits until a place is shown under its own address. */
async function at(phone, language, role, place) {
  await shown(phone, place);
  await phone.page.waitForURL((url) => url.pathname === placeOf(language, role, place));
}

for (const language of LANGUAGES) {
  journey(`the browser's Back and Forward go through the form and lose nothing (${language})`, {}, async (phone) => {
    const person = PEOPLE.mentee();
    const { page } = phone;
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await walk(phone, person, 'goals');
    await answer(page, { goals: 'Half a thought' });
    for (const place of ['studies', 'connection', 'about-you']) {
      await page.goBack();
      await at(phone, language, 'mentee', place);
      await holds(page, answersOf(person, place));
    }
    for (const place of ['connection', 'studies', 'goals']) {
      await page.goForward();
      await at(phone, language, 'mentee', place);
    }
    await holds(page, { field: '', goals: 'Half a thought', tried: '' });
  });

  journey(`after each move title, heading, focus and scroll are those of the new page (${language})`, {}, async (phone) => {
    const person = PEOPLE.mentor();
    const { page } = phone;
    await open(phone, placeOf(language, 'mentor', 'about-you'));
    const titles = [await page.title()];
    for (const [index, { id }] of person.pages.entries()) {
      await answer(page, answersOf(person, id));
      await press(page, 'continue');
      const next = person.pages[index + 1]?.id ?? 'check';
      await at(phone, language, 'mentor', next);
      await page.locator('main h1:focus').waitFor();
      assert.equal(await page.evaluate(() => scrollY), 0, `${next} begins at the top`);
      titles.push(await page.title());
      const plain = await fetch(page.url()).then((answer) => answer.text());
      assert.ok(plain.includes(`>${escaped(titles.at(-1))}</title>`), `${next} has the title of its document`);
    }
    assert.equal(new Set(titles).size, titles.length, `each page has its own title: ${titles.join(' | ')}`);
  });
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

journey('a reload in the middle keeps every page, and so does another day', {}, async (phone) => {
  const person = PEOPLE.mentor();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentor', 'about-you'));
  await walk(phone, person, 'time');
  await answer(page, { languages: ['finnish', 'english'], places: '4' });
  await page.reload();
  await alive(page);
  await holds(page, { languages: ['english', 'finnish'], places: '4' });
  await page.close();
  phone.page = await phone.context.newPage();
  for (const place of ['about-you', 'connection', 'work', 'offer']) {
    await open(phone, placeOf('sv', 'mentor', place));
    await holds(phone.page, answersOf(person, place));
  }
});

journey('the first key is kept already', {}, async (phone) => {
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  assert.equal(await kept(phone.page, 'mentee'), null, 'nothing is kept before anything is typed');
  await phone.page.locator('#form [name="name"]').pressSequentially('Å');
  const draft = await kept(phone.page, 'mentee');
  assert.deepEqual(draft.draft.answers.name, ['Å']);
  assert.match(draft.id, /^[0-9a-f]{32}$/);
  assert.match(draft.secret, /^[0-9a-f]{64}$/);
});

journey('Change on the check page comes back to it with the new answer', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await walkToCheck(phone, person, 'en');
  await press(page, 'to-meetings');
  await at(phone, 'en', 'mentee', 'meetings');
  await holds(page, answersOf(person, 'meetings'));
  await answer(page, { topics: ['research'] });
  await press(page, 'continue');
  await at(phone, 'en', 'mentee', 'check');
  assert.ok(await page.locator('[data-fill="option-topics-research"]').isVisible());
  assert.ok(await page.locator('[data-fill="option-topics-network"]').isHidden());
});

journey('a change that asks one more page goes there before it comes back to the check page', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'connection');
  await answer(page, { connection: 'alumni' });
  await press(page, 'continue');
  await at(phone, 'sv', 'mentee', 'goals');
  await walk(phone, person);
  assert.ok(await page.locator('[data-fill="row-programme"]').isHidden(), 'what is not asked is not in the summary');
  await press(page, 'to-connection');
  await at(phone, 'sv', 'mentee', 'connection');
  await answer(page, { connection: 'doctoral' });
  await press(page, 'continue');
  await at(phone, 'sv', 'mentee', 'studies');
  await answer(page, { programme: 'Neurovetenskap' });
  await press(page, 'continue');
  await at(phone, 'sv', 'mentee', 'check');
  assert.equal(await page.locator('[data-fill="answer-programme"]').innerText(), 'Neurovetenskap');
});

for (const place of ['goals', 'check']) {
  journey(`opening ${place} first leads to the first page that is not answered`, {}, async (phone) => {
    await phone.page.goto(placeOf('sv', 'mentee', place));
    await at(phone, 'sv', 'mentee', 'about-you');
    await walk(phone, PEOPLE.mentee(), 'studies');
    await phone.page.goto(placeOf('sv', 'mentee', place));
    await at(phone, 'sv', 'mentee', 'studies');
  });
}

journey('a receipt page on a phone without receipts says so and shows a way on', {}, async (phone) => {
  await open(phone, placeOf('sv', 'mentee', 'receipt'));
  assert.ok(await phone.page.locator('.no-receipt h1').isVisible());
  assert.ok(await phone.page.locator('.no-receipt a').first().isVisible());
  assert.ok(await phone.page.locator('.receipt').isHidden());
});

journey('the language switch in the middle keeps page and draft, and the application is in the new language', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await walk(phone, person, 'goals');
  await answer(page, { field: 'Half typed' });
  await page.locator('header button[name="_go"][value="stay"]').tap();
  await at(phone, 'en', 'mentee', 'goals');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await holds(page, { field: 'Half typed', goals: '', tried: '' });
  await walk(phone, person);
  await readAnswers(page.locator('main'), person);
  for (const language of ['sv', 'en']) {
    await page.locator('header button[name="_go"][value="stay"]').tap();
    await at(phone, language, 'mentee', 'check');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await readAnswers(page.locator('main'), person);
  }
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.equal(record.draft.language, 'en');
});

journey('two forms on one phone are two drafts, and two phones are two', {}, async (phone) => {
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(phone.page, { name: 'Som adept' });
  await open(phone, placeOf('sv', 'mentor', 'about-you'));
  await holds(phone.page, { name: '', email: '' });
  await answer(phone.page, { name: 'Som mentor' });
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await holds(phone.page, { name: 'Som adept', email: '' });
  const other = await anotherPhone();
  await open(other, placeOf('sv', 'mentee', 'about-you'));
  await holds(other.page, { name: '', email: '' });
  await other.close();
});

journey('reading a page of text and coming back keeps what was typed', {}, async (phone) => {
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  await answer(page, { name: 'Halvvägs', email: 'halv@' });
  await page.locator('footer a[href="/personal-data"]').tap();
  await page.locator('main[data-view="form"]').waitFor({ state: 'detached' });
  await page.goBack();
  await page.locator('main[data-view="form"]').waitFor();
  await alive(page);
  await holds(page, { name: 'Halvvägs', email: 'halv@' });
});

journey('Back from the receipt begins a new form, and Forward shows the receipt again', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentor();
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await page.goBack();
  await at(phone, 'sv', 'mentor', 'about-you');
  await holds(page, { name: '', email: '' });
  await page.goForward();
  await at(phone, 'sv', 'mentor', 'receipt');
  assert.equal(await receipt(phone), reference);
  assert.equal((await phone.portal.recordsOf(person.email)).length, 1);
});

journey('the receipt switches language and stays the receipt', {}, async (phone) => {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), 'sv');
  const reference = await send(phone);
  await page.locator('header [lang="en"]').tap();
  await page.locator('html[lang="en"]').waitFor();
  assert.equal(await receipt(phone), reference);
});

journey('an answer to a question that is no longer asked is not sent', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await walkToCheck(phone, person, 'sv');
  await press(page, 'to-connection');
  await at(phone, 'sv', 'mentee', 'connection');
  await answer(page, { connection: 'alumni' });
  await press(page, 'continue');
  await at(phone, 'sv', 'mentee', 'check');
  assert.ok(await page.locator('[data-fill="row-programme"]').isHidden());
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.equal(record.draft.answers.programme, undefined, 'the record does not have it');
});
