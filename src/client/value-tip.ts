import { loadStyles } from '../lib/load-styles.ts';
import styles from '../styles/value-tip.css?url';

const tip = document.createElement('div');
tip.className = 'ph-tip';
// Said as well as shown.
tip.role = 'status';

/** Says below a placeholder what it is, and whether what stands in it looks like it. */
export async function showTip(
  target: HTMLElement,
  label: string,
  value: string | undefined,
  pattern = '',
): Promise<void> {
  await loadStyles(styles);
  if (document.activeElement !== target) return;
  const odd = value !== undefined && pattern !== '' && !new RegExp(`^(?:${pattern})$`, 'u').test(value);
  tip.textContent = label + (odd ? `: “${value}” does not look like one; it is used as it is.` : '');
  tip.toggleAttribute('data-odd', odd);
  const { left, bottom } = target.getBoundingClientRect();
  tip.style.left = `${Math.min(left + scrollX, document.documentElement.clientWidth - 240)}px`;
  tip.style.top = `${bottom + scrollY + 4}px`;
  if (!tip.isConnected) document.body.append(tip);
}

/** Takes it away. */
export const hideTip = (): void => tip.remove();
