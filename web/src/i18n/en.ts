const chapters = import.meta.glob<object>('./en/*.json', { eager: true, import: 'default' })

/** One file per chapter; its name is the first part of its keys. */
export const en = Object.fromEntries(
  Object.entries(chapters).map(([file, words]) => [/([\w-]+)\.json$/.exec(file)![1]!, words]),
)
