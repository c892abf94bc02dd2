import {
  autocompletion,
  closeBrackets,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Text } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, GrantedTable } from '../../api/types'
import { useAppearance } from '../../ui/appearance'
import { nonce } from '../../ui/nonce'

interface SqlEditorProps {
  value: string
  onChange: (value: string) => void
  onRun: () => void
  tables: GrantedTable[]
  findings: Finding[]
}

/** An editor for SQL that completes the granted columns only and underlines what the guard refuses. */
export function SqlEditor(props: SqlEditorProps) {
  const { t } = useTranslation()
  const { mode } = useAppearance()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  // The editor outlives renders, so it asks for what is current when it needs it.
  const latest = useRef(props)
  latest.current = props
  const { tables, findings, value } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once per grant; the rest is dispatched to it below
  useEffect(() => {
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          extensions(tables),
          appearance.of(look(mode === 'dark')),
          placeholder(t('workspace.placeholder')),
          EditorView.contentAttributes.of({ 'aria-label': t('workspace.editor') }),
          keymap.of([{ key: 'Mod-Enter', run: () => runNow(latest.current.onRun) }]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
          keymap.of([
            { key: 'Alt-/', run: startCompletion },
            ...completionKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [tables, t])

  useEffect(() => {
    view.current?.dispatch({ effects: appearance.reconfigure(look(mode === 'dark')) })
  }, [mode])

  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const places = findings.map((finding) => diagnostic(editor.state.doc, finding))
    editor.dispatch(setDiagnostics(editor.state, places))
  }, [findings])

  return <div ref={host} className="cmhost" />
}

/** The key is taken, whether or not something can be run now. */
function runNow(onRun: () => void): true {
  onRun()
  return true
}

/** A finding's place, counted from 1 with both ends included, as a range of the document. */
export function diagnostic(doc: Text, finding: Finding): Diagnostic {
  const at = (line: number, column: number) => {
    const row = doc.line(Math.min(Math.max(line, 1), doc.lines))
    return Math.min(row.from + Math.max(column, 0), row.to)
  }
  const from = at(finding.line, finding.column - 1)
  const to = Math.max(at(finding.endLine, finding.endColumn), Math.min(from + 1, doc.length))
  return { from, to, severity: 'error', message: finding.message }
}

const appearance = new Compartment()

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--c-kw)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--c-str)' },
  { tag: tags.number, color: 'var(--c-num)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--c-com)' },
  {
    tag: [tags.function(tags.variableName), tags.standard(tags.name), tags.typeName],
    color: 'var(--c-fn)',
  },
])

const extensions = (tables: GrantedTable[]) => [
  lineNumbers(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  closeBrackets(),
  bracketMatching(),
  syntaxHighlighting(colours),
  autocompletion({ maxRenderedOptions: 40 }),
  sql({ dialect: PostgreSQL, upperCaseKeywords: true, schema: schemaOf(tables) }),
  EditorView.lineWrapping,
  ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
]

const schemaOf = (tables: GrantedTable[]) =>
  Object.fromEntries(
    tables.map((table) => [
      table.name,
      {
        self: { label: table.name, detail: table.title, type: 'class' },
        children: table.columns.map((column) => ({
          label: column.name,
          detail: `${column.label} L${column.grade}`,
          type: 'property',
        })),
      },
    ]),
  )

const look = (dark: boolean) =>
  EditorView.theme(
    {
      '&': { fontSize: '13px', height: '100%' },
      '.cm-scroller': {
        fontFamily: 'var(--mono)',
        lineHeight: '1.65',
        fontVariantLigatures: 'none',
      },
      '.cm-gutters': { background: 'transparent', border: 0, color: 'var(--fg3)' },
      '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--hov)' },
      '&.cm-focused': { outline: '2px solid var(--ring)', outlineOffset: '-2px' },
      '.cm-tooltip': {
        background: 'var(--bg)',
        border: '1px solid var(--bd)',
        borderRadius: '6px',
        boxShadow: '0 6px 20px #0002',
      },
      '.cm-tooltip-autocomplete ul li[aria-selected]': {
        background: 'var(--brand)',
        color: '#fff',
      },
      '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--fg3)', marginLeft: '10px' },
      '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: '#fff' },
      '.cm-cursor': { borderLeftColor: 'var(--fg)' },
    },
    { dark },
  )
