// Mentors are suggested for a mentee, best first, with what fits and what does not, and side by side; whoever cannot be asked is not
// among them. On a mentor's record it is the other way round.

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
  assert.match(last, /Ingen Alls[^]*Inget gemensamt[^]*Ämnen: inget gemensamt[^]*långt ifrån varandra/);
  await looksRight(page, 'suggested mentors');
  await besides(page);
  await besidesOnAPhone(page);
  await found.first().locator('a').click();
  await page.waitForURL(`**/desk/records/${second}`);
  await page.locator('.mentor').waitFor();
  await page.locator('.waiting summary').click();
  const waiting = page.locator('.waiting ol > li');
  await waiting.first().waitFor();
  assert.match(await waiting.first().innerText(), /poäng[^]*Ämnen: båda har valt Karriärvägar, Att bygga nätverk/);
  await looksRight(page, 'a mentor and who waits');
  await waiting.first().locator('a').click();
  await page.waitForURL(`**/desk/records/${reference}`);
  await page.locator('.suggested summary').first().click();
  await page.locator('.beside tbody tr').last().getByRole('button').first().press('Enter');
  await page.locator('.requests li', { hasText: 'Båda Två' }).waitFor();
});

/** The mentee and both mentors stand side by side; a box takes one out and puts them in again, by keyboard. */
async function besides(page) {
  const table = page.locator('.beside');
  const heads = () => table.locator('thead th').allInnerTexts();
  assert.deepEqual((await heads()).map((head) => head.split('\n')[0].slice(0, 8)), ['Fråga', 'Den söka', 'Båda Två', 'Ingen Al']);
  const line = (name) => table.locator('tr', { has: page.getByRole('rowheader', { name, exact: true }) });
  const often = await line('Hur ofta').locator('td').allInnerTexts();
  assert.deepEqual(often, ['Ungefär en gång i månaden', 'Ungefär en gång i månaden', 'En eller två gånger per termin']);
  const [mentee, fits, fitsNot] = await line('Det som inte passar').locator('td').allInnerTexts();
  assert.equal(`${mentee}${fits}`.trim(), '');
  assert.match(fitsNot, /inget gemensamt/);
  await page.getByLabel('Sida vid sida: Båda Två').press('Space');
  assert.equal((await heads()).length, 3);
  await page.getByLabel('Sida vid sida: Båda Två').press('Space');
  assert.equal((await heads()).length, 4);
}

/** On a phone each line is a block that says whose each answer is: nothing scrolls sideways, and it is a table for who hears it. */
async function besidesOnAPhone(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  const table = page.getByRole('table', { name: 'Sida vid sida' });
  const sideways = await table.evaluate((table) => table.scrollWidth - table.parentElement.clientWidth);
  assert.ok(sideways <= 0, `${sideways} px are beside the page`);
  assert.ok(await table.locator('thead a').first().isVisible(), 'the way to the mentor');
  const often = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Hur ofta', exact: true }) });
  const cells = await often.getByRole('cell').evaluateAll((all) => all.map((cell) => [cell.dataset.label, cell.getBoundingClientRect().top]));
  assert.deepEqual(cells.map(([label]) => label), ['Den sökande', 'Båda Två', 'Ingen Alls']);
  assert.ok(cells[0][1] < cells[1][1] && cells[1][1] < cells[2][1], 'one under the other');
  await looksRight(page, 'mentors side by side on a phone');
  await page.setViewportSize(WIDTHS[0]);
}
