import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { NewerSchemaError, parseRecord, type RecordForm } from './record-form.ts'
import { annotationsForm, glossaryForm, libraryForm, reportForm, SCHEMA_VERSION } from './records.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1)

/** The records of a library as a version wrote them: the name of each in its folder, its form, its content. */
function recordsOf(version: number) {
  const library = join(fixtures, `library-${version}`)
  const [report = ''] = readdirSync(join(library, 'reports'))
  const at = (folder: string, name: string, form: RecordForm<{ readonly schemaVersion: number }>) => {
    const content: unknown = JSON.parse(readFileSync(join(library, folder, name), 'utf8'))
    return [name, form, content] as const
  }
  return [
    at('', 'library.json', libraryForm),
    at('', 'glossary.json', glossaryForm),
    at(join('reports', report), 'report.json', reportForm),
    at(join('reports', report), 'annotations.json', annotationsForm),
  ]
}

describe.each(VERSIONS)('records of version %i', (version) => {
  it('were kept when the form changed', () => {
    expect(existsSync(join(fixtures, `library-${version}`))).toBe(true)
  })

  it.each(recordsOf(version))('%s is read in the present form with all that it says', (_name, form, content) => {
    expect(content).toMatchObject({ schemaVersion: version })
    const { record, version: found } = parseRecord(form, content)
    expect(found).toBe(version)
    expect(form.schema.parse(record)).toEqual(record)
    // No version so far took anything away or gave it another name.
    expect(record).toEqual({ ...z.looseObject({}).parse(content), schemaVersion: SCHEMA_VERSION })
  })
})

describe('parseRecord', () => {
  const schema = z.object({ schemaVersion: z.literal(3), sum: z.number(), words: z.array(z.string()) })
  const form: RecordForm<z.infer<typeof schema>> = {
    schema,
    version: 3,
    migrations: [
      ({ first, second, ...rest }) => ({ ...rest, sum: Number(first) + Number(second) }),
      ({ word, ...rest }) => ({ ...rest, words: [word] }),
    ],
  }

  it.each([
    [1, { first: 2, second: 3, word: '甲' }, { sum: 5, words: ['甲'] }],
    [2, { sum: 5, word: '甲' }, { sum: 5, words: ['甲'] }],
    [3, { sum: 5, words: ['甲', '乙'] }, { sum: 5, words: ['甲', '乙'] }],
    [4, { sum: 5, words: [], more: true }, { sum: 5, words: [] }],
  ])('leads a record of version %i through each version to the present one', (version, content, expected) => {
    expect(parseRecord(form, { schemaVersion: version, ...content })).toEqual({
      record: { schemaVersion: 3, ...expected },
      version,
    })
  })

  it('does not guess at what a newer version means', () => {
    expect(() => parseRecord(form, { schemaVersion: 4, sum: 'five' })).toThrow(NewerSchemaError)
  })

  it.each([
    ['no object', []],
    ['no version', { sum: 5, words: [] }],
    ['version 0', { schemaVersion: 0, sum: 5, words: [] }],
    ['a version in words', { schemaVersion: '3', sum: 5, words: [] }],
    ['a field missing', { schemaVersion: 3, sum: 5 }],
    ['what a migration cannot make sense of', { schemaVersion: 1, first: 'a', second: 'b', word: '甲' }],
  ])('rejects a record with %s', (_what, value) => {
    expect(() => parseRecord(form, value)).toThrow(z.ZodError)
  })
})
