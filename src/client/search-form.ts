import { loadStyles } from '../lib/load-styles.ts';
import { fitsAddress, writeAddress } from '../search/ui/address.ts';
import { leaveText } from '../search/ui/storage.ts';
import stylesheet from '../styles/search.css?url';

/**
 * The field of a page that is no search page: the first Enter, Find or paste answers below it, and from then on the page
 * searches as the search page does. What was asked is asked again after a reload or on the way back.
 */
export function startSearchForm(): void {
  const field = document.querySelector<HTMLTextAreaElement>('[data-search-input]');
  const form = field?.form;
  if (!field || !form) return;
  const untilStarted = new AbortController();
  const { signal } = untilStarted;

  field.addEventListener('focus', () => void load().then(([{ warmUp }]) => warmUp(), ignore), { signal });
  field.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    },
    { signal },
  );
  field.addEventListener(
    'input',
    (event) => {
      if (event instanceof InputEvent && /^insertFrom(Paste|Drop)/.test(event.inputType)) form.requestSubmit();
    },
    { signal },
  );
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      if (field.value.trim() === '') field.focus();
      else void start().then((started) => started && form.requestSubmit());
    },
    { signal },
  );
  if (/[#&](q|kind|topic)=/.test(location.hash) || history.state?.text) {
    field.value = '';
    void start();
  }

  /** Hands the field over to the search; where its code cannot be had, the search page says why. */
  async function start(): Promise<boolean> {
    const loaded = await load().catch(ignore);
    // Enter came twice while the code was on its way.
    if (signal.aborted) return false;
    untilStarted.abort();
    if (loaded) {
      const text = field!.value;
      // The search begins with what the address asks for; the text of the field is a step of its own.
      field!.value = '';
      loaded[1].startSearchPage();
      field!.value ||= text;
      return text !== '';
    }
    if (!fitsAddress(field!.value)) leaveText(field!.value);
    location.assign(form!.action + writeAddress({ text: field!.value }));
    return false;
  }
}

const load = () =>
  Promise.all([import('../search/ui/session.ts'), import('../search/ui/page.ts'), loadStyles(stylesheet)]);

const ignore = (): undefined => undefined;
