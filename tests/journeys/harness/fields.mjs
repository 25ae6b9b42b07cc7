// Answers of more than one control: a date, `{ date: [day, month, year] }` as typed, and a ranked choice,
// `{ ranked: [option, …] }`, best first.

/** Where questions are answered: a page of a form, or the page on which what was sent is changed. */
export const FORM = ':is(#form, #change)';

const PARTS = ['day', 'month', 'year'];

const MONTHS = {
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** A date in words. */
export function dateWords(language, [day, month, year]) {
  return `${Number(day)} ${MONTHS[language][Number(month) - 1]} ${year}`;
}

export async function fillDate(page, name, values) {
  for (const [index, part] of PARTS.entries()) await page.locator(`${FORM} [name="${name}_${part}"]`).fill(values[index]);
}

/** The options of a ranked choice as they stand, best first. */
export function ranked(scope, name) {
  return scope.locator(`[data-fill^="place-${name}."]:visible`).evaluateAll((all) =>
    all.map((one) => one.dataset.fill.split('.')).filter((parts) => parts.length === 3).map((parts) => parts[2]));
}

/** Presses a button of a ranked choice, such as `up.2` or `add.cafe`, and waits for the order that follows. */
export async function arrange(page, name, button, wanted) {
  await page.locator(`${FORM} button[value="rank.${name}.${button}"]`).tap();
  for (const [index, option] of wanted.entries()) {
    await page.locator(`${FORM} [data-fill="place-${name}.${index + 1}.${option}"]:visible`).waitFor();
  }
  await page.locator(`${FORM} [data-fill="place-${name}.${wanted.length + 1}"]:visible`).waitFor({ state: 'detached' });
  // Without the program it is another document, which may still be arriving.
  await page.waitForLoadState();
}

/** Chooses these options and no others, in this order. */
export async function rank(page, name, wanted) {
  for (let left = (await ranked(page, name)).slice(1); (await ranked(page, name)).length > 0; left = left.slice(1)) {
    await arrange(page, name, 'remove.1', left);
  }
  for (const [index, option] of wanted.entries()) {
    await arrange(page, name, `add.${option}`, wanted.slice(0, index + 1));
  }
}

/** What stands in a question of more than one control on this page; nothing for others. */
export async function standingOf(page, name) {
  if (await page.locator(`${FORM} [name="${name}_day"]`).count()) {
    return { date: await Promise.all(PARTS.map((part) => page.locator(`${FORM} [name="${name}_${part}"]`).inputValue())) };
  }
  if (await page.locator(`${FORM} button[value^="rank.${name}."]`).count()) return { ranked: await ranked(page, name) };
  return null;
}

/** What a row of answers says of such an answer, and what it should; nothing for others. */
export async function saidOf(row, name, value) {
  if (value.ranked) return { found: await ranked(row, name), wanted: value.ranked };
  if (!value.date) return null;
  const language = await row.evaluate(() => document.documentElement.lang);
  return { found: (await row.locator(`[data-fill="answer-${name}"]`).innerText()).trim(), wanted: dateWords(language, value.date) };
}
