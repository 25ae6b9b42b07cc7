// After sending: answers are changed as long as nobody has taken them up, an application is taken back and stands again, what is
// held is taken out, and a letter that reached somebody else is said to have done so.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { axe } from './harness/axe.mjs';
import { EVERYONE } from './harness/everyone.mjs';
import { holds, open, placeOf, send, standing, walk, walkToCheck } from './harness/form.mjs';
import { CHANGE_PAGE, OWN_PAGE, linkIn, openLink, readOwnPage } from './harness/ownpage.mjs';
import { PEOPLE, allAnswers } from './harness/people.mjs';

servePortal();

const TOLERATES = [/status of (409|410|422)/];
const history = (page) => page.locator('[data-fill="history"]');

/** Sends a form and opens the page of it; gives the reference. */
async function sent(phone, person, language) {
  await walkToCheck(phone, person, language);
  const reference = await send(phone);
  await openLink(phone, await phone.page.locator('#receipt-link').getAttribute('href'));
  return reference;
}

async function toTheChange(page) {
  await page.locator('[data-fill="may-change"] a').tap();
  await page.locator(CHANGE_PAGE).waitFor();
}

const save = (page) => page.locator(`${CHANGE_PAGE} button.primary`).tap();
const recordOf = async (phone, person) => (await phone.portal.recordsOf(person.email))[0].record;

for (const language of LANGUAGES) {
  journey(`answers are changed on one page, and nothing typed is lost on the way (${language})`, { tolerates: TOLERATES }, async (phone) => {
    const { page } = phone;
    const person = PEOPLE.mentor();
    const reference = await sent(phone, person, language);
    await toTheChange(page);
    const names = Object.keys(allAnswers(person)).filter((name) => !['email', 'notice-read'].includes(name));
    const { email, 'notice-read': read, ...others } = allAnswers(person);
    assert.deepEqual(await standing(page, names), others, 'everything stands there as it was sent');
    await page.locator('[name="offer"]').fill('');
    await page.locator('[name="work"]').fill('Ändrat ’arbete’ & mer');
    await page.reload();
    await holds(page, { offer: '', work: 'Ändrat ’arbete’ & mer' });
    await save(page);
    await page.locator('#summary:visible a[href="#q-offer"]').waitFor();
    assert.deepEqual(await axe(page), []);
    await holds(page, { offer: '', work: 'Ändrat ’arbete’ & mer' });
    await page.locator('[name="offer"]').fill('Något annat.');
    await save(page);
    await history(page).waitFor();
    const changed = { ...others, work: 'Ändrat ’arbete’ & mer', offer: 'Något annat.' };
    const pages = [{ id: 'all', answers: { ...changed, email: null, 'notice-read': ['yes'] } }];
    await readOwnPage(phone, { ...person, pages }, reference);
    assert.match(await history(page).innerText(), language === 'sv' ? /Du ändrade dina svar/ : /You changed your answers/);
    const record = await recordOf(phone, person);
    assert.deepEqual([record.draft.answers.offer, record.arrived.answers.offer], [['Något annat.'], [person.pages.find(({ id }) => id === 'offer').answers.offer]]);
    await toTheChange(page);
    await holds(page, { offer: 'Något annat.' });
  });

  journey(`an application is taken back and stands again (${language})`, {}, async (phone) => {
    const { page } = phone;
    const person = PEOPLE.mentee();
    await sent(phone, person, language);
    const received = await page.locator('[data-fill="standing"]').innerText();
    await page.locator('form[data-fill="withdraw"] button').tap();
    await page.locator('form[data-fill="return"] button:visible').waitFor();
    assert.equal((await recordOf(phone, person)).standing, 'withdrawn');
    assert.deepEqual(await axe(page), []);
    await page.locator('form[data-fill="return"] button').tap();
    await page.locator('form[data-fill="withdraw"] button:visible').waitFor();
    assert.equal(await page.locator('[data-fill="standing"]').innerText(), received);
    assert.equal((await recordOf(phone, person)).standing, 'received');
    assert.equal((await history(page).innerText()).split('\n').length, 3);
  });
}

journey('what somebody has taken up since is not changed any more, and what was written stays', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal } = phone;
  const person = PEOPLE.mentee();
  const reference = await sent(phone, person, 'sv');
  await toTheChange(page);
  await page.locator('[name="goals"]').fill('Skrivet för sent.');
  await portal.command('/dev/decide', { reference, standing: 'under-review' });
  await save(page);
  await page.locator('.problem:visible').waitFor();
  await holds(page, { goals: 'Skrivet för sent.' });
  await page.goto('/my');
  assert.equal(await page.locator('[data-fill="may-change"]:visible').count(), 0);
  await page.locator('[data-fill="may-not-change"]:visible', { hasText: reference }).waitFor();
});

journey('a ranked choice is put in another order and saved, with what else was written', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const person = EVERYONE.mentee();
  await open(phone, placeOf('sv', person.role, person.pages[0].id, person.programme));
  await walk(phone, person);
  await send(phone);
  await openLink(phone, await page.locator('#receipt-link').getAttribute('href'));
  await toTheChange(page);
  const question = 'meeting-places';
  const order = (await recordOf(phone, person)).draft.answers[question];
  const turned = [order[1], order[0], ...order.slice(2)];
  await page.locator(`button[value="rank.${question}.up.2"]`).tap();
  await page.locator('[data-fill="unsaved"]:visible').waitFor();
  assert.deepEqual((await recordOf(phone, person)).draft.answers[question], order, 'nothing is saved yet');
  await save(page);
  await history(page).waitFor();
  assert.deepEqual((await recordOf(phone, person)).draft.answers[question], turned);
});

journey('what is held about a person is taken out as a file', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  const reference = await sent(phone, person, 'en');
  const download = page.waitForEvent('download');
  await page.locator('main a[href$="/my/file"]').tap();
  const file = await download;
  assert.equal(file.suggestedFilename(), `my-data-${reference}.json`);
  const held = JSON.parse(await readFile(await file.path(), 'utf8'));
  const values = held.records.flatMap((record) => record.answers).flatMap((answer) => answer.values);
  for (const value of Object.values(allAnswers(person)).flat().filter(Boolean)) assert.ok(values.includes(value), value);
});

journey('whoever got a letter by mistake cancels its link, without JavaScript too', { javaScript: false, tolerates: [/status of (401|410)/] }, async (phone) => {
  const { page, portal } = phone;
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'en');
  const reference = await send(phone);
  const { applicant } = await portal.lettersOf(person.email, reference);
  const path = linkIn(applicant[0]);
  await page.goto(path);
  await page.locator('main details summary').tap();
  await page.locator('main details button').tap();
  await page.locator('main h1', { hasText: 'The link is cancelled' }).waitFor();
  await page.goto(path);
  await page.locator('main form button.primary').tap();
  await page.locator('main[data-view="problem"]').waitFor();
  assert.equal(await page.locator(OWN_PAGE).count(), 0);
  const { asked } = await recordOf(phone, person);
  assert.deepEqual(asked.map((one) => one.what), ['report']);
  assert.equal((await page.goto(address('en', '/my'))).status(), 401);
});
