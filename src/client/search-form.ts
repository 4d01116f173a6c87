import { fitsAddress, writeAddress } from '../search/ui/address.ts';
import { leaveText } from '../search/ui/storage.ts';

/** The field of the home and the 404 page: Enter or Find goes to the search page, and what was typed stays in this tab. */
export function startSearchForm(): void {
  const field = document.querySelector<HTMLTextAreaElement>('[data-search-form] textarea:not([data-search-input])');
  const form = field?.form;
  if (!field || !form) return;
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!fitsAddress(field.value)) leaveText(field.value);
    location.assign(form.action + writeAddress({ text: field.value }));
  });
}
