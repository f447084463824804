import type { Page } from '@playwright/test'

/** Something that a reader can act on, as it stands in the window. */
export interface Control {
  /** The same for the same element, as long as the page is not loaded anew. */
  readonly id: number
  /** Its role and name, for messages. */
  readonly label: string
}

/** A control that has the keyboard. */
export interface Stop extends Control {
  /** What is wrong with how it shows that; empty where a reader sees well where the keyboard is. */
  readonly faults: readonly string[]
}

/** How long what opens by itself under the keyboard may stay when the keyboard has gone on, in milliseconds. */
const LEAVING = 500

/** More presses than any view has controls. */
const MOST_PRESSES = 400

/** Puts what the walk needs of the page into it, once. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (Reflect.has(window, 'focusWalk')) return
    const ids = new WeakMap<Element, number>()
    let count = 0
    const CONTROLS = 'a[href], button, input, select, textarea, [tabindex], [role="option"], [role="menuitem"]'
    /** Controls of one group, among which arrows lead, though Tab reaches one of them only. */
    const ROVING =
      '[role="tab"], [role="menuitem"], [role="radio"], input[type="radio"], [role="toolbar"] button, [role="row"]'
    const GROUPS = '[role="tablist"], [role="menu"], [role="radiogroup"], [role="toolbar"], [role="treegrid"]'

    const idOf = (element: Element): number => {
      const known = ids.get(element)
      if (known !== undefined) return known
      count += 1
      ids.set(element, count)
      return count
    }
    const labelOf = (element: Element): string => {
      const role = element.getAttribute('role') ?? element.localName
      const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
      const name = element.getAttribute('aria-label') ?? (element.textContent?.trim() || label)
      return `${role} ${name.slice(0, 24)}`
    }
    /** Where a control shows itself: a radio button that is drawn by its label is invisible itself. */
    const faceOf = (element: Element): Element => element.closest('label') ?? element
    const isSeen = (element: Element): boolean => {
      const face = faceOf(element)
      const { width, height } = face.getBoundingClientRect()
      return width > 1 && height > 1 && face.checkVisibility({ visibilityProperty: true })
    }

    // Tabs are left out: an arrow among them brings another panel. They have a test of their own.
    const controls = (within: string): { id: number; label: string }[] =>
      [...document.querySelectorAll<HTMLElement>(CONTROLS)]
        .filter(
          (element) =>
            element.closest(within) !== null &&
            isSeen(element) &&
            !element.matches(':disabled, [aria-disabled="true"], [aria-hidden="true"] *, [inert] *') &&
            // The rest is reached by an arrow, or deliberately not by Tab.
            (element.tabIndex >= 0 || element.matches(ROVING)) &&
            element.role !== 'tab' &&
            // A tree hands the keyboard to one of its rows.
            element.role !== 'treegrid',
        )
        .map((element) => ({ id: idOf(element), label: labelOf(element) }))

    const faultsOf = (element: HTMLElement): string[] => {
      const face = faceOf(element)
      const faults: string[] = []
      const shows = [element, face].some((each) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
      })
      if (!shows) faults.push('does not show the focus')
      if (Number(getComputedStyle(face).opacity) < 0.5) faults.push('is invisible')

      const rect = face.getClientRects()[0]
      const left = Math.max(0, rect?.left ?? 0)
      const right = Math.min(innerWidth, rect?.right ?? 0)
      const top = Math.max(0, rect?.top ?? 0)
      const bottom = Math.min(innerHeight, rect?.bottom ?? 0)
      if (right - left < 1 || bottom - top < 1) return [...faults, 'is outside of the window']
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (!hit || !(face.contains(hit) || hit.contains(face)))
        faults.push(`is covered by ${hit ? labelOf(hit) : 'nothing'}`)
      return faults
    }

    const here = (within: string): FocusInPage | null => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const group = element.closest(GROUPS)
      const orientation = group?.getAttribute('aria-orientation') ?? 'vertical'
      return {
        id: idOf(element),
        label: labelOf(element),
        // A dialog that has the keyboard itself is no control.
        isRow: element.role === 'row',
        faults: element.matches('[role="dialog"]') ? [] : faultsOf(element),
        inside: element.closest(within) !== null,
        // Arrows choose a tab at once, and another panel takes the place of the one that is walked through.
        arrow:
          element.matches(ROVING) && element.role !== 'tab'
            ? orientation === 'horizontal'
              ? 'ArrowRight'
              : 'ArrowDown'
            : null,
      }
    }
    Reflect.set(window, 'focusWalk', { controls, here })
  })
}

/** A stop, and what the walk has to know to go on from it. */
interface FocusInPage extends Stop {
  readonly inside: boolean
  /** Whether arrows lead to further controls inside it. */
  readonly isRow: boolean
  /** The key that leads on among the members of its group. */
  readonly arrow: string | null
}

interface WalkInPage {
  readonly controls: (within: string) => Control[]
  readonly here: (within: string) => FocusInPage | null
}

/** Everything within a part of the window that a reader with a pointer could act on now. */
export async function controlsIn(page: Page, within: string): Promise<readonly Control[]> {
  await prepare(page)
  return page.evaluate((selector) => (Reflect.get(window, 'focusWalk') as WalkInPage).controls(selector), within)
}

/** Where the keyboard is; null where it is on nothing. */
export async function focusIn(page: Page, within = 'body'): Promise<FocusInPage | null> {
  await prepare(page)
  return page.evaluate((selector) => (Reflect.get(window, 'focusWalk') as WalkInPage).here(selector), within)
}

/**
 * Presses Tab (or Shift+Tab) from where the keyboard is, and arrow keys among the members of a group, until it comes to
 * a control a second time or has left the part of the window. Every control that it came to, in order.
 */
export async function walk(
  page: Page,
  { within = 'body', key = 'Tab' }: { within?: string; key?: 'Tab' | 'Shift+Tab' } = {},
): Promise<readonly Stop[]> {
  const stops = new Map<number, Stop>()
  let stop = await focusIn(page, within)
  for (let count = 0; count < MOST_PRESSES; count++) {
    if (stop?.inside) {
      if (stops.has(stop.id)) return [...stops.values()]
      if (stop.faults.length > 0) {
        await page.waitForTimeout(LEAVING)
        stop = (await focusIn(page, within)) ?? stop
      }
      stops.set(stop.id, stop)
      if (stop.isRow) await walkRow(page, stops)
      if (stop.arrow !== null) await walkGroup(page, stop.arrow, stops)
    } else if (stop && stops.size > 0) return [...stops.values()]
    await page.keyboard.press(key)
    stop = await focusIn(page, within)
  }
  throw new Error(`${key} leads on and on: ${[...stops.values()].slice(-5).map(({ label }) => label)}`)
}

/** Goes through a group by an arrow key until it comes to nothing new. */
async function walkGroup(page: Page, arrow: string, stops: Map<number, Stop>): Promise<void> {
  for (let count = 0; count < MOST_PRESSES; count++) {
    await page.keyboard.press(arrow)
    const stop = await focusIn(page)
    if (!stop || stops.has(stop.id)) return
    stops.set(stop.id, stop)
    if (stop.isRow) await walkRow(page, stops)
  }
}

/** Presses that lead through the controls of a row of a tree; the first may unfold it. */
const PRESSES_IN_ROW = 4

async function walkRow(page: Page, stops: Map<number, Stop>): Promise<void> {
  for (let count = 0; count < PRESSES_IN_ROW; count++) {
    await page.keyboard.press('ArrowRight')
    const stop = await focusIn(page)
    if (stop && !stops.has(stop.id)) stops.set(stop.id, stop)
  }
}
