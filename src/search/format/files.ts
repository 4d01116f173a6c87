/** Names of the files below the folder of the index; all but the first belong to one build and never change. */
export const FILES = {
  site: 'site.json',
  piece: (build: string, number: number) => `${build}/index/${number.toString(36)}.pf_index`,
  text: (build: string, record: number) => `${build}/text/${record}.json`,
} as const;
