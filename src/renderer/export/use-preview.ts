import { useEffect, useState } from 'react'
import type { ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportPreview } from '../../core/export/export-view.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { meipi } from '../meipi-api.ts'
import { useDebounced } from './use-debounced.ts'

/** How long the reader's hands rest before the preview is made, in milliseconds. */
const REST = 250

export interface Previewed {
  readonly preview: ExportPreview | null
  /** Whether it is that of what stands in the dialog now. */
  readonly isCurrent: boolean
}

/** What a report's notes look like by a request; `source` stands for the stored template where it is being written. */
export function usePreview(request: ExportRequest, reportId: string | null, source: string | null): Previewed {
  // The reports of the request play no part in what one of them looks like.
  const asked = JSON.stringify({ request: { ...request, reports: [] }, reportId, source })
  const wanted = useDebounced(asked, REST)
  const [made, setMade] = useState<{ readonly of: string; readonly preview: ExportPreview | null }>({
    of: '',
    preview: null,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is all that is asked for
  useEffect(() => {
    if (reportId === null) return
    let isWanted = true
    void meipi.previewExport({ request: { ...request, reports: [] }, reportId, source }).then((answer) => {
      if (!isWanted) return
      if (answer.ok) setMade((before) => ({ of: wanted, preview: answer.value ?? before.preview }))
      else setMade({ of: wanted, preview: toPreview(describeProblem(answer.problem)) })
    })
    return () => {
      isWanted = false
    }
  }, [wanted])
  return { preview: made.preview, isCurrent: made.of === asked }
}

function toPreview(message: string): ExportPreview {
  return { kind: 'problem', problem: { code: 'unexpected', message, line: null, found: '' } }
}
