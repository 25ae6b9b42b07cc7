// A student and the mentor they have found: the framework they share, each on a page of their own.

import { eventually } from './portal.mjs';
import { email } from './people.mjs';

/** A student with a mentor; as few answers as are needed, or all of them. */
export function student(isWhole = false) {
  const mentor = email('mentor');
  const more = isWhole
    ? {
        content: { goals: 'Tre samtal', 'of-student': 'Kommer förberedd', 'of-mentor': 'Lyssnar & frågar' },
        terms: { 'between-us': 'Allt vi säger', until: { date: ['30', '6', '2027'] }, 'if-not': 'Vi säger till' },
        meetings: { where: 'Kafé <b>Påhittat</b>' },
      }
    : { content: {}, terms: {}, meetings: {} };
  return {
    role: 'framework',
    programme: 'doctoral',
    email: email('doktorand'),
    mentor,
    pages: [
      { id: 'parties', answers: { name: 'Påhittade Doktoranden', email: null, 'mentor-name': 'Påhittade Mentorn', 'mentor-email': mentor } },
      { id: 'meetings', answers: { 'how-often': 'months-3', 'how-long': 'minutes-60', 'who-books': 'mentee', ...more.meetings } },
      { id: 'content', answers: { topics: 'Vägar efter disputationen', ...more.content } },
      { id: 'terms', answers: more.terms },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

/** The letters to an address, oldest first, once there are so many. */
export async function lettersTo(portal, address, count) {
  await portal.alarm();
  return eventually(`${count} letters to ${address}`, async () => {
    const all = (await portal.json('/dev/letters.json')).filter((letter) => letter.to === address);
    return all.length >= count && all;
  });
}
