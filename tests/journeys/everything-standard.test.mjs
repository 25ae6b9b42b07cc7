// The forms that programmes share, "tell me when it opens" and the contact form: kept, confirmed and mailed like any other.

import assert from 'node:assert/strict';
import { journey, servePortal } from './harness/journey.mjs';
import { linkIn, openLink, readAnswers, readOwnPage } from './harness/ownpage.mjs';
import { kept, placeOf, send, walkToCheck } from './harness/form.mjs';
import { email } from './harness/people.mjs';

servePortal();

function waiting() {
  return {
    programme: 'junior-faculty',
    role: 'tell-me',
    email: email('waiting'),
    pages: [
      { id: 'address', answers: { email: null, about: ['find', 'be'] } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

function asking() {
  return {
    programme: 'outside',
    role: 'contact',
    email: email('asking'),
    pages: [
      { id: 'message', answers: { name: 'Påhittad O’Frågande', email: null, message: 'Vart vänder jag mig?\nJag är <inte> säker.' } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

for (const [javaScript, language] of [[true, 'sv'], [false, 'en']]) {
  const way = javaScript ? 'with the program' : 'without JavaScript';

  journey(`who wants to be told gets a receipt without a date, a letter and an own page ${way} (${language})`, { javaScript }, async (phone) => {
    const person = waiting();
    const { page } = phone;
    await walkToCheck(phone, person, language);
    await readAnswers(page.locator('main'), person);
    const reference = await send(phone);
    assert.ok(await page.locator('[data-fill="promise"]').isHidden(), 'nobody knows when it opens');
    await leavesNothingToFill(page);
    if (javaScript) assert.equal(await kept(page, person.role, person.programme), null);
    const { applicant } = await phone.portal.lettersOf(person.email, reference);
    assert.equal(applicant.length, 1);
    assert.doesNotMatch(applicant[0].subject + applicant[0].text, /\{\w+\}/, 'the letter leaves nothing to fill');
    await openLink(phone, linkIn(applicant[0]));
    await readOwnPage(phone, person, reference);
  });

  journey(`a question to the career service is received, mailed and shown ${way} (${language})`, { javaScript }, async (phone) => {
    const person = asking();
    const { page } = phone;
    await walkToCheck(phone, person, language);
    await readAnswers(page.locator('main'), person);
    const reference = await send(phone);
    assert.match(await page.locator('[data-fill="promise"]').innerText(), /\d{4}/, 'an answer is promised by a day');
    await leavesNothingToFill(page);
    const { staff, applicant } = await phone.portal.lettersOf(person.email, reference);
    assert.deepEqual([staff.length, applicant.length], [1, 1]);
    assert.ok(staff[0].text.includes('Jag är <inte> säker.'), staff[0].text);
    assert.doesNotMatch(applicant[0].text + staff[0].text, /\{\w+\}/, 'the letters leave nothing to fill');
    await openLink(phone, linkIn(applicant[0]));
    await readOwnPage(phone, person, reference);
  });
}

/** Asserts that no `{name}` was left in what a person reads. */
async function leavesNothingToFill(page) {
  assert.doesNotMatch(await page.locator('body').innerText(), /\{\w+\}/);
}

for (const [slug, role, place] of [['junior-faculty', 'tell-me', 'address'], ['junior-faculty', 'contact', 'message'], ['outside', 'contact', 'message']]) {
  journey(`${slug}/${role} names its programme and its address`, { javaScript: false }, async (phone) => {
    const { page } = phone;
    await page.goto(placeOf('sv', role, place, slug));
    await leavesNothingToFill(page);
    const contact = page.locator('main a[data-fill="contact"]').first();
    assert.equal(await contact.getAttribute('href'), `mailto:${await contact.innerText()}`);
    assert.match(await page.title(), /–.+–.+/);
  });
}
