import { useEffect, useRef } from 'react'

/** Whether a part of a dialog is still there when an answer comes: what ends later must not close the next dialog. */
export function useIsOpen() {
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  return isOpen
}
