// Meetings planned on the phone: their days here and where the mentor is, a file that two calendars' own parsers read alike,
// what to write about them; and the line for the study plan. Nothing of it is sent.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';
import { alive } from './harness/form.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const SAID = {
  sv: {
    first: 'tisdag 20 oktober 2026 kl. 15.00', more: /… och \d+ till, till och med/, letter: /^Hej,\n\nHär är tiderna/, event: 'Möte med mentor',
    noClock: /klockslag/, noLast: /inte är före/, plan: /^Kim Exempel är min mentor\. Arbetsplats: Påhittade sjukhuset\. Mentorskapet pågår sedan november 2026\. Vi ses två gånger om året\. Mentorn är någon annan/,
    student: [/^Hej,\n\nVi ses .*prata om:\n– [^]*\nKim Exempel$/, /har hänt sedan sist:[^]*\nKim Exempel$/], mentor: [/Skriv gärna några rader innan om vad du vill/, /hur det har gått sedan sist och vad/],
    by: { student: /^Studenten skickar .*(första|senare) möte/, mentor: /^Mentorn skickar .*(första|senare) möte/ },
  },
  en: {
    first: 'Tuesday 20 October 2026 at 15.00', more: /… and \d+ more, until/, letter: /^Hello,\n\nThese are the times/, event: 'Mentor meeting',
    noClock: /Write a time/, noLast: /not before/, plan: /^Kim Exempel is my mentor\. Workplace: Påhittade sjukhuset\. The mentorship has been running since november 2026\. We meet två gånger om året\. The mentor is someone other/,
    student: [/^Hello,\n\nWe meet on .*like to talk about:\n– [^]*\nKim Exempel$/, /happened since last time:[^]*\nKim Exempel$/], mentor: [/write me a few lines beforehand about what you/, /how it has gone since last time and what/],
    by: { student: /^The student sends .*(first|later) meeting/, mentor: /^The mentor sends .*(first|later) meeting/ },
  },
};

const answer = (page) => page.locator('#answer');

async function openPage(phone, language, place) {
  await phone.page.goto(address(language, `/doctoral/${place}`));
  await alive(phone.page);
}

async function plan(page, { first, last = ['', '', ''], clock = '15', often = 'months-1', zone = '' }) {
  const fields = { day: first[0], month: first[1], year: first[2], 'last-day': last[0], 'last-month': last[1], 'last-year': last[2], clock };
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(String(value));
  await page.locator(`#${often}`).check();
  await page.locator('#zone').selectOption(zone);
  await page.locator('#kit .primary').tap();
}

/** The file as it was saved. */
async function saved(page) {
  const download = page.waitForEvent('download');
  await page.locator('[data-act="keep-meetings"]').tap();
  const file = await download;
  assert.match(file.suggestedFilename(), /\.ics$/);
  return readFile(await file.path(), 'utf8');
}

/** When each meeting begins, as one parser has it. */
function ofIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  const found = [];
  const all = event.iterator();
  for (let next = all.next(); next; next = all.next()) found.push(next.toJSDate().toISOString());
  return { found, event };
}

/** The same by another that shares no code with it. */
function ofNodeIcal(text, from, until) {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one.type === 'VEVENT');
  const all = event.rrule.between(new Date(from), new Date(until), true);
  return all.map((one) => new Date(one).toISOString());
}

const inZone = (iso, timeZone) => new Date(iso).toLocaleString('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric' });

