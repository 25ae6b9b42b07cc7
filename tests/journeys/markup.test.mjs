// Valid HTML: every built file, and the documents that the Worker has filled, as they came over the wire.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { LANGUAGES, journey, servePortal } from './harness/journey.mjs';
import { builtFiles, builtText } from './harness/site.mjs';
import { OPTIONS, PLAIN_WALKS } from './harness/states.mjs';

servePortal();

const validate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Files are small on purpose: a matter of style, and each is valid without it.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // Every file comes from the portal itself and is named by its content; there is no other host to distrust.
    'require-sri': 'off',
    // The boxes of one question share its name, and so do the buttons that say where a form goes.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // What says nothing submits its form, as all of ours that say nothing do.
    'no-implicit-button-type': 'off',
  },
});

async function findings(name, text) {
  const report = await validate.validateString(text);
  return report.results.flatMap((result) => result.messages.map((one) => `${name}: ${one.ruleId}: ${one.message} (${one.selector ?? `${one.line}:${one.column}`})`));
}

test('every built file is valid HTML', async () => {
  const all = [];
  for (const file of await builtFiles()) all.push(...(await findings(file, await builtText(file))));
  assert.deepEqual(all, []);
});

for (const language of LANGUAGES) {
  for (const [what, walk] of Object.entries(PLAIN_WALKS)) {
    journey(`the Worker fills ${what} as valid HTML (${language})`, { ...OPTIONS, javaScript: false }, async (phone) => {
      const seen = new Set();
      const all = [];
      let last;
      phone.page.on('response', (response) => response.request().isNavigationRequest() && (last = response));
      await walk(phone, language, async (name) => {
        if (seen.has(last)) return;
        seen.add(last);
        all.push(...(await findings(name, await last.text())));
      });
      assert.ok(seen.size > 0, 'no document was looked at');
      assert.deepEqual(all, []);
    });
  }
}
