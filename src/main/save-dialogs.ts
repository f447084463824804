import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'

/** A file as the system's dialogs speak of it. */
export interface FileKind {
  /** What the dialog says above. */
  readonly title: string
  /** What such files are called. */
  readonly format: string
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly string[]
}

/** Where the reader saved to or read from last, while the app runs: notes go to the same vault again and again. */
let lastFolder: string | null = null

function startFolder(): string {
  return lastFolder ?? app.getPath('documents')
}

/** Asks where a file is to be saved; null when the reader thinks better of it. */
export async function askWhere(window: BrowserWindow, kind: FileKind, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: kind.title,
    defaultPath: join(startFolder(), fileName),
    filters: [{ name: kind.format, extensions: [...kind.extensions] }],
    // Files that are there already are looked at before they are changed.
    properties: ['createDirectory'],
  })
  if (canceled || !filePath) return null
  lastFolder = dirname(filePath)
  return filePath
}

/** Asks for a folder to save into; null when the reader thinks better of it. */
export async function askFolder(window: BrowserWindow, title: string, buttonLabel: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    defaultPath: startFolder(),
    properties: ['openDirectory', 'createDirectory'],
  })
  const folder = canceled ? null : (filePaths[0] ?? null)
  lastFolder = folder ?? lastFolder
  return folder
}

/** Asks for a file to read; null when the reader thinks better of it. */
export async function askFile(window: BrowserWindow, { title, format, extensions }: FileKind): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath: startFolder(),
    properties: ['openFile'],
    filters: [{ name: format, extensions: [...extensions] }],
  })
  const file = canceled ? null : (filePaths[0] ?? null)
  if (file !== null) lastFolder = dirname(file)
  return file
}
