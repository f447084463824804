import { describe, expect, it } from 'vitest'
import { parseLdd } from './missing-libraries.ts'

describe('parseLdd', () => {
  const cases = [
    {
      name: 'names what is not found, once, sorted',
      output: [
        '/runtime/electron:',
        '\tlinux-vdso.so.1 (0x00007ffd)',
        '\tlibgtk-3.so.0 => not found',
        '\tlibasound.so.2 => not found',
        '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
        '/runtime/libEGL.so:',
        '\tlibgtk-3.so.0 => not found',
      ].join('\n'),
      missing: ['libasound.so.2', 'libgtk-3.so.0'],
    },
    { name: "passes over the runtime's own", output: '\tlibffmpeg.so => not found\n', missing: [] },
    { name: 'finds nothing in a static program', output: '\tnot a dynamic executable\n', missing: [] },
    { name: 'finds nothing in nothing', output: '', missing: [] },
  ]
  it.each(cases)('$name', ({ output, missing }) => expect(parseLdd(output, ['libffmpeg.so'])).toEqual(missing))
})
