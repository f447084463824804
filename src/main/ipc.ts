import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { AnnotationChangeError } from '../core/annotation/annotation-change.ts'
import { ReaderTermError } from '../core/glossary/change-reader-terms.ts'
import {
  type IpcArgs,
  type IpcChannel,
  type IpcEvent,
  type IpcEvents,
  type IpcValue,
  ipcContract,
} from '../core/ipc-contract.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import { TagChangeError } from '../core/tags/change-tags.ts'
import { LibraryError } from '../library/library-error.ts'
import { errorCode } from '../library/node-errors.ts'
import { ReportFolderError } from '../library/report-folder.ts'
import { ReaderProblem } from './reader-problem.ts'
import { isTrustedFrame } from './trusted-frame.ts'

type Answer<C extends IpcChannel> = (args: IpcArgs<C>, window: BrowserWindow) => Promise<IpcValue<C>> | IpcValue<C>

/** Errors whose message is written for the reader. */
const PLAIN_ERRORS = [AnnotationChangeError, LibraryError, ReaderTermError, ReportFolderError, TagChangeError] as const

/**
 * Answers one channel of the contract, for the window whose page asks. The sender is checked, the arguments are parsed,
 * and what goes wrong comes back as a problem in plain words: a handler never throws across the border.
 */
export function handle<C extends IpcChannel>(channel: C, answer: Answer<C>): void {
  ipcMain.handle(channel, (event, ...given: unknown[]) => respond(channel, answer, event, given))
}

async function respond<C extends IpcChannel>(
  channel: C,
  answer: Answer<C>,
  event: IpcMainInvokeEvent,
  given: unknown[],
): Promise<Result<IpcValue<C>>> {
  const window = isTrustedFrame(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null
  if (!window) return fail('untrusted-sender', '这个页面无权使用眉批的功能。')
  const args = ipcContract[channel].args.safeParse(given)
  if (!args.success) return fail('malformed-arguments', `请求的内容不合规定：${channel}。`)
  try {
    return succeed(await answer(args.data as IpcArgs<C>, window))
  } catch (error) {
    return toProblem(channel, error)
  }
}

function toProblem<T>(channel: IpcChannel, error: unknown): Result<T> {
  if (error instanceof ReaderProblem) return fail(error.code, error.message)
  for (const plain of PLAIN_ERRORS) if (error instanceof plain) return fail(error.name, error.message)
  console.error(`${channel}:`, error)
  const code = errorCode(error)
  if (code === 'ENOSPC') return fail(code, '磁盘已满，没有保存。请腾出空间后重试。')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return fail(code, '没有写入资料库的权限，没有保存。请检查文件夹权限后重试。')
  if (code === 'ENOENT')
    return fail(code, '找不到要写入的文件夹，没有保存。请接好它所在的磁盘，或把文件夹放回原处，然后重试。')
  return fail(code ?? 'unexpected', `没有完成：${error instanceof Error ? error.message : String(error)}`)
}

/** Tells a window's page that something happened. */
export function sendEvent<E extends IpcEvent>(window: BrowserWindow, event: E, payload: IpcEvents[E]): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload)
}
