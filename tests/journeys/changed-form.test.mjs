// A release that changes a form while somebody is filling it in: the person sees what changed, and nothing typed is lost.

import assert from 'node:assert/strict';
import { EVERYONE } from './harness/everyone.mjs';
import { alive, answer, controls, holds, kept, open, placeOf, press, send, shown, walk } from './harness/form.mjs';
import { journey, servePortal } from './harness/journey.mjs';
import { answersOf } from './harness/people.mjs';

servePortal();

/** What an earlier release asked: one question in other words, one in another way, and one that is gone. */
function asAnEarlierRelease(asked) {
  return `${asked.replace(/\bsubject=[^,]*/, 'subject=short-text.00000000').replace(/\bbegan=[^,]*/, 'began=number.00000000')},hobby=short-text.00000000`;
}

/** Makes the kept draft what that release would have kept, with a change besides. */
async function keptByAnEarlierRelease(page, change = {}) {
  const { asked } = await kept(page, 'mentee', 'everything');
  await page.evaluate(([before, besides]) => {
    const key = 'draft/everything/mentee';
    const draft = JSON.parse(localStorage.getItem(key));
    draft.draft.answers.hobby = ['Orgel & cembalo'];
    localStorage.setItem(key, JSON.stringify({ ...draft, ...besides, asked: before }));
  }, [asAnEarlierRelease(asked), change]);
}

/** The questions that the note names, and what it says was put aside. */
async function noted(page) {
  const note = page.locator('#changes');
  const questions = await note.locator('li:visible').evaluateAll((all) => all.map((one) => one.dataset.changed));
  const aside = (await note.locator('[data-fill="aside-text"]:visible').allTextContents()).flatMap((text) => text.trim().split('\n'));
  return { questions, aside: aside.toSorted() };
}

const ASIDE = ['2019', 'Orgel & cembalo'];

for (const language of ['sv', 'en']) {
  journey(`a form that changed since it was begun says so, and goes on to a receipt (${language})`, {}, async (phone) => {
    const person = EVERYONE.mentee();
    const { page } = phone;
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(phone, placeOf(language, 'mentee', 'about-you', person.programme));
    await walk(phone, person, 'goals');
    await answer(page, answersOf(person, 'goals'));
    await keptByAnEarlierRelease(page);
    await page.reload();
    await alive(page);
    await shown(phone, 'studies');
    assert.deepEqual(await noted(page), { questions: ['subject', 'began'], aside: ASIDE });
    assert.ok(await page.locator('#summary').isHidden(), 'a change is no error');
    await holds(page, { subject: answersOf(person, 'studies').subject, began: '' });
    await page.locator('[data-act="copy-aside"]').tap();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('Orgel & cembalo'));
    await page.reload();
    await alive(page);
    assert.deepEqual(await noted(page), { questions: ['subject', 'began'], aside: ASIDE }, 'a reload does not take it away');
    await answer(page, { began: '2020' });
    await press(page, 'continue');
    await shown(phone, 'earlier');
    assert.deepEqual(await noted(page), { questions: [], aside: ASIDE });
    await page.locator('[data-act="drop-aside"]').tap();
    await page.locator('main h1:focus').waitFor();
    assert.ok(await page.locator('#changes').isHidden());
    await press(page, 'continue');
    await shown(phone, 'goals');
    await holds(page, answersOf(person, 'goals'));
    await walk(phone, person);
    await send(phone);
    const [{ record }] = await phone.portal.recordsOf(person.email);
    assert.deepEqual([record.draft.answers.began, record.draft.answers.hobby], [['2020'], undefined]);
  });
}

