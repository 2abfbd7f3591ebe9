import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCloze, renderMarkup } from './render.ts'

describe('renderMarkup', () => {
  it.each([
    ['paragraph', 'Little to none', '<p>Little to none</p>'],
    ['list', '- limp\n- night rash', '<ul>\n<li>limp</li>\n<li>night rash</li>\n</ul>'],
    ['emphasis', '*may* and **not**', '<p><em>may</em> and <strong>not</strong></p>'],
    ['code', '`a < b`', '<p><code>a &#x3C; b</code></p>'],
    ['link', '[source](https://example.org/a)', '<p><a href="https://example.org/a">source</a></p>'],
    ['hyphenated acronym', 'the HIV-1 test', '<p>the <span class="nowrap">HIV-1</span> test</p>'],
    ['a hyphenated word stays', 'T2-weighted x-ray', '<p>T2-weighted x-ray</p>'],
    ['numeral and unit', '5 mg in 3 days, 5 monkeys', '<p>5\u00A0mg in 3\u00A0days, 5 monkeys</p>'],
    ['cloze notation is left to renderCloze', '{{c1::a}}', '<p>{{c1::a}}</p>'],
  ])('renders: %s', (_name, markdown, html) => {
    expect(renderMarkup(markdown)).toBe(html)
  })

  it('renders a table', () => {
    expect(renderMarkup('| a | b |\n| - | -: |\n| 1 | 2 |')).toContain('<td align="right">2</td>')
  })

  it.each([
    ['script', '<script>alert(1)</script>x'],
    ['image with a handler', '<img src=x onerror=alert(1)>'],
    ['inline handler', 'a <b onmouseover="alert(1)">b</b>'],
    ['style attribute', '<p style="position:fixed">x</p>'],
    ['style element', '<style>*{display:none}</style>'],
    ['iframe', '<iframe src="https://evil.example"></iframe>'],
    ['svg', '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>'],
    ['math', '<math><mtext><img src onerror=alert(1)></mtext></math>'],
    ['form', '<form action="https://evil.example"><button>x</button></form>'],
    ['link to a script', '[x](javascript:alert(1))'],
    ['link to a script, disguised', '[x](java&#x0A;script:alert(1))'],
    ['link to a script, in capitals', '[x](JaVaScRiPt:alert(1))'],
    ['autolink to a script', '<javascript:alert(1)>'],
    ['link to data', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['link by reference', '[x][y]\n\n[y]: vbscript:msgbox(1)'],
    ['image elsewhere', '![x](https://evil.example/pixel.png)'],
    ['title that breaks out', '[x](https://a.example "\\" onclick=\\"alert(1)")'],
    ['comment', '<!-- --><p onclick=alert(1)>x</p>-->'],
    ['in a gap', '{{c1::<img src=x onerror=alert(1)>::<script>alert(1)</script>}}'],
    ['in a code fence', '```"><script>alert(1)</script>\nx\n```'],
  ])('disarms: %s', (_name, markdown) => {
    for (const html of [renderMarkup(markdown), renderCloze(markdown, { hidden: true }), renderCloze(markdown, { hidden: false })]) {
      expect(dangers(html)).toEqual([])
    }
  })

  it('writes no tag or attribute but those of the list, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '[',
      '](',
      ')',
      'javascript:',
      'onerror=',
      'style=',
      '<img ',
      '<a ',
      '{{c1::',
      '::',
      '}}',
      '\n',
      ' ',
      'x',
      '|',
      '\uE000',
      '\uE001',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(dangers(renderCloze(pieces.join(''), { hidden: true }))).toEqual([])
        expect(renderMarkup(pieces.join(''))).not.toMatch(/[\uE000\uE001]/)
      }),
      { numRuns: 500 },
    )
  })
})

it.each(['<img src="x">', '<p onclick="x">', '<p style="x">', '<a href="javascript:x">', '<script>', '<span class="other">', '<p'])(
  'would notice %s',
  (html) => {
    expect(dangers(html)).not.toEqual([])
  },
)

