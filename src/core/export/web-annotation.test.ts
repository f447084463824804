import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, annotationSchema, COLOR_IDS, DEFAULT_COLOR_NAMES } from '../annotation/annotation.ts'
import { versionId } from '../lineage/version-id.ts'
import { placeWebAnnotation, toPlacingText } from './place-web-annotation.ts'
import { fromWebAnnotations } from './read-web-annotations.ts'
import { toWebAnnotations, writeWebAnnotations } from './web-annotation.ts'
import { WEB_ANNOTATION_BOUNDS } from './web-annotation-schema.ts'

const REPORT_ID = '0123456789abcdef'
const TEXT = '一、工作回顾\n😀实施“五源共治”，𠮷市𠀀县成效明显。\n二、工作安排'
const HASH = 'a'.repeat(64)
const NOW = '2026-01-02T03:04:05.678Z'
const source = toPlacingText({ text: TEXT, textHash: HASH, outline: [] })

function annotate(quote: string, rest: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(quote)
  return {
    id: '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b',
    revision: 2,
    created: '2025-01-20T00:00:00.000Z',
    modified: '2025-01-21T00:00:00Z',
    color: 'indigo',
    note: '',
    tags: [],
    deleted: false,
    ...rest,
    anchor: {
      textHash: HASH,
      start,
      end: start + quote.length,
      quote,
      prefix: '，',
      suffix: '成效',
      sectionPath: ['一、工作回顾'],
      ...rest.anchor,
    },
  }
}

const write = (annotations: readonly Annotation[], tombstones = true) =>
  writeWebAnnotations(
    toWebAnnotations([{ reportId: REPORT_ID, text: TEXT, textHash: HASH, annotations }], {
      colorNames: DEFAULT_COLOR_NAMES,
      tombstones,
    }),
  )

/** What comes in again, or what is said instead. */
function read(file: string): readonly Annotation[] | string {
  const found = fromWebAnnotations(file)
  if (!found.ok) return found.problem.message
  const placed: Annotation[] = []
  for (const { line, annotation } of found.value) {
    const result = placeWebAnnotation(annotation, source, NOW)
    if (!result.ok) return `${line}: ${result.problem.message}`
    placed.push(result.value)
  }
  return placed
}

describe('toWebAnnotations', () => {
  it('writes one object a line, with positions in code points as the model demands', () => {
    const file = write([annotate('𠮷市𠀀县', { note: '**核对**', tags: ['待 办', '地名/县'] })])
    const line = file.split('\n').find((each) => each.startsWith('{"id"')) ?? ''
    expect(JSON.parse(line)).toEqual({
      id: 'urn:uuid:3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2025-01-20T00:00:00.000Z',
      modified: '2025-01-21T00:00:00Z',
      revision: 2,
      color: 'indigo',
      colorName: '数据',
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: '**核对**' },
        { type: 'TextualBody', purpose: 'tagging', value: '待 办' },
        { type: 'TextualBody', purpose: 'tagging', value: '地名/县' },
      ],
      target: {
        source: `urn:meipi:report:${REPORT_ID}`,
        textHash: HASH,
        sectionPath: ['一、工作回顾'],
        selector: [
          { type: 'TextQuoteSelector', exact: '𠮷市𠀀县', prefix: '，', suffix: '成效' },
          { type: 'TextPositionSelector', start: 17, end: 21 },
          { type: 'CodeUnitPositionSelector', start: 18, end: 24 },
        ],
      },
    })
    // As any other program would take it: the language's own characters.
    expect([...TEXT].slice(17, 21).join('')).toBe('𠮷市𠀀县')
  })

  it('writes tombstones where they are asked for', () => {
    const gone = annotate('五源共治', { deleted: true })
    expect(read(write([gone], false))).toEqual([])
    expect(read(write([gone]))).toEqual([gone])
  })

  it('keeps what speaks of another version of the text, which it cannot count code points of', () => {
    const other = annotate('五源共治', {
      anchor: { ...annotate('五源共治').anchor, textHash: 'other', start: 900, end: 904 },
    })
    expect(write([other])).not.toContain('TextPositionSelector')
    expect(read(write([other]))).toEqual([other])
  })
})

