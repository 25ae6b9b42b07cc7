// A doctoral student registers the mentor they have found: from the page to the receipt, the letters and the own page.

import assert from 'node:assert/strict';
import { address, journey, servePortal } from './harness/journey.mjs';
import { answer, press, send, shown, walkToCheck } from './harness/form.mjs';
import { linkIn, openLink, readAnswers, readOwnPage } from './harness/ownpage.mjs';
import { email } from './harness/people.mjs';

servePortal();

const TIES = { id: 'ties', answers: { ties: ['co-author', 'department'], thoughts: 'Vi skrev <en> artikel 2019.\nInte sedan dess.' } };
const MEANS = { sv: /frivillig och ingen ansökan.*ingen godkänner mentorn/, en: /optional and not an application.*nobody approves the mentor/ };

/** Somebody in whose check something was found, or nothing. */
function registering(found) {
  return {
    programme: 'doctoral',
    role: 'register',
    email: email('registering'),
    pages: [
      { id: 'about-you', answers: { name: 'Påhittad O’Doktorand', email: null, department: 'Påhittade institutionen' } },
      { id: 'mentor', answers: { 'mentor-name': '王 Made-Up', 'mentor-workplace': 'Made-up & Co', 'mentor-email': '', since: { date: ['3', '11', '2026'] } } },
      { id: 'independence', answers: { found } },
      ...(found === 'something' ? [TIES] : []),
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

for (const [javaScript, language] of [[true, 'sv'], [false, 'en']]) {
  const way = javaScript ? 'with the program' : 'without JavaScript';

  journey(`a student registers the mentor and what speaks against it, and is told what it is for ${way} (${language})`, { javaScript }, async (phone) => {
    const { page } = phone;
    const person = registering('something');
    const first = address(language, '/doctoral/register/about-you');
    for (const place of ['/doctoral', '/doctoral/independence']) {
      await page.goto(address(language, place));
      assert.ok(await page.locator(`main a[href="${first}"]`).isVisible(), place);
    }
    await page.locator(`main a[href="${first}"]`).tap();
    // From a page of the kit it is a load, after which the focus stays where it is.
    await page.locator('main[data-place="about-you"]').waitFor();
    assert.match((await page.locator('main').innerText()).replaceAll('\n', ' '), MEANS[language]);
    await walkToCheck(phone, person, language);
    await readAnswers(page.locator('main'), person);
    const reference = await send(phone);
    assert.doesNotMatch(await page.locator('body').innerText(), /\{\w+\}/);
    const { staff, applicant } = await phone.portal.lettersOf(person.email, reference);
    assert.deepEqual([staff.length, applicant.length], [1, 1]);
    assert.ok(staff[0].text.includes('Vi skrev <en> artikel 2019.'), staff[0].text);
    assert.doesNotMatch(applicant[0].subject + applicant[0].text + staff[0].text, /\{\w+\}/, 'the letters leave nothing to fill');
    const other = language === 'sv' ? 'en' : 'sv';
    await page.goto(linkIn(applicant[0]));
    await page.locator(`header a[lang="${other}"]`).tap();
    await page.locator(`html[lang="${other}"] main[data-view="link"]`).waitFor();
    await openLink(phone, linkIn(applicant[0]));
    await readOwnPage(phone, person, reference);
  });

  journey(`who changes the answer to nothing sends no ties ${way} (${language})`, { javaScript }, async (phone) => {
    const { page } = phone;
    const person = registering('something');
    await walkToCheck(phone, person, language);
    await press(page, 'to-independence');
    await shown(phone, 'independence');
    await answer(page, { found: 'nothing' });
    await press(page, 'continue');
    await shown(phone, 'check');
    for (const name of ['ties', 'thoughts']) assert.ok(await page.locator(`main [data-fill="row-${name}"]`).isHidden(), name);
    const reference = await send(phone);
    const [{ record }] = await phone.portal.recordsOf(person.email);
    assert.equal(record.reference, reference);
    assert.deepEqual(record.draft.answers.found, ['nothing']);
    assert.equal(record.draft.answers.ties, undefined, 'what was not asked in the end is not sent');
  });
}
