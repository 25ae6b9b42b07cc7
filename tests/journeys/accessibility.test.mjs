// What the portal says of its own accessibility: how long the own page is open, and how far the portal complies.

import assert from 'node:assert/strict';
import { send, walkToCheck } from './harness/form.mjs';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { openLink } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';
import { OPTIONS } from './harness/states.mjs';

servePortal();

for (const language of LANGUAGES) {
  journey(`the own page says how long it is open and how it is opened again (${language})`, OPTIONS, async (phone) => {
    await walkToCheck(phone, PEOPLE.mentee(), language);
    await send(phone);
    await openLink(phone, await phone.page.locator('#receipt-link').getAttribute('href'));
    const sentence = await phone.page.locator('#until:visible').innerText();
    assert.match(sentence, language === 'sv' ? /två timmar.*länken igen/ : /two hours.*link again/);
  });

  journey(`the accessibility statement says how far the portal complies, how that was tested and where to complain (${language})`, OPTIONS, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, '/accessibility'));
    const said = await page.locator('main').innerText();
    const wanted = {
      sv: ['delvis förenlig', 'axe-core', '320 bildpunkter', 'bara att allt får plats', 'tangentbord', 'bara prövad i webbläsaren Chromium', 'skärmläsare', 'går inte att förlänga'],
      en: ['partly conforming', 'axe-core', '320 pixels', 'only that everything fits', 'keyboard', 'Chromium only', 'screen readers', 'cannot be extended'],
    };
    for (const words of wanted[language]) assert.ok(said.includes(words), words);
    for (const href of ['mailto:career-service@ki.se', 'https://www.digg.se/tdosanmalan']) assert.ok(await page.locator(`main a[href="${href}"]`).isVisible(), href);
  });
}
