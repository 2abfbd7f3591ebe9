// A figure: what it shows in words, the chart drawn for a wide page and once more for a phone, and the same as a table.

import type { ReactNode } from 'react'
import styles from './chart.module.css'

/** The width that a chart is drawn at, in the units of its text: 15 of them are 15 px there. */
export type Size = { width: number; narrow: boolean }

const WIDE: Size = { width: 672, narrow: false }
/** Beside its table, a chart has less room. */
const BESIDE: Size = { width: 380, narrow: false }
const NARROW: Size = { width: 350, narrow: true }

export type DataTable = { head: readonly string[]; rows: readonly (readonly string[])[] }

type FigureProps = {
  title: string
  hint?: ReactNode
  /** Says the chart to those who do not see it. */
  label: string
  height: (size: Size) => number
  draw: (size: Size) => ReactNode
  table: DataTable
  /** The same in finer grain, under the words that open it. */
  finer?: { words: string; table: DataTable }
  /** The table stands beside the chart, always visible. */
  beside?: boolean
}

export function Figure({ title, hint, label, height, draw, table, finer, beside = false }: FigureProps) {
  const plot = (size: Size) => (
    <svg
      className={`${styles.plot} ${size.narrow ? styles.narrow : styles.wide}`}
      viewBox={`0 0 ${size.width} ${height(size)}`}
      role="img"
      aria-label={label}
    >
      {draw(size)}
    </svg>
  )
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <b>{title}</b>
        {hint && <span>{hint}</span>}
      </figcaption>
      {beside ? (
        <div className={styles.beside}>
          <div>
            {plot(BESIDE)}
            {plot(NARROW)}
          </div>
          <Table title={title} table={table} />
        </div>
      ) : (
        <>
          {plot(WIDE)}
          {plot(NARROW)}
          <AsTable words="As a table" title={title} table={table} />
          {finer && <AsTable words={finer.words} title={`${title}, ${finer.words.toLowerCase()}`} table={finer.table} />}
        </>
      )}
    </figure>
  )
}

function AsTable({ words, title, table }: { words: string; title: string; table: DataTable }) {
  return (
    <details className={styles.data}>
      <summary>{words}</summary>
      <Table title={title} table={table} />
    </details>
  )
}

/** The table of a chart: the first column names the row. */
function Table({ title, table }: { title: string; table: DataTable }) {
  return (
    // A wide table scrolls within itself, by key too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={`${title}, table`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={table.head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