describe('renderCloze', () => {
  it.each([
    [
      'hint',
      'ART is {{c1::therapy::which therapy}}.',
      '<p>ART is <span class="gap"><span class="vh">blank, </span>which therapy</span>.</p>',
      '<p>ART is <span class="filled">therapy</span>.</p>',
    ],
    ['no hint', 'The {{c1::heel}}', '<p>The <span class="gap">blank</span></p>', '<p>The <span class="filled">heel</span></p>'],
    ['Markdown within', '{{c1::a *b* c}}', '<p><span class="gap">blank</span></p>', '<p><span class="filled">a <em>b</em> c</span></p>'],
    [
      'two gaps',
      '{{c1::a}} {{c1::b::site}}',
      '<p><span class="gap">blank</span> <span class="gap"><span class="vh">blank, </span>site</span></p>',
      '<p><span class="filled">a</span> <span class="filled">b</span></p>',
    ],
    [
      'in a list',
      '- {{c1::a}}',
      '<ul>\n<li><span class="gap">blank</span></li>\n</ul>',
      '<ul>\n<li><span class="filled">a</span></li>\n</ul>',
    ],
    [
      'acronym within',
      '{{c1::HIV-1}}',
      '<p><span class="gap">blank</span></p>',
      '<p><span class="filled"><span class="nowrap">HIV-1</span></span></p>',
    ],
  ])('shows and fills: %s', (_name, markdown, hidden, filled) => {
    expect(renderCloze(markdown, { hidden: true })).toBe(hidden)
    expect(renderCloze(markdown, { hidden: false })).toBe(filled)
  })

  it('never shows the answer of a hidden gap', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,20}$/), (around) => {
        expect(renderCloze(`${around}{{c1::SECRET::hint}}${around}`, { hidden: true })).not.toContain('SECRET')
      }),
    )
  })
})

/** Every tag with its attributes that a card has no business to hold. */
function dangers(html: string): string[] {
  const tag = /<(\/?)([a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|</gi
  return [...html.matchAll(tag)].map((found) => found[0]).filter((found) => !allowed.test(found))
}

const allowed =
  /^<\/?(?:p|br|hr|em|strong|del|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|t[dh]|section|sup|a(?: href="(?:https?:|mailto:|[^":]*")[^"]*"?)?(?: title="[^"]*")?)(?: (?:align|start|id|class|dir|data-footnote\S*|aria-\w+)="[^"]*")*>$|^<\/span>$|^<span class="(?:gap|vh|filled|nowrap)">$/

describe('formulas and images', () => {
  const hash = 'a'.repeat(64)

  it('writes formulas as MathML alone', () => {
    const html = renderMarkup('It is $\\frac{a}{b}$.')
    expect(html).toContain('<mfrac>')
    expect(html).not.toMatch(/style=|class="katex-html"/)
  })

  it.each([
    ['a link', '$\\href{javascript:alert(1)}{x}$', /<a[ >]|href=/],
    ['a style', '$\\htmlStyle{position:fixed}{x}$', /style=/],
    ['an image', '$\\includegraphics{https://evil.example/x}$', /<img|src=/],
    ['a tag', '$\\text{<img src=x onerror=alert(1)>}$', /<img/],
    ['a formula that cannot be read', '$\\frac{$', /style=/],
    ['one without an end', '$\\def\\x{\\x\\x}\\x$', /style=/],
  ])('lets through no %s', (_name, markdown, never) => {
    expect(renderMarkup(markdown)).not.toMatch(never)
  })

  it('shows the learner’s own images, and of others their words', () => {
    expect(renderMarkup(`![MRI](media:${hash})`)).toBe(`<p><img src="/api/media/${hash}" alt="MRI"></p>`)
    expect(renderMarkup('![MRI](https://evil.example/x.png) ![x](media:../events)')).toBe('<p>MRI x</p>')
  })
})
