/** What this test reads of package-lock.json, version 3. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** Optional dependencies, which is how makers publish binaries a platform, that a lock file wants and does not hold: `package: dependency`. */
export function missingFromLock({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${path.replace(/^.*node_modules\//, '')}: ${name}`),
  );
}

/** Where Node looks for a dependency of a package: inside it, then beside each package that holds it. */
function foldersAbove(path: string): string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)];
}
