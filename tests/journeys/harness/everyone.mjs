// Made-up people of the made-up programme that asks every kind of question: what they answer on each page, what they answer
// wrongly first with the sentence that must stand at the question, and the words that staff read of each answer.

import { email } from './people.mjs';

const PROGRAMME = 'everything';

const MISSING_NAME = ['Skriv ditt namn', 'Write your name'];
const NO_EMAIL = ['Skriv en e-postadress som namn@exempel.se', 'Write an email address like name@example.com'];
const NO_YEAR = ['Skriv ett årtal med fyra siffror', 'Write a year in four digits'];
const NO_DATE = ['Skriv ett datum som finns, med dag, månad och år i siffror', 'Write a date that exists, with day, month and year in digits'];
const NO_NUMBER = ['Skriv ett heltal med siffror', 'Write a whole number in digits'];
const NOT_READ = ['Läs informationen om personuppgifter och kryssa i rutan', 'Read the notice about personal data and tick the box'];
const EARLY = ['Skriv ett årtal från 2020 eller senare', 'Write a year that is 2020 or later'];
const OLD = ['Skriv ett årtal från 1950 eller senare', 'Write a year that is 1950 or later'];

function few(count) {
  return [`Välj minst ${count}`, `Choose at least ${count}`];
}

function long(over, max) {
  return [`Korta svaret med ${over} tecken. Högst ${max} får plats.`, `Shorten the answer, which is ${over} over the limit of ${max} characters.`];
}

/** A sentence as it stands at a question of these short words, and among the faults at the top of its page. */
function at([sv, en], says) {
  const inside = (sentence) => sentence[0].toLowerCase() + sentence.slice(1);
  return [`${sv}: ${inside(says[0])}`, `${en}: ${inside(says[1])}`];
}

const BEGAN = ['Började', 'Began'];
const TOPICS = ['Ämnen', 'Topics'];
const PLACES = ['Mötesplatser, helst först', 'Meeting places, most wanted first'];
const FROM = ['Kan börja', 'Can begin'];
const HOURS = ['Timmar i månaden', 'Hours a month'];

export function mentee() {
  return {
    programme: PROGRAMME,
    role: 'mentee',
    email: email('mentee'),
    pages: [
      {
        id: 'about-you',
        wrong: [{ answers: { email: 'åsa@' }, says: { name: MISSING_NAME, email: NO_EMAIL } }],
        answers: { name: 'Påhittade O’Neill-Åström', email: null },
        said: ['Påhittade O’Neill-Åström'],
      },
      {
        id: 'situation',
        wrong: [{ answers: {}, says: { situation: ['Välj vad du gör nu', 'Choose what you do now'] } }],
        answers: { situation: 'doctoral' },
        said: ['Forskar som doktorand'],
      },
      {
        id: 'studies',
        wrong: [
          { answers: { subject: 'å'.repeat(83), began: '99' }, says: { subject: at(['Ämne', 'Subject'], long(3, 80)), began: at(BEGAN, NO_YEAR) } },
          { answers: { subject: 'Påhittad anatomi', began: '1949' }, says: { began: at(BEGAN, OLD) } },
        ],
        answers: { subject: 'Påhittad anatomi', began: '2019' },
        said: ['Påhittad anatomi', '2019'],
      },
      {
        id: 'earlier',
        wrong: [{ answers: {}, says: { 'had-mentor': ['Svara ja eller nej', 'Answer yes or no'] } }],
        answers: { 'had-mentor': 'yes', learned: 'Att fråga.\nOch att lyssna.' },
        said: ['Ja', 'Att fråga.', 'Och att lyssna.'],
      },
      {
        id: 'goals',
        wrong: [{ answers: { goals: 'å'.repeat(1501) }, says: { goals: at(['Mål', 'Goals'], long(1, 1500)) } }],
        answers: { goals: 'Förstå <b>yrket</b> & våga', wish: '' },
        said: ['Förstå <b>yrket</b> & våga'],
      },
      {
        id: 'topics',
        wrong: [{ answers: { topics: ['work'], 'meeting-places': { ranked: ['video'] } }, says: { topics: at(TOPICS, few(2)), 'meeting-places': at(PLACES, few(2)) } }],
        answers: { topics: ['work', 'balance'], 'meeting-places': { ranked: ['walk', 'campus', 'cafe'] } },
        said: ['Arbete, Arbete och fritid', '1. På promenad', '2. På campus', '3. På kafé'],
      },
      {
        id: 'time',
        wrong: [
          { answers: { hours: 'två', from: { date: ['31', '2', '2027'] } }, says: { hours: at(HOURS, NO_NUMBER), from: at(FROM, NO_DATE) } },
          { answers: { hours: '11', from: { date: ['7', '', ''] } }, says: { hours: at(HOURS, ['Skriv ett tal som är högst 10', 'Write a number that is 10 or less']), from: at(FROM, NO_DATE) } },
          { answers: { hours: '2', from: { date: ['7', '3', '2019'] } }, says: { from: at(FROM, EARLY) } },
        ],
        answers: { hours: '2', from: { date: ['7', '3', '2027'] } },
        said: ['7 mars 2027'],
      },
      { id: 'notice', wrong: [{ answers: {}, says: { 'notice-read': NOT_READ } }], answers: { 'notice-read': ['yes'] }, said: ['Ja'] },
    ],
  };
}

