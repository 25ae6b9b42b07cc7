// The desk in a real browser: signing in by a letter, what is to be done, a decision and undoing it, search, a programme, the
// list of staff; at a computer and on a phone, in both languages.

import assert from 'node:assert/strict';
import { address, journey, LANGUAGES, servePortal } from './harness/journey.mjs';
import { send, walkToCheck } from './harness/form.mjs';
import { email, PEOPLE } from './harness/people.mjs';
import { applied, letters, looksRight, signIn, WIDTHS } from './harness/desk.mjs';

servePortal();

const WIDE = { width: 1280, height: 800 };
/** What a browser's console says of answers that belong here. */
const TOLERATES = [/status of (401|409|422)/];
const WORDS = {
  sv: { queue: 'Att göra', records: 'Ärenden', programmes: 'Program', staff: 'Personal', review: 'Under granskning', declined: 'Avböjd', decline: 'Avböj', asked: 'En mentor är tillfrågad', ask: 'Anteckna att en mentor är tillfrågad', received: 'Mottagen', undo: 'Ångra beslutet', saved: 'Sparat.' },
  en: { queue: 'To do', records: 'Records', programmes: 'Programmes', staff: 'Staff', review: 'Under review', declined: 'Declined', decline: 'Decline', asked: 'A mentor has been asked', ask: 'Note that a mentor has been asked', received: 'Received', undo: 'Undo the decision', saved: 'Saved.' },
};

async function openRecord(page, reference) {
  await page.goto(`/desk/records/${reference}`);
  await page.locator('.facts').waitFor();
}

const standing = (page) => page.locator('.facts dd').first();

journey('somebody of the staff signs in by a letter, reads what is new, decides, undoes, and decides again', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal } = phone;
  const { reference, name } = await applied(phone);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  const entry = page.locator('.queue li', { hasText: reference });
  assert.ok((await entry.innerText()).includes(name));
  await entry.locator('a.do').click();
  await page.locator('.facts').waitFor();
  assert.equal(new URL(page.url()).pathname, `/desk/records/${reference}`);
  assert.equal(await standing(page).innerText(), WORDS.sv.received);
  const before = (await letters(portal)).length;

  await page.getByRole('button', { name: WORDS.sv.decline }).click();
  await page.locator('.next form button.primary').click();
  await page.locator('.next .fault:visible').first().waitFor();
  assert.equal(await standing(page).innerText(), WORDS.sv.received, 'a no without a reason is no decision');
  await page.locator('#comment').fill('Utanför programmet.');
  await page.locator('#letter').fill('Hej! Tyvärr går det inte den här gången.');
  await page.locator('.next form button.primary').click();
  await standing(page).filter({ hasText: WORDS.sv.declined }).waitFor();
  await page.getByRole('button', { name: WORDS.sv.undo }).click();
  await standing(page).filter({ hasText: WORDS.sv.received }).waitFor();

  await page.getByRole('button', { name: WORDS.sv.ask }).click();
  await page.locator('.next form button.primary').click();
  await standing(page).filter({ hasText: WORDS.sv.asked }).waitFor();
  await portal.alarm();
  assert.equal((await letters(portal)).length, before, 'the letter waits ten minutes');
  await page.goBack();
  await page.locator('h1', { hasText: WORDS.sv.queue }).waitFor();
});

journey('two of the staff decide at once: the second is shown the record as it is, nothing was decided, and what was written stands', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal } = phone;
  const { reference } = await applied(phone);
  await signIn(phone);
  await openRecord(page, reference);
  await page.getByRole('button', { name: WORDS.sv.decline }).click();
  await page.locator('#comment').fill('Min kommentar');
  await page.locator('#letter').fill('Mitt brev.');
  await page.locator('.history ~ details summary').first().click();
  await page.locator('#add-comment').fill('Ringde i dag.');
  await portal.command('/dev/decide', { reference, standing: 'under-review' });
  await page.locator('.next form button.primary:visible').click();
  await page.locator('[role="alert"] .note:visible').waitFor();
  await standing(page).filter({ hasText: WORDS.sv.review }).waitFor();
  assert.equal(await page.locator('.history li').count(), 2, 'received, and what the first decided');
  assert.equal(await page.locator('#comment').inputValue(), 'Min kommentar');
  assert.equal(await page.locator('#letter').inputValue(), 'Mitt brev.');
  assert.equal(await page.locator('#add-comment').inputValue(), 'Ringde i dag.');
  // It is what is sent, too; and the letter of one decision is never that of another.
  await page.locator('.next form button.primary:visible').click();
  await standing(page).filter({ hasText: WORDS.sv.declined }).waitFor();
  assert.match(await page.locator('.history').innerText(), /Min kommentar/);
  assert.equal(await page.locator('.note .typed').textContent(), 'Mitt brev.');
});

