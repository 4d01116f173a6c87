/** `29.8.0` as `29.8`: patch releases neither add nor remove flags. */
export function shortVersion(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
