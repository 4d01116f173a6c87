/** What the holes of a message say about the placeholders of a command. Pure. */

/** Holes that are named otherwise than the placeholder they fill. */
const ALIASES: Readonly<Record<string, string>> = {
  other: 'service',
  resource: 'kind',
  ref: 'image',
  app: 'release',
  user: 'user_name',
  version: 'chart_version',
};
/** What may go into a command line as it is: no white space, no quotes, nothing that a shell reads. */
const SAFE = /^[\w./:@+=,%-]{1,120}$/;
/** The id of a network says which one is gone; a new one wants a name. */
const NETWORK_ID = /^(?:[0-9a-f]{64}|[0-9a-z]{25})$/;

/** Values by placeholder, in lower case: the holes by their names, and what follows from them. */
export function valuesOf(holes: Readonly<Record<string, string>>): Record<string, string> {
  const values: Record<string, string> = {};
  const put = (name: string, value: string | undefined) => {
    if (name === 'network' && NETWORK_ID.test(value ?? '')) return;
    if (value && SAFE.test(value) && values[name] === undefined) values[name] = value;
  };
  for (const [name, value] of Object.entries(holes)) put(name, value);
  for (const [name, value] of Object.entries(holes)) put(ALIASES[name] ?? name, value);
  put('port', /:(\d{1,5})(?:\/\w+)?$/.exec(holes['address'] ?? holes['host'] ?? '')?.[1]);
  put('manager_ip', /^(\d+(?:\.\d+){3}):\d+$/.exec(holes['address'] ?? '')?.[1]);
  // A name without a dot is that of a service on its network: nginx writes it with its port, or without.
  put('service', /^(?!localhost\b)([a-z][\w-]*)(?::\d+)?$/.exec(holes['host'] ?? '')?.[1]);
  // `Deployment "web" is invalid`, deployments.apps "web".
  put((holes['kind'] ?? '').toLowerCase(), holes['name']);
  // The engine writes a container's name as a path.
  put('container', /^\/([\w.-]+)$/.exec(holes['name'] ?? '')?.[1]);
  // A network lists who is attached: name:"web" id:"3f2a91c0d1b4".
  put('container', /\bname:"([\w.-]+)/.exec(holes['endpoints'] ?? '')?.[1]);
  const [, registry, repository, tag] =
    /^(?:([^/]*[.:][^/]*|localhost)\/)?([^:@]+)(?::([\w.-]+))?$/.exec(values['image'] ?? '') ?? [];
  put('registry', registry);
  put('repository', repository);
  put('tag', tag);
  // A registry's API names them in its path: https://localhost:5000/v2/shop/api/manifests/1.4.
  const [, host, path, label] =
    /^https?:\/\/([^/]+)\/v2\/(?:(.+)\/(?:manifests\/([\w.-]+$)?|blobs\/))?/.exec(holes['url'] ?? '') ?? [];
  put('registry', host);
  put('repository', path);
  put('tag', label);
  // The kubelet writes a pod as name_namespace(uid).
  const pod = /^([a-z0-9.-]+)_([a-z0-9-]+)\(/.exec(holes['pod'] ?? '');
  if (pod) {
    values['pod'] = pod[1] as string;
    put('namespace', pod[2]);
  }
  return values;
}

/** A command cut at its placeholders, each with the value found or with its name. */
export function fillCommand(
  code: string,
  values: Readonly<Record<string, string>>,
): { readonly text: string; readonly filled?: boolean }[] {
  return code
    .split(/(<[A-Z][A-Z0-9_]*>)/)
    .filter(Boolean)
    .map((text) => {
      const name = /^<([A-Z][A-Z0-9_]*)>$/.exec(text)?.[1]?.toLowerCase();
      if (name === undefined) return { text };
      const value = values[name];
      return value === undefined ? { text, filled: false } : { text: value, filled: true };
    });
}

/** The same as one text. */
export const filledText = (code: string, values: Readonly<Record<string, string>>): string =>
  fillCommand(code, values)
    .map(({ text }) => text)
    .join('');
