// One card's waits, drawn as a fibre whose sheath grows: the wide drawing, and one made anew for narrow screens.

import styles from './landing.module.css'

type Internode = { x: number; width: number; thickness: number; label: string }

const waits = 'A nerve fibre whose sheath grows thicker and longer with each review: 2 days, 11 days, 46 days, 163 days.'

const wide: readonly Internode[] = [
  { x: 0, width: 65, thickness: 4, label: '2 days' },
  { x: 77, width: 151, thickness: 9, label: '11 days' },
  { x: 240, width: 312, thickness: 18, label: '46 days' },
  { x: 564, width: 570, thickness: 30, label: '163 days' },
]
const narrow: readonly Internode[] = [
  { x: 0, width: 28, thickness: 3, label: '2' },
  { x: 34, width: 50, thickness: 6, label: '11' },
  { x: 90, width: 92, thickness: 12, label: '46' },
  { x: 188, width: 156, thickness: 20, label: '163 days' },
]

export function Nerve() {
  return (
    <figure className={styles.figure}>
      <Drawing className={styles.wide} internodes={wide} size={{ width: 1152, height: 76, axis: 18, text: 60 }} />
      <Drawing className={styles.narrow} internodes={narrow} size={{ width: 350, height: 60, axis: 14, text: 51 }} />
      <figcaption>One card, recalled four times: each wait is longer, each sheath thicker.</figcaption>
    </figure>
  )
}

type Size = { width: number; height: number; axis: number; text: number }

function Drawing({ className, internodes, size }: { className: string | undefined; internodes: readonly Internode[]; size: Size }) {
  return (
    <svg className={`${styles.nerve} ${className}`} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={waits}>
      <path d={`M0 ${size.axis}H${size.width}`} />
      {internodes.map(({ x, width, thickness, label }) => (
        <g key={x}>
          <rect x={x} y={size.axis - thickness / 2} width={width} height={thickness} rx={Math.min(6, thickness / 2)} />
          <text x={x} y={size.text}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