describe('out and in again', () => {
  const words = fc.string({ unit: 'binary', maxLength: 20 })
  const text = fc
    .array(fc.oneof(fc.constantFrom('字', '😀', '𠮷', '\n', '👩‍👧', '\ud842', 'a'), words), {
      minLength: 1,
      maxLength: 30,
    })
    .map((parts) => parts.join(''))
    .filter((joined) => joined.trim() !== '')
  const time = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const version = (own: string) =>
    fc
      .record({
        revision: fc.integer({ min: 1, max: WEB_ANNOTATION_BOUNDS.revision }),
        modified: time,
        color: fc.constantFrom(...COLOR_IDS),
        note: words,
        tags: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 4 }),
        deleted: fc.boolean(),
        place: fc.tuple(fc.nat(own.length), fc.nat(own.length)),
        elsewhere: fc.boolean(),
        prefix: words,
        suffix: words,
        sectionPath: fc.array(words, { maxLength: 3 }),
      })
      .map(({ place, elsewhere, prefix, suffix, sectionPath, ...rest }) => {
        const [start, end] = place[0] < place[1] ? place : [place[1], place[0]]
        const quote = elsewhere ? '别处的字𠮷' : own.slice(start, end)
        const textHash = elsewhere ? 'other' : HASH
        return { ...rest, anchor: { textHash, start, end, quote, prefix, suffix, sectionPath } }
      })
      .filter(({ anchor }) => anchor.start < anchor.end && anchor.quote.trim() !== '')
  const name = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.string())
    .map(([revision, said]) => versionId(revision, [said]))
  const line = (own: string) =>
    fc.record(
      {
        id: fc.oneof(fc.uuid(), fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }), fc.constant('urn:uuid:x')),
        created: time,
        superseded: fc.array(name, { minLength: 1, maxLength: 3 }),
        conflicts: fc.array(version(own), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['id', 'created'] },
    )
  const annotation = (own: string) =>
    fc.tuple(line(own), version(own)).map(([known, shown]): Annotation => ({ ...known, ...shown }))

  it('loses nothing', () => {
    const reportAndNotes = text.chain((own) =>
      fc.tuple(fc.constant(own), fc.uniqueArray(annotation(own), { maxLength: 5, selector: ({ id }) => id })),
    )
    fc.assert(
      fc.property(reportAndNotes, ([own, annotations]) => {
        for (const each of annotations) annotationSchema.parse(each)
        const report = { reportId: REPORT_ID, text: own, textHash: HASH, annotations }
        const file = writeWebAnnotations(
          toWebAnnotations([report], { colorNames: DEFAULT_COLOR_NAMES, tombstones: true }),
        )
        // What a file can hold: through UTF-8 and back.
        const stored = new TextDecoder().decode(new TextEncoder().encode(file))
        const found = fromWebAnnotations(stored)
        if (!found.ok) throw new Error(found.problem.message)
        const placing = toPlacingText({ text: own, textHash: HASH, outline: [] })
        const back = found.value.map((each) => {
          const placed = placeWebAnnotation(each.annotation, placing, NOW)
          if (!placed.ok) throw new Error(placed.problem.message)
          return placed.value
        })
        const byId = (a: Annotation, b: Annotation) => (a.id < b.id ? -1 : 1)
        expect(back.toSorted(byId)).toEqual(annotations.toSorted(byId))
        // Each line that an annotation is said to begin in holds it.
        const lines = stored.split('\n')
        for (const each of found.value) expect(lines[each.line - 1]).toMatch(/^\{"id":/)
      }),
    )
  })
})

