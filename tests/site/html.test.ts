import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { readPages } from './dist.ts';

/** Switched-off rules, each with its reason. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes `<br/>`-style void elements and keeps attribute case of SVG; both are valid HTML.
    'void-style': 'off',
    'attr-case': 'off',
    // Trailing blanks in templates do no harm and brotli removes them.
    'no-trailing-whitespace': 'off',
    // Titles say what the page is; search engines cut them where they like.
    'long-title': 'off',
    // `role="note"`, `role="group"` on div and pre are deliberate: landmarks for every block would flood the list of landmarks.
    'prefer-native-element': 'off',
    // Quotes are left to Astro's printer.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    // Asides and pre carry a name because they are focusable or announced, which the rule does not know.
    'aria-label-misuse': 'off',
    'no-inline-style': 'error',
    'no-dup-id': 'error',
  },
});

it('every page is valid HTML', async () => {
  const problems: string[] = [];
  for (const page of readPages()) {
    const report = await validator.validateString(page.html, page.file);
    for (const result of report.results)
      for (const message of result.messages)
        if (message.severity === 2)
          problems.push(`${page.file}:${message.line}: ${message.ruleId}: ${message.message}`);
  }
  expect(problems.slice(0, 40)).toEqual([]);
  // A quarter of a minute on an idle machine.
}, 240_000);
