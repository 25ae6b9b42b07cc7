// Every question of every page left empty and answered wrong: the same words with and without JavaScript.

import assert from 'node:assert/strict';
import { LANGUAGES, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { answer, controls, holds, open, placeOf, press, shown, standing } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

/** Wrong answers by question: what is typed, and the fault it is. */
const WRONG = {
  name: [['å'.repeat(121), 'too-long'], ['Eva\u202Enamn', 'forbidden-character'], ['  ', 'missing']],
  email: [['eva@', 'not-an-email'], [`${'e'.repeat(250)}@example.org`, 'too-long'], ['Eva <eva@example.org>', 'not-an-email']],
  programme: [['p'.repeat(125), 'too-long'], ['Medi\u200Bcin', 'forbidden-character']],
  field: [['f'.repeat(161), 'too-long'], ['Läke\u2066medel', 'forbidden-character']],
  goals: [['Mål.\n'.repeat(301), 'too-long'], ['M\u202Eål', 'forbidden-character']],
  tried: [['t'.repeat(1003), 'too-long'], ['Lä\u200Bst', 'forbidden-character']],
  work: [['w'.repeat(162), 'too-long'], ['Ar\uFEFFbete', 'forbidden-character']],
  offer: [['o'.repeat(1777), 'too-long'], ['Hjäl\u2028pa', 'forbidden-character']],
  places: [['två', 'not-a-number'], ['0', 'too-small'], ['6', 'too-large'], ['1.5', 'not-a-number']],
};
const OPTIONAL = ['tried'];

for (const language of LANGUAGES) {
  for (const role of Object.keys(PEOPLE)) {
    journey(`every fault of the ${role}'s form is said the same with and without JavaScript (${language})`, { tolerates: [/status of 422/] }, async (phone) => {
      const plain = await anotherPhone({ javaScript: false, tolerates: [/status of 422/] });
      const [withProgram, without] = await Promise.all([phone, plain].map((one) => failEverywhere(one, PEOPLE[role](), language)));
      await plain.close();
      assert.deepEqual(without, withProgram);
    });
  }
}

/** Answers every page wrong in every way, then right; gives all words that were said. */
async function failEverywhere(phone, person, language) {
  const { page } = phone;
  const said = [];
  await open(phone, placeOf(language, person.role, person.pages[0].id));
  for (const [index, { id }] of person.pages.entries()) {
    const answers = answersOf(person, id);
    for (const attempt of attempts(answers)) said.push({ [id]: await fail(phone, id, attempt) });
    await answer(page, answers);
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
    assert.ok(!(await page.title()).startsWith(await prefix(page)), 'the title has no fault any more');
  }
  return said;
}

/** First everything empty, then every wrong answer of each question, as many questions at once as there are. */
function attempts(answers) {
  const names = Object.keys(answers);
  const empty = Object.fromEntries(names.map((name) => [name, Array.isArray(answers[name]) ? [] : '']));
  const choices = names.filter((name) => !(name in WRONG));
  const rounds = Math.max(0, ...names.map((name) => WRONG[name]?.length ?? 0));
  const all = [{ typed: without(empty, radios(answers)), faults: missing(names) }];
  for (let round = 0; round < rounds; round += 1) {
    const wrong = names.filter((name) => WRONG[name]?.[round]);
    const typed = Object.fromEntries(wrong.map((name) => [name, WRONG[name][round][0]]));
    const faults = Object.fromEntries(wrong.map((name) => [name, WRONG[name][round][1]]));
    const left = names.filter((name) => !wrong.includes(name) && !choices.includes(name));
    // A question that is wrong in fewer ways than its neighbour is right in the remaining rounds.
    const right = Object.fromEntries(left.map((name) => [name, answers[name]]));
    all.push({ typed: { ...typed, ...right }, faults: { ...missing(choices), ...faults } });
  }
  return all;
}

function missing(names) {
  return Object.fromEntries(names.filter((name) => !OPTIONAL.includes(name)).map((name) => [name, 'missing']));
}

function radios(answers) {
  return Object.keys(answers).filter((name) => !(name in WRONG) && !Array.isArray(answers[name]));
}

function without(answers, names) {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));
}

