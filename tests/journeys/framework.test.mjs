// A framework from the first page to what both have accepted: the student's form, the letters, the mentor's page, a change.

import assert from 'node:assert/strict';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, open, placeOf, press, send, shown, walkToCheck } from './harness/form.mjs';
import { linkIn, openLink } from './harness/ownpage.mjs';
import { lettersTo, student } from './harness/pair.mjs';

servePortal();

const SAID = {
  sv: { waits: 'Väntar på dig', asked: 'Din mentor har inte svarat än', yours: 'Väntar på ditt svar', agreed: 'Ni är överens', tie: 'skrivit artiklar', ended: 'Avslutad', same: /annan e-postadress/ },
  en: { waits: 'Waiting for you', asked: 'Your mentor has not answered yet', yours: 'Waiting for your answer', agreed: 'You have agreed', tie: 'written papers', ended: 'Ended', same: /another email address/ },
};

/** What a browser's console says of the answers below. */
const REFUSED = [/status of (401|409|422)/];

const standing = async (page) => (await page.locator('[data-fill="standing"]').innerText()).trim();
const tap = (page, go) => page.locator(`main button[name="_go"][value="${go}"]:visible`).tap();
const stands = (page, words) => page.locator('[data-fill="standing"]:visible').filter({ hasText: words }).waitFor();

const tick = (page, tie) => page.locator(`input[name="ties"][value="${tie}"]`).check();

/** The student shares a framework; both phones are on their own pages, the mentor's with the first letter's link. */
async function shared(phone, person, language) {
  await walkToCheck(phone, person, language);
  await send(phone);
  const [first] = await lettersTo(phone.portal, person.email, 1);
  await openLink(phone, linkIn(first));
  const [asked] = await lettersTo(phone.portal, person.mentor, 1);
  const mentor = await anotherPhone({ tolerates: REFUSED });
  await openLink(mentor, linkIn(asked));
  return mentor;
}

for (const language of LANGUAGES) {
  for (const javaScript of [true, false]) {
    const said = SAID[language];
    journey(`a framework is shared, accepted by a mentor without an account, changed and ended (${language}, ${javaScript ? 'with' : 'without'} JavaScript)`, { javaScript }, async (phone) => {
      const person = student(true);
      await walkToCheck(phone, person, language);
      await send(phone);
      await openLink(phone, await phone.page.locator('#receipt-link').getAttribute('href'));
      assert.equal(await standing(phone.page), said.waits);
      const [first] = await lettersTo(phone.portal, person.email, 1);
      await openLink(phone, linkIn(first));
      assert.equal(await standing(phone.page), said.asked);
      const [asked] = await lettersTo(phone.portal, person.mentor, 1);
      assert.ok(asked.subject.includes(person.email));

      const mentor = await anotherPhone({ javaScript, tolerates: REFUSED });
      await openLink(mentor, linkIn(asked));
      assert.equal(await standing(mentor.page), said.yours);
      for (const [name, words] of [['topics', 'Vägar efter disputationen'], ['where', 'Kafé <b>Påhittat</b>'], ['of-mentor', 'Lyssnar & frågar']]) {
        assert.equal((await mentor.page.locator(`[data-fill="answer-${name}"]`).innerText()).trim(), words);
      }
      await tap(mentor.page, 'accept');
      await mentor.page.locator('#ties-fault:visible').waitFor();
      // Said at the top as well, with a way to the boxes.
      await mentor.page.locator('#summary:visible a:visible').tap();
      await mentor.page.locator(javaScript ? '#q-ties:focus' : '#q-ties:target').waitFor();
      await tick(mentor.page, 'co-author');
      await tap(mentor.page, 'accept');
      await stands(mentor.page, said.agreed);

      await phone.page.reload();
      await stands(phone.page, said.agreed);
      assert.ok((await phone.page.locator('[data-fill="statement"]').innerText()).includes(said.tie));
      await phone.page.locator(`a[href="${address(language, '/my/change')}"]`).tap();
      const topics = phone.page.locator('textarea[name="topics"]');
      await topics.fill('Något nytt\nmed en rad till');
      await phone.page.locator('main form button.primary').tap();
      await phone.page.locator('[data-fill="earlier-topics"]:visible').waitFor();
      await mentor.page.reload();
      assert.equal(await standing(mentor.page), said.yours);
      assert.match(await mentor.page.locator('[data-fill="earlier-topics"]').innerText(), /Vägar efter disputationen/);
      await tap(mentor.page, 'accept');
      await stands(mentor.page, said.agreed);
      assert.ok(await mentor.page.locator('[data-fill="earlier-topics"]').isHidden());

      await phone.page.reload();
      assert.ok(await phone.page.locator('main button[value="erase"]').isHidden(), 'erasing takes two taps');
      await tap(phone.page, 'end');
      await stands(phone.page, said.ended);
      await mentor.page.reload();
      assert.equal(await standing(mentor.page), said.ended);
      // Asked, agreed, a proposal, agreed, ended.
      assert.equal((await lettersTo(phone.portal, person.mentor, 5)).length, 5);
      await mentor.close();
    });
  }
}

for (const language of LANGUAGES) {
  journey(`the meetings of a framework are planned from what it says (${language})`, {}, async (phone) => {
    const person = student(true);
    const mentor = await shared(phone, person, language);
    const { page } = mentor;
    const sent = [];
    page.on('request', (request) => sent.push(request.url()));
    assert.ok(await page.locator('a[data-fill-href="meetings"]').isHidden(), 'nothing is agreed on yet');
    await tick(page, 'none');
    await tap(page, 'accept');
    await page.locator('a[data-fill-href="meetings"]').tap();
    await page.locator('main[data-view="kit"]').waitFor();
    await alive(page);
    assert.ok((await page.locator('#months-3').isChecked()) && (await page.locator('#minutes-60').isChecked()));
    assert.equal(await page.locator('#place').inputValue(), 'Kafé <b>Påhittat</b>');
    for (const [part, value] of [['day', '30'], ['month', '6'], ['year', '2027']]) assert.equal(await page.locator(`#last-${part}`).inputValue(), value);
    assert.ok(sent.every((url) => !/Kaf|months/.test(decodeURIComponent(url))), 'what was agreed goes into no request');
    await mentor.close();
  });
}

