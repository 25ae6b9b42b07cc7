// Mentors are suggested for a mentee, best first, with what fits and what does not; whoever cannot be asked is not among them.

import assert from 'node:assert/strict';
import { journey, servePortal } from './harness/journey.mjs';
import { applied, looksRight, signIn, WIDTHS } from './harness/desk.mjs';
import { accept, answering } from './harness/mentors.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const TOLERATES = [/status of (409|422)/];

journey('mentors who can be asked are suggested by what they share with a mentee', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const mentee = answering(PEOPLE.mentee(), { topics: ['career-paths', 'network'], 'how-often': 'monthly' });
  const both = answering(PEOPLE.mentor(), { name: 'Båda Två', topics: ['career-paths', 'network'], 'how-often': 'monthly' });
  const none = answering(PEOPLE.mentor(), { name: 'Ingen Alls', topics: ['daily-work'], 'how-often': 'each-term' });
  const notAsked = answering(PEOPLE.mentor(), { name: 'Ej Granskad', topics: ['career-paths', 'network'] });
  const { reference } = await applied(phone, mentee);
  const [first, second] = [(await applied(phone, none)).reference, (await applied(phone, both)).reference];
  await applied(phone, notAsked);
  await page.setViewportSize(WIDTHS[0]);
  await signIn(phone);
  for (const mentor of [first, second]) await accept(page, mentor);
  await page.goto(`/desk/records/${reference}`);
  await page.locator('.suggested summary').click();
  const found = page.locator('.suggested ol > li');
  await found.nth(1).waitFor();
  assert.equal(await found.count(), 2, 'nobody who has not been checked');
  const [best, last] = await found.allInnerTexts();
  assert.match(best, /Båda Två[^]*poäng[^]*Ämnen: båda har valt Karriärvägar, Att bygga nätverk[^]*Hur ofta: samma önskemål/);
  assert.match(last, /Ingen Alls[^]*Inget som talar för[^]*Ämnen: inget gemensamt[^]*långt ifrån varandra/);
  await looksRight(page, 'suggested mentors');
  await found.first().locator('a').click();
  await page.waitForURL(`**/desk/records/${second}`);
  await page.locator('.mentor').waitFor();
  assert.equal(await page.locator('.suggested:visible').count(), 0, 'a mentor is suggested nobody');
});