function prefix(page) {
  return page.locator('title').getAttribute('data-error');
}

/** Tries to go on with wrong answers; checks how the faults are shown and gives their words. */
async function fail(phone, place, { typed, faults }) {
  const { page } = phone;
  await answer(page, typed);
  await press(page, 'continue');
  const [first] = Object.keys(faults);
  await page.locator('#summary').waitFor();
  await page.locator(`[data-fill="summary-${Object.keys(faults).at(-1)}"]`).waitFor();
  await shown(phone, place);
  assert.deepEqual(await shownFaults(page), Object.keys(faults).toSorted(), `faults of ${place}`);
  if (phone.hasProgram) await page.locator('#summary:focus').waitFor();
  assert.ok((await page.title()).startsWith(await prefix(page)), 'the title begins with the word for an error');
  assert.deepEqual(await standing(page, Object.keys(typed)), typed, 'what was typed stays');
  const words = {};
  for (const [name, kind] of Object.entries(faults)) words[name] = await wordsOf(page, name, kind);
  await summaryLeadsTo(page, first);
  return words;
}

async function shownFaults(page) {
  const lines = await page.locator('#summary li:visible').all();
  const names = await Promise.all(lines.map((line) => line.getAttribute('data-fill')));
  const atFields = await page.locator('.fault:visible').evaluateAll((all) => all.map((one) => one.dataset.fill));
  const summary = names.map((name) => name.slice('summary-'.length)).toSorted();
  assert.deepEqual(atFields.map((name) => name.slice('fault-'.length)).toSorted(), summary, 'one fault at each field of the summary');
  return summary;
}

/** The words at the field, which are those of the summary and of the fault's own template; its control says it is wrong. */
async function wordsOf(page, name, kind) {
  const place = page.locator(`[data-fill="fault-${name}"]`);
  const said = (await place.textContent()).trim();
  assert.equal((await page.locator(`[data-fill="summary-text-${name}"]`).textContent()).trim(), said);
  const template = await place.getAttribute(`data-${kind}`);
  assert.match(said, asPattern(template), `the words for ${kind} at ${name}`);
  const invalid = await controls(page, name).evaluateAll((all) => all.map((one) => one.getAttribute('aria-invalid')));
  assert.ok(invalid.every((value) => value === 'true'), `${name} is marked as wrong`);
  return said;
}

/** A template whose `{…}` are numbers. */
function asPattern(template) {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\d+')}$`);
}

async function summaryLeadsTo(page, name) {
  await page.locator(`[data-fill="summary-text-${name}"]`).tap();
  await page.locator(`#form [name="${name}"]:not([type="hidden"]):focus`).waitFor();
}

journey('a text that is too long is counted down, says by how much, and is kept whole', {}, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  for (const { id } of person.pages.slice(0, 3)) {
    await answer(page, answersOf(person, id));
    await press(page, 'continue');
  }
  await shown(phone, 'goals');
  const count = page.locator('#q-goals-count');
  for (const [typed, number] of [['', '1500'], ['å'.repeat(1499), '1'], ['å'.repeat(1500), '0'], ['å'.repeat(1507), '7']]) {
    await answer(page, { goals: typed });
    await count.filter({ hasText: new RegExp(`(^|\\D)${number}(\\D|$)`) }).waitFor();
  }
  await holds(page, { goals: 'å'.repeat(1507) });
  await press(page, 'continue');
  await page.locator('[data-fill="fault-goals"]').filter({ hasText: '7' }).waitFor();
});

journey('a trap that only a program fills in leads to one letter, to staff, with a mark', { javaScript: false }, async (phone) => {
  const person = PEOPLE.mentee();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you'));
  for (const [index, { id }] of person.pages.entries()) {
    await answer(page, answersOf(person, id));
    await page.locator('#form [name="website"]').evaluate((field) => (field.value = 'https://spam.example.org'));
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
  }
  await page.locator('#form [name="website"]').evaluate((field) => (field.value = 'https://spam.example.org'));
  await press(page, 'send');
  await shown(phone, 'receipt');
  const [{ tasks }] = await phone.portal.recordsOf(person.email);
  assert.deepEqual(tasks.map((task) => task.fact).toSorted(), ['seal-record', 'staff-letter']);
});
