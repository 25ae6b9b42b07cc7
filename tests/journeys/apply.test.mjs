// The whole way with the browser's program: from the home page to receipt, letters, link and own page.

import assert from 'node:assert/strict';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { alive, kept, placeOf, receipt, send, walk } from './harness/form.mjs';
import { linkIn, openLink, readAnswers, readOwnPage, typedWords } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

for (const language of LANGUAGES) {
  for (const role of Object.keys(PEOPLE)) {
    journey(`a ${role} goes all the way from the home page to the own page (${language})`, {}, async (phone) => {
      const person = PEOPLE[role]();
      const reference = await applyFromHome(phone, person, language);
      await receiptSaysWhatHappens(phone, language, role);
      const letters = await phone.portal.lettersOf(person.email, reference);
      staffLetterHoldsEverything(letters.staff, person, language);
      applicantLetterHoldsNothingTyped(letters.applicant, person, language);
      await bothLettersAreFiles(phone, person);
      await theRecordIsKeptAndSealed(phone, person, reference, role, language);
      await openLink(phone, linkIn(letters.applicant[0]));
      assert.equal(await phone.page.locator('html').getAttribute('lang'), language);
      await readOwnPage(phone, person, reference);
    });
  }
}

async function applyFromHome(phone, person, language) {
  const { page } = phone;
  const first = placeOf(language, person.role, person.pages[0].id);
  await page.goto(address(language, '/'));
  await page.locator(`main a[href="${address(language, '/ki-alumni')}"]`).first().tap();
  await page.locator(`main a[href="${first}"]`).first().tap();
  await page.waitForURL(`**${first}`);
  await alive(page);
  await walk(phone, person);
  await page.waitForURL(`**${placeOf(language, person.role, 'check')}`);
  await readAnswers(page.locator('main'), person);
  const reference = await send(phone);
  await page.waitForURL(`**${placeOf(language, person.role, 'receipt')}`);
  assert.match(reference, /^([A-HJ-NPR-Y]{2}[2-9]){2}[A-HJ-NPR-Y]{2}$/);
  return reference;
}

async function receiptSaysWhatHappens(phone, language, role) {
  const { page } = phone;
  for (const name of ['received-at', 'answer-by']) {
    assert.match(await page.locator(`[data-fill="${name}"]`).innerText(), /\d{4}/, name);
  }
  assert.match(await page.locator('#receipt-link').getAttribute('href'), /\/l\/[0-9a-f]{64}$/);
  assert.equal(await kept(page, role), null, 'a draft that was received is not kept any more');
  const before = await receipt(phone);
  await page.reload();
  assert.equal(await receipt(phone), before, 'the receipt is there after a reload');
  assert.equal(new URL(page.url()).pathname, placeOf(language, role, 'receipt'));
}

function staffLetterHoldsEverything(letters, person, language) {
  assert.equal(letters.length, 1, 'one letter to staff');
  const [letter] = letters;
  assert.equal(letter.to, 'career-service@ki.se');
  for (const words of typedWords(person)) {
    for (const line of words.split('\n')) assert.ok(letter.text.includes(line), `${line} in the letter's text`);
  }
  assert.ok(!letter.html.includes('<b>&'), 'what was typed is text in the HTML part too');
  assert.match(letter.mime, new RegExp(`^Reply-To:.*${person.email}`, 'm'));
  assert.ok(letter.text.includes(language === 'sv' ? 'svenska' : 'engelska'), 'staff see which language is expected');
}

function applicantLetterHoldsNothingTyped(letters, person, language) {
  assert.equal(letters.length, 1, 'one letter to the applicant');
  const [letter] = letters;
  const whole = letter.subject + letter.text + letter.html;
  for (const words of typedWords(person).filter((words) => words !== person.email)) {
    assert.ok(!whole.includes(words.split('\n')[0]), `${words} stays out of the letter to an address not proven`);
  }
  assert.match(letter.html, new RegExp(`<html[^>]* lang="${language}"`));
}

async function bothLettersAreFiles(phone, person) {
  const files = await phone.portal.letterFilesOf(person.email);
  assert.equal(files.length, 2, 'each letter is a file');
  for (const file of files) assert.match(file, /^MIME-Version: 1\.0/im);
}

async function theRecordIsKeptAndSealed(phone, person, reference, role, language) {
  const records = await phone.portal.recordsOf(person.email);
  assert.equal(records.length, 1);
  const [{ record }] = records;
  assert.equal(record.reference, reference);
  assert.equal(record.draft.role, role);
  assert.equal(record.draft.language, language);
  const copy = await phone.portal.sealedCopy(record.id);
  assert.deepEqual(copy.record.draft, record.draft, 'KV has the whole of it');
}

journey('a mail scanner that follows the link changes nothing, and the person can still open it', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const reference = await applyFromHome(phone, person, 'sv');
  const letters = await phone.portal.lettersOf(person.email, reference);
  const path = linkIn(letters.applicant[0]);
  const [before] = await phone.portal.recordsOf(person.email);
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
    const answer = await fetch(phone.portal.address + path, { method });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('set-cookie'), null, `${method} begins no session`);
  }
  assert.deepEqual((await phone.portal.recordsOf(person.email))[0].record, before.record);
  await openLink(phone, path);
  assert.deepEqual(happenings(await phone.portal.recordsOf(person.email)), ['received', 'address-confirmed']);
});

journey('the link of the receipt opens the own page on another phone and confirms no address', {}, async (phone) => {
  const person = PEOPLE.mentor();
  const reference = await applyFromHome(phone, person, 'en');
  const path = await phone.page.locator('#receipt-link').getAttribute('href');
  const other = await anotherPhone();
  await openLink(other, path);
  await readOwnPage(other, person, reference);
  await other.close();
  assert.deepEqual(happenings(await phone.portal.recordsOf(person.email)), ['received']);
});

function happenings(records) {
  return records[0].record.history.map((event) => event.what);
}
