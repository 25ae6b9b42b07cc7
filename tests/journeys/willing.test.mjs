// A mentor is asked after half a year whether they are still willing: by a letter that leads to a button on their own page.

import assert from 'node:assert/strict';
import { address, journey, LANGUAGES, servePortal } from './harness/journey.mjs';
import { axe } from './harness/axe.mjs';
import { applied, letters, signIn } from './harness/desk.mjs';
import { accept } from './harness/mentors.mjs';
import { OWN_PAGE, linkIn } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const DAY_MS = 24 * 3_600_000;

const SAID = {
  sv: { subject: /Vill du fortfarande vara mentor/, yes: 'Ja, jag vill fortfarande vara mentor', thanks: /^Tack\. Du har svarat .*\(\S+ \d/ },
  en: { yes: 'Yes, I am still willing', thanks: /^Thank you\. You have said .*\(\S+ \d/ },
};

let days = 0;

async function pass(portal, more) {
  days += more;
  await portal.command('/dev/clock', { offset_ms: days * DAY_MS });
  await portal.alarm();
}

for (const language of LANGUAGES) {
  journey(`a mentor says by one button that they are still willing (${language})`, { tolerates: [/status of (401|409)/] }, async (phone) => {
    const { page, portal } = phone;
    const person = PEOPLE.mentor();
    const { reference } = await applied(phone, person);
    await signIn(phone);
    await accept(page, reference);
    await pass(portal, 183);
    await pass(portal, 6);
    const isIt = ({ to, subject }) => to === person.email && SAID.sv.subject.test(subject);
    const letter = await eventually('the question', async () => (await letters(portal)).find(isIt));
    await page.goto(linkIn(letter));
    await page.locator('main form[method="post"] button.primary').tap();
    await page.locator(OWN_PAGE).waitFor();
    await page.goto(address(language, '/my'));
    await page.locator(OWN_PAGE).waitFor();
    assert.deepEqual(await axe(page), []);
    const yes = page.locator('form[data-fill="willing"] button');
    assert.equal(await yes.innerText(), SAID[language].yes);
    await yes.tap();
    const thanks = page.locator('[data-fill="willing-said"]');
    await thanks.waitFor();
    assert.match(await thanks.innerText(), SAID[language].thanks);
    assert.ok(await yes.isHidden(), 'nobody is asked what they have just answered');
  });
}
