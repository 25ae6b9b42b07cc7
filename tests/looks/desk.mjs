// The desk as staff see it: every page, and the states in which somebody stops and reads. Its journeys have the rules; this is
// for whoever looks.

import { applied, signIn } from '../journeys/harness/desk.mjs';
import { address } from '../journeys/harness/journey.mjs';
import { answering } from '../journeys/harness/mentors.mjs';
import { PEOPLE } from '../journeys/harness/people.mjs';
import { Staff } from '../journeys/harness/staff.mjs';

/** What two share who fit. */
const SHARED = { topics: ['career-paths', 'network'], 'how-often': 'monthly' };

async function desk(phone, language, look) {
  const { page } = phone;
  const of = await people(phone);
  await signIn(phone, language);
  const to = async (path, sign) => {
    await page.goto(address(language, path));
    await page.locator(sign).first().waitFor();
  };
  await look('desk what is to be done');
  await records(page, to, look);
  await oneRecord(page, to, look, of);
  await to(`/desk/person/${of.mentee}`, '.whole');
  await look('desk everything about a person');
  await to('/desk/mentors', 'tbody tr');
  await look('desk mentors');
  await programmes(page, to, look);
  await written(page, to, look);
  await to('/desk/log', 'tbody tr');
  await look('desk log');
  await to('/desk/retention', '.undecided li');
  await look('desk retention');
  await protectedRecord(page, to, look, of.mentee);
}

/** A mentee, a mentor who is listed and fits, one who is listed and does not, one who waits to be checked; gives references. */
async function people(phone) {
  const staff = await Staff.signIn(phone.portal);
  const mentee = (await applied(phone, answering(PEOPLE.mentee(), SHARED))).reference;
  const fits = (await applied(phone, answering(PEOPLE.mentor(), SHARED))).reference;
  const other = (await applied(phone, answering(PEOPLE.mentor(), { topics: ['daily-work'], 'how-often': 'each-term' }))).reference;
  const unchecked = (await applied(phone, PEOPLE.mentor())).reference;
  for (const mentor of [fits, other]) await staff.list(mentor, 2);
  return { mentee, fits, unchecked };
}

async function records(page, to, look) {
  await to('/desk/records', 'tbody tr');
  await look('desk records');
  await page.locator('tbody tr [type="checkbox"]').nth(0).check();
  await page.locator('tbody tr [type="checkbox"]').nth(1).check();
  await page.locator('.several').waitFor();
  await look('desk records with some picked');
  await page.locator('#search').fill('zzzz');
  await page.locator('tbody tr').first().waitFor({ state: 'detached' });
  await look('desk records and nothing found');
}

async function oneRecord(page, to, look, of) {
  await to(`/desk/records/${of.mentee}`, '.facts');
  await look('desk record of a mentee');
  await page.evaluate(() => document.querySelectorAll('details').forEach((more) => { more.open = true; }));
  await page.locator('.suggested ol > li').nth(1).waitFor();
  await look('desk record with everything open');
  await page.locator('.next .ways button').last().click();
  await page.locator('.next form button.primary').click();
  await page.locator('.next .fault:visible').first().waitFor();
  await look('desk record with a decision that has faults');
  await page.reload();
  await page.locator('.suggested summary').first().click();
  await page.locator('.suggested ol > li').first().waitFor();
  await page.locator('.beside tbody tr').last().getByRole('button').first().click();
  await page.locator('.requests li').first().waitFor();
  await look('desk record once a mentor is asked');
  await to(`/desk/records/${of.unchecked}`, '.mentor');
  await page.locator('.mentor button').click();
  await page.locator('.mentor .fault:visible').first().waitFor();
  await look('desk record of a mentor with a fault');
}

async function programmes(page, to, look) {
  await to('/desk/programmes', '.queue');
  await look('desk programmes');
  await to('/desk/programmes/junior-faculty', 'form.half');
  await look('desk programme that is discontinued');
  await to('/desk/programmes/ki-alumni', 'form.half');
  await page.locator('form.half [type="checkbox"]').first().uncheck();
  await page.locator('#live-5').fill('Vi tar en paus.');
  await page.locator('form.half button.primary').click();
  await page.locator('.fault:visible').first().waitFor();
  await look('desk programme with a fault');
}

/** What staff write: an application for somebody, the list of staff, closed days. */
async function written(page, to, look) {
  await to('/desk/enter', '#form');
  await page.locator('#form').selectOption({ index: 1 });
  await page.locator('#how').waitFor();
  await look('desk entering for somebody');
  await page.locator('main form button.primary').click();
  await page.locator('#entry-problem:visible').waitFor();
  await look('desk entering with faults');
  for (const [path, name] of [['/desk/staff', 'desk staff'], ['/desk/closures', 'desk closed days']]) {
    await to(path, 'form .buttons');
    await look(name);
    await page.locator('form button.secondary').click();
    await page.locator('main form button.primary').click();
    await page.locator('.fault:visible, .problem:visible').first().waitFor();
    await look(`${name} with a fault`);
  }
}

async function protectedRecord(page, to, look, reference) {
  await to(`/desk/records/${reference}`, '.facts');
  await page.locator('details:has(#protect) > summary').click();
  await page.locator('#protect').fill('Skyddad folkbokföring.');
  await page.locator('form:has(#protect) button').click();
  await page.locator('.unmasking').waitFor();
  await look('desk record that is protected');
}

/** As the walks of the portal. */
export const DESK = { name: 'the desk', show: desk, options: {} };
