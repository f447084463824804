import type { SnapshotSummary } from '../../core/library-view.ts'
import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'

/** What is said of snapshots. */
export const texts = defineTexts(
  {
    title: '快照',
    hint: '快照是全部批注、标签和自定义术语当时的样子，每天自动留一份，存在资料库之外。',
    empty: '还没有快照。眉批每天自动留一份；现在也可以留。',
    make: '现在留一份',
    making: '正在留快照…',
    made: '已留下一份快照',
    day: (moment: Date, now: Date) => zh.dayFrom(moment, now),
    time: (moment: Date) => zh.time(moment),
    reasons: { daily: '每日', asked: '手动', restore: '恢复之前', migration: '换格式之前' } satisfies Reasons,
    counts: (reports: number, annotations: number) => `${zh.number(reports)} 份报告 · ${zh.number(annotations)} 条批注`,
    size: (bytes: number) => zh.size(bytes),
    unreadable: '已损坏，不能恢复',
    restore: '恢复…',
    restoreNow: '恢复',
    confirm: (moment: Date, now: Date) => `把${zh.dayFrom(moment, now)} ${zh.time(moment)} 的快照并入现在的资料库？`,
    effects: [
      '缺少的批注会补回来，在回收站里的报告会取回来。',
      '现有的内容一条也不会拿掉；后来有意删除的，不会回来。',
      '同一条批注两边不同时，两边都留下，请您再选。',
      '恢复之前先留一份现在的快照。',
    ],
    restoring: (done: number, total: number) => `正在恢复：${zh.number(done)} / ${zh.number(total)} 份报告`,
    beginning: '正在读快照…',
    outcome: (reports: number, annotations: number, broughtBack: number, conflicts: number) =>
      [
        `看过 ${zh.number(reports)} 份报告`,
        annotations > 0 ? `补回 ${zh.number(annotations)} 条批注` : '没有缺少的批注',
        ...(broughtBack > 0 ? [`从回收站取回 ${zh.number(broughtBack)} 份报告`] : []),
        ...(conflicts > 0 ? [`${zh.number(conflicts)} 条批注两边不同，请在“批注”里选`] : []),
      ].join('，'),
    missing: (file: string | null, annotations: number) =>
      `${file ?? '一份报告'} 已不在资料库，也不在回收站：请重新导入它，再恢复一次，它的 ${zh.number(annotations)} 条批注就会回来。`,
    notRead: (path: string, message: string) => `${path}：${message}`,
    failed: (message: string) => `没有完成：${message}`,
    back: '回到列表',
  },
  {
    title: 'Snapshots',
    hint: 'A snapshot is how all notes, tags and your own terms were then. One is taken every day, outside the library.',
    empty: 'There are no snapshots yet. Meipi takes one every day; you can take one now.',
    make: 'Take one now',
    making: 'Taking a snapshot…',
    made: 'A snapshot was taken',
    day: (moment, now) => en.dayFrom(moment, now),
    time: (moment) => en.time(moment),
    reasons: { daily: 'daily', asked: 'taken by you', restore: 'before a restore', migration: 'before a new form' },
    counts: (reports, annotations) =>
      `${en.count(reports, 'report', 'reports')} · ${en.count(annotations, 'note', 'notes')}`,
    size: (bytes) => en.size(bytes),
    unreadable: 'Damaged: it cannot be restored',
    restore: 'Restore…',
    restoreNow: 'Restore',
    confirm: (moment, now) => `Merge the snapshot of ${en.dayFrom(moment, now)}, ${en.time(moment)} into the library?`,
    effects: [
      'Notes that are missing come back, and reports that are in the bin.',
      'Nothing that is there is taken away; what was deleted on purpose since stays deleted.',
      'Where a note differs, both are kept for you to choose.',
      'A snapshot of how it is now is taken first.',
    ],
    restoring: (done, total) => `Restoring: ${en.number(done)} of ${en.count(total, 'report', 'reports')}`,
    beginning: 'Reading the snapshot…',
    outcome: (reports, annotations, broughtBack, conflicts) =>
      [
        `${en.count(reports, 'report', 'reports')} looked at`,
        annotations > 0 ? `${en.count(annotations, 'note', 'notes')} brought back` : 'no notes were missing',
        ...(broughtBack > 0 ? [`${en.count(broughtBack, 'report', 'reports')} back from the bin`] : []),
        ...(conflicts > 0 ? [`${en.count(conflicts, 'note differs', 'notes differ')}: choose under Notes`] : []),
      ].join(', '),
    missing: (file, annotations) =>
      `${file ?? 'A report'} is neither in the library nor in the bin: import it again, then restore once more, and its ${en.count(annotations, 'note', 'notes')} will be back.`,
    notRead: (path, message) => `${path}: ${message}`,
    failed: (message) => `Not done: ${message}`,
    back: 'Back to the list',
  },
)

type Reasons = Readonly<Record<SnapshotSummary['reason'], string>>
