// What the portal says while there is no network: what was kept, what was not sent. Walks as those in `states.mjs`.

import { cutOff } from './cut-off.mjs';
import { alive, open, placeOf, press, receipt, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { PEOPLE } from './people.mjs';
import { eventually } from './portal.mjs';

export async function withoutNetwork(phone, language, look) {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentor(), language);
  await page.waitForLoadState('networkidle');
  await phone.context.setOffline(true);
  await press(page, 'send');
  await page.locator('[data-act="send-now"]:visible').waitFor();
  await look('kept on this phone, not sent');
  await phone.context.setOffline(false);
  await receipt(phone);
  await look('receipt of what went by itself');
}

/** On a phone that keeps pages: of a visited page, of a form, and where a page was never visited. */
export async function keptPages(phone, language, look) {
  const { page, context } = phone;
  const paths = [address(language, '/ki-alumni'), placeOf(language, 'mentee', 'about-you')];
  await page.goto(paths[0]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await open(phone, paths[1]);
  const isKept = async (path) => {
    const [kept, program] = [await caches.match(path), performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))];
    return kept !== undefined && (await caches.match(program.name)) !== undefined;
  };
  for (const path of paths) await eventually(`${path} is kept`, () => page.evaluate(isKept, path));
  await cutOff(phone);
  for (const path of paths) {
    await page.goto(path);
    await page.locator('[data-kept-page]:visible').waitFor();
    if (path === paths[1]) await alive(page);
    await look(`${path} as the phone has kept it`);
  }
  await page.goto(address(language, '/personal-data'));
  await look('a page that the phone has not kept');
  await context.setOffline(false);
}
