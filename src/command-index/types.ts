/** What the index is made of. */

export type Kind =
  | 'command'
  | 'flag'
  | 'instruction'
  | 'manifest-kind'
  | 'field'
  | 'variable'
  | 'path'
  | 'exit-code'
  | 'signal';

export interface Place {
  /** With the #id of the section. */
  readonly url: string;
  /** The page's title, and the section's behind a colon. */
  readonly title: string;
}

export interface Entry {
  readonly kind: Kind;
  /** docker, compose, buildx, kubectl, helm, dockerfile, kubernetes; empty where no tool owns it. */
  readonly tool: string;
  /** As it is written: `docker compose up`, `--detach`, `HEALTHCHECK`, `spec.replicas`. */
  readonly name: string;
  /** For a flag the command that it belongs to, for a field the kind of its object; else empty. */
  readonly of: string;
  readonly places: readonly Place[];
}

/** One mention, before the same ones are put together. */
export interface Mention {
  readonly kind: Kind;
  readonly tool: string;
  readonly name: string;
  readonly of?: string;
  readonly section: number;
}
