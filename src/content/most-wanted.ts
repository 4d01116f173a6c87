/** Common errors for the home page: chosen by hand, since the site keeps no statistics on its readers. */
export const MOST_WANTED = [
  'permission-denied-docker-socket',
  'crashloopbackoff',
  'no-space-left-on-device',
  'pull-access-denied',
  'scheduling-insufficient-resources',
  'port-is-already-allocated',
  'helm-another-operation-in-progress',
  'exec-no-such-file',
] as const;
