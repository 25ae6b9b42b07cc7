// A programme closes while somebody writes, says when it opens, and opens: no draft is lost, and who waits is told once.

import assert from 'node:assert/strict';
import { journey, servePortal } from './harness/journey.mjs';
import { kept, open, placeOf, press, receipt, send, shown, standing, walkToCheck } from './harness/form.mjs';
import { BECAUSE, NEWS, longDate, setLive } from './harness/live.mjs';
import { linkIn, openLink } from './harness/ownpage.mjs';
import { PEOPLE, answersOf, email } from './harness/people.mjs';

servePortal();

const REFUSED = { tolerates: [/status of 403/] };
/** Ten days from now in Stockholm, as the calendar writes it. */
function inTenDays() {
  const day = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(day);
}

/** The line above the form, in the page's language. */
function line(page) {
  return page.locator('.live aside:visible');
}

for (const [javaScript, language] of [[true, 'sv'], [false, 'en']]) {
  journey(`a draft survives that the programme closes, hears when it opens and is sent then (${javaScript ? 'with the program' : 'without JavaScript'}, ${language})`, { ...REFUSED, javaScript }, async (phone) => {
    const { page } = phone;
    const person = PEOPLE.mentee();
    const opens = inTenDays();
    await setLive(phone.portal, {});
    await walkToCheck(phone, person, language);
    assert.equal(await line(page).count(), 0, 'nothing is said above the form while it is open');
    await setLive(phone.portal, { opens_on: opens, closed_because: BECAUSE });
    await press(page, 'send');
    await page.locator('main').getByText(BECAUSE[language]).filter({ visible: true }).first().waitFor();
    assert.ok((await page.locator('main').innerText()).includes(longDate(opens, language)), 'it says when it opens');
    assert.equal(await page.locator('main').getAttribute('data-place'), 'check');
    assert.deepEqual(await phone.portal.recordsOf(person.email), []);

    if (javaScript) {
      assert.ok(await kept(page, 'mentee'), 'the phone keeps it');
      await open(phone, placeOf(language, 'mentee', 'goals'));
      assert.ok((await line(page).innerText()).includes(longDate(opens, language)), 'the form itself says so by now');
      const answers = answersOf(person, 'goals');
      assert.deepEqual(await standing(page, Object.keys(answers)), answers);
      await open(phone, placeOf(language, 'mentee', 'check'));
    } else {
      assert.ok((await line(page).innerText()).includes(BECAUSE[language]));
    }
    await setLive(phone.portal, {});
    const reference = await send(phone);
    assert.deepEqual((await phone.portal.recordsOf(person.email)).map((one) => one.record.reference), [reference]);
  });
}

journey('what is said above a form follows the language of the page, also when the program changes it', {}, async (phone) => {
  const { page } = phone;
  await setLive(phone.portal, { open: false, closed_because: BECAUSE, notice: NEWS });
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  const said = async () => (await line(page).allInnerTexts()).join(' ');
  assert.ok((await said()).includes(BECAUSE.sv) && (await said()).includes(NEWS.sv));
  await page.locator('header button[name="_go"][value="stay"]').tap();
  await page.locator('html[lang="en"]').waitFor();
  await shown(phone, 'about-you');
  assert.ok((await said()).includes(BECAUSE.en) && (await said()).includes(NEWS.en));
  assert.ok(!(await said()).includes(BECAUSE.sv));
  await setLive(phone.portal, {});
});

function waiting() {
  return {
    programme: 'ki-alumni',
    role: 'tell-me',
    email: email('waiting'),
    pages: [
      { id: 'address', answers: { email: null, about: ['find'] } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

/** The letters to an address, once everything that is due has gone. */
async function lettersTo(phone, address) {
  await phone.portal.alarm();
  return (await phone.portal.json('/dev/letters.json')).filter((letter) => letter.to === address);
}

journey('who asks to be told is told once when it opens, and who cancels by the link is not', { javaScript: false }, async (phone) => {
  const { page } = phone;
  const [stays, cancels] = [waiting(), waiting()];
  await setLive(phone.portal, { open: false, closed_because: BECAUSE });
  await page.goto('/');
  await page.locator('main a.programme[href="/ki-alumni"]').tap();
  const tellMe = page.locator('main .actions a[href="/ki-alumni/tell-me/address"]');
  await tellMe.waitFor();
  assert.equal(await page.locator('main .actions a:visible').count(), 1, 'one thing to do while it is closed');
  await tellMe.tap();
  await shown(phone, 'address');
  for (const person of [stays, cancels]) {
    await walkToCheck(phone, person, 'sv');
    await send(phone);
  }
  const [confirmation] = await lettersTo(phone, cancels.email);
  await openLink(phone, linkIn(confirmation));
  const cancel = page.locator('main form[data-fill="withdraw"] button');
  await cancel.tap();
  await cancel.waitFor({ state: 'hidden' });
  assert.equal(new URL(page.url()).pathname, '/my');

  for (const change of [{}, { open: false, closed_because: BECAUSE }, {}]) {
    await setLive(phone.portal, change);
    await phone.portal.alarm();
  }
  const told = await lettersTo(phone, stays.email);
  assert.equal(told.length, 2, 'the confirmation, and that it has opened');
  assert.equal((await lettersTo(phone, cancels.email)).length, 1, 'only the confirmation');
  await page.goto('/ki-alumni');
  assert.ok(await tellMe.isHidden(), 'nobody waits for what is open');
  await page.goto('/ki-alumni/tell-me/address');
  await line(page).locator('a').tap();
  await page.waitForURL((url) => url.pathname === '/ki-alumni');
});

journey('who writes to be told while it opens is told that it is open', { tolerates: [/status of (403|409)/] }, async (phone) => {
  const person = waiting();
  await setLive(phone.portal, { open: false, closed_because: BECAUSE });
  await walkToCheck(phone, person, 'en');
  await setLive(phone.portal, {});
  await press(phone.page, 'send');
  await phone.page.locator('main .problem:visible, main #outcome p:visible').first().waitFor();
  assert.deepEqual(await phone.portal.recordsOf(person.email), []);
  assert.ok(await kept(phone.page, 'tell-me'), 'the draft stays');
  await setLive(phone.portal, { open: false, closed_because: BECAUSE });
  await press(phone.page, 'send');
  await receipt(phone);
  await setLive(phone.portal, {});
});

journey('an address that staff have changed is the one on every page of a form, also on those fetched ahead', {}, async (phone) => {
  const { page } = phone;
  await setLive(phone.portal, { contact: 'ny-adress@example.org' });
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'sv');
  for (const place of ['notice', 'about-you']) {
    await page.goBack();
    if (place === 'about-you') await open(phone, placeOf('sv', 'mentee', place));
    else await shown(phone, place);
    const contacts = await page.locator('main [data-fill="contact"]').evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('href')]));
    assert.ok(contacts.length > 0, place);
    for (const contact of contacts) assert.deepEqual(contact, ['ny-adress@example.org', 'mailto:ny-adress@example.org'], place);
  }
  await setLive(phone.portal, {});
});
