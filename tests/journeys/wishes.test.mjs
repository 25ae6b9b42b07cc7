// A mentee looks through the mentors, wishes for some with a word to each, and they are asked one after the other.

import assert from 'node:assert/strict';
import { axe } from './harness/axe.mjs';
import { looksRight, signIn, WIDTHS } from './harness/desk.mjs';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { linkIn, tapThrough } from './harness/ownpage.mjs';
import { answering } from './harness/mentors.mjs';
import { lettersTo } from './harness/pair.mjs';
import { PEOPLE } from './harness/people.mjs';
import { eventually } from './harness/portal.mjs';
import { card, looksThrough, shownMentors, toMentors, untilShown, wishFor, wished } from './harness/wishing.mjs';

servePortal();

const TOLERATES = [/status of (401|409|422)/];
const SAID = {
  sv: { saved: /sparade/, full: /redan önskat tre/, shared: /Ämnen: ni har båda valt/, unnamed: 'Mentor som visas utan namn', stands: /Mentorn har fått frågan/, question: /vill veta mer/ },
  en: { saved: /are saved/, full: /already wished for three/, shared: /Topics: you both chose/, unnamed: 'Mentor shown without a name', stands: /This mentor has been asked/, question: /like to know more/ },
};

let passes = 0;

/** Time passes until the letters that wait for a slip of the hand go. */
async function pass(portal) {
  passes += 1;
  await portal.command('/dev/clock', { offset_ms: passes * 11 * 60_000 });
  await portal.alarm();
}