export function mentor() {
  return {
    programme: PROGRAMME,
    role: 'mentor',
    email: email('mentor'),
    pages: [
      {
        id: 'about-you',
        wrong: [{ answers: { name: 'å'.repeat(121) }, says: { name: ['Korta namnet: det är 1 tecken för långt. Högst 120 får plats.', 'Shorten the name: 1 over the limit of 120 characters.'], email: ['Skriv din e-postadress', 'Write your email address'] } }],
        answers: { name: '王 Made-Up', email: null },
        said: ['王 Made-Up'],
      },
      { id: 'sector', wrong: [{ answers: {}, says: { sector: ['Välj en bransch', 'Choose a sector'] } }], answers: { sector: 'company' }, said: ['Företag'] },
      {
        id: 'work',
        wrong: [{ answers: { since: '2031' }, says: { workplace: ['Skriv var du arbetar', 'Write where you work'], since: at(['Sedan', 'Since'], ['Skriv ett årtal som är 2030 eller tidigare', 'Write a year that is 2030 or earlier']) } }],
        answers: { workplace: 'Made-up & Co', since: '2001' },
        said: ['Made-up & Co', '2001'],
      },
      {
        id: 'earlier',
        wrong: [{ answers: { 'been-mentor': 'yes', 'how-many': '0' }, says: { 'how-many': at(['Antal', 'How many'], ['Skriv ett tal som är minst 1', 'Write a number that is at least 1']) } }],
        answers: { 'been-mentor': 'yes', 'how-many': '12' },
        said: ['Ja', '12'],
      },
      {
        id: 'offer',
        wrong: [{ answers: { more: 'å'.repeat(502) }, says: { offer: ['Skriv vad du kan hjälpa till med', 'Write what you can help with'], more: at(['Mer', 'More'], long(2, 500)) } }],
        answers: { offer: 'I can “read” a CV.', more: 'And listen.' },
        said: ['I can “read” a CV.', 'And listen.'],
      },
      {
        id: 'topics',
        wrong: [{ answers: { 'meeting-places': { ranked: ['video'] } }, says: { topics: ['Välj minst ett ämne', 'Choose at least one topic'], 'meeting-places': at(PLACES, few(2)) } }],
        answers: { topics: ['research'], 'meeting-places': { ranked: ['video', 'workplace'] } },
        said: ['Forskning', '1. I videosamtal', '2. På min arbetsplats'],
      },
      {
        id: 'time',
        wrong: [{ answers: { places: '6', until: { date: ['30', '2', '2028'] } }, says: { places: at(['Platser', 'Places'], ['Skriv ett tal som är högst 5', 'Write a number that is 5 or less']), until: at(['Till och med', 'Until'], NO_DATE) } }],
        answers: { places: '3', until: { date: ['29', '02', '2028'] } },
        said: ['29 februari 2028'],
      },
      { id: 'notice', wrong: [{ answers: {}, says: { 'notice-read': NOT_READ } }], answers: { 'notice-read': ['yes'] }, said: ['Ja'] },
    ],
  };
}

export const EVERYONE = { mentee, mentor };
