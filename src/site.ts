/** Name and address of the site; everything that says either reads it here. */
import { reportTemplate } from './lib/report-address.ts';
import { siteAddress, wholeAddress } from './lib/site-address.ts';

/** SITE_URL and BASE_PATH at the start of the build. */
const { url, base } = siteAddress(process.env['SITE_URL'], process.env['BASE_PATH']);

export const SITE = {
  name: 'Container Field Notes',
  description:
    'Field notes on Docker, Dockerfile, Swarm, Kubernetes and Helm: checked commands, fixes for real error messages, links that last.',
  url,
  base,
  /** Where mistakes are reported, from REPORT_URL; without it no page says so. */
  report: reportTemplate(process.env['REPORT_URL']),
} as const;

/** A page's address as whole as it is known: with the host if SITE_URL names one, else from the root of whatever host serves it. */
export const fullAddress = (address: string): string => wholeAddress(SITE, address);
