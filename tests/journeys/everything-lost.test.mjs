// Sending when something behind the page is lost or gone: an application that was erased, a ledger that cannot be reached.

import assert from 'node:assert/strict';
import { EVERYONE } from './harness/everyone.mjs';
import { alive, kept, open, placeOf, press, receipt, send, shown, walkToCheck } from './harness/form.mjs';
import { openLink } from './harness/ownpage.mjs';
import { journey, servePortal } from './harness/journey.mjs';
import { eventually } from './harness/portal.mjs';

servePortal();

const ERASED = /raderats/;
const SPOOLED = /dröjer några minuter/;

journey('what was erased can be sent anew, as something new, and nothing typed is lost', { tolerates: [/status of 410/] }, async (phone) => {
  const person = EVERYONE.mentee();
  const { page } = phone;
  await walkToCheck(phone, person, 'sv');
  const draft = await kept(page, 'mentee', person.programme);
  // An answer that was left empty says nothing.
  delete draft.draft.answers.wish;
  const first = await send(phone);
  await phone.portal.command('/dev/erase', { reference: first });
  await page.evaluate(([key, value]) => localStorage.setItem(key, JSON.stringify(value)), ['draft/everything/mentee', draft]);
  await open(phone, placeOf('sv', 'mentee', 'check', person.programme));
  await press(page, 'send');
  await page.locator('#problem:focus').filter({ hasText: ERASED }).waitFor();
  const anew = await kept(page, 'mentee', person.programme);
  assert.deepEqual([anew.draft, anew.state], [draft.draft, 'writing']);
  assert.ok(anew.id !== draft.id && anew.secret !== draft.secret, 'another id and another link');
  const second = await send(phone);
  assert.notEqual(second, first);
  const records = await phone.portal.recordsOf(person.email);
  assert.deepEqual(records.map(({ record }) => record.reference), [second]);
});

journey('without JavaScript what was erased can be sent anew too', { javaScript: false, tolerates: [/status of 410/] }, async (phone) => {
  const person = EVERYONE.mentor();
  const { page } = phone;
  await walkToCheck(phone, person, 'sv');
  const id = page.locator('#form [name="_id"]');
  const before = await id.inputValue();
  const form = await page.locator('#form').evaluate((form) => {
    const go = form.querySelector('[name="_go"][value="send"]');
    return { action: form.action, body: new URLSearchParams(new FormData(form, go)).toString() };
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: phone.portal.address };
  assert.equal((await phone.context.request.post(form.action, { data: form.body, headers })).status(), 200);
  const [{ record }] = await phone.portal.recordsOf(person.email);
  await phone.portal.command('/dev/erase', { reference: record.reference });
  await press(page, 'send');
  await page.locator('#problem:visible').filter({ hasText: ERASED }).waitFor();
  assert.notEqual(await id.inputValue(), before);
  const reference = await send(phone);
  const records = await phone.portal.recordsOf(person.email);
  assert.deepEqual(records.map(({ record }) => record.reference), [reference]);
  assert.notEqual(reference, record.reference);
});

for (const javaScript of [true, false]) {
  journey(`what is kept while the ledger cannot be reached says that page and email come by themselves, ${javaScript ? 'with the program' : 'without JavaScript'}`, { javaScript }, async (phone) => {
    const person = EVERYONE.mentee();
    const { page } = phone;
    await walkToCheck(phone, person, 'sv');
    await phone.portal.faults({ ledger: 'fail' });
    try {
      await press(page, 'send');
      const reference = await receipt(phone);
      await page.locator('[data-fill="spooled"]:visible').filter({ hasText: SPOOLED }).waitFor();
      if (javaScript) {
        await page.reload();
        await alive(page);
        await page.locator('[data-fill="spooled"]:visible').waitFor();
      }
      const link = await page.locator('#receipt-link').getAttribute('href');
      await phone.portal.faults({ ledger: 'none' });
      await eventually('the record in the ledger', async () => {
        await phone.portal.alarm();
        return (await phone.portal.recordsOf(person.email)).some(({ record }) => record.reference === reference);
      });
      await openLink(phone, link);
    } finally {
      await phone.portal.faults({ ledger: 'none' });
    }
  });
}

journey('a receipt of what was received at once says nothing of waiting', {}, async (phone) => {
  const person = EVERYONE.mentee();
  await walkToCheck(phone, person, 'sv');
  await send(phone);
  await shown(phone, 'receipt');
  assert.ok(await phone.page.locator('[data-fill="spooled"]').isHidden());
});
