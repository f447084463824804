import { describe, expect, it } from 'vitest'
import { CONFLICT_COPY_FORMS, parseConflictCopy } from './conflict-copy-name.ts'

const FILES = ['annotations.json', 'report.json']

describe('parseConflictCopy', () => {
  it.each(CONFLICT_COPY_FORMS.map(({ by, example }) => [by, example]))('knows a copy that %s made: %s', (_by, name) => {
    expect(parseConflictCopy(name, FILES)).toEqual({ name, of: 'annotations.json' })
    const ofReport = name.replace('annotations', 'report')
    expect(parseConflictCopy(ofReport, FILES)).toEqual({ name: ofReport, of: 'report.json' })
    const ofPrevious = name.replace('annotations', 'annotations.previous')
    expect(parseConflictCopy(ofPrevious, FILES)).toEqual({ name: ofPrevious, of: 'annotations.json' })
    expect(parseConflictCopy(name.replace('annotations', 'glossary'), FILES)).toBeNull()
  })

  it.each([
    'annotations (conflicted copy 2026-01-02).json',
    "annotations (李华's conflicted copy 2026-01-02 (1)).json",
    'annotations (Li’s conflicted copy).json',
    'annotations (conflicted copy LI-PC 2026-01-02 030405).json',
    'annotations_conflict-li-20260102-030405.json',
    'annotations.sync-conflict-20260102-030405.json',
    'annotations.sync-conflict-20260102-030405-ABCDEFG.sync-conflict-20260103-030405-ABCDEFG.json',
    'annotations（李华 的冲突副本 2026-01-02）.json',
  ])('knows %s', (name) => {
    expect(parseConflictCopy(name, FILES)).toEqual({ name, of: 'annotations.json' })
  })

  it.each([
    'annotations.json',
    'annotations.previous.json',
    'annotations.unreadable-1.json',
    'annotations.json.0123abcd.tmp',
    'annotations backup.json',
    'annotations (1).json',
    'annotations.sync-conflict-20260102-030405-ABCDEFG.txt',
    'annotations.sync-conflict-yesterday.json',
    'my annotations (conflicted copy 2026-01-02).json',
    'text.sync-conflict-20260102-030405-ABCDEFG.txt',
    '',
    '.json',
  ])('leaves %j alone', (name) => {
    expect(parseConflictCopy(name, FILES)).toBeNull()
  })
})
