/** What belongs to somebody: e-mail and public IP addresses, keys. The whole text of a note is looked at, code too. Pure. */
import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';

/** `name@host.tld`, but neither a password in an address, a package with its version, nor `git@`. */
const MAIL = /(?<![:/\w.+-])(?!git@)[a-z][\w.+-]*@(?:[a-z][\w-]*\.)+[a-z]{2,}\b/gi;
const EXAMPLE_HOST = /[@.](?:example\.(?:com|org|net)|example|test|invalid|local|localhost|internal)$/i;
const IP = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g;

/** Networks that are nobody's: private, of this machine, multicast, for documents; and the two name servers that all know. */
const NOBODYS =
  /^(?:0|10|127|2[2-5]\d)\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.2\.|^198\.51\.100\.|^203\.0\.113\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|9\.9\.9\.9)$/;
const KEY =
  /\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bdckr_pat_\w{10,}|\bxox[bp]-[\w-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Everything in a note that may be somebody's address or secret. */
export function checkPrivateData({ file, text }: ParsedNote): Finding[] {
  return text.split('\n').flatMap((line, index): Finding[] => {
    const finding = (found: string, allowed: string, fix: string): Finding => ({
      file,
      line: index + 1,
      found,
      allowed,
      fix,
    });
    return [
      ...[...line.matchAll(MAIL)]
        .filter(([mail]) => !EXAMPLE_HOST.test(mail))
        .map(([mail]) => finding(`an e-mail address, ${mail}`, 'addresses of example.com', 'write ada@example.com')),
      ...[...line.matchAll(IP)]
        .filter(([ip]) => !NOBODYS.test(ip) && ip.split('.').every((part) => Number(part) < 256))
        .map(([ip]) =>
          finding(`a public address, ${ip}`, '192.0.2.x, 198.51.100.x, 203.0.113.x', 'write 192.0.2.10 or the like'),
        ),
      ...(KEY.test(line)
        ? [finding('what looks like a real key', 'a placeholder', 'take it out, and revoke it if it was real')]
        : []),
    ];
  });
}
