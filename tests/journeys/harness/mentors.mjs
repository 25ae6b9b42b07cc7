// Mentors at the desk: somebody with other answers, and somebody who is checked and accepted.

/** Somebody with other answers to some questions. */
export function answering(person, answers) {
  const others = (page) => Object.fromEntries(Object.entries(answers).filter(([name]) => name in page.answers));
  return { ...person, pages: person.pages.map((page) => ({ ...page, answers: { ...page.answers, ...others(page) } })) };
}

/** Staff check a mentor and accept them. */
export async function accept(page, reference) {
  await page.goto(`/desk/records/${reference}`);
  await page.locator('#mentor-checked').fill('Ringde arbetsplatsen.');
  await page.locator('.mentor button').click();
  await page.locator('.mentor .typed', { hasText: 'Ringde arbetsplatsen.' }).waitFor();
  for (const [act, standing] of [['Ta upp till granskning', 'Under granskning'], ['Godkänn som mentor', 'Godkänd som mentor']]) {
    await page.getByRole('button', { name: act }).click();
    await page.locator('.next form button.primary').click();
    await page.locator('.facts dd').first().filter({ hasText: standing }).waitFor();
  }
}