for (const language of LANGUAGES) {
  const said = SAID[language];
  journey(`a mentee wishes for mentors, and the next is asked when the first cannot (${language})`, { tolerates: TOLERATES }, async (phone) => {
    const { page, portal } = phone;
    const mark = language === 'sv' ? 'Ett' : 'Two';
    const names = ['Anna', 'Björn', 'Cilla'].map((name) => `${name} Påhittad-${mark}`);
    const { emails } = await shownMentors(phone, [...names, null]);
    const mentee = await anotherPhone({ tolerates: TOLERATES, javaScript: language === 'sv' });
    const person = answering(PEOPLE.mentee(), { topics: ['career-paths', 'network'] });
    const reference = await toMentors(mentee, person, language);
    const mine = mentee.page;
    await untilShown(mine, language, names[2]);
    await untilShown(mine, language, said.unnamed);
    const shown = await mine.locator('main').innerText();
    assert.ok(!shown.includes('@example.org') && !shown.includes('王 Made-Up'), 'nobody’s address, and no name that was not to be shown');
    assert.match(await card(mine, names[0]).innerText(), said.shared);

    if (language === 'sv') await looksThrough(mine);
    await mine.locator('#q').fill(names[1]);
    if (language === 'en') await tapThrough(mine, mine.locator('.search button'));
    assert.equal(await mine.locator('.cards > li:visible').count(), 1);
    await wishFor(mine, names[1]);
    assert.equal(await mine.locator('#q').inputValue(), names[1], 'what was sought stays');
    assert.match(await mine.locator('[data-fill="saved"]').innerText(), said.saved);
    await mine.goto(address(language, '/my/mentors'));
    await wishFor(mine, names[0]);
    await mine.locator('[name="word-2"]').fill('Till Anna & ingen <b>annan</b>.');
    await mine.locator('[name="avoid"]').fill('Elak Påhittad');
    await wishFor(mine, names[2]);
    assert.equal(await mine.locator('[name="word-2"]').inputValue(), 'Till Anna & ingen <b>annan</b>.', 'typed while another was added');
    assert.deepEqual((await wished(mine)).map((one) => one.split(' ')[0]), ['Björn', 'Anna', 'Cilla']);
    await tapThrough(mine, mine.locator('.wishes > li').nth(1).locator('button[value="up-2"]'));
    assert.deepEqual((await wished(mine)).map((one) => one.split(' ')[0]), ['Anna', 'Björn', 'Cilla']);
    await wishFor(mine, said.unnamed);
    assert.match(await mine.locator('[data-fill="problem"]').innerText(), said.full);
    await tapThrough(mine, mine.locator('.wishes > li').nth(2).locator('button[value="remove-3"]'));
    assert.equal((await wished(mine)).length, 2);
    if (language === 'sv') assert.deepEqual(await axe(mine), []);

    await page.setViewportSize(WIDTHS[0]);
    await signIn(phone);
    await page.goto(`/desk/records/${reference}`);
    const wishes = page.locator('.requests', { hasText: 'Önskade mentorer' });
    await wishes.waitFor();
    assert.match(await wishes.innerText(), /Anna[^]*Till Anna & ingen <b>annan<\/b>[^]*Björn[^]*Elak Påhittad/);
    await looksRight(page, 'a record with wishes');
    await wishes.getByRole('button', { name: 'Fråga de önskade' }).click();
    await page.locator('.requests li', { hasText: 'Mentorn svarar senast' }).waitFor();
    await pass(portal);

    const asked = await eventually('the letter to the mentor', async () => {
      const letters = await portal.json('/dev/letters.json');
      return letters.find(({ subject, to }) => to === emails[0] && subject.startsWith('Vill du bli mentor åt någon'));
    });
    const ofMentor = await anotherPhone({ tolerates: TOLERATES });
    await ofMentor.page.goto(linkIn(asked));
    await ofMentor.page.locator('main form[method="post"] button.primary').tap();
    await ofMentor.page.locator('[data-fill="word"]:visible').waitFor();
    assert.ok((await ofMentor.page.locator('main').innerText()).includes('Till Anna & ingen <b>annan</b>.'));
    assert.deepEqual(await axe(ofMentor.page), []);
    await ofMentor.page.locator('[name="talk"]').fill('Vad vill du bli & <b>varför</b>?');
    await tapThrough(ofMentor.page, ofMentor.page.locator('button[value="wonder"]'));
    await ofMentor.page.locator('[data-fill="question"]:visible').waitFor();
    const question = await eventually('the letter to the mentee', async () => {
      await portal.alarm();
      return (await lettersTo(portal, person.email, 1)).find(({ subject }) => said.question.test(subject));
    });
    await mine.goto(linkIn(question));
    await mine.locator('main form[method="post"] button.primary').tap();
    await mine.locator('[data-fill="question"]:visible').waitFor();
    assert.ok((await mine.locator('main').innerText()).includes('Vad vill du bli & <b>varför</b>?'));
    assert.ok(!(await mine.locator('main').innerText()).includes(names[0]), 'who asks is not told before a yes');
    if (language === 'sv') assert.deepEqual(await axe(mine), []);
    await mine.locator('[name="talk"]').fill('Forskare.');
    await tapThrough(mine, mine.locator('button[value="reply"]'));
    await mine.locator('[data-fill="reply"]:visible').waitFor();
    await ofMentor.page.reload();
    assert.match(await ofMentor.page.locator('[data-fill="reply"]').innerText(), /Forskare/);
    await mine.goto(address(language, '/my/mentors'));
    assert.match(await mine.locator('[data-fill="stands"]').innerText(), said.stands);
    await ofMentor.page.locator('button[name="_go"][value="no"]').tap();
    await ofMentor.page.locator('[data-fill="answer"]').waitFor({ state: 'hidden' });
    assert.deepEqual(await axe(ofMentor.page), []);
    await tapThrough(ofMentor.page, ofMentor.page.locator('button[value="because-no-time"]'));
    await ofMentor.page.locator('[data-fill="why-said"]:visible').waitFor();
    await page.reload();
    await page.locator('.requests li', { hasText: 'Mentorn svarar senast' }).waitFor();
    assert.match(await page.locator('.requests ol').last().innerText(), /Skäl: ”Jag har inte tid just nu”/);
    assert.equal(await page.locator('.requests ol > li', { hasText: 'Mentorn svarade ”inte nu”' }).count(), 1);
  });
}