for (const language of LANGUAGES) {
  const said = SAID[language];

  journey(`meetings are planned across both changes of the clock, and the file says the same to two parsers (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language, 'meetings');
    const sent = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.locator('#place').fill('Kafé; Påhittat, rum 2');
    await page.locator('#name').fill('Kim Exempel');
    await plan(page, { first: [20, 10, 2026], last: [30, 6, 2027], often: 'weeks-2', zone: 'America/New_York', clock: '15.00' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
    const lines = (await page.locator('#answer-lines p').allInnerTexts()).map((line) => line.trim());
    assert.ok(lines[0].startsWith(said.first), lines[0]);
    assert.match(lines.at(-1), said.more);
    // On 20 October both are on summer time, on 3 November neither is.
    assert.match(lines[0], / 09\.00$/);
    assert.match(lines[1], / 09\.00$/);

    const text = await saved(page);
    const { found, event } = ofIcalJs(text);
    assert.deepEqual(ofNodeIcal(text, '2026-10-01', '2027-07-31'), found);
    assert.equal(event.summary, said.event);
    assert.equal(event.location, 'Kafé; Påhittat, rum 2');
    assert.equal(event.duration.toSeconds(), 3600);
    assert.equal(found.length, 19);
    for (const iso of found) assert.match(inZone(iso, 'Europe/Stockholm'), /15:00$/, iso);
    assert.equal(found.length - (lines.length - 1), Number(lines.at(-1).match(/\d+/)[0]), 'what is listed and what is more are all');
    await page.locator('#letter').waitFor();
    assert.match(await page.locator('#letter').inputValue(), said.letter);
    assert.match(await page.locator('#letter').inputValue(), /Kim Exempel$/);
    assert.ok((await page.locator('#first-reminder').inputValue()).includes(said.first));

    // A week in which Stockholm has changed its clock and Boston has not, and one in spring the other way round.
    for (const [first, last, clocks] of [[[20, 10, 2026], [10, 11, 2026], ['09:00', '10:00', '09:00', '09:00']], [[9, 3, 2027], [30, 3, 2027], ['09:00', '10:00', '10:00', '09:00']]]) {
      await plan(page, { first, last, often: 'weeks-2', zone: 'America/New_York' });
      const weekly = (await saved(page)).replace('INTERVAL=2', 'INTERVAL=1');
      const all = ofIcalJs(weekly).found;
      assert.deepEqual(ofNodeIcal(weekly, '2026-01-01', '2028-01-01'), all);
      assert.deepEqual(all.map((iso) => inZone(iso, 'America/New_York').slice(-5)), clocks);
    }
    assert.deepEqual(sent.filter((one) => !one.startsWith('GET ') || /Exempel|Kaf/.test(decodeURIComponent(one))), []);
  });

  journey(`what is wrong with a plan is said at its field, and what was typed stays, also after a reload (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language, 'meetings');
    await plan(page, { first: [31, 2, 2027], last: [1, 1, 2027], clock: '25' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'day');
    assert.match(await page.locator('#clock-fault').innerText(), said.noClock);
    await plan(page, { first: [2, 2, 2027], last: [1, 2, 2027] });
    assert.match(await page.locator('#last-fault').innerText(), said.noLast);
    assert.equal(await page.locator('#last-day').inputValue(), '1');
    assert.ok(await answer(page).isHidden());
    await plan(page, { first: [2, 2, 2027], last: ['', '', ''], clock: '9.30', often: 'months-12' });
    assert.equal(await page.locator('#answer-lines p').count(), 2, 'a year, with both ends');
    await page.locator('#letter').fill('Mina egna ord');
    await page.reload();
    await alive(page);
    assert.equal(await page.locator('#clock').inputValue(), '9.30');
    assert.ok(await page.locator('#months-12').isChecked());
    await answer(page).waitFor();
    assert.equal(await page.locator('#answer-lines p').count(), 2);
    assert.equal(await page.locator('#letter').inputValue(), 'Mina egna ord');
    const same = await saved(page);
    assert.equal(ofIcalJs(same).found.length, 2);
  });

  journey(`whoever books has a text to remind the other with, before the first meeting and before a later one (${language})`, {}, async (phone) => {
    const { page } = phone;
    await openPage(phone, language, 'meetings');
    await page.locator('#name').fill('Kim Exempel');
    for (const [books, first, later] of [['mentee', 'student', 'student'], ['mentor', 'mentor', 'mentor'], ['turns', 'student', 'mentor']]) {
      await page.locator(`#books-${books}`).check();
      await plan(page, { first: [20, 10, 2026], last: [30, 6, 2027] });
      const days = (await page.locator('#answer-lines p').allInnerTexts()).map((line) => line.trim());
      for (const [index, [which, who]] of [['first', first], ['later', later]].entries()) {
        const text = await page.locator(`#${which}-reminder`).inputValue();
        assert.match(text, said[who][index]);
        assert.ok(text.includes(days[index]), `${text} has the day of its meeting`);
        assert.equal(text.includes('Kim Exempel'), who === 'student', 'only the student signs with their name');
        assert.doesNotMatch(text, /[{}]/);
        assert.match(await page.locator(`#${which}-label`).innerText(), said.by[who]);
      }
    }
    await plan(page, { first: [20, 10, 2026], last: [21, 10, 2026] });
    assert.ok(await page.locator('#first-reminder').isVisible());
    assert.ok(await page.locator('#later-reminder').isHidden(), 'there is no later meeting');
  });

  journey(`what was agreed in a framework is filled in once, and later choices stay (${language})`, {}, async (phone) => {
    const { page } = phone;
    const path = address(language, '/doctoral/meetings');
    await page.goto(`${path}#often=months-6&long=minutes-90&place=Kaf%C3%A9+P%C3%A5hittat&books=mentor&last=2027-06-30`);
    await alive(page);
    const stands = async () => ({
      ticked: await page.locator('#kit input:checked').evaluateAll((all) => all.map(({ id }) => id).filter((id) => !id.startsWith('in-'))),
      typed: await page.locator('#place, #last-day, #last-month, #last-year').evaluateAll((all) => all.map(({ value }) => value)),
    });
    assert.deepEqual(await stands(), { ticked: ['months-6', 'minutes-90', 'books-mentor'], typed: ['Kafé Påhittat', '30', '6', '2027'] });
    assert.equal(await page.evaluate(() => location.hash), '', 'it does not stay in the address');
    await page.reload();
    await alive(page);
    assert.deepEqual((await stands()).ticked, ['months-6', 'minutes-90', 'books-mentor'], 'it is kept');
    await page.locator('#months-1').check();
    await page.locator('#place').fill('Biblioteket');
    await page.reload();
    await alive(page);
    assert.deepEqual(await stands(), { ticked: ['months-1', 'minutes-90', 'books-mentor'], typed: ['Biblioteket', '30', '6', '2027'] });
  });

  journey(`the line in the study plan is written, changed and copied (${language})`, {}, async (phone) => {
    const { page, context } = phone;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: phone.portal.address });
    await openPage(phone, language, 'study-plan');
    await page.locator('#kit .primary').tap();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mentor');
    await page.locator('#mentor').fill('Kim Exempel');
    await page.locator('#workplace').fill('Påhittade sjukhuset');
    await page.locator('#often').fill('två gånger om året.');
    await page.locator('#since').fill('november 2026');
    for (const id of ['often', 'since']) assert.equal(await page.locator(`#${id}`).getAttribute('autocapitalize'), 'none', 'it goes into the middle of a sentence');
    await page.locator('#kit .primary').tap();
    assert.match(await page.locator('#letter').inputValue(), said.plan);
    assert.doesNotMatch(await page.locator('#letter').inputValue(), /[{}]|\.\./);
    const button = page.locator('[data-act="copy-letter"]');
    const before = await button.innerText();
    await button.tap();
    await eventually('the button says so', async () => (await button.innerText()) !== before);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('#letter').inputValue());
  });

  journey(`without JavaScript the pages say what they need, and send nothing (${language})`, { javaScript: false }, async (phone) => {
    const { page } = phone;
    for (const place of ['meetings', 'study-plan']) {
      await page.goto(address(language, `/doctoral/${place}`));
      assert.match(await page.locator('main noscript').innerText(), /JavaScript/);
      const sent = [];
      page.on('request', (request) => sent.push(request.url()));
      await page.locator('#kit .primary').tap();
      assert.deepEqual(sent, []);
    }
  });
}

journey('where storage is refused meetings are planned all the same', { storageRefused: true }, async (phone) => {
  const { page } = phone;
  await page.goto('/doctoral/meetings#often=months-6&books=mentor');
  await alive(page);
  assert.match(await page.locator('#stays-nowhere').innerText(), /inte spara/);
  assert.ok(await page.locator('#stays').isHidden(), 'it does not say that it stays');
  assert.ok(await page.locator('#months-6').isChecked());
  await page.reload();
  await alive(page);
  assert.ok(await page.locator('#months-6').isChecked(), 'what is agreed stays in the address where nothing is kept');
  await plan(page, { first: [2, 2, 2027], often: 'months-6' });
  assert.equal(await page.locator('#answer-lines p').count(), 3);
  assert.equal(ofIcalJs(await saved(page)).found.length, 3);
});
