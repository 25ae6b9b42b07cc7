// A mentor is asked at the desk, says yes behind the letter's link, the mentee chooses, staff confirm, and the two reach each other.

import assert from 'node:assert/strict';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { applied, looksRight, signIn, WIDTHS } from './harness/desk.mjs';
import { accept, answering } from './harness/mentors.mjs';
import { axe } from './harness/axe.mjs';
import { send, walkToCheck } from './harness/form.mjs';
import { linkIn } from './harness/ownpage.mjs';
import { lettersTo } from './harness/pair.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const TOLERATES = [/status of (401|409|422)/];

/** What each of the two reads, in their language. */
const SAID = {
  sv: { asked: /Kan du tänka dig/, shared: /Ämnen: ni har båda valt/, waits: /Du har sagt ja/, choose: /Passar det dig/, both: /Ni har båda sagt ja/, pair: /Ni är ett par/ },
  en: { asked: /Could you be a mentor/, shared: /Topics: you both chose/, waits: /You have said yes/, choose: /Does it suit you/, both: /You have both said yes/, pair: /You are a pair/ },
};

const stage = (page) => page.locator('[data-fill="stage"]').innerText();

/** Opens a letter's link by its button; ends on the page of the request. */
async function openRequest(phone, letter) {
  await phone.page.goto(linkIn(letter));
  await phone.page.locator('main form[method="post"] button.primary').tap();
  await phone.page.locator('main [data-fill="stage"]').waitFor();
}

let minutes = 0;

/** Time passes until the letters that wait for a slip of the hand go. */
async function pass(portal) {
  minutes += 11;
  await portal.command('/dev/clock', { offset_ms: minutes * 60_000 });
  await portal.alarm();
}

/** A mentor applies, and staff check and accept them; ends at the desk. */
async function listed(phone, mentor) {
  const { reference } = await applied(phone, mentor);
  await phone.page.setViewportSize(WIDTHS[0]);
  await signIn(phone);
  await accept(phone.page, reference);
  await pass(phone.portal);
  return reference;
}

/** Staff ask that mentor for that mentee. */
async function ask(page, reference, mentor) {
  await page.goto(`/desk/records/${reference}`);
  await page.locator('.suggested summary').click();
  await page.locator('.suggested ol > li', { has: page.locator(`a[href*="${mentor}"]`) }).locator('button.ask').click();
  await page.locator('.requests li', { hasText: 'Mentorn svarar senast' }).waitFor();
}

/** An application whose letter was opened, so that it is known whose address it is. */
async function confirmed(phone, person, language) {
  await walkToCheck(phone, person, language);
  const reference = await send(phone);
  const [letter] = await lettersTo(phone.portal, person.email, 1);
  await phone.page.goto(linkIn(letter));
  await phone.page.locator('main form[method="post"] button.primary').tap();
  await phone.page.locator('main[data-view="own"][data-role]').waitFor();
  return reference;
}

for (const language of LANGUAGES) {
  const said = SAID[language];
  journey(`a mentor says yes, the mentee chooses, and the two reach each other (${language})`, { tolerates: TOLERATES }, async (phone) => {
    const { page, portal } = phone;
    const one = answering(PEOPLE.mentee(), { topics: ['career-paths', 'daily-work'] });
    const other = answering(PEOPLE.mentor(), { topics: ['career-paths', 'daily-work'] });
    const mentee = await anotherPhone({ tolerates: TOLERATES, javaScript: language === 'sv' });
    const reference = await confirmed(phone, one, language);
    const mentor = await listed(phone, other);
    await ask(page, reference, mentor);
    assert.equal(await page.locator('.suggested:visible').count(), 0, 'one is asked at a time');
    await looksRight(page, 'a record with a request');
    await pass(portal);

    const asked = (await lettersTo(portal, other.email, 3)).at(-1);
    const ofMentor = await anotherPhone({ tolerates: TOLERATES });
    await openRequest(ofMentor, asked);
    assert.match(await stage(ofMentor.page), SAID.sv.asked);
    assert.match(await ofMentor.page.locator('[data-fill="fits"]').innerText(), SAID.sv.shared);
    const main = await ofMentor.page.locator('main').innerText();
    assert.ok(main.includes('Påhittade O’Neill-Åström') && !main.includes(one.email), main);
    assert.deepEqual(await axe(ofMentor.page), []);
    await ofMentor.page.locator('button[name="_go"][value="yes"]').tap();
    await ofMentor.page.locator('[data-fill="answer"]').waitFor({ state: 'hidden' });
    assert.match(await stage(ofMentor.page), SAID.sv.waits);

    const choice = (await lettersTo(portal, one.email, 3)).at(-1);
    await openRequest(mentee, choice);
    assert.match(await stage(mentee.page), said.choose);
    assert.ok(!(await mentee.page.locator('main').innerText()).includes(other.email));
    // Where scripts are refused nothing can look at the page.
    if (language === 'sv') assert.deepEqual(await axe(mentee.page), []);
    await mentee.page.goto(address(language, '/my'));
    await mentee.page.locator('[data-fill="request-1"] a').tap();
    await mentee.page.locator('button[name="_go"][value="yes"]').tap();
    await mentee.page.locator('[data-fill="stage"]').filter({ hasText: said.both }).waitFor();

    await page.goto('/desk');
    await page.locator('.queue a', { hasText: 'Bekräfta paret' }).first().click();
    await page.getByRole('button', { name: 'Bekräfta paret' }).click();
    await page.locator('.next form button.primary').click();
    await page.locator('.requests li', { hasText: 'Båda har sagt ja' }).waitFor();
    await pass(portal);
    for (const [phoneOf, there, words] of [[ofMentor, one, SAID.sv], [mentee, other, said]]) {
      await phoneOf.page.reload();
      assert.match(await stage(phoneOf.page), words.pair);
      assert.equal((await phoneOf.page.locator('[data-fill="contact-email"]').innerText()).trim(), there.email);
    }
    const introduced = (await lettersTo(portal, other.email, 4)).at(-1);
    assert.ok(introduced.text.includes(one.email) && introduced.text.includes('Påhittade O’Neill-Åström'));
  });
}

journey('a mentor says not now, and staff are to ask another', { tolerates: TOLERATES, javaScript: true }, async (phone) => {
  const { page, portal } = phone;
  const other = PEOPLE.mentor();
  const { reference } = await applied(phone);
  const mentor = await listed(phone, other);
  await ask(page, reference, mentor);
  await pass(portal);
  const ofMentor = await anotherPhone({ tolerates: TOLERATES, javaScript: false });
  const letters = await lettersTo(portal, other.email, 3);
  await openRequest(ofMentor, letters.at(-1));
  await ofMentor.page.locator('button[name="_go"][value="no"]').tap();
  await ofMentor.page.locator('[data-fill="stage"]').filter({ hasText: 'Tack för ditt svar' }).waitFor();
  assert.ok(!(await ofMentor.page.locator('main').innerText()).includes('Påhittade O’Neill-Åström'), 'what is over shows nobody');
  await page.goto('/desk');
  await page.locator('.queue a', { hasText: 'Fråga en annan mentor' }).first().click();
  await page.locator('.requests li', { hasText: 'Mentorn svarade ”inte nu”' }).waitFor();
});
