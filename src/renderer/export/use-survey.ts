import { useEffect, useState } from 'react'
import type { ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportSurvey } from '../../core/export/export-view.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { meipi } from '../meipi-api.ts'
import { useDebounced } from './use-debounced.ts'

/** While the reader ticks one box after another nothing is counted. */
const REST = 120

export interface Surveyed {
  /** What was counted last; null before that. */
  readonly survey: ExportSurvey | null
  /** Whether it is that of the request at hand. */
  readonly isCurrent: boolean
  readonly problem: string | null
}

/** How much a request exports. */
export function useSurvey(request: ExportRequest): Surveyed {
  const wanted = useDebounced(JSON.stringify({ reports: request.reports, scope: request.scope }), REST)
  const [counted, setCounted] = useState<Omit<Surveyed, 'isCurrent'> & { readonly of: string }>({
    of: '',
    survey: null,
    problem: null,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is what of the request is counted
  useEffect(() => {
    let isWanted = true
    void meipi.surveyExport(request).then((answer) => {
      if (!isWanted) return
      if (!answer.ok) setCounted({ of: wanted, survey: null, problem: describeProblem(answer.problem) })
      else if (answer.value) setCounted({ of: wanted, survey: answer.value, problem: null })
    })
    return () => {
      isWanted = false
    }
  }, [wanted])
  const { of, survey, problem } = counted
  return { survey, problem, isCurrent: of === JSON.stringify({ reports: request.reports, scope: request.scope }) }
}
