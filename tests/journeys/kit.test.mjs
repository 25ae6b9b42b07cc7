// A doctoral student's own mentor: by when, and is the person independent; answered on the phone, sent nowhere.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive } from './harness/form.mjs';

servePortal();

const SAID = {
  sv: {
    leap: /28 februari 2029/, noLeap: /29 februari/, future: /inte varit än/, past: /har varit/, tomorrow: /i morgon/, ahead: /365 dagar/,
    noDay: /alla fyra siffror i året/, rule: /KI:s regel: .*Öberg, Åsa/, question: /En fråga till dig: .*Oeberg A/, perhaps: /liknar/, clear: /Inget som talar emot/, event: 'Senaste dag att välja mentor', department: /Din institution, MTC, liknar det du skrev om mentorns/,
  },
  en: {
    leap: /28 February 2029/, noLeap: /29 February/, future: /still to come/, past: /has passed/, tomorrow: /tomorrow/, ahead: /365 days/,
    noDay: /all four digits of the year/, rule: /KI’s rule: .*Öberg, Åsa/, question: /A question for you: .*Oeberg A/, perhaps: /is like/, clear: /Nothing speaks against/, event: 'Last day to choose a mentor', department: /Your department, MTC, is like what you wrote of the mentor’s/,
  },
};

const answer = (page) => page.locator('#answer');

/** Today, or so many days from it, in Stockholm: `[year, month, day]`. */
function stockholm(days, years = 0) {
  const [year, month, day] = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }).split('-').map(Number);
  const date = new Date(Date.UTC(year + years, month - 1, day + days));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

async function admit(page, [year, month, day]) {
  for (const [id, value] of Object.entries({ day, month, year })) await page.locator(`#${id}`).fill(String(value));
  await page.locator('#kit .primary').tap();
}

async function openPage(phone, language, place) {
  await phone.page.goto(address(language, '/doctoral'));
  await phone.page.locator(`main a[href="${address(language, `/doctoral/${place}`)}"]`).tap();
  await phone.page.waitForURL((url) => url.pathname.endsWith(place));
  await phone.page.reload();
  await alive(phone.page);
}

for (const language of LANGUAGES) {
  const said = SAID[language];

  journey(`the day by which a mentor is chosen is worked out and saved for the calendar (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language, 'choose-by');
    await admit(page, [2027, 2, 29]);
    assert.match(await page.locator('#admitted-fault').innerText(), said.noDay);
    assert.equal(await page.locator('#day').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'day');
    assert.equal(await page.locator('#day').inputValue(), '29', 'what was typed stays');
    assert.ok(await answer(page).isHidden());
    for (const year of ['26', '+026', '0026']) {
      await admit(page, [year, 11, 24]);
      assert.match(await page.locator('#admitted-fault').innerText(), said.noDay, year);
      assert.ok(await answer(page).isHidden(), year);
    }

    await admit(page, [2028, 2, 29]);
    assert.ok(await page.locator('#admitted-fault').isHidden());
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
    for (const words of [said.leap, said.noLeap, said.future]) assert.match(await answer(page).innerText(), words);
    const saved = page.waitForEvent('download');
    await page.locator('[data-act="keep-day"]').tap();
    const file = await saved;
    assert.match(file.suggestedFilename(), /\.ics$/);
    const text = await readFile(await file.path(), 'utf8');
    for (const line of ['DTSTART;VALUE=DATE:20290228', `SUMMARY:${said.event}`, 'TRIGGER:-P60D']) assert.ok(text.includes(`${line}\r\n`), `${line} in ${text}`);
    assert.match(text.replaceAll('\r\n ', ''), /https:\/\/staff\.ki\.se\//);

    await admit(page, stockholm(1, -1));
    assert.match(await answer(page).innerText(), said.tomorrow);
    await admit(page, stockholm(-1, -1));
    assert.match(await answer(page).innerText(), said.past);
  });

  journey(`a mentor who may be a supervisor or a co-author is found, and no name leaves the phone (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language, 'independence');
    const sent = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.locator('#kit .primary').tap();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mentor', 'without a name there is nothing to compare');
    await page.locator('#mentor').fill('Asa Öberg');
    await page.locator('#supervisors').fill('Erik Exempel');
    await page.locator('#mentor').press('Enter');
    assert.match(await answer(page).innerText(), said.clear);
    await page.locator('#supervisors').fill('Erik Exempel\nÖberg, Åsa');
    await page.locator('#co-authors').fill('Exempel E, Oeberg A');
    await page.locator('#kit .primary').tap();
    for (const words of [said.rule, said.question, said.perhaps]) assert.match(await answer(page).innerText(), words);
    assert.doesNotMatch(await answer(page).innerText(), /Exempel/);
    await page.locator('#mentor-department').fill('MTC, Solna');
    await page.locator('#own-department').fill('MTC');
    await page.locator('#kit .primary').tap();
    assert.match(await answer(page).innerText(), said.department);
    await page.reload();
    await alive(page);
    assert.equal(await page.locator('#co-authors').inputValue(), 'Exempel E, Oeberg A', 'it is kept on this phone');
    assert.deepEqual(sent.filter((one) => !one.startsWith('GET ') || /Exempel|berg/.test(decodeURIComponent(one))), []);

    await page.goto(address(language, '/on-this-phone'));
    await alive(page);
    const link = page.locator(`main .stored a[href="${address(language, '/doctoral/independence')}"]`);
    assert.ok(await link.isVisible());
    await page.locator('[data-act="erase"]').tap();
    await link.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  journey(`without JavaScript the advice is there, the fields say what they need, and Enter sends nothing (${language})`, { javaScript: false }, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, '/doctoral/independence'));
    assert.match(await page.locator('main noscript').innerText(), /JavaScript/);
    const sent = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.locator('#mentor').fill('Asa Exempel');
    await page.locator('#mentor').press('Enter');
    await page.locator('#kit .primary').tap();
    assert.equal(await page.locator('#mentor').inputValue(), 'Asa Exempel', 'the page stays as it is');
    assert.deepEqual(sent, []);
  });
}
