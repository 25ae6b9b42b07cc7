// The pages for one's own mentor, which the phone answers itself: with their faults, and answered. Walks as those in `states.mjs`.

import { alive } from './form.mjs';
import { address } from './journey.mjs';

async function openPage({ page }, language, path) {
  await page.goto(address(language, path));
  await alive(page);
}

const fill = async (page, fields) => {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
};

const ask = (page) => page.locator('#kit .primary').tap();

/** Looks at a page whose fields say what is wrong, and then at its answer. */
async function faultAndAnswer(phone, look, name, fault, fields) {
  const { page } = phone;
  await ask(page);
  await page.locator(`#${fault}-fault:visible`).waitFor();
  await look(`${name} with a fault`);
  await fill(page, fields);
  await ask(page);
  await page.locator('#answer:visible').waitFor();
  await look(`${name} answered`);
}

async function chooseBy(phone, language, look) {
  await openPage(phone, language, '/doctoral/choose-by');
  await faultAndAnswer(phone, look, 'kit choose-by', 'admitted', { day: '29', month: '2', year: '2028' });
}

async function independence(phone, language, look) {
  const { page } = phone;
  await openPage(phone, language, '/doctoral/independence');
  await faultAndAnswer(phone, look, 'kit independence', 'mentor', { mentor: 'Asa Öberg', supervisors: 'Erik Exempel' });
  await fill(page, { supervisors: 'Erik Exempel\nÖberg, Åsa', 'co-authors': 'Exempel E, Oeberg A', 'mentor-department': 'Påhittad', 'own-department': 'Påhittad' });
  await page.locator('#close').check();
  await ask(page);
  await page.locator('#answer-lines').filter({ hasText: 'Oeberg A' }).waitFor();
  await look('kit independence with everything that can speak against it');
  await page.goto(address(language, '/on-this-phone'));
  await alive(page);
  await page.locator('main .stored a:visible').first().waitFor();
  await look('what is kept of the kit on this phone');
}

async function letters(phone, language, look) {
  for (const path of ['/doctoral/invitation', '/own-mentor/invitation']) {
    await openPage(phone, language, path);
    const fields = { mentor: 'Åsa Öberg', why: 'Du har gått samma väg.', goals: 'Livet efter disputationen', often: 'en gång i månaden', name: 'Kim Exempel' };
    await faultAndAnswer(phone, look, `kit${path.replaceAll('/', ' ')}`, 'goals', fields);
  }
}

async function meetings(phone, language, look) {
  const { page } = phone;
  await openPage(phone, language, '/doctoral/meetings');
  await fill(page, { day: '31', month: '2', year: '2027', clock: '25', 'last-day': '1', 'last-month': '1', 'last-year': '2027' });
  const fields = { day: '20', month: '10', clock: '15.00', 'last-day': '30', 'last-month': '6', 'last-year': '2028', place: 'Kafé; Påhittat, rum 2', name: 'Kim Exempel' };
  await page.locator('#zone').selectOption('America/New_York');
  await faultAndAnswer(phone, look, 'kit meetings', 'clock', fields);
}

async function studyPlan(phone, language, look) {
  await openPage(phone, language, '/doctoral/study-plan');
  await faultAndAnswer(phone, look, 'kit study-plan', 'mentor', { mentor: 'Kim Exempel', workplace: 'Påhittade sjukhuset', often: 'två gånger om året', since: 'mars 2027' });
}

/** They need the program, which alone can answer. */
export const KIT_WALKS = {
  'by when a mentor is chosen': chooseBy,
  'whether a mentor is independent': independence,
  'a letter to a mentor': letters,
  'meetings that are planned': meetings,
  'the line in the study plan': studyPlan,
};