journey('both write a change at once: the second sees both wordings and can send their own', {}, async (phone) => {
  const person = student();
  const mentor = await shared(phone, person, 'sv');
  for (const [one, words] of [[phone, 'Studentens ord'], [mentor, 'Mentorns ord']]) {
    await one.page.goto('/my/change');
    await one.page.locator('textarea[name="topics"]').fill(words);
  }
  assert.ok(await phone.page.locator('input[name="ties"]').first().isHidden(), 'only a mentor is asked');
  await tick(mentor.page, 'department');
  await phone.page.locator('main form button.primary').tap();
  await phone.page.waitForURL((url) => url.pathname === '/my');
  await mentor.page.locator('main form button.primary').tap();
  await mentor.page.locator('[data-fill="theirs-topics"]:visible').waitFor();
  assert.match(await mentor.page.locator('[data-fill="theirs-topics"]').innerText(), /Studentens ord/);
  assert.equal(await mentor.page.locator('textarea[name="topics"]').inputValue(), 'Mentorns ord');
  assert.ok(await mentor.page.locator('[data-fill="theirs-how-often"]').isHidden(), 'what is the same needs no second wording');
  await mentor.page.locator('main form button.primary').tap();
  await mentor.page.waitForURL((url) => url.pathname === '/my');
  assert.equal((await mentor.page.locator('[data-fill="answer-topics"]').innerText()).trim(), 'Mentorns ord');
  await mentor.close();
});

journey('a session that ends while a change is written costs nothing that was typed', {}, async (phone) => {
  const person = student();
  const mentor = await shared(phone, person, 'en');
  const [link] = (await lettersTo(phone.portal, person.mentor, 1)).map(linkIn);
  await mentor.page.goto('/en/my/change');
  await mentor.page.locator('textarea[name="topics"]').fill('Written for a long time');
  await tick(mentor.page, 'none');
  await mentor.context.clearCookies();
  await mentor.page.locator('main form button.primary').tap();
  await mentor.page.locator('#problem:visible').waitFor();
  assert.equal(await mentor.page.locator('textarea[name="topics"]').inputValue(), 'Written for a long time');
  assert.ok(await mentor.page.locator('input[name="ties"][value="none"]').isChecked());
  const tab = await mentor.context.newPage();
  await tab.goto(link);
  await tab.locator('main form[method="post"] button.primary').tap();
  await tab.locator('main[data-view="own"][data-role]').waitFor();
  await mentor.page.locator('main form button.primary').tap();
  await mentor.page.waitForURL((url) => url.pathname === '/en/my');
  assert.equal((await mentor.page.locator('[data-fill="answer-topics"]').innerText()).trim(), 'Written for a long time');
  await mentor.close();
});

for (const javaScript of [true, false]) {
  journey(`a mentor of two students accepts the one whose page it was, and erases with two taps (${javaScript ? 'with' : 'without'} JavaScript)`, { javaScript, tolerates: REFUSED }, async (phone) => {
    const links = [];
    for (const person of [student(), student()]) {
      await walkToCheck(phone, person, 'sv');
      await send(phone);
      await openLink(phone, linkIn((await lettersTo(phone.portal, person.email, 1))[0]));
      links.push(linkIn((await lettersTo(phone.portal, person.mentor, 1))[0]));
    }
    const { page, context } = phone;
    await openLink(phone, links[0]);
    const other = await context.newPage();
    await other.goto(links[1]);
    await other.locator('main form[method="post"] button.primary').tap();
    await other.locator('main[data-view="own"][data-role]').waitFor();
    await tick(page, 'none');
    await tap(page, 'accept');
    await page.locator('[data-fill="problem"]:visible').filter({ hasText: 'annan flik' }).waitFor();
    await other.reload();
    await stands(other, SAID.sv.yours);
    await openLink(phone, links[0]);
    await tick(page, 'none');
    await tap(page, 'accept');
    await stands(page, SAID.sv.agreed);
    await page.locator('main details summary').tap();
    await tap(page, 'erase');
    await page.locator('main button[value="erase"]').waitFor({ state: 'hidden' });
    await openLink(phone, links[1]);
    await stands(page, SAID.sv.yours);
  });
}

for (const language of LANGUAGES) {
  journey(`a student cannot be their own mentor, and a browser does not fill in the mentor's address (${language})`, {}, async (phone) => {
    const person = student();
    const { page } = phone;
    await open(phone, placeOf(language, 'framework', 'parties', 'doctoral'));
    assert.equal(await page.locator('#q-email').getAttribute('autocomplete'), 'email');
    assert.equal(await page.locator('#q-mentor-email').getAttribute('autocomplete'), 'off');
    await answer(page, { name: 'Påhittad', email: person.email, 'mentor-name': 'Påhittad', 'mentor-email': person.email.toUpperCase() });
    await press(page, 'continue');
    await page.locator('#summary:visible').waitFor();
    assert.match(await page.locator('#q-mentor-email-fault').innerText(), SAID[language].same);
    await answer(page, { 'mentor-email': person.mentor });
    await press(page, 'continue');
    await shown(phone, 'meetings');
  });
}
