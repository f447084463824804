import { useCallback, useEffect, useState } from 'react'
import type { TemplateSummary } from '../../core/export/export-view.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'

/** The templates that there are, null while they are not known yet; and the way to look again. */
export function useTemplates() {
  const [templates, setTemplates] = useState<readonly TemplateSummary[] | null>(null)
  const refresh = useCallback(async () => {
    const answer = await meipi.listTemplates()
    if (answer.ok) setTemplates(answer.value)
    else tell(describeProblem(answer.problem))
  }, [])
  useEffect(() => void refresh(), [refresh])
  return { templates, refresh }
}