describe('what other programs write', () => {
  const foreign = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.org/a1',
    type: 'Annotation',
    created: '2025-01-20T08:00:00+08:00',
    bodyValue: '与上年比',
    target: {
      source: { id: `urn:meipi:report:${REPORT_ID}`, type: 'Text' },
      selector: [
        { type: 'TextQuoteSelector', exact: '𠮷市𠀀县' },
        { type: 'TextPositionSelector', start: 17, end: 21 },
      ],
    },
  }

  it('is placed by its code points and described anew', () => {
    expect(read(JSON.stringify(foreign))).toEqual([
      {
        id: 'https://example.org/a1',
        revision: 1,
        created: '2025-01-20T00:00:00.000Z',
        modified: '2025-01-20T00:00:00.000Z',
        color: 'gamboge',
        note: '与上年比',
        tags: [],
        deleted: false,
        anchor: {
          textHash: HASH,
          start: 18,
          end: 24,
          quote: '𠮷市𠀀县',
          prefix: TEXT.slice(0, 18),
          suffix: '成效明显。\n二、工作安排',
          sectionPath: [],
        },
      },
    ])
  })

  it.each([
    ['an array', [foreign]],
    ['a page', { type: 'AnnotationPage', items: [foreign] }],
    ['a collection', { type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [foreign] } }],
  ])('comes as %s too', (_what, value) => {
    expect(read(JSON.stringify(value, null, 2))).toHaveLength(1)
  })

  it('several notes are joined, tags are tags', () => {
    const body = [
      { type: 'TextualBody', value: '一' },
      { type: ['TextualBody'], value: '二', purpose: 'describing', format: 'text/plain' },
      { type: 'TextualBody', value: '水', purpose: 'tagging' },
    ]
    expect(read(JSON.stringify({ ...foreign, bodyValue: undefined, body }))).toMatchObject([
      { note: '一\n\n二', tags: ['水'] },
    ])
  })

  const changed = (change: (target: typeof foreign.target) => unknown) =>
    JSON.stringify([foreign, { ...foreign, id: 'a2', target: change(foreign.target) }], null, 1)

  it.each([
    ['the quote stands elsewhere', { start: 16, end: 20 }, '的引文和资料库里的正文对不上'],
    ['the position leaves the text', { start: 9000, end: 9004 }, '的引文和资料库里的正文对不上'],
    ['positions count code units', { start: 18, end: 24 }, '的引文和资料库里的正文对不上'],
  ])('is refused where %s', (_what, place, message) => {
    const file = changed((target) => ({
      ...target,
      selector: [target.selector[0], { type: 'TextPositionSelector', ...place }],
    }))
    const line = file.slice(0, file.indexOf('"a2"')).split('\n').length - 2
    expect(read(file)).toBe(`${line}: ${message}`)
  })

  it.each([
    ['no position', { selector: foreign.target.selector[0] }, '没有位置'],
    ['no quote', { selector: foreign.target.selector[1] }, '没有引文'],
    ['another text', { textHash: 'other' }, '另一个版本'],
  ])('is refused with %s', (_what, rest, message) => {
    expect(read(changed((target) => ({ ...target, ...rest })))).toContain(message)
  })
})

