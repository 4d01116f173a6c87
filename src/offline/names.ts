/** Names that the service worker, the page that keeps the notes, and the build agree on. Pure. */

/** Caches of the browser. */
export const CACHES = {
  /** All notes of one build, when the reader asked for them. */
  kept: 'kept',
  /** Pages that were read. */
  read: 'read',
  /** Files with a hash in their name. */
  files: 'files',
  /** Small data without one: which index there is, the messages of all fixes. */
  data: 'data',
} as const;

/** Where the files are, below the base path. */
export const FILES = {
  worker: '/sw.js',
  /** The whole site as one file, for the browser and for hosts without a network; and what is known of it. */
  zip: '/offline/container-field-notes.zip',
  about: '/offline/about.json',
  /** Says that a page is not on this device. */
  fallback: '/offline/',
} as const;

/** What about.json says of the zip. */
export interface AboutZip {
  /** Size in bytes. */
  readonly bytes: number;
  readonly sha256: string;
  /** Files inside. */
  readonly files: number;
}
