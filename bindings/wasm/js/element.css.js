/** What the element adds to the style sheet of the core. */
export const ELEMENT_CSS = `
:host{display:block}
.onrecord{display:block;max-width:none}
.onrecord article>*{content-visibility:auto;contain-intrinsic-size:auto 4em}
.onrecord mark,.onrecord .or-cue,.onrecord .or-source{cursor:pointer}
.onrecord .or-dim{background:none!important;border-color:transparent!important;opacity:.55}
.onrecord button.or-dim{opacity:.35}
.onrecord mark.or-selected{background:hsl(var(--or-h,0) var(--or-s,0%) 55% / .5);box-shadow:inset 0 0 0 1.5px hsl(var(--or-h,0) var(--or-s,0%) 45%)}
.or-ref{font:600 .62em/1.5 system-ui,sans-serif;font-style:normal;letter-spacing:.02em;min-width:2.2em;padding:.1em .45em;margin:0 .25em;
border:1.5px solid hsl(var(--or-h,0) var(--or-s,0%) 50%);border-radius:1em;background:Canvas;color:CanvasText;cursor:pointer;vertical-align:.2em;user-select:none}
.or-ref::before{content:attr(data-initials)}
.or-ref:hover,.or-ref[aria-pressed=true]{background:CanvasText;color:Canvas}
.or-ref:focus-visible{outline:3px solid Highlight;outline-offset:2px}
.or-status{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
