// Staff read what a letter says, with its link blacked out, and everything held about a person on one page, and take it out as
// files that are given to that person.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axe } from './harness/axe.mjs';
import { journey, servePortal } from './harness/journey.mjs';
import { send, walkToCheck } from './harness/form.mjs';
import { signIn } from './harness/desk.mjs';
import { typedWords } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const WIDE = { width: 1280, height: 800 };
const TOLERATES = [/status of (401|409|422)/];

/** One form sent by a phone; gives its reference. */
async function sent(phone, person) {
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await phone.portal.alarm();
  return reference;
}

/** Presses a button that offers a file; gives its name and text. */
async function taken(page, name) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** As HTML writes a text. */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

journey('a letter is read on the record, with a black bar where its link was', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const reference = await sent(phone, PEOPLE.mentee());
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto(`/desk/records/${reference}`);
  const letter = page.locator('.letters li', { hasText: 'Bekräftelse till personen' });
  await letter.locator('summary').click();
  const text = await letter.locator('.letter').innerText();
  assert.ok(text.includes('Öppna min sida:\n███') && text.includes(reference), text);
  assert.doesNotMatch(await page.locator('main').innerHTML(), /\/l\/|[0-9a-f]{64}/, 'no secret of a link and no hash of one');
  assert.match(await letter.locator('.hint').innerText(), /kan det ha lytt annorlunda/);
});

journey('everything about a person is read on one page and taken out, to read and for computers', { tolerates: TOLERATES }, async (phone) => {
  const { page, context } = phone;
  const person = PEOPLE.mentee();
  const mentor = { ...PEOPLE.mentor(), email: person.email };
  const stranger = PEOPLE.mentee();
  const [first, second, other] = [await sent(phone, person), await sent(phone, mentor), await sent(phone, stranger)];
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto(`/desk/records/${first}`);
  await page.locator('main a', { hasText: 'Allt om personen' }).click();
  await page.locator('.whole').nth(1).waitFor();
  assert.equal(new URL(page.url()).pathname, `/desk/person/${first}`);
  assert.equal(await page.locator('.whole').count(), 2);
  const shown = await page.locator('main').innerText();
  for (const word of [...typedWords(person), ...typedWords(mentor), second, 'Programmets personal ser svaret']) assert.ok(shown.includes(word), word);
  assert.ok(!shown.includes(other) && !shown.includes(stranger.email));

  const json = await taken(page, 'Ladda ner JSON-fil');
  assert.equal(json.name, `uppgifter-${first}.json`);
  const file = JSON.parse(json.text);
  assert.deepEqual([file.format, file.version], ['mentorship-portal/person', 1]);
  assert.deepEqual(file.records.map((record) => record.reference), [first, second]);
  const answers = file.records.flatMap((record) => record.answers).flatMap((answer) => answer.values);
  for (const word of [...typedWords(person), ...typedWords(mentor)]) assert.ok(answers.includes(word), word);

  const readable = await taken(page, 'Ladda ner läsbar fil');
  assert.equal(readable.name, `uppgifter-${first}.html`);
  for (const word of [...typedWords(person), ...typedWords(mentor), first, second]) assert.ok(readable.text.includes(escaped(word)), word);
  for (const { text } of [json, readable]) assert.ok(!text.includes(other) && !text.includes(stranger.email) && !text.includes('staff@example.org'));
  const paper = await (await context.browser().newContext()).newPage();
  await paper.setContent(readable.text);
  assert.deepEqual(await axe(paper), []);
  await paper.context().close();

  await page.goto('/desk/log');
  for (const kind of ['laddade ner en JSON-fil om en person', 'laddade ner en läsbar fil om en person']) {
    for (const reference of [first, second]) await page.locator('tr', { hasText: kind }).filter({ hasText: reference }).waitFor();
  }
});

journey('who is protected is shown on the page for a reason, and what was written stays while it is none', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  const reference = await sent(phone, person);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto(`/desk/records/${reference}`);
  await page.locator('summary', { hasText: 'Skydda uppgifterna' }).click();
  await page.locator('#protect').fill('Skyddad folkbokföring.');
  await page.locator('form:has(#protect) button').click();
  await page.locator('.unmasking').waitFor();
  await page.locator('main a', { hasText: 'Allt om personen' }).click();
  await page.locator('.whole').waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes(person.email));
  assert.equal(await page.getByRole('button', { name: /Ladda ner/ }).count(), 0, 'no file leaves anything out');
  await page.locator('.unmasking button').click();
  await page.locator('.unmasking .fault:visible').waitFor();
  await page.locator('#unmask').fill('Begäran om utdrag.');
  await page.locator('.unmasking button').click();
  await page.locator('.whole', { hasText: person.email }).waitFor();
  assert.equal(await page.locator('.unmasking').count(), 0);
  assert.equal((await taken(page, 'Ladda ner JSON-fil')).name, `uppgifter-${reference}.json`);
});
