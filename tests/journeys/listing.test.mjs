// Programmes that others run: what the page says of each, which check it calls old, and how one suggests another.

import assert from 'node:assert/strict';
import { address, journey, servePortal } from './harness/journey.mjs';
import { dateWords } from './harness/fields.mjs';
import { send, walkToCheck } from './harness/form.mjs';
import { linkIn, openLink, readAnswers, readOwnPage } from './harness/ownpage.mjs';
import { email } from './harness/people.mjs';

servePortal();

/** The made-up entries of tests/programmes/elsewhere.toml, in its order. */
const ENTRIES = [
  { name: { sv: 'Påhittade mentorer', en: 'Made-up Mentors' }, address: 'https://mentors.example.org/', checked: '2026-11-03', contact: 'mentors@example.org' },
  { name: { sv: 'Gamla provmentorer', en: 'Old Test Mentors' }, address: 'https://old.example.org/', checked: '2024-02-29' },
];
const CHECKED = { sv: 'Senast kontrollerad', en: 'Last checked on' };
const STALE = { sv: 'Kontrollerades för mer än ett år sedan', en: 'Checked more than a year ago' };

/** The day in Stockholm a year ago; what was checked before it is old. */
function aYearAgo() {
  const [year, ...rest] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()).split('-');
  return [Number(year) - 1, ...rest].join('-');
}

for (const [javaScript, language] of [[true, 'sv'], [false, 'en']]) {
  const way = javaScript ? 'with the program' : 'without JavaScript';

  journey(`a list of programmes elsewhere says what, for whom, when it was checked and whether that is long ago ${way} (${language})`, { javaScript }, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, '/elsewhere'));
    for (const entry of ENTRIES) {
      const section = page.locator('main section', { has: page.getByRole('link', { name: entry.name[language] }) });
      assert.equal(await section.locator('h3 a').getAttribute('href'), entry.address);
      const said = await section.innerText();
      const day = dateWords(language, entry.checked.split('-').reverse());
      assert.ok(said.includes(`${CHECKED[language]} ${day}.`), said);
      assert.match(said, language === 'sv' ? /För vem: / : /For whom: /);
      assert.equal(said.includes(STALE[language]), entry.checked < aYearAgo(), said);
      assert.equal(await section.locator('a[href^="mailto:"]').count(), entry.contact ? 1 : 0);
    }
  });

  journey(`a programme is suggested, kept, mailed and taken back ${way} (${language})`, { javaScript }, async (phone) => {
    const { page } = phone;
    const person = {
      programme: 'outside',
      role: 'suggest',
      email: email('suggesting'),
      pages: [
        { id: 'programme', answers: { 'programme-name': 'Påhittade <mentorer>', 'web-address': 'example.org/mentor', what: 'Samtal & möten.\nEn gång i månaden.', 'for-whom': 'Den som provar.' } },
        { id: 'about-you', answers: { name: 'Påhittad O’Tipsare', email: null } },
        { id: 'notice', answers: { 'notice-read': ['yes'] } },
      ],
    };
    await page.goto(address(language, '/outside'));
    assert.equal(await page.locator('main section h3').count(), 0, 'no programme is named');
    assert.equal(await page.locator('main .actions a').first().getAttribute('href'), address(language, '/outside/contact/message'));
    assert.ok(await page.locator(`main .actions a[href="${address(language, '/outside/suggest/programme')}"]`).isVisible());
    await walkToCheck(phone, person, language);
    await readAnswers(page.locator('main'), person);
    const reference = await send(phone);
    assert.doesNotMatch(await page.locator('body').innerText(), /\{\w+\}/);
    const { staff, applicant } = await phone.portal.lettersOf(person.email, reference);
    assert.deepEqual([staff.length, applicant.length], [1, 1]);
    assert.ok(staff[0].text.includes('Påhittade <mentorer>'), staff[0].text);
    assert.doesNotMatch(applicant[0].subject + applicant[0].text + staff[0].text, /\{\w+\}/, 'the letters leave nothing to fill');
    await openLink(phone, linkIn(applicant[0]));
    await readOwnPage(phone, person, reference);
    await page.locator('main button[value="withdraw"]').tap();
    await page.locator('main button[value="withdraw"]').waitFor({ state: 'hidden' });
    assert.equal((await phone.portal.recordsOf(person.email))[0].record.standing, 'withdrawn');
  });
}
