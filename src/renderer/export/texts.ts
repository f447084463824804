import type { ImportedOutcome } from '../../core/export/export-view.ts'
import type { EntryChange } from '../../core/export/merge-markdown.ts'
import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'
import type { TemplateWord } from './template-words.ts'

interface ExportTexts {
  readonly savedAs: (file: string) => string
  readonly notExported: (message: string) => string
  readonly title: string
  readonly editTitle: string
  readonly template: string
  readonly builtIn: string
  readonly own: string
  readonly templates: Readonly<Record<'obsidian' | 'logseq' | 'plain', string>>
  readonly editTemplate: string
  readonly copyTemplate: string
  readonly newTemplateName: (name: string) => string
  readonly templateName: string
  readonly templateSource: string
  readonly templateHelp: string
  readonly templateWords: Readonly<Record<TemplateWord, string>>
  readonly goToLine: (line: number) => string
  readonly backToExport: string
  readonly discard: string
  readonly saved: (name: string) => string
  readonly reports: string
  readonly reportChoices: Readonly<Record<'open' | 'chosen' | 'all', string>>
  readonly chooseReports: string
  readonly colors: string
  readonly tags: string
  readonly noTags: string
  readonly dates: string
  readonly dateChoices: Readonly<Record<'any' | 'created' | 'modified', string>>
  readonly from: string
  readonly to: string
  readonly extras: string
  readonly terms: string
  readonly cite: string
  readonly citeChoices: Readonly<Record<'none' | 'government' | 'speaker', string>>
  readonly edition: string
  readonly editions: Readonly<Record<'2025' | '2015', string>>
  readonly preview: string
  readonly previewOf: (name: string) => string
  readonly rendering: string
  readonly cut: string
  readonly nothingToPreview: string
  readonly counting: string
  readonly count: (passages: number, notes: number) => string
  readonly countIn: (passages: number, notes: number, reports: number) => string
  readonly noReports: string
  readonly noReportsChosen: string
  readonly noPassages: string
  readonly noneInScope: string
  readonly update: string
  readonly export: string
  readonly exportMany: (reports: number) => string
  readonly working: string
  readonly progress: (done: number, total: number) => string
  readonly stop: string
  readonly savedMany: (files: number, folder: string) => string
  readonly stopped: string
  readonly fileFailed: (file: string, reason: string) => string
  readonly reviewTitle: string
  readonly reviewHint: string
  readonly deleted: string
  readonly deletedChoices: Readonly<Record<'strike' | 'remove', string>>
  readonly changes: Readonly<Record<EntryChange['kind'], (count: number) => string>>
  readonly noChanges: string
  readonly kinds: Readonly<Record<'added' | 'updated' | 'removed', string>>
  readonly fieldChanged: (key: string) => string
  readonly termsAdded: (count: number) => string
  readonly replaced: string
  readonly refused: string
  readonly backup: (file: string) => string
  readonly moreEntries: (count: number) => string
  readonly freshFiles: (count: number) => string
  readonly moreFiles: (count: number) => string
  readonly back: string
  readonly write: string
  readonly annotationsTitle: Readonly<Record<'w3c' | 'csv', string>>
  readonly annotationsHint: Readonly<Record<'w3c' | 'csv', string>>
  readonly annotationCount: (count: number) => string
  readonly importedTitle: string
  readonly importedFrom: (file: string) => string
  readonly outcomes: Readonly<Record<ImportedOutcome, string>>
  readonly outcome: string
  readonly howMany: string
  readonly leftHint: string
  readonly leftLine: (line: number, what: string) => string
  readonly nothingInFile: string
  readonly done: string
}

