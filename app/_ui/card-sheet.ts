// The styles within a card. Type and colours come in by inheritance; nothing of this leaves the card, and nothing of the page enters.

export const cardCss = `
:host { overflow: clip; overflow-clip-margin: 0.25rem }
:host, p, li, blockquote, th, td { unicode-bidi: plaintext; text-align: start }
img { max-width: 100%; max-height: 60vh; height: auto }
span:has(> math) { display: inline-flex; max-width: 100%; overflow: auto hidden }
span:has(> math[display=block]) { display: block }
p, ul, ol, pre, blockquote, table { margin: 0 }
:not(style) + :is(p, ul, ol, pre, blockquote, table) { margin-top: 0.6em }
ul, ol { padding-left: 1.3em }
li + li { margin-top: 0.2em }
:is(ul, ol) :is(ul, ol) :is(ul, ol) { padding-left: 0.6em }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em }
strong { font-weight: var(--weight-strong) }
code, pre { font-size: 0.85em }
pre { overflow-x: auto }
table { display: block; max-width: max-content; overflow-x: auto; border-collapse: collapse; font-size: 0.85em }
th, td { border-top: 1px solid var(--line); padding: 0.3em 1em 0.3em 0; vertical-align: baseline }
.nowrap { white-space: nowrap }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.gap { display: inline-block; max-width: 100%; padding: 0 0.2em 0.06em; border-radius: 3px; background: var(--accent-wash); color: var(--accent); font-style: italic; line-height: 1.08 }
.filled { color: var(--accent); font-weight: 500 }
@media (forced-colors: active) { .gap { outline: 1px solid CanvasText } .filled { text-decoration: underline } }
`

let sheet: CSSStyleSheet | undefined

/** One sheet for all cards of the page: browsers share it instead of parsing it for each. */
export function cardSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(cardCss)
  }
  return sheet
}
