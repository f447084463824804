import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { SetupError } from '../system/setup-error.ts'

/** Resolves when the file's digest is the one of `integrity` (`sha512-…`, base64, as npm writes it); otherwise throws a SetupError. */
export async function verifyIntegrity(file: string, integrity: string, signal?: AbortSignal): Promise<void> {
  const [algorithm = '', expected] = integrity.split(/-(.*)/s)
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash, signal ? { signal } : {})
  const found = hash.digest('base64')
  if (found !== expected)
    throw new SetupError(
      `下载的文件校验不符，已丢弃（应为 ${integrity}，实为 ${algorithm}-${found}）。`,
      `the download is not what it should be and was thrown away (expected ${integrity}, got ${algorithm}-${found}).`,
    )
}
