// The made-up programme whose directory everybody may read: people for it, and two mentors who are shown there.

import { send, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { email } from './people.mjs';
import { eventually } from './portal.mjs';
import { Staff } from './staff.mjs';

/** tests/programmes/open-mentors.toml. */
export const PROGRAMME = 'open-mentors';

function mentor(name, work, topics) {
  const answers = { name, email: null, work, topics, shown: 'name' };
  const pages = [{ id: 'all', answers }, { id: 'notice', answers: { 'notice-read': ['yes'] } }];
  return { role: 'mentor', programme: PROGRAMME, email: email('open'), pages };
}

export function mentee(topics) {
  const pages = [{ id: 'all', answers: { email: null, topics } }, { id: 'notice', answers: { 'notice-read': ['yes'] } }];
  return { role: 'mentee', programme: PROGRAMME, email: email('open'), pages };
}

let listed;

/** Two mentors, listed once for all that runs on one portal. */
export function mentors(phone) {
  listed ??= (async () => {
    const staff = await Staff.signIn(phone.portal);
    for (const one of [mentor('Påhittad Apotekare', 'Apotekare', ['research', 'work']), mentor('Made-Up Ölander', 'Lärare & läkare', ['work', 'abroad'])]) {
      await walkToCheck(phone, one, 'sv');
      await staff.list(await send(phone));
    }
  })();
  return listed;
}

/** Opens the directory as soon as the Worker has both: it keeps what it has read for a moment. */
export function openDirectory(page, language) {
  return eventually('the mentors', async () => {
    await page.goto(address(language, `/${PROGRAMME}/mentors`));
    return (await page.locator('.cards > li:visible').count()) === 2;
  });
}
