/** Name and address of the site; everything that says either reads it here. */
export const SITE = {
  name: 'Container Field Notes',
  description:
    'Field notes on Docker, Dockerfile, Swarm, Kubernetes and Helm: checked commands, fixes for real error messages, links that last.',
  url: process.env['SITE_URL'] ?? 'https://notes.example.com',
} as const;
