import assert from 'node:assert/strict'
import { type TrackedText, trackText } from '../../src/core/annotation/testing/tracked-text.ts'
import { importFile } from '../../src/library/importers/importer-for.ts'

/** The same text out of files in other encodings, with other ends of lines. */
export function reencode(text: string): TrackedText {
  const lines = text.replaceAll('\n', '\r\n')
  assert.equal(importFile(new TextEncoder().encode(`\ufeff${lines}`), 'report.txt').text, text)
  const inGbk = toGbk(lines)
  if (inGbk) assert.equal(new TextDecoder('gbk').decode(inGbk).replaceAll('\r\n', '\n'), text)
  return trackText(text)
}

let codes: Map<string, readonly [number, number]> | undefined

/** Encodes in GBK; null where a character is not in it. */
function toGbk(text: string): Uint8Array | null {
  codes ??= twoByteCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = codes.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair) bytes.push(...pair)
    else return null
  }
  return Uint8Array.from(bytes)
}

function twoByteCodes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...character].length === 1 && character !== '\ufffd') found.set(character, [lead, trail])
    }
  return found
}
