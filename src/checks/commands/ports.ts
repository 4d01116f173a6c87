/** Ports that no machine has. Pure. */
import type { Problem } from '../../lib/finding.ts';
import type { Call } from './call.ts';

const HIGHEST = 65535;

/** Ports above 65535 in --publish of docker, and in kubectl port-forward. */
export function checkPorts(calls: readonly Call[]): Problem[] {
  return calls.flatMap((call) => {
    const written = [
      ...call.flags.filter(({ name }) => /^--(publish|publish-add|port|target-port)$/.test(name)),
      ...(call.path === 'kubectl port-forward'
        ? call.args.slice(1).map(({ text, line }) => ({ value: text, line }))
        : []),
    ];
    return written.flatMap(({ value = '', line }) =>
      // Addresses come first and hold dots or brackets; `published=8080,target=80` is the long form.
      value
        .split(/[:,=/-]/)
        .filter((part) => /^\d+$/.test(part) && Number(part) > HIGHEST)
        .map((part) => ({
          line,
          found: `port ${part} in "${value}"`,
          allowed: `1 to ${HIGHEST}`,
          fix: 'write a port that exists',
        })),
    );
  });
}