/** What is said of what goes out, and of what comes back. */
export const texts = defineTexts<ExportTexts>(
  {
    savedAs: (file) => `已导出：${file}`,
    notExported: (message) => `没有导出：有批注还没有存上。${message}`,
    title: '导出',
    editTitle: '导出模板',
    template: '模板',
    builtIn: '自带',
    own: '自己的',
    templates: { obsidian: 'Obsidian 笔记', logseq: 'Logseq 大纲', plain: '纯 Markdown' },
    editTemplate: '编辑…',
    copyTemplate: '从此模板另存…',
    newTemplateName: (name) => `我的 ${name}`,
    templateName: '名称',
    templateSource: '模板内容',
    templateHelp: '模板用 Liquid 语法；可用的名称',
    templateWords: {
      'report.heading': '报告的名称，总是有',
      'report.title': '标题；没有时为空',
      'report.region': '地区，另有 year、delivered、meeting、speaker',
      'report.tags': '报告的标签（列表），另有 aliases',
      'report.link': '打开这份报告的链接',
      'report.citation': 'GB/T 7714 引文；没有选引文格式时为空',
      exported: '导出的时间',
      passages: '所有划线，按原文顺序',
      sections: '同样的划线，按标题分组：path、heading、passages',
      terms: '引文用到的术语：term、number、definition',
      'passage.quote': '划线的原文',
      'passage.note': '批注；没有时是空的',
      'passage.colorName': '颜色的名称，另有 color',
      'passage.tags': '标签（列表）',
      'passage.section': '所在的标题（列表），另有 paragraph、inPlace',
      'passage.link': '回到原文的链接，另有 id、blockId',
      'passage.created': '创建时间，另有 modified',
      '| md': '转义，写进一行 Markdown',
      '| md_lines': '每段一行的列表',
      '| yaml': '写进 YAML 属性',
      '| prefix_lines: "> "': '每行前面加上同样的字',
    },
    goToLine: (line) => `到第 ${zh.number(line)} 行`,
    backToExport: '返回',
    discard: '放弃修改',
    saved: (name) => `已保存模板：${name}`,
    reports: '报告',
    reportChoices: { open: '此报告', chosen: '选中的', all: '全部' },
    chooseReports: '选择报告',
    colors: '颜色',
    tags: '标签',
    noTags: '还没有标签',
    dates: '日期',
    dateChoices: { any: '不限', created: '创建于', modified: '修改于' },
    from: '从',
    to: '到',
    extras: '附上',
    terms: '术语附录：引文里用到的名词解释',
    cite: '引文格式',
    citeChoices: { none: '不附', government: '以政府为作者', speaker: '以报告人为作者' },
    edition: '国标版本',
    editions: { '2025': 'GB/T 7714 新版（2025）', '2015': 'GB/T 7714 旧版（2015）' },
    preview: '预览',
    previewOf: (name) => `预览：${name}`,
    rendering: '正在生成…',
    cut: '预览到此为止，导出的文件是完整的。',
    nothingToPreview: '选好报告，这里就会显示导出的样子。',
    counting: '正在数…',
    count: (passages, notes) => `${zh.number(passages)} 处划线、${zh.number(notes)} 条批注`,
    countIn: (passages, notes, reports) =>
      `${zh.number(passages)} 处划线、${zh.number(notes)} 条批注，在 ${zh.number(reports)} 份报告里`,
    noReports: '资料库里还没有报告。先打开一份报告，划线、写批注，再来导出。',
    noReportsChosen: '还没有选报告。',
    noPassages: '还没有划线。在正文里选中文字划线，再来导出。',
    noneInScope: '没有符合条件的划线。请放宽颜色、标签或日期。',
    update: '更新已有文件…',
    export: '导出…',
    exportMany: (reports) => `导出 ${zh.number(reports)} 份…`,
    working: '正在导出…',
    progress: (done, total) => `正在写入 ${zh.number(done)} / ${zh.number(total)}`,
    stop: '停止',
    savedMany: (files, folder) => `已导出 ${zh.number(files)} 份到文件夹 ${folder}`,
    stopped: '已停止，后面的没有写入。',
    fileFailed: (file, reason) => `没有写入 ${file}：${reason}`,
    reviewTitle: '更新已有文件',
    reviewHint: '下面是将要做的改动。引文、批注和属性以外的内容一字不动；有改写时，原来的文件留作 .bak。',
    deleted: '删除的批注',
    deletedChoices: { strike: '划掉', remove: '移除' },
    changes: {
      added: (count) => `新增 ${zh.number(count)}`,
      updated: (count) => `更新 ${zh.number(count)}`,
      removed: (count) => `删除 ${zh.number(count)}`,
      kept: (count) => `未变 ${zh.number(count)}`,
    },
    noChanges: '批注没有变化。',
    kinds: { added: '新增', updated: '更新', removed: '删除' },
    fieldChanged: (key) => `属性 ${key}`,
    termsAdded: (count) => `新增术语 ${zh.number(count)}`,
    replaced: '整个替换',
    refused: '不改动',
    backup: (file) => `写入会替换全部内容，原来的文件留作 ${file}。`,
    moreEntries: (count) => `另有 ${zh.number(count)} 处改动没有列出。`,
    freshFiles: (count) => `另外新建 ${zh.number(count)} 个文件。`,
    moreFiles: (count) => `还有 ${zh.number(count)} 个已有文件没有列出，也会照样更新。`,
    back: '返回',
    write: '写入',
    annotationsTitle: { w3c: '导出批注（W3C JSON）', csv: '导出批注表格（CSV）' },
    annotationsHint: {
      w3c: 'W3C 网页批注格式，别的程序能读，也能原样导入回来。',
      csv: '每条批注一行，可以用 Excel 打开。',
    },
    annotationCount: (count) => `${zh.number(count)} 条划线和批注`,
    importedTitle: '导入批注',
    importedFrom: (file) => `来自 ${file}`,
    outcomes: {
      added: '新增',
      updated: '更新',
      same: '已有，内容相同',
      older: '已有较新的，保留',
      deleted: '在这里删除了，没有恢复',
      conflict: '两边都改过，都留下了，请在批注里取舍',
      'no-report': '资料库里没有这份报告',
    },
    outcome: '结果',
    howMany: '条数',
    leftHint: '这些请看一看：',
    leftLine: (line, what) => `第 ${zh.number(line)} 行：${what}`,
    nothingInFile: '文件里没有批注。',
    done: '好',
  },
  {
    savedAs: (file) => `Exported: ${file}`,
    notExported: (message) => `Not exported: some notes could not be saved. ${message}`,
    title: 'Export',
    editTitle: 'Export template',
    template: 'Template',
    builtIn: "Meipi's",
    own: 'Yours',
    templates: { obsidian: 'Obsidian notes', logseq: 'Logseq outline', plain: 'Plain Markdown' },
    editTemplate: 'Edit…',
    copyTemplate: 'Save a copy as…',
    newTemplateName: (name) => `My ${name}`,
    templateName: 'Name',
    templateSource: 'Template',
    templateHelp: 'Templates are written in Liquid; the names that there are',
    templateWords: {
      'report.heading': 'what the report is called, never empty',
      'report.title': 'its title, or nil',
      'report.region': 'also year, delivered, meeting, speaker',
      'report.tags': 'the tags of the report, a list; also aliases',
      'report.link': 'the link that opens the report',
      'report.citation': 'the reference by GB/T 7714, or nil',
      exported: 'when it is exported',
      passages: 'all highlights, in reading order',
      sections: 'the same by heading: path, heading, passages',
      terms: 'terms that the quotes use: term, number, definition',
      'passage.quote': 'the words highlighted',
      'passage.note': 'the note; empty where there is none',
      'passage.colorName': "the colour's name; also color",
      'passage.tags': 'a list',
      'passage.section': 'the headings above, a list; also paragraph, inPlace',
      'passage.link': 'the link to the passage; also id, blockId',
      'passage.created': 'also modified',
      '| md': 'escapes words for a line of Markdown',
      '| md_lines': 'a list: a line for each paragraph',
      '| yaml': 'a value for a YAML field',
      '| prefix_lines: "> "': 'the same before every line',
    },
    goToLine: (line) => `Go to line ${en.number(line)}`,
    backToExport: 'Back',
    discard: 'Discard changes',
    saved: (name) => `Template saved: ${name}`,
    reports: 'Reports',
    reportChoices: { open: 'This report', chosen: 'Chosen ones', all: 'All' },
    chooseReports: 'Choose reports',
    colors: 'Colours',
    tags: 'Tags',
    noTags: 'There are no tags yet',
    dates: 'Dates',
    dateChoices: { any: 'Any', created: 'Created', modified: 'Modified' },
    from: 'From',
    to: 'To',
    extras: 'With',
    terms: 'Terms: the definitions of what the quotes use',
    cite: 'Reference',
    citeChoices: { none: 'None', government: 'By government', speaker: 'By speaker' },
    edition: 'Edition',
    editions: { '2025': 'GB/T 7714, 2025', '2015': 'GB/T 7714, 2015' },
    preview: 'Preview',
    previewOf: (name) => `Preview: ${name}`,
    rendering: 'Rendering…',
    cut: 'The preview ends here; the exported file is complete.',
    nothingToPreview: 'Choose a report to see here what is exported.',
    counting: 'Counting…',
    count: (passages, notes) => `${en.count(passages, 'highlight', 'highlights')}, ${en.count(notes, 'note', 'notes')}`,
    countIn: (passages, notes, reports) =>
      `${en.count(passages, 'highlight', 'highlights')}, ${en.count(notes, 'note', 'notes')} in ${en.count(reports, 'report', 'reports')}`,
    noReports: 'There are no reports in the library yet. Open one, highlight and write notes, then export.',
    noReportsChosen: 'No report is chosen.',
    noPassages: 'Nothing is highlighted yet. Select words in the text and highlight them, then export.',
    noneInScope: 'No highlight is left. Choose more colours, tags or dates.',
    update: 'Update a file…',
    export: 'Export…',
    exportMany: (reports) => `Export ${en.number(reports)}…`,
    working: 'Exporting…',
    progress: (done, total) => `Writing ${en.number(done)} of ${en.number(total)}`,
    stop: 'Stop',
    savedMany: (files, folder) => `Exported ${en.count(files, 'file', 'files')} to the folder ${folder}`,
    stopped: 'Stopped: the rest was not written.',
    fileFailed: (file, reason) => `${file} was not written: ${reason}`,
    reviewTitle: 'Update files',
    reviewHint:
      'This is what will change. Whatever is no quote, note or property stays as it is; where lines are rewritten, the file as it was is kept as .bak.',
    deleted: 'Deleted notes',
    deletedChoices: { strike: 'Strike out', remove: 'Remove' },
    changes: {
      added: (count) => `${en.number(count)} added`,
      updated: (count) => `${en.number(count)} updated`,
      removed: (count) => `${en.number(count)} deleted`,
      kept: (count) => `${en.number(count)} unchanged`,
    },
    noChanges: 'No highlight or note has changed.',
    kinds: { added: 'Added', updated: 'Updated', removed: 'Deleted' },
    fieldChanged: (key) => `Property ${key}`,
    termsAdded: (count) => `${en.count(count, 'term', 'terms')} added`,
    replaced: 'Replaced as a whole',
    refused: 'Left alone',
    backup: (file) => `The whole file is replaced; as it was it stays beside it as ${file}.`,
    moreEntries: (count) => `${en.count(count, 'more change is', 'more changes are')} not listed.`,
    freshFiles: (count) => `${en.count(count, 'file is', 'files are')} new.`,
    moreFiles: (count) => `${en.count(count, 'more file is', 'more files are')} not listed, and updated as well.`,
    back: 'Back',
    write: 'Write',
    annotationsTitle: { w3c: 'Export annotations (W3C JSON)', csv: 'Export a table of annotations (CSV)' },
    annotationsHint: {
      w3c: 'W3C Web Annotations: other programs read them, and they can be imported again without loss.',
      csv: 'A row for each annotation; Excel opens it.',
    },
    annotationCount: (count) => en.count(count, 'highlight or note', 'highlights and notes'),
    importedTitle: 'Import annotations',
    importedFrom: (file) => `From ${file}`,
    outcomes: {
      added: 'New',
      updated: 'Updated',
      same: 'Here already, the same',
      older: 'A newer one is here, kept',
      deleted: 'Deleted here, and left so',
      conflict: 'Changed on both sides: both are kept, choose in the notes',
      'no-report': 'The library does not have the report',
    },
    outcome: 'Outcome',
    howMany: 'Count',
    leftHint: 'Please look at these:',
    leftLine: (line, what) => `Line ${en.number(line)}: ${what}`,
    nothingInFile: 'There are no annotations in the file.',
    done: 'Done',
  },
)
