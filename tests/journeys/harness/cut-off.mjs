// A phone without a network, also for what keeps its pages.

import { eventually } from './portal.mjs';

/** The first words of the page that stands for one that cannot be fetched. */
const CANNOT = /går inte att hämta|cannot be fetched/;

/** Takes the network away; an answer that is none counts as well. The browser tells its pages at once, and the service worker that answers for them a moment later. */
export async function cutOff({ page, context }) {
  await context.setOffline(true);
  const text = () =>
    page.evaluate(async () => {
      if (!navigator.serviceWorker.controller) return undefined;
      const answer = await fetch('/my', { headers: { accept: 'text/html' } }).catch(() => undefined);
      return answer ? answer.text() : '';
    });
  await eventually('the service worker is without a network', async () => {
    const said = await text();
    return !said || CANNOT.test(said);
  });
}