journey('a session that ends while somebody writes keeps what is written, and it is sent after signing in again', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal, context } = phone;
  const { reference } = await applied(phone);
  await signIn(phone);
  await openRecord(page, reference);
  await page.getByRole('button', { name: WORDS.sv.decline }).click();
  await page.locator('#comment').fill('Utanför programmet.');
  await context.clearCookies();
  await page.locator('.next form button.primary:visible').click();
  await page.locator('main .problem a[target="_blank"]').waitFor();
  assert.equal(await page.locator('#comment').inputValue(), 'Utanför programmet.');
  await signIn({ ...phone, page: await context.newPage() });
  await page.locator('.next form button.primary:visible').click();
  await standing(page).filter({ hasText: WORDS.sv.declined }).waitFor();
  assert.equal(await page.locator('main .problem').count(), 0);
});

journey('a programme is closed with a reason and opened again, and people see it', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  await signIn(phone);
  await page.goto('/desk/programmes/ki-alumni');
  await page.locator('form.half').waitFor();
  await page.locator('form.half [type="checkbox"]').uncheck();
  const because = page.locator('#live-5');
  await because.fill('Vi tar en paus.');
  await page.locator('.preview li', { hasText: 'Vi tar en paus.' }).waitFor();
  await page.locator('form.half button.primary').click();
  await page.locator('.fault:visible').first().waitFor();
  await page.locator('#live-6').fill('We are taking a break.');
  await page.locator('form.half button.primary').click();
  await page.locator('.said', { hasText: WORDS.sv.saved }).waitFor();
  await page.locator('.versions > li').first().waitFor();
  await page.locator('form.half [type="checkbox"]').check();
  await page.locator('form.half button.primary').click();
  await page.locator('.versions > li').nth(1).waitFor();
});

journey('days are closed from the page of programmes, what is wrong stands at its field, and they are kept', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  await signIn(phone);
  await page.goto('/desk/programmes');
  await page.locator('main a', { hasText: 'Stängda dagar' }).click();
  await page.locator('form button.secondary').click();
  await page.locator('#c-0-first').fill('2031-12-22');
  await page.locator('#c-0-last').fill('2031-12-21');
  await page.locator('form button.primary').click();
  await page.locator('p:has(#c-0-last) .fault:visible').waitFor();
  assert.equal(await page.locator('.fault:visible').count(), 1);
  await page.locator('#c-0-last').fill('2032-01-05');
  await page.locator('form button.primary').click();
  await page.locator('.said', { hasText: WORDS.sv.saved }).waitFor();
  await page.reload();
  await page.locator('#c-0-last').waitFor();
  assert.equal(await page.locator('#c-0-last').inputValue(), '2032-01-05');
});

for (const language of LANGUAGES) {
  for (const viewport of WIDTHS) {
    journey(`axe finds nothing on the desk at ${viewport.width} px, and nothing is wider than the page (${language})`, { tolerates: TOLERATES }, async (phone) => {
      const { page } = phone;
      const { reference } = await applied(phone);
      await page.setViewportSize(viewport);
      await signIn(phone, language);
      const places = { '/desk': '.queue', '/desk/records': 'tbody tr', [`/desk/records/${reference}`]: '.facts', [`/desk/person/${reference}`]: '.whole', '/desk/programmes': '.queue', '/desk/programmes/ki-alumni': 'form.half', '/desk/enter': '#form', '/desk/staff': 'form .buttons', '/desk/log': 'tbody tr', '/desk/closures': 'form .buttons', '/desk/retention': '.undecided li', '/desk/sign-in': '#email' };
      for (const [path, sign] of Object.entries(places)) {
        await page.goto(address(language, path));
        await page.locator(sign).first().waitFor();
        if (['/desk/staff', '/desk/closures'].includes(path)) await page.locator('form button.secondary').click();
        for (const letter of await page.locator('.letters summary').all()) await letter.click();
        await looksRight(page, path);
      }
    });
  }
}

// The last one: the ledger's clock stays ahead.
journey('what has been kept long enough is listed, and goes under a decision that is named', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal } = phone;
  const message = { name: 'Påhittad O’Frågande', email: null, message: 'Vart vänder jag mig?' };
  const person = { programme: 'everything', role: 'contact', email: email('asking'), pages: [{ id: 'message', answers: message }, { id: 'notice', answers: { 'notice-read': ['yes'] } }] };
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await portal.alarm();
  await portal.command('/dev/decide', { reference, standing: 'ended' });
  await portal.command('/dev/clock', { offset_ms: 40 * 24 * 3_600_000 });
  await portal.alarm();
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto('/desk/log');
  await page.locator('main a[href="/desk/retention"]').click();
  await page.locator('tbody tr', { hasText: reference }).waitFor();
  await page.locator('main form button.primary').click();
  await page.locator('.fault:visible').first().waitFor();
  assert.equal((await portal.recordsOf(person.email)).length, 1, 'nothing goes without a decision');
  await page.locator('#decision').fill('Gallringsbeslut 1-234/2026');
  await page.locator('main form button.primary').click();
  await page.locator('.versions li', { hasText: '1-234/2026' }).waitFor();
  assert.equal((await portal.recordsOf(person.email)).length, 0);
});
