import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { DurableJsonFile } from './durable-json-file.ts'
import { RecordStore } from './record-store.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const schema = z.object({ numbers: z.array(z.number()) })
type Numbers = z.infer<typeof schema>

it('two stores of one file in one process lose nothing of each other', async () => {
  const path = join(temporaryFolder(), 'numbers.json')
  const open = () =>
    new DurableJsonFile<Numbers>(path, {
      parse: (value) => ({ record: schema.parse(value), version: 1 }),
      version: 1,
      onTrouble: (_path, message) => {
        throw new Error(message)
      },
    })
  const reconcile = (_base: Numbers | null, ours: Numbers, theirs: Numbers) => ({
    numbers: [...new Set([...ours.numbers, ...theirs.numbers])],
  })
  const stores = [open(), open()].map((file) => new RecordStore<Numbers>(file, { numbers: [] }, { reconcile }))
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  for (const number of numbers) {
    const store = stores[number % 2]
    const change = store?.change((before) => ({ numbers: [...before.numbers, number] }))
    if (number % 4 === 3) await change
  }
  await Promise.all(stores.map((store) => store.settled()))
  expect((await open().read())?.numbers.toSorted((a, b) => a - b)).toEqual(numbers)
})
