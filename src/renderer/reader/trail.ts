import { openReport, placeHere, scrollToPlace, useReader } from './reader-store.ts'
import { type Station, useTrail } from './trail-store.ts'

/** Back to where the page stood before the last jump. */
export function goBack(): void {
  const { behind, ahead } = useTrail.getState()
  const here = placeHere()
  const target = behind.at(-1)
  if (!target) return
  useTrail.setState({ behind: behind.slice(0, -1), ahead: here ? [...ahead, here] : ahead })
  goTo(target)
}

/** Forward again to where the reader came back from. */
export function goForward(): void {
  const { behind, ahead } = useTrail.getState()
  const here = placeHere()
  const target = ahead.at(-1)
  if (!target) return
  useTrail.setState({ behind: here ? [...behind, here] : behind, ahead: ahead.slice(0, -1) })
  goTo(target)
}

function goTo({ reportId, offset }: Station): void {
  if (useReader.getState().reading?.opened.summary.id === reportId) scrollToPlace(offset)
  else void openReport(reportId, { jump: () => ({ kind: 'place', offset }), remember: false })
}
