// A new release while a form is open, on a phone that keeps no pages and has fetched nothing ahead: going on brings the new
// program, and the draft with every key.

import assert from 'node:assert/strict';
import { LANGUAGES, journey, servePortal } from './harness/journey.mjs';
import { alive, answer, holds, kept, open, placeOf, press, send, shown, walk } from './harness/form.mjs';
import { NOTHING, Network } from './harness/offline-network.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';
import { Phone } from './harness/phone.mjs';

servePortal();

/** One test behind a network that first serves an earlier release, and never the file with a form's other pages. */
function journeyThroughRelease(sentence, walk) {
  journey(sentence, {}, async ({ context, portal }) => {
    const network = await Network.before(portal);
    network.isEarlierRelease = true;
    network.meets = (path) => (path.startsWith('/build/form-') ? NOTHING : undefined);
    try {
      const seen = Object.create(portal, { address: { value: network.address } });
      const phone = await Phone.open(context.browser(), seen, { tolerates: [/ERR_EMPTY_RESPONSE/] });
      try {
        await walk(phone, network);
      } finally {
        await phone.close();
      }
    } finally {
      await network.close();
    }
  });
}

const program = (page) => page.locator('script[type="module"]').getAttribute('src');

for (const language of LANGUAGES) {
  journeyThroughRelease(`Continue after a release brings the new program, and no key is lost (${language})`, async (phone, network) => {
    const { page } = phone;
    const person = PEOPLE.mentee();
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    const earlier = await program(page);
    await answer(page, answersOf(person, 'about-you'));
    network.isEarlierRelease = false;
    // The last key is pressed just before.
    await page.locator('#form [name="name"]').press('End');
    await page.keyboard.type(' d.y.');
    const name = `${answersOf(person, 'about-you').name} d.y.`;
    await press(page, 'continue');
    // The browser is sent there, for a document of this release does not fit the program of the one before.
    await page.locator('main[data-place="connection"]').waitFor();
    await alive(page);
    assert.notEqual(await program(page), earlier);
    const { answers } = (await kept(page, 'mentee')).draft;
    assert.deepEqual([answers.name, answers.email], [[name], [person.email]]);
    await press(page, 'back');
    await shown(phone, 'about-you');
    await holds(page, { name, email: person.email });
    await press(page, 'continue');
    await shown(phone, 'connection');
    await walk(phone, person);
    await send(phone);
    const records = await phone.portal.recordsOf(person.email);
    assert.deepEqual(records.map(({ record }) => record.draft.answers.name), [[name]]);
  });
}
