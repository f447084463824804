import { useEffect, useState } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import css from './DropTarget.module.css'
import { importDropped } from './open-files.ts'
import { texts } from './texts.ts'

/** The whole window takes files that are dropped on it, and says so while they hang over it. */
export function DropTarget() {
  const t = useTexts(texts)
  const [over, setOver] = useState(false)
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      // Between elements the pointer leaves one for another; out of the window it leaves for none.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      void importDropped([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return over && <div className={css.over}>{t.dropHere}</div>
}