journey('a changed question is reached from the note, on every page of the form', {}, async (phone) => {
  const person = EVERYONE.mentee();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you', person.programme));
  await walk(phone, person, 'goals');
  await page.evaluate(() => {
    const key = 'draft/everything/mentee';
    const draft = JSON.parse(localStorage.getItem(key));
    const asked = draft.asked.replace(/\bsituation=[^,]*/, 'situation=one-choice.00000000');
    localStorage.setItem(key, JSON.stringify({ ...draft, asked }));
  });
  await page.reload();
  await alive(page);
  await page.locator('main[data-place="goals"]').waitFor();
  assert.deepEqual(await noted(page), { questions: ['situation'], aside: [] });
  await page.locator('#changes button[value="to-situation"]').tap();
  await shown(phone, 'situation');
  await holds(page, answersOf(person, 'situation'));
  assert.deepEqual((await noted(page)).questions, ['situation'], 'it is not gone on from yet');
  await press(page, 'continue');
  await shown(phone, 'studies');
  assert.ok(await page.locator('#changes').isHidden());
});

journey('a form that waited to be sent and has changed meanwhile waits for a new press', {}, async (phone) => {
  const person = EVERYONE.mentee();
  const { page } = phone;
  const sends = [];
  page.on('request', (request) => request.url().endsWith('/api/applications') && sends.push(request));
  await open(phone, placeOf('sv', 'mentee', 'about-you', person.programme));
  await walk(phone, person);
  await keptByAnEarlierRelease(page, { state: 'waiting' });
  await page.reload();
  await alive(page);
  await shown(phone, 'studies');
  assert.deepEqual(await noted(page), { questions: ['subject', 'began'], aside: ASIDE });
  assert.equal(sends.length, 0);
});

journey('without JavaScript a changed form says so too, and carries on what was put aside', { javaScript: false, tolerates: [/status of 422/] }, async (phone) => {
  const person = EVERYONE.mentee();
  const { page } = phone;
  await open(phone, placeOf('sv', 'mentee', 'about-you', person.programme));
  await walk(phone, person, 'goals');
  const asked = await page.locator('#form [name="_asked"]').inputValue();
  await page.locator('#form').evaluate((form, before) => {
    form.elements._asked.value = before;
    form.insertAdjacentHTML('beforeend', '<input type="hidden" name="hobby" value="Orgel &amp; cembalo">');
  }, asAnEarlierRelease(asked));
  await answer(page, answersOf(person, 'goals'));
  await press(page, 'continue');
  await shown(phone, 'topics');
  assert.deepEqual(await noted(page), { questions: ['subject', 'began'], aside: ASIDE });
  await page.locator('#changes li:visible button[value="to-studies"]').first().tap();
  await shown(phone, 'studies');
  await holds(page, { subject: answersOf(person, 'studies').subject, began: '' });
  assert.deepEqual((await noted(page)).aside, ASIDE, 'what was put aside is still there');
  await controls(page, 'began').fill('2020');
  await press(page, 'continue');
  await shown(phone, 'topics');
  await walk(phone, person);
  assert.deepEqual((await noted(page)).aside, ASIDE);
  await send(phone);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  assert.deepEqual([record.draft.answers.began, record.draft.answers.goals], [['2020'], [answersOf(person, 'goals').goals]]);
});

journey('a note that the Worker wrote stays when the program arrives', {}, async (phone) => {
  const person = EVERYONE.mentee();
  const { page } = phone;
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/\.wasm$/, (route) => released.then(() => route.continue()).catch(() => {}));
  phone.hasProgram = false;
  await open(phone, placeOf('sv', 'mentee', 'about-you', person.programme));
  await walk(phone, person, 'goals');
  const asked = await page.locator('#form [name="_asked"]').inputValue();
  await page.locator('#form').evaluate((form, before) => {
    form.elements._asked.value = before;
    form.insertAdjacentHTML('beforeend', '<input type="hidden" name="hobby" value="Orgel &amp; cembalo">');
  }, asAnEarlierRelease(asked));
  await answer(page, answersOf(person, 'goals'));
  await press(page, 'continue');
  await shown(phone, 'topics');
  phone.hasProgram = true;
  release();
  await alive(page);
  const note = { questions: ['subject', 'began'], aside: ASIDE };
  assert.deepEqual(await noted(page), note);
  const { changed, aside } = await kept(page, 'mentee', person.programme);
  assert.deepEqual({ questions: changed, aside: aside.toSorted() }, note);
});