describe('malformed and hostile files', () => {
  const good = write([annotate('五源共治'), annotate('成效明显', { id: 'b' })])
  const goodLine = good.split('\n').findIndex((line) => line.startsWith('{"id"')) + 1

  it.each([
    ['nothing', '', '第 1 行不是正确的 JSON'],
    ['text', 'hello', '第 1 行不是正确的 JSON'],
    ['a list without end', '['.repeat(1_000_000), '第 1 行不是正确的 JSON'],
    ['JSON of something else', '{"a": 1}', '没有找到 W3C 批注'],
    ['a number', '7', '没有找到 W3C 批注'],
    ['null', 'null', '没有找到 W3C 批注'],
    ['annotations that are null', '[null]', '第 1 行（第 1 条批注）不符合格式'],
    ['pages elsewhere', '{"type":"AnnotationPage","items":[],"next":"https://example.org/2"}', '其中的一页|中的一页'],
    ['annotations elsewhere', '{"type":"AnnotationCollection","total":7}', '中的一页'],
    ['a prototype', '{"__proto__": {"items": []}, "constructor": {"items": []}}', '没有找到 W3C 批注'],
  ])('%s', (_what, file, message) => {
    expect(read(file)).toMatch(new RegExp(message))
  })

  it('a cut file names the line where it ends', () => {
    const cut = good.slice(0, good.lastIndexOf('五源共治'))
    expect(read(cut)).toContain(`第 ${cut.split('\n').length} 行不是正确的 JSON`)
  })

  it.each([
    ['"type":"Annotation"', '"type":"Note"', 'type 不符合格式'],
    ['"id":"urn:uuid:3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b",', '', 'id 缺失'],
    ['"urn:uuid:3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b"', `"${'x'.repeat(65)}"`, 'id 太大或太长'],
    ['"urn:uuid:3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b"', '7', 'id 不符合格式'],
    ['"revision":2', '"revision":0', 'revision 太小或为空'],
    ['"revision":2', '"revision":1e999', 'revision 不符合格式'],
    ['"revision":2', '"revision":2.5', 'revision 不符合格式'],
    ['"revision":2', '"revision":999999999', 'revision 太大或太长'],
    ['"created":"2025-01-20T00:00:00.000Z"', '"created":"9999-12-31T23:59:59-23:00"', 'created 不符合格式'],
    ['"created":"2025-01-20T00:00:00.000Z"', '"created":"0000-01-01T00:00:00+23:00"', 'created 不符合格式'],
    ['"color":"indigo"', '"color":"pink"', 'color 不符合格式'],
    ['"created":"2025-01-20T00:00:00.000Z"', '"created":"昨天"', 'created 不符合格式'],
    ['"body":[]', '"body":["https://example.org"]', 'body.0 不符合格式'],
    ['"body":[]', '"body":{"type":"TextualBody","format":"text/html","value":"<b>"}', 'body.format 不符合格式'],
    ['"body":[]', '"body":{"type":"TextualBody"}', 'body.value 缺失'],
    [`urn:meipi:report:${REPORT_ID}`, 'https://example.org', 'target.source 不符合格式'],
    [`urn:meipi:report:${REPORT_ID}`, 'urn:meipi:report:../../etc/passwd', 'target.source 不符合格式'],
    ['"exact":"五源共治"', '"exact":""', 'target.selector.0.exact 太小或为空'],
    ['"exact":"五源共治",', '', 'target.selector.0.exact 缺失'],
    ['"start":', '"start":-', 'target.selector.1.start 太小或为空'],
    ['"sectionPath":[', '"sectionPath":[{},', 'target.sectionPath.0 不符合格式'],
  ])('%s → %s is told by line and field', (was, is, message) => {
    const at = good.indexOf(was)
    expect(at).toBeGreaterThan(0)
    const file = good.slice(0, at) + is + good.slice(at + was.length)
    expect(read(file)).toBe(`第 ${goodLine} 行（第 1 条批注）的 ${message}。没有导入任何内容，请改正后再试。`)
  })

  it('whatever the file holds, it is read or refused in words', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      'null',
      '1e999',
      '-1',
      '"type":"Annotation",',
      '"target":[],',
      '\\u0000',
      '__proto__',
    )
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(40),
        pieces,
        fc.oneof(fc.constant(''), fc.json()),
        (at, length, piece, json) => {
          for (const file of [good.slice(0, at) + piece + good.slice(at + length), json, `{"items":${json || 1}}`]) {
            const found = read(file)
            if (typeof found === 'string') expect(found).toMatch(/^(?:第 \d+ 行|\d+: |文件里|这个文件)/)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a note, a quote, a list longer than they may be are refused', () => {
    const long = 'x'.repeat(100_001)
    expect(read(good.replace('"body":[]', `"body":[{"type":"TextualBody","value":"${long}"}]`))).toContain('太大或太长')
    const tags = Array.from({ length: 201 }, () => '{"type":"TextualBody","purpose":"tagging","value":"a"}').join()
    expect(read(good.replace('"body":[]', `"body":[${tags}]`))).toBe(`${goodLine}: 太长，或标签太多、太长`)
  })
})
