// A letter to the person whom one wants as a mentor: written on the phone, changed, kept, and given away by share sheet, mail
// or copy.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive } from './harness/form.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const SAID = {
  sv: { doctoral: /Jag är doktorand vid/, anybody: /Jag letar efter en mentor/, subject: 'Vill du bli min mentor?', nowhere: /inte spara/ },
  en: { doctoral: /I am a doctoral student at .* must have a mentor/, anybody: /I am looking for a mentor/, subject: 'Would you be my mentor?', nowhere: /not let us save/ },
};

/** What a phone shares with, and where a mail program would open: the page's own words arrive here. */
function shareSheet() {
  navigator.share = async (what) => void (window.shared = what);
  HTMLAnchorElement.prototype.click = function click() {
    window.mailed = this.href;
  };
}

async function openPage({ page }, language) {
  await page.goto(address(language, '/doctoral/invitation'));
  await alive(page);
}

for (const language of LANGUAGES) {
  const said = SAID[language];

  journey(`on the first visit a letter is shared with another app or opened in the mail (${language})`, {}, async (phone) => {
    const { page } = phone;
    await page.addInitScript(shareSheet);
    for (const [place, opening] of [['/doctoral/invitation', said.doctoral], ['/own-mentor/invitation', said.anybody]]) {
      await page.goto(address(language, place));
      await alive(page);
      assert.ok(await page.locator('#stays').isVisible());
      assert.ok(await page.locator('#stays-nowhere').isHidden());
      await page.locator('#kit .primary').tap();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'goals', 'without a goal there is nothing to write');
      assert.equal(await page.locator('#mentor').inputValue(), place.startsWith('/own') ? 'Åsa Öberg' : '', 'typed once, it is there');
      await page.locator('#mentor').fill('Åsa Öberg');
      await page.locator('#why').fill('Du har gått samma väg.');
      await page.locator('#goals').fill('Livet & arbetet');
      await page.locator('#often').fill('en gång i månaden');
      await page.locator('#name').fill('Kim Exempel');
      await page.locator('#kit .primary').tap();
      const text = await page.locator('#letter').inputValue();
      assert.match(text, opening);
      assert.match(text, /Åsa Öberg,\n\n[^]*\n\nDu har gått samma väg\.\n\n[^]*Livet & arbetet\n\n[^]*Kim Exempel$/);
      await page.locator('[data-act="share-letter"]').tap();
      assert.deepEqual(await page.evaluate(() => window.shared), { title: said.subject, text });
      await page.locator('[data-act="mail-letter"]').tap();
      const mailed = new URL(await page.evaluate(() => window.mailed));
      assert.deepEqual([mailed.protocol, mailed.pathname], ['mailto:', '']);
      const [subject, body] = mailed.search.slice(1).split('&').map((part) => decodeURIComponent(part.slice(part.indexOf('=') + 1)));
      assert.deepEqual([subject, body], [said.subject, text.replaceAll('\n', '\r\n')]);
      await page.reload();
      await alive(page);
      assert.equal(await page.locator('#letter').inputValue(), text);
      assert.equal(await page.locator('#why').inputValue(), 'Du har gått samma väg.');
    }
  });

  journey(`a letter to the mentor is written in either language, changed, kept and given away (${language})`, {}, async (phone) => {
    const { page, context } = phone;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: phone.portal.address });
    await openPage(phone, language);
    await page.locator('#kit .primary').tap();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'goals', 'without a goal there is nothing to write');
    await page.locator('#mentor').fill('Åsa Öberg');
    await page.locator('#goals').fill('Livet efter disputationen');
    await page.locator('#often').fill('en gång i månaden.');
    await page.locator('#name').fill('Kim Exempel');
    await page.locator('#kit .primary').tap();
    const letter = page.locator('#letter');
    const own = { sv: /^Hej Åsa Öberg,\n\nJag är doktorand/, en: /^Dear Åsa Öberg,\n\nI am a doctoral student/ };
    assert.match(await letter.inputValue(), own[language]);
    assert.match(await letter.inputValue(), /Livet efter disputationen\n\n.*en gång i månaden\.\n\n[^]*\nKim Exempel$/);
    assert.doesNotMatch(await letter.inputValue(), /[{}]|\n\n\n/);

    await letter.fill('Mina egna ord');
    await page.locator(language === 'sv' ? '#in-en' : '#in-sv').check();
    await page.locator('#kit .primary').tap();
    const other = language === 'sv' ? 'en' : 'sv';
    assert.match(await letter.inputValue(), own[other]);
    assert.match(await letter.inputValue(), /\nMina egna ord$/, 'what was changed stays');
    const written = await letter.inputValue();
    await page.locator('#kit .primary').tap();
    assert.equal(await letter.inputValue(), written, 'pressing again adds nothing');
    await page.reload();
    await alive(page);
    assert.match(await letter.inputValue(), /\nMina egna ord$/);
    assert.ok(await page.locator(`#in-${other}`).isChecked());
    const button = page.locator('[data-act="copy-letter"]');
    const before = await button.innerText();
    await button.tap();
    await eventually('the button says so', async () => (await button.innerText()) !== before);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await letter.inputValue());
  });

  journey(`of a letter that was written again nothing is lost and nothing stands twice, also after a reload (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language);
    const letter = page.locator('#letter');
    const write = async (goals) => {
      await page.locator('#goals').fill(goals);
      await page.locator('#kit .primary').tap();
      return letter.inputValue();
    };
    const times = (text, part) => text.split(part).length - 1;
    const first = await write('Det första målet');
    await page.reload();
    await alive(page);
    const second = await write('Det andra målet');
    assert.equal(times(second, 'Det första målet'), 0, 'what nobody has touched is written anew');
    assert.equal(second, first.replace('Det första', 'Det andra'));

    await letter.fill(`${second}\nPS: mina egna ord`);
    await page.reload();
    await alive(page);
    assert.equal(await write('Det andra målet'), `${second}\nPS: mina egna ord`, 'there is nothing new to write');
    for (const goals of ['Det tredje målet', 'Det fjärde målet']) {
      const text = await write(goals);
      assert.ok(text.startsWith(second.replace('Det andra målet', goals)), text);
      assert.deepEqual(['PS: mina egna ord', goals, 'Det andra målet'].map((part) => times(text, part)), [1, 1, 1], text);
      await page.reload();
      await alive(page);
      assert.equal(await letter.inputValue(), text);
    }
  });

  journey(`where storage is refused a letter is written and shared all the same, and the page says that nothing is kept (${language})`, { storageRefused: true }, async (phone) => {
    const { page } = phone;
    await page.addInitScript(shareSheet);
    await openPage(phone, language);
    assert.match(await page.locator('#stays-nowhere').innerText(), said.nowhere);
    assert.ok(await page.locator('#stays').isHidden(), 'it does not say that it stays');
    await page.locator('#goals').fill('Livet efter disputationen');
    await page.locator('#kit .primary').tap();
    await page.locator('[data-act="share-letter"]').tap();
    assert.equal(await page.evaluate(() => window.shared.text), await page.locator('#letter').inputValue());
    assert.ok(await page.locator('#stays').isHidden());
  });
}
