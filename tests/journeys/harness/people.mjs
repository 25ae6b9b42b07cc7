// Made-up people and their answers, page by page of each form, in the order in which the pages are asked.

let drawn = 0;

/** An address nobody else in this run has; example.org belongs to nobody. */
export function email(role) {
  drawn += 1;
  return `pahittad.${role}.${process.pid}.${drawn}@example.org`;
}

export function mentee() {
  return {
    role: 'mentee',
    email: email('mentee'),
    pages: [
      { id: 'about-you', answers: { name: 'Påhittade O’Neill-Åström', email: null } },
      { id: 'connection', answers: { connection: 'master' } },
      { id: 'studies', answers: { programme: 'Påhittat masterprogram' } },
      { id: 'goals', answers: { field: 'Läkemedelsutveckling', goals: 'Förstå yrket.\nVåga fråga.', tried: 'Läst <b>& frågat</b>' } },
      { id: 'meetings', answers: { topics: ['career-paths', 'network'], 'how-often': 'together', 'how-long': 'half-year' } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

export function mentor() {
  return {
    role: 'mentor',
    email: email('mentor'),
    pages: [
      { id: 'about-you', answers: { name: '王 Made-Up', email: null } },
      { id: 'connection', answers: { connection: ['studied', 'doctoral'] } },
      { id: 'work', answers: { work: 'Made-up pharmacist', field: 'Clinical trials' } },
      { id: 'offer', answers: { offer: 'I can “read” a CV & listen.', topics: ['daily-work'] } },
      { id: 'time', answers: { languages: ['swedish', 'arabic'], places: '2', 'how-often': 'monthly' } },
      { id: 'shown', answers: { shown: 'without-name' } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
}

export const PEOPLE = { mentee, mentor };

/** What a person answers on a page. */
export function answersOf(person, id) {
  const { answers } = person.pages.find((page) => page.id === id);
  return 'email' in answers ? { ...answers, email: person.email } : answers;
}

/** Everything a person answers. */
export function allAnswers(person) {
  return Object.assign({}, ...person.pages.map((page) => answersOf(person, page.id)));
}
