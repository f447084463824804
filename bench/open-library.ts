import { setImmediate } from 'node:timers/promises'
import { Library } from '../src/library/library.ts'
import { directReader } from '../src/library/report-reader.ts'

// `node open-library.ts FOLDER`: opens a library as the app does, and prints the milliseconds from the start of the
// process to its list being there, how long the processor worked for it, and to that being checked. For many-annotations.ts.

const [folder = ''] = process.argv.slice(2)
const library = await Library.open({
  folder,
  reader: directReader,
  indexPath: `${folder}-index.json`,
  snapshotsFolder: `${folder}-snapshots`,
  checkAfter: setImmediate(),
})
const { length: reports } = library.state.reports
const there = performance.now()
const { user, system } = process.cpuUsage()
await library.checked
console.log(JSON.stringify({ reports, there, work: (user + system) / 1000, checked: performance.now() }))
await library.close()
